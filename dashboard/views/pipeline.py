"""Does the score stand beside results, and what does each corner call for?"""

import streamlit as st

from dashboard.ui import cached, go, quadrants

st.title("Pipeline")
review = cached.shown(cached.desk())
spots = quadrants.spots(review)
if not spots:
    st.info(
        "No rep has both a score and an attainment this week. Pipeline columns (quota, won, attainment) may stand in "
        "the same file as the scores, or in a second one imported with it.",
        icon=":material/info:",
    )
else:
    with st.container(border=True):
        clicked = quadrants.draw(review, spots)
    if clicked:
        go.to_rep(clicked)
    quadrants.lists(spots)
    st.caption(quadrants.together(review))
st.caption(quadrants.left_out(review, spots))
st.subheader("Figures")
quadrants.figures(review)
