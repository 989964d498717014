"""The page everything is held against: one select box and a word."""

import streamlit as st

st.set_page_config(page_title="Empty", page_icon=":material/square:")
st.write(st.selectbox("Team", ["One", "Two"], key="empty_team"))
