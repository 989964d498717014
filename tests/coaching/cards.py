"""One believable rep to change in tests: every number is set here, none is computed."""

from dataclasses import replace
from datetime import date

from dashboard.model.bands import Band
from dashboard.model.cards import (
    Basis,
    Cuts,
    Lowest,
    PillarCard,
    PipelineCard,
    RepCard,
    State,
    Verdict,
    Weakest,
)
from dashboard.model.pillars import PILLARS, Pillar

WEEK = date(2026, 11, 16)

SCORES = {Pillar.BRAND: 16.2, Pillar.PEOPLE: 9.1, Pillar.INSIGHTS: 6.4, Pillar.RELATIONSHIPS: 18.0}
MEDIANS = {Pillar.BRAND: 16.0, Pillar.PEOPLE: 11.5, Pillar.INSIGHTS: 6.6, Pillar.RELATIONSHIPS: 17.1}
"""Insights is the lowest raw score; people is furthest behind (9.1 - 11.5 = -2.4)."""


def pillar_card(pillar: Pillar, **changed) -> PillarCard:
    """Return a steady pillar, held against the team's median."""
    gap = round(SCORES[pillar] - MEDIANS[pillar], 3)
    steady = PillarCard(pillar, SCORES[pillar], 0.1, 0.3, 0.2, MEDIANS[pillar], Basis.TEAM, gap, Verdict.STEADY)
    return replace(steady, **changed)


def pipeline_card(**changed) -> PipelineCard:
    """Return a pipeline in euro: 60,000 left of the quota, covered 3.5 times."""
    euro = PipelineCard(
        "EUR", WEEK, open_pipeline=210_000, won=90_000, quota=150_000, remaining=60_000, coverage=3.5, attainment=0.6,
        meetings=7,
    )  # fmt: skip
    return replace(euro, **changed)


def card(**changed) -> RepCard:
    """Return a scored, steady rep in the middle of the team; `changed` replaces fields."""
    middle = RepCard(
        rep_id="priya-raman", name="Priya Raman", week=WEEK, state=State.SCORED, team="Harbour",
        role="Account executive", licence="free", total=49.7, band=Band.BUILDING, rank=5, change_1w=0.2,
        change_4w=0.9, net_change_4w=0.4, verdict=Verdict.STEADY,
        pillars={pillar: pillar_card(pillar) for pillar in PILLARS},
        weakest=Weakest(Pillar.PEOPLE, Basis.TEAM, -2.4), lowest=Lowest(Pillar.INSIGHTS, 6.4),
        pipelines=(pipeline_card(),), corner=None, cuts=Cuts(49.5, 0.45, medians=True), last_scored=WEEK,
    )  # fmt: skip
    return replace(middle, **changed)


def unscored(state: State, **changed) -> RepCard:
    """Return a rep without a score in the week."""
    nothing = {
        pillar: PillarCard(pillar, None, None, None, None, None, None, None, Verdict.MISSING) for pillar in PILLARS
    }
    blank = card(
        state=state, total=None, band=None, rank=None, change_1w=None, change_4w=None, net_change_4w=None,
        verdict=Verdict.MISSING, pillars=nothing, weakest=None, lowest=None, corner=None, last_scored=None,
    )  # fmt: skip
    return replace(blank, **changed)
