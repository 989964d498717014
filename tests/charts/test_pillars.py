"""Do the pillars stand beside what they are held against?"""

from dashboard.charts.pillars import pillars
from dashboard.model.cards import Basis, PillarCard, Verdict
from dashboard.model.pillars import Pillar


def pillar_card(pillar: Pillar, score: float | None, baseline: float | None) -> PillarCard:
    """Return a card with a score and what it is held against (points)."""
    gap = None if score is None or baseline is None else score - baseline
    return PillarCard(pillar, score, None, None, None, baseline, Basis.TEAM, gap, Verdict.STEADY)


def test_a_pillar_stands_beside_its_baseline():
    """Score, gap and baseline are all in the picture."""
    figure = pillars({Pillar.PEOPLE: pillar_card(Pillar.PEOPLE, 6.0, 9.0)}, against="Team median")
    track, bar, mark, number = figure.data
    assert (bar.x[0], mark.x[0], mark.name, track.x[0]) == (6.0, 9.0, "Team median", 25.0)
    assert number.text[0] == "<b>6.0</b>  −3.0"


def test_an_unknown_pillar_is_a_dash():
    """A pillar without a score keeps its line and shows a dash, never a bar of zero."""
    figure = pillars({Pillar.BRAND: pillar_card(Pillar.BRAND, None, None)}, against="Team median")
    assert [trace.type for trace in figure.data] == ["bar", "bar", "scatter"]
    assert list(figure.data[1].x) == []
    assert figure.data[-1].text[0] == "–"


def test_only_the_weakest_pillar_is_loud():
    """The pillar to coach keeps its full colour."""
    held = {p: pillar_card(p, 10.0, 9.0) for p in Pillar}
    bars = pillars(held, against="Team median", weakest=Pillar.INSIGHTS).data[1]
    assert list(bars.marker.opacity) == [0.5, 0.5, 1.0, 0.5]


def test_without_a_baseline_no_mark_is_named():
    """A legend of a mark that is nowhere would be a riddle."""
    figure = pillars({Pillar.PEOPLE: pillar_card(Pillar.PEOPLE, 6.0, None)}, against="Baseline")
    assert [trace.name for trace in figure.data if trace.showlegend is not False] == []


def test_the_picture_stays_under_two_kilobytes():
    """One trace for all bars, whatever their colours."""
    held = {p: pillar_card(p, 10 / 3, 29 / 3) for p in Pillar}
    figure = pillars(held, against="Team median", weakest=Pillar.INSIGHTS)
    assert len(figure.to_json()) < 2_000
