"""Does the score stand beside results, and what does each corner call for?"""

import streamlit as st

from dashboard.ui import cached, go, quadrants

st.title("Pipeline")
desk = cached.desk()
review = cached.shown(desk)
shown = quadrants.picture(desk, review)
if not shown.spots:
    st.info(
        "No rep has both a score and an attainment this week. Pipeline columns (quota, won, attainment) may stand in "
        "the same file as the scores, or in a second one imported with it.",
        icon=":material/info:",
    )
else:
    with st.container(border=True):
        clicked = quadrants.draw(shown)
    if clicked:
        go.to_rep(clicked)
        go.follow()
    quadrants.lists(shown.spots)
    st.caption(shown.together)
st.caption(quadrants.left_out(review, shown.spots))
st.header("Figures")
quadrants.figures(desk, review)
