"""Monday morning: where does the team stand, who moved, whom to talk to first?"""

import streamlit as st

from dashboard.model.weeks import label
from dashboard.ui import cached, comings, ledger, week_cards, week_lists

st.title("This week")
desk = cached.desk()
review = cached.shown(desk)
st.caption(f"Week of {label(review.team.week)} · {review.team.name or 'all teams'}")
week_cards.numbers(review)
week_cards.shifts(review.team)
week_cards.talk_to(review)
ledger.looks(desk, review)
week_lists.others(review.queue, comings.named(review.cards))
comings.draw(review.cards)
week_cards.moved(desk, review)
