"""Does the first page say whom to talk to, and does every other page agree?"""

import os

import pytest

from dashboard.ingest.load import Source, load
from dashboard.sample.team import sample_batch
from dashboard.store.engine import open_store
from dashboard.store.imports import commit
from tests.views.conftest import MONDAY, NOW, calm, texts

LISTS = {
    "coach_": "talk first",
    "worth_": "worth a talk",
    "celebrate_": "celebrate",
    "leave_alone_": "leave alone",
    "mentor_": "ask to help a teammate",
    "thin_": "talk about the pipeline",
    "new_": "leave alone",
}
BLANKS = b"""Name,Week,Brand,People,Insights,Relationships
Ida Lund,2026-11-16,18.4,9.2,12.1,20.3
Ben Oduya,2026-11-16,,,,
"""


def keyed(app, prefix: str) -> dict[str, str]:
    """Return the labels of the buttons whose key begins so, by the rest of the key."""
    found = [(button.key or "", button.label) for button in app.button]
    return {key.removeprefix(prefix): label for key, label in found if key.startswith(prefix)}


def agrees(app) -> int:
    """Check that each rep in a corner is called there what the first page calls them; return how many are in both."""
    listed = {rep: word for prefix, word in LISTS.items() for rep in keyed(app, prefix)}
    app = calm(app.switch_page("views/pipeline.py").run())
    corners = list(keyed(app, "corner_"))
    words = [element.value.partition(" · SSI ")[0].lower() for element in app.caption if " · SSI " in element.value]
    for rep, word in zip(corners, words, strict=True):
        assert word == listed.get(rep, word)
        assert rep in listed or word not in LISTS.values()
    return len(set(corners) & listed.keys())


def test_no_page_says_the_opposite_of_another(opened):
    """Whoever is to be coached, celebrated or left alone is called the same beside the corner."""
    assert agrees(opened("a team")) >= 8


@pytest.mark.parametrize("files", [["01_ssi_long.csv", "03_ssi_and_pipeline.xlsx"], ["03_ssi_and_pipeline.xlsx"]])
def test_no_page_says_the_opposite_on_real_files(opened, corpus, files):
    """Scores and pipeline of one small team."""
    app = opened("no data")
    for name in files:
        batch = load([Source(name, (corpus / "team" / name).read_bytes())])
        commit(open_store(os.environ["SSI_COACH_DATABASE"]), batch, who="test", at=NOW)
    assert agrees(calm(app.run())) >= 1


def test_the_line_of_the_corners_is_the_median_the_week_is_headed_by(opened):
    """One number, one population."""
    app = opened("a team")
    median = next(metric.value for metric in app.metric if metric.label == "Median SSI")
    assert f"the median ({median})" in texts(app)
    assert f"SSI {median}" in texts(app.switch_page("views/pipeline.py").run())


HELD = ["coach_", "celebrate_", "leave_alone_", "worth_"]
"""The lists that hold anybody of the sample team."""


@pytest.mark.parametrize("prefix", HELD)
def test_the_reps_page_gives_the_same_reason(opened, prefix):
    """Word for word what the first page says, under the same name."""
    app = opened("a team")
    first, rep = texts(app), next(iter(keyed(app, prefix)))
    app = calm(app.button(key=f"{prefix}{rep}").click().run())
    label = f"{LISTS[prefix].capitalize()}. "
    (said,) = [element.value for element in app.markdown if element.value.startswith(label)]
    assert said.removeprefix(label) in first


@pytest.mark.parametrize("prefix", HELD)
def test_every_name_of_the_queue_opens_the_rep(opened, prefix):
    """In the cards and in the lists alike."""
    app = opened("a team")
    rep = next(iter(keyed(app, prefix)))
    app.button(key=f"{prefix}{rep}").click().run()
    assert calm(app).query_params["rep"] in (rep, [rep])


def test_who_has_no_score_is_named(opened):
    """A rep without a status is waited for; nothing is claimed about the seat."""
    app = opened("no data")
    commit(open_store(os.environ["SSI_COACH_DATABASE"]), load([Source("b.csv", BLANKS)]), who="test", at=NOW)
    app = calm(app.run())
    assert next(metric.value for metric in app.metric if metric.label == "Scored this week") == "1 of 2"
    assert "no score from Ben Oduya" in texts(app)
    assert "onboarded" not in texts(app)


@pytest.mark.parametrize("state", ["a team", "one rep", "bad rows"])
def test_nothing_is_said_clumsily(opened, state):
    """No plural of one, no signed zero, no minus that is a hyphen."""
    said = texts(opened(state))
    assert not any(clumsy in said for clumsy in ("1 weeks", "1 reps", "+0.0", "-0.", " -1", "by themselves", "None"))


def test_a_desk_of_one_rep_speaks_of_one(opened):
    """Alone there is no team to be net of, and that is said."""
    said = texts(opened("one rep"))
    assert "1 of 1" in said
    assert "more than one rep" in said
    assert "Talk first" in said
    assert "Too few reps for medians; the lines lie at SSI 50.0" in texts(opened("one rep", "pipeline"))


def test_too_early_is_not_nobody(opened):
    """Without scores of four weeks before nobody can have moved, which is no finding."""
    app = opened("bad rows")
    assert next(metric.value for metric in app.metric if metric.label == "Moved on their own") == "–"
    assert "no scores of four weeks before" in texts(app)


def test_many_names_stay_few(opened):
    """With sixty reps the lists give five reasons each, and the rest as names."""
    app = opened("no data")
    commit(open_store(os.environ["SSI_COACH_DATABASE"]), sample_batch(reps=60, last_week=MONDAY), who="test", at=NOW)
    app = calm(app.run())
    assert len(keyed(app, "leave_alone_")) <= 17
    assert "more" in texts(app)


def test_the_change_beside_the_median_is_said_to_be_the_middle_reps(opened):
    """The median of changes is not the change of the median; the card says which of them it shows."""
    app = opened("a team")
    assert "the middle rep moved" in texts(app)
    (median,) = [metric for metric in app.metric if metric.label == "Median SSI"]
    assert "not the difference of two medians" in median.help
    assert "the middle rep" not in texts(opened("one rep"))


def test_who_moved_only_with_the_team_is_told_apart(opened):
    """The number on the card is of those who moved on their own."""
    app = opened("a team")
    (card,) = [metric for metric in app.metric if metric.label == "Moved on their own"]
    assert (card.value, "not counted" in card.help) == ("2", True)
    assert "1 up, 1 down" in texts(app)


THIN = b"""Name,Week,Brand,People,Insights,Relationships,Open pipeline,Won,Quota
Ida Lund,2026-11-16,18.4,9.2,12.1,20.3,$600000,$50000,$150000
Ben Oduya,2026-11-16,,,,,$88000,$0,$150000
"""


def test_a_thin_pipeline_without_a_score_is_said_on_every_page(opened):
    """Among the lists of the week, on the rep's page and beside the pipelines; not among those to talk to first."""
    app = opened("no data")
    commit(open_store(os.environ["SSI_COACH_DATABASE"]), load([Source("t.csv", THIN)]), who="test", at=NOW)
    app = calm(app.run())
    assert keyed(app, "thin_") == {"ben-oduya": "Ben Oduya"}
    assert "ben-oduya" not in keyed(app, "coach_")
    said = "covers 0.6 times the \\$150K left of the quota, where 3 times is usual."
    assert said in texts(app)
    assert said in texts(calm(app.switch_page("views/pipeline.py").run()))
    app = calm(app.button(key="thin_ben-oduya").click().run())
    assert "Talk about the pipeline. No score so far: check the seat. Open pipeline of" in texts(app)


def test_everybody_with_a_call_is_on_the_first_page(opened):
    """What the corners call for with a rep, the first page lists as well."""
    app = opened("a team")
    listed = {rep for prefix in LISTS for rep in keyed(app, prefix)}
    app = calm(app.switch_page("views/pipeline.py").run())
    words = [element.value.partition(" · SSI ")[0].lower() for element in app.caption if " · SSI " in element.value]
    called = zip(keyed(app, "corner_"), words, strict=True)
    assert {rep for rep, word in called if word != "nothing pressing"} <= listed


def test_who_is_new_is_named_once(opened):
    """Under "New on the desk", and not under "Leave alone" in the same words again."""
    app = opened("a team")
    assert "rafael-lombardi" in keyed(app, "new_")
    assert "rafael-lombardi" not in keyed(app, "leave_alone_")


def test_who_is_only_back_stands_so_beside_the_bar_and_below_the_picture(opened):
    """On 16 November one rep of the sample team came back from a dip; where nobody did nothing is said of it."""
    said = "(back) is no change of its own but back to where it was before a dip or a spike"
    assert said in texts(calm(opened("a team", "this_week")))
    assert said not in texts(calm(opened("a team", "this_week", week="2026-10-12")))
