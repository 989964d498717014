"""Where is the team warm and where cold, and what to ask about one cell?"""

from functools import partial

import streamlit as st

from dashboard.ui import cached, cells, coverage, heat, state

st.title("Heatmaps")
desk = cached.desk()
review = cached.shown(desk)
with st.container(horizontal=True, gap="medium"):
    kind = st.radio("Map", list(heat.Map), horizontal=True, key="heatmap_map", persist_state="session", width="content")
    if kind == heat.Map.PILLARS:
        measure = st.radio(
            "Measure",
            list(heat.MEASURES),
            format_func=lambda each: heat.MEASURES[each],
            horizontal=True,
            key="heatmap_measure",
            persist_state="session",
            width="content",
        )
        subject = heat.MEASURES[measure]
        shown = cached.made(desk, "heat pillars", (measure,), partial(heat.pillars, review.table, measure))
    elif kind == heat.Map.WEEKS:
        of = st.radio(
            "Of",
            list(heat.SUBJECTS),
            format_func=lambda each: heat.SUBJECTS[each],
            horizontal=True,
            key="heatmap_subject",
            persist_state="session",
            width="content",
        )
        subject = heat.SUBJECTS[of]
        told = cached.history(desk, state.choice())
        shown = cached.made(
            desk, "heat weeks", (of,), partial(heat.weeks, told, of, review.team.week, review.team.shifts)
        )
    elif kind == heat.Map.TEAMS:
        subject = "medians"
        shown = cached.made(desk, "heat teams", (), partial(heat.teams, review.table))
if kind == heat.Map.COACHING:
    coverage.draw(desk, review.team.week)
else:
    several = state.choice().team is None and len(cached.roster(desk).teams) > 1
    if hint := heat.hint(heat.Map(kind), teams=several):
        st.caption(hint)
    place, alt = st.container(border=True), heat.described(kind, shown, subject)
    if kind == heat.Map.TEAMS:
        with place:
            heat.draw(desk, shown, alt)
    else:
        heat.follow(shown)
        rep_id, pillar = cells.detail(desk, review)
        with place:
            heat.draw(desk, shown, alt, heat.cell(shown, rep_id, pillar))
