"""How is each number made, what do the words mean, and what is SSI not?"""

import streamlit as st

from dashboard.ui import cached

st.title("Guide")
chapters = {
    "beginners": "What SSI is and is not",
    "method": "How each number is made",
    "glossary": "Glossary",
    "problems": "Problems and remedies",
}
chapter = st.radio(
    "Chapter",
    list(chapters),
    horizontal=True,
    format_func=lambda name: chapters[name],
    label_visibility="collapsed",
    key="guide_chapter",
    persist_state="session",
)
with st.container(width=820):
    st.markdown(cached.guide_page(chapter))
