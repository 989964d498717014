"""What does the manager take into the conversation, and send afterwards?"""

import streamlit as st

from dashboard.ui import cached, filters, note_desk

st.title("Notes")
review = cached.shown(cached.desk())
card = filters.rep(review.cards, width=360)
note = note_desk.note_of(review, card)
with st.grid(2, min_column_width=400, gap="medium"):
    with st.container():
        note_desk.editor(note)
    with st.container():
        note_desk.preview(note)
with st.container(border=True):
    st.markdown("**Take it along**")
    note_desk.downloads(review, note)
