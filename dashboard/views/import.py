"""How do numbers come onto the desk: handed over, looked at, imported?"""

# ruff: noqa: N999 # never imported: a page is run by its path, and its address is /import
import streamlit as st

from dashboard.ui import cached, empty, importing, looking, people, planned, state, states

st.title("Import")
desk = cached.desk()
if state.done():
    planned.imported(state.done())
if state.uploads():
    looking.through(desk)
else:
    with st.container(border=True):
        importing.sources(where="import")
        empty.templates(where="import")
    states.people(desk)
    people.people(desk)
st.header("Earlier imports", icon=":material/history:")
importing.history(desk)
