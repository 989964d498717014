"""One rep: how do the pillars stand, why this one, and what to ask?"""

import streamlit as st

from dashboard.coaching.prompts import chosen_pillar
from dashboard.ui import (
    against,
    cached,
    cells,
    figures,
    filters,
    go,
    ledger,
    lines,
    pipeline_weeks,
    plan,
    provenance,
    talk,
)

desk = cached.desk()
review = cached.shown(desk)
settings = cached.settings(desk)
head, choose = st.columns([3, 2], vertical_alignment="bottom")
with choose, st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="right"):
    card = filters.rep(review.cards)
    st.button("Note", key="rep_note", icon=":material/edit_note:", on_click=go.to_note, args=(card.rep_id,))
with head:
    talk.who(card)
talk.numbers(card, hide_ranks=settings.hide_ranks)
held = against.held(desk, card)
lines.pictures(desk, held, review.team.shifts)
talk.reasons(card, settings, review.queue, held)
if chosen_pillar(held):
    cells.prompts(desk, held)
ledger.of_rep(desk, review, card)
plan.draw(desk, card)
st.header("Pipeline", icon=":material/filter_alt:")
figures.draw(card)
pipeline_weeks.draw(desk, card)
provenance.table(desk, card)
