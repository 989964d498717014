"""The coaching desk for social selling: the floor plan.

bytes + name
  -> ingest.load            Loaded: good rows and explained bad ones, always both
  -> store.plan / commit    what would change, then one transaction
  -> metrics                table in, table out; metrics.cards: tables -> RepCard
  -> coaching               RepCard -> words: prompts, queue
  -> exports                RepCard + prompts -> Note -> bytes
  -> charts                 table -> plotly Figure
  -> desk                   hands things from room to room for one week; no screen, no terminal
  -> ui, views, app         the screen (Streamlit)
  -> cli                    the terminal

`model` holds the nouns every room speaks of. Walls are listed in tests/test_architecture.py.
"""
