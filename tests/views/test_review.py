"""Does the meeting go from last time's word to the next agreement, keep every word, and end frozen?"""

import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.model.commitments import Commitment, Done
from dashboard.model.pillars import Pillar
from dashboard.model.reviews import Talk, Talked
from dashboard.sample.team import sample_batch
from dashboard.store.commitments import agree, commitments
from dashboard.store.engine import open_store
from dashboard.store.identity import join
from dashboard.store.imports import commit
from dashboard.store.reviews import end_review, find_review, list_reviews, open_review, talks
from tests.store.talks import write
from tests.views.conftest import APP, MONDAY, NOW, calm, texts

LAST_WEEK = date(2026, 11, 9)
THEN = datetime(2026, 11, 9, 9, tzinfo=UTC)


def store():
    """Return the store the app writes to."""
    return open_store(os.environ["SSI_COACH_DATABASE"])


def begun(opened, **query) -> AppTest:
    """Return the app with the review of the sample team's newest week begun."""
    return calm(calm(opened("a team", "review", **query)).button(key="review_begin").click().run())


def another_tab(**query) -> AppTest:
    """Return the page as another tab opens it on the same store."""
    app = AppTest.from_file(str(APP), default_timeout=30)
    for name, value in query.items():
        app.query_params[name] = value
    return calm(app.run().switch_page("views/review.py").run())


def whom(app: AppTest) -> str:
    """Return with whom the meeting is, as the address has it."""
    return app.query_params["with"]


def key(app: AppTest, name: str) -> str:
    """Return the key of a widget that belongs to the review and the rep it is at."""
    return f"review_{name}_{list_reviews(store())[0].review_id}_{whom(app)}"


def written() -> dict[str, Talk]:
    """Return what the store has of the newest review."""
    return talks(store(), list_reviews(store())[0].review_id)


def said_last_week(rep_id: str = "lars-sokolov", *, done: Done = Done.UNKNOWN) -> Commitment:
    """Let last week's review have ended with a note and a commitment of the first rep."""
    engine = store()
    review = open_review(engine, LAST_WEEK, None, who="test", at=THEN)
    made = Commitment(
        "c1", rep_id, Pillar.RELATIONSHIPS, "Two messages a day.", LAST_WEEK, date(2026, 12, 7), cue="lunch is over"
    )
    agree(engine, replace(made, review_id=review.review_id, done=done), who="test", at=THEN)
    write(engine, review.review_id, Talk(rep_id, "tired", "great call", Talked.COACHED), at=THEN)
    frozen = {"reps": [{"rep_id": rep_id, "name": "Lars Sokolov", "total": 40.0}]}
    end_review(engine, review.review_id, frozen, at=THEN)
    return made


def finish(app: AppTest, how: str = "coached") -> AppTest:
    """End the talk shown and go on."""
    return calm(app.button(key=f"review_{how}").click().run())


def ended(app: AppTest) -> AppTest:
    """Go through the three and end the review."""
    for _ in range(3):
        app = finish(app)
    return calm(app.button(key="review_freeze").click().run())


def test_a_review_is_begun_with_a_click(opened):
    """The first of the three stands there with last time's word, facts, prompts, notes and the builder."""
    said = texts(begun(opened))
    assert "1 of 3" in said
    order = ["What we said last time", "of 100 points", "Relationships is furthest behind", "minutes a day", "So the"]
    assert [said.index(part) > 0 for part in order] == [True] * 5
    assert (said.index("Ask\n"), said.index("Notes\n")) < (said.index("Notes\n"), said.index("Agree on one thing"))


def test_an_open_review_is_gone_on_with(opened):
    """Whoever opens the page again is in the same meeting, with whom nobody has talked yet."""
    second = whom(finish(begun(opened)))
    app = another_tab()
    assert "2 of 3 · 1 talked with" in texts(app)
    assert whom(app) == second
    assert len(list_reviews(store())) == 1


def test_a_word_is_kept_at_once(opened):
    """Leaving a box is enough; another tab, or the same one after a reload, has it."""
    app = begun(opened)
    app = calm(app.text_area(key=key(app, "private")).set_value("tired").run())
    app = calm(app.text_area(key=key(app, "shared")).set_value("well done").run())
    assert (written()[whom(app)].private, written()[whom(app)].shared) == ("tired", "well done")
    assert "Saved " in texts(app)
    assert another_tab().text_area(key=key(app, "shared")).value == "well done"


def test_two_tabs_do_not_overwrite_each_other(opened):
    """What another tab wrote since is kept before what is typed here, and shown in the box."""
    app = begun(opened)
    other = another_tab()
    other.text_area(key=key(app, "shared")).set_value("hers").run()
    app = calm(app.text_area(key=key(app, "shared")).set_value("mine").run())
    assert written()[whom(app)].shared == "hers\n\nmine"
    assert app.text_area(key=key(app, "shared")).value == "hers\n\nmine"
    assert "both texts are kept" in app.info[0].value
    assert calm(other.run()).text_area(key=key(app, "shared")).value == "hers\n\nmine"


def test_a_word_typed_elsewhere_is_seen_on_the_next_click(opened):
    """A box that was not touched here shows what the store has by now."""
    app = begun(opened)
    another_tab().text_area(key=key(app, "private")).set_value("hers").run()
    assert calm(app.run()).text_area(key=key(app, "private")).value == "hers"


def test_a_word_can_be_taken_out_again(opened):
    """An empty box is an empty note."""
    app = begun(opened)
    app = app.text_area(key=key(app, "private")).set_value("tired").run()
    calm(app.text_area(key=key(app, "private")).set_value("").run())
    assert written()[whom(app)].private == ""


def test_the_meeting_goes_on_by_coached_and_skip(opened):
    """Each leads to the next one and is ticked among the names; after the last comes the end."""
    app, seen = begun(opened), []
    for how in ("coached", "skipped", "coached"):
        seen.append(whom(app))
        app = finish(app, how)
    assert [written()[rep].talked.value for rep in seen] == ["coached", "skipped", "coached"]
    assert "3 talks · 2 talked with · 1 skipped" in texts(app)
    assert whom(app) == "end"
    names = app.button_group(key="review_names").proto.options
    assert ["check" in name.content_icon for name in names[:3]] == [True, False, True]


def test_a_talk_can_be_opened_again(opened):
    """A slip of the hand is taken back."""
    app = finish(begun(opened))
    app = calm(app.button(key="review_previous").click().run())
    app = calm(app.button(key="review_reopen").click().run())
    assert written()[whom(app)].talked is Talked.OPEN


def test_previous_and_next_walk_through_without_a_word(opened):
    """Looking is not coaching."""
    app = calm(begun(opened).button(key="review_next").click().run())
    assert "2 of 3" in texts(app)
    assert written() == {}


def test_the_address_says_with_whom(opened):
    """A link opens the meeting where it stands; somebody who is not in it is nobody."""
    app = begun(opened)
    first, second = whom(app), whom(app.button(key="review_next").click().run())
    assert whom(another_tab(**{"with": second})) == second
    assert whom(another_tab(**{"with": "nobody"})) == first


def test_everybody_can_be_gone_through(opened):
    """With the switch the list has everybody on the team, as a list to search where they are many."""
    app = calm(begun(opened).toggle(key="review_everybody").set_value(True).run())
    assert "1 of 14" in texts(app)
    assert len(app.selectbox(key="review_list").options) == 15
    app = calm(app.selectbox(key="review_list").set_value("Jun Ferreira").run())
    assert "On leave" in texts(app)
    assert "1 of 14" in texts(another_tab(all="1"))


def test_minutes_are_kept(opened):
    """How long a talk was, where the manager says it."""
    app = begun(opened)
    calm(app.number_input(key=key(app, "minutes")).set_value(15).run())
    assert written()[whom(app)].minutes == 15


def test_one_thing_is_agreed(opened):
    """The behaviour begins as the prompt's, with a fair day for the look; when and where are the manager's words."""
    app = begun(opened)
    app.text_input(key=key(app, "cue")).set_value("the first call is over").run()
    app.text_input(key=key(app, "accounts")).set_value("Norrland AB").run()
    app = calm(app.button(key="review_agree").click().run())
    (made,) = commitments(store())
    assert made.rep_id == whom(app)
    assert str(made.prompt_id).startswith(made.measured)
    assert made.review_id == list_reviews(store())[0].review_id
    assert (made.check_on - made.agreed_on).days >= 2
    assert made.start_value is not None
    assert not [button for button in app.button if button.key == "review_agree"]
    assert f"When the first call is over, I will {made.behaviour[:1].lower()}" in texts(app)
    assert "Accounts: Norrland AB." in texts(app)
    for _ in range(3):
        app = calm(app.button(key="review_next").click().run())
    assert "Accounts: Norrland AB." in texts(app)


def test_what_was_agreed_by_mistake_is_taken_back(opened):
    """Then the builder stands there again, with what was in it."""
    app = calm(begun(opened).button(key="review_agree").click().run())
    app = calm(app.button(key=f"review_withdraw_{commitments(store())[0].commitment_id}").click().run())
    assert commitments(store()) == []
    assert app.button(key="review_agree")


def test_one_s_own_words_can_be_agreed(opened):
    """Another behaviour than the playbook's, for a pillar of choice."""
    app = begun(opened)
    app.selectbox(key=key(app, "from")).set_value("Something else, in your own words").run()
    app.selectbox(key=key(app, "pillar")).set_value("Insights").run()
    app.text_area(key=key(app, "behaviour")).set_value("Read one annual report.").run()
    calm(app.button(key="review_agree").click().run())
    (made,) = commitments(store())
    assert (made.behaviour, made.pillar, made.prompt_id) == ("Read one annual report.", Pillar.INSIGHTS, None)


def test_nothing_cannot_be_agreed(opened):
    """An empty behaviour is refused in a sentence."""
    app = begun(opened)
    app = app.text_area(key=key(app, "behaviour")).set_value(" ").run()
    assert "without it there is nothing to agree on" in app.main.caption[-2].value + app.main.caption[-1].value
    app = calm(app.button(key="review_agree").click().run())
    assert "without it there is nothing to agree on" in app.warning[0].value
    assert commitments(store()) == []


def test_the_talk_of_a_past_week_has_a_day_of_its_own(opened):
    """Proposed is the week's Friday; the look is proposed from it, and every box takes days since the week began."""
    past = date(2026, 10, 19)
    app = begun(opened, week=past.isoformat())
    day = f"review_day_{list_reviews(store())[0].review_id}"
    assert app.date_input(key=day).value == date(2026, 10, 23)
    app = calm(app.date_input(key=day).set_value(date(2026, 10, 21)).run())
    (until,) = [box for box in app.date_input if box.label == "Until"]
    (look,) = [box for box in app.date_input if box.label == "A look is fair from"]
    assert (until.min, look.min) == (past, past)
    assert str(look.value) > "2026-10-22"
    calm(app.button(key="review_agree").click().run())
    (made,) = commitments(store())
    assert (made.agreed_on, made.check_on) == (date(2026, 10, 21), look.value)


def test_the_week_before_the_newest_was_talked_about_then(opened):
    """Scores of a later week are there: the day proposed is the Friday of the reviewed week."""
    app = begun(opened, week=LAST_WEEK.isoformat())
    day = f"review_day_{list_reviews(store())[0].review_id}"
    assert app.date_input(key=day).value == LAST_WEEK + timedelta(days=4)


def test_what_still_runs_is_not_proposed_again(opened):
    """The next prompt is; chosen all the same, the page says that it was agreed already."""
    app = begun(opened)
    rep, prompt = whom(app), str(app.selectbox(key=key(app, "from")).value)
    running = Commitment("c1", rep, Pillar.RELATIONSHIPS, "x", LAST_WEEK, date(2026, 12, 7), prompt_id=prompt)
    agree(store(), running, who="test", at=THEN)
    app = another_tab(**{"with": rep})
    assert app.selectbox(key=key(app, "from")).value != prompt
    app = calm(app.selectbox(key=key(app, "from")).set_value(prompt).run())
    assert "Agreed already on 9 Nov 2026; a look is fair from 7 Dec 2026 on." in texts(app)


def test_a_prompt_that_has_its_own_cue_is_said_with_one(opened):
    """It stands under "When"; another cue takes its place."""
    app = begun(opened, all="1")
    for option in app.selectbox(key="review_list").options[:-1]:
        app = calm(app.selectbox(key="review_list").set_value(option).run())
        if [one for one in app.text_input if one.key == key(app, "cue") and one.value]:
            break
    own = str(app.text_input(key=key(app, "cue")).value)
    assert f"So the agreement is: “{own}, " in texts(app)
    app = calm(app.text_input(key=key(app, "cue")).set_value("the first call is over").run())
    assert "So the agreement is: “When the first call is over, I will " in texts(app)
    assert own.lower() not in str(app.text_area(key=key(app, "behaviour")).value).lower()


def test_where_results_do_not_follow_the_score_the_deals_come_first(opened):
    """The page asks about the deals and not about the score, and the agreement begins with what was asked."""
    app, seen = begun(opened, all="1"), 0
    for option in app.selectbox(key="review_list").options[:-1]:
        said = texts(app := calm(app.selectbox(key="review_list").set_value(option).run()))
        first = "Which open deals moved in the last four weeks" in said
        assert first == ("High score, low results" in said and "too close" not in said)
        seen += first
        assert not first or "the five largest open deals" in (app.text_area(key=key(app, "behaviour")).value or "")
    assert seen


def test_what_is_agreed_for_the_conversation_has_no_pillar(opened):
    """In one's own words, with the day on which it is asked about; no score is looked at."""
    app = begun(opened)
    app.selectbox(key=key(app, "from")).set_value("Something else, in your own words").run()
    app.selectbox(key=key(app, "pillar")).set_value("Conversation (no pillar: no score speaks of it)").run()
    app.text_area(key=key(app, "behaviour")).set_value("Ask who signs.").run()
    app = calm(app.button(key="review_agree").click().run())
    (made,) = commitments(store())
    assert (made.pillar, made.start_value, made.behaviour) == (None, None, "Ask who signs.")
    assert "Conversation · to be asked about from" in texts(app)
    assert "Ask who signs." in texts(ended(app))


def test_a_meeting_opens_on_what_was_said_last_time(opened):
    """What was agreed last week stands there first, with its verdict; whether it was done is one click."""
    app = opened("a team", "review")
    said_last_week()
    app = calm(app.button(key="review_begin").click().run())
    assert whom(app) == "start"
    assert "When lunch is over: two messages a day." in texts(app)
    assert "Too early to say" in texts(app)
    app = calm(app.button_group(key="review_start_done_c1").set_value(Done.PARTLY).run())
    assert commitments(store())[0].done is Done.PARTLY
    assert " talked with" not in texts(calm(app.button(key="review_next").click().run()))
    assert whom(app) == "lars-sokolov"


def test_those_who_agreed_to_something_last_time_come_first(opened):
    """The card the review begins from lists it, and the steps begin with them, said in words beside the name."""
    app = opened("a team", "review")
    said_last_week()
    app = calm(app.run())
    assert "Agreed last time:\n\n- **Lars Sokolov**: When lunch is over: two messages a day." in texts(app)
    app = calm(app.button(key="review_begin").click().run())
    names = [option.content for option in app.button_group(key="review_names").proto.options]
    assert names[1] == "Lars Sokolov :small[· agreed last time]"
    assert not any("agreed" in name for name in names[2:])


def test_last_time_s_word_comes_before_the_numbers(opened):
    """With the rep it was said to: the commitment, the note that was sent, and what was only for the manager."""
    app = opened("a team", "review", all="1")
    said_last_week()
    app = app.button(key="review_begin").click().run()
    app = calm(app.selectbox(key="review_list").set_value("Lars Sokolov · agreed last time").run())
    said = "\n".join(str(getattr(element, "value", "")) for element in app.main)
    parts = ("When lunch is over: two messages a day.", "great call", "tired", "of 100 points", "Ask\n", "Notes\n")
    places = [said.index(part) for part in parts]
    assert places == sorted(places)


def test_an_ended_review_is_frozen_and_read_only(opened):
    """The page shows it as it stood; no box, no builder, and the numbers do not follow later files."""
    app = begun(opened)
    app.text_area(key=key(app, "shared")).set_value("**two** well done\n- call").run()
    app.text_area(key=key(app, "private")).set_value("tired").run()
    app.button(key="review_agree").click().run()
    app = ended(app)
    said = texts(app)
    assert "nothing changes it any more" in said
    score = re.findall(r"SSI \d+\.\d of 100", said)[0]
    assert "\\*\\*two\\*\\* well done  \n\\- call" in said
    assert "tired" in said
    assert "**Agreed:** " in said
    assert not app.text_area
    assert not [button for button in app.button if button.key in ("review_agree", "review_coached")]
    commit(store(), sample_batch(last_week=MONDAY, seed=99), who="test", at=NOW)
    assert score in texts(calm(another_tab()))


def test_what_was_only_for_the_manager_is_not_in_what_is_frozen(opened):
    """It stays beside the review in the store."""
    app = begun(opened)
    first = whom(app)
    app.text_area(key=key(app, "private")).set_value("tired of it all").run()
    ended(app)
    (review,) = list_reviews(store())
    assert "tired of it all" not in str(find_review(store(), review.review_id).frozen)
    assert written()[first].private == "tired of it all"


def test_a_word_too_late_is_refused_and_not_lost(opened):
    """Ended in another tab meanwhile: the sentence says so, and the words stand there once more to be copied."""
    app = begun(opened)
    box = key(app, "private")
    ended(another_tab())
    app = app.text_area(key=box).set_value("one more thing").run()
    assert not app.exception
    assert "has ended and is frozen" in app.error[0].value
    assert "one more thing" in app.warning[0].value


def test_the_next_review_of_the_week_is_another_one(opened):
    """An ended week can be reviewed again; the ended one stays."""
    app = ended(begun(opened))
    app = calm(app.button(key="review_again").click().run())
    assert "1 of 3" in texts(app)
    assert [one.ended for one in list_reviews(store())] == [False, True]


def test_a_past_review_is_read_again(opened):
    """From the list, under an address of its own, and back."""
    app = opened("a team", "review")
    said_last_week()
    app = calm(app.run())
    review = list_reviews(store())[0]
    app = calm(app.button(key=f"review_read_{review.review_id}").click().run())
    assert "Week of 9 Nov 2026" in texts(app)
    assert "SSI 40.0 of 100" in texts(app)
    assert app.query_params["past"] == review.review_id
    app = calm(app.button(key="review_back").click().run())
    assert app.button(key="review_begin")


def test_a_past_review_opens_under_whom_its_rep_was_joined_with(opened):
    """The words of then and the manager's own notes stay together, under the name of then."""
    app = opened("a team", "review")
    said_last_week()
    join(store(), "lars-sokolov", "anton-iyer", who="test", at=THEN)
    app = calm(app.run())
    app = calm(app.button(key=f"review_read_{list_reviews(store())[0].review_id}").click().run())
    said = texts(app)
    assert ("Lars Sokolov" in said, "SSI 40.0 of 100" in said, "tired" in said) == (True, True, True)


def test_two_reviews_stand_side_by_side(opened):
    """The numbers then and later, and what came of what was agreed."""
    app = calm(opened("a team", "review", week=LAST_WEEK.isoformat()))
    app = calm(app.button(key="review_begin").click().run())
    app = calm(app.button(key="review_agree").click().run())
    assert "Take back and agree anew" in [button.label for button in app.button]
    name = app.header[0].value
    app = ended(app)
    app = calm(app.selectbox(key="filter_week").set_value("16 Nov 2026").run())
    review = list_reviews(store())[0].review_id
    app = calm(app.button(key=f"review_read_{review}").click().run())
    app = calm(app.selectbox(key="review_beside").set_value("The week of 16 Nov 2026, as it is now").run())
    table = app.dataframe[0].value
    assert table.columns.tolist()[:4] == ["Rep", "SSI 9 Nov 2026", "SSI now", "Difference"]
    assert table["Rep"].tolist()[0] == name
    assert "Too early to say" in texts(app)


def test_a_review_left_open_is_named(opened):
    """The week before was never ended: the page says so, with the way to it."""
    app = opened("a team", "review")
    open_review(store(), LAST_WEEK, None, who="test", at=THEN)
    app = calm(app.run())
    assert "has not been ended yet" in texts(app)
    app = calm(app.button(key="review_left_open").click().run())
    assert "Week of 9 Nov 2026" in texts(app)
    assert "1 of " in texts(app)


def test_a_review_is_ended_with_everybody_in_view(opened):
    """With one role beside the page the others' numbers would be missing: all roles are asked for first."""
    app = begun(opened)
    app.selectbox(key="filter_role").set_value("Account executive").run()
    app = calm(app.button_group(key="review_names").set_value("end").run())
    assert not [button for button in app.button if button.key == "review_freeze"]
    app = calm(app.button(key="review_roles").click().run())
    assert app.button(key="review_freeze")


def test_who_has_left_since_is_still_in_the_meeting_they_were_in(opened, desk):
    """Whom something was written down about stays in the list, with the state in words."""
    app = begun(opened)
    review = list_reviews(store())[0]
    write(store(), review.review_id, Talk("jun-ferreira", shared="back in May"), at=NOW)
    app = calm(app.run())
    assert "1 of 4" in texts(app)


@pytest.mark.parametrize("state", ["one rep", "bad rows", "last week missing"])
def test_a_review_can_be_held_in_every_state(opened, state):
    """Few reps, no pipeline, no week before: the meeting goes on and ends."""
    app = calm(calm(opened(state, "review")).button(key="review_begin").click().run())
    app = calm(app.toggle(key="review_everybody").set_value(True).run())
    app = finish(app)
    app.query_params["with"] = "end"
    app = calm(app.run())
    app = calm(app.button(key="review_freeze").click().run())
    assert "nothing changes it any more" in texts(app)
