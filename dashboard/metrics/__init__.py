"""Tables in, tables out: every number of the desk is made here, and nowhere else.

`History` holds what the store knows; `week_table` makes one row per rep of it; `cards` turns rows into plain values.
How each number is made is told in dashboard/guide/method.md.
"""
