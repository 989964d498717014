"""Is it said on the Rep page which part of a gap to the target is the formula's?"""

from tests.views.conftest import calm, texts


def test_a_gap_to_the_target_counts_the_formulas_part(opened):
    """Default benchmarks moved by the shift of 2 November; the target of 20 did not, and says so."""
    app = opened("a team", "rep", rep="gaspard-corrigan")
    assert "the default benchmark (14.2), moved by the formula's shift of 2 Nov 2026" in texts(app)
    app = calm(app.radio(key="rep_against").set_value("target").run())
    assert "points below the target (20.0), counting −1." in texts(app)
    assert "by the formula's shift of 2 Nov 2026" in texts(app)
