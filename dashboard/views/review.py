"""The weekly meeting: with whom, what was said last time, what is agreed now?"""

import streamlit as st

from dashboard.ui import cached, review_meeting, review_notes, review_open, review_past

st.title("Review")
desk = cached.desk()
week = cached.shown(desk)
reviews = review_open.held(desk)
review = review_open.chosen(reviews)
review_open.refusal()
review_notes.told()
if review is None:
    st.caption(review_open.about(week))
    review_open.invite(desk, week)
    review_open.still_open(reviews)
elif review.ended:
    review_past.draw(desk, review, reviews)
else:
    review_meeting.draw(desk, review, week, reviews)
if review is None or review.ended:
    review_past.listed(reviews, review)
