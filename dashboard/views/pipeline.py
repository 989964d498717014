"""How large is the pipeline, does the score stand beside results, and what does each corner call for?"""

import streamlit as st

from dashboard.ui import cached, go, pipelines, quadrants, say, totals

st.title("Pipeline")
desk = cached.desk()
review = cached.shown(desk)
totals.draw(desk, review)
shown = quadrants.picture(desk, review)
if not shown.spots:
    st.info(
        "No rep has both a score and an attainment this week. Pipeline columns (quota, won, attainment) may stand in "
        "the same file as the scores, or in a second one imported with it.",
        icon=":material/info:",
    )
else:
    st.header("Score and results")
    with st.container(border=True):
        clicked = quadrants.draw(shown)
        st.caption(say.plain(pipelines.together(desk, review)))
    if clicked:
        go.to_rep(clicked)
        go.follow()
    quadrants.lists(shown)
    st.caption(say.plain(quadrants.left_out(review, shown.spots)))
quadrants.rising_alone(review)
quadrants.unscored(review)
pipelines.draw(desk, review)
