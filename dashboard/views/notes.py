"""What does the manager take into the conversation, and send afterwards?"""

import streamlit as st

from dashboard.ui import cached, filters, note_desk

st.title("Notes")
desk = cached.desk()
review = cached.shown(desk)
card = filters.rep(review.cards, width=360)
note_desk.draw(desk, review, card)
