"""Which thresholds did the manager choose?"""

from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, update

from dashboard.model.errors import BadSetting
from dashboard.model.settings import Settings
from dashboard.store.engine import revision, writing
from dashboard.store.schema import settings as table
from dashboard.store.settings import RULES, load_settings, save_settings
from tests.store.batches import AT


def test_a_new_store_has_the_defaults(store):
    """Nothing chosen means the defaults."""
    assert load_settings(store) == Settings()


def test_chosen_settings_come_back(store):
    """What was saved is loaded, a tuple as a tuple, and the revision grows."""
    chosen = Settings(min_change_total=3.0, baseline="team", band_cuts=(25.0, 50.0, 75.0), hide_ranks=True)
    before = revision(store)
    save_settings(store, chosen, at=AT)
    assert load_settings(store) == chosen
    assert revision(store) == before + 1
    save_settings(store, Settings(), at=AT)
    assert load_settings(store) == Settings()


def test_every_setting_has_a_rule():
    """No setting is kept unchecked, and the defaults keep the rules."""
    assert set(RULES) == {each.name for each in fields(Settings)}
    assert all(RULES[each.name].holds(each.default) for each in fields(Settings))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("min_change_total", -1, "a number from 0 to 100"),
        ("min_change_pillar", float("nan"), "a number from 0 to 25"),
        ("baseline", "luck", "one of auto, industry"),
        ("min_peers", 2.5, "a whole number from 2 to 100"),
        ("min_peers", True, "a whole number from 2 to 100"),
        ("stale_after_weeks", float("inf"), "a whole number from 1 to 52"),
        ("band_cuts", (30, 30, 70), "three rising points"),
        ("band_cuts", (30, 70), "three rising points"),
        ("hide_ranks", 1, "true or false"),
        ("show_all_teams_up_to", "many", "a whole number from 1"),
        ("targets", (20, 8, 5), "four numbers of points above 0 and up to 25"),
        ("targets", (20, 8, 5, 26), "four numbers of points"),
        ("targets", (20, 0, 5, 20), "four numbers of points"),
        ("targets_from", "16 Nov", "a day such as 2026-11-16"),
        ("weight_need", -0.1, "a number from 0 to 2"),
        ("weight_waiting", 2.5, "a number from 0 to 2"),
    ],
)
def test_a_setting_that_cannot_be_is_not_saved(store, name, value, words):
    """The sentence names the setting, the value and what it must be."""
    with pytest.raises(BadSetting, match=f"The setting {name} cannot be .*: it must be {words}"):
        save_settings(store, replace(Settings(), **{name: value}), at=AT)
    assert load_settings(store) == Settings()


def test_a_setting_spoilt_in_the_store_is_told(store):
    """What was changed behind the desk's back is checked on loading."""
    save_settings(store, Settings(), at=AT)
    with writing(store) as connection:
        connection.execute(update(table).where(table.c.name == "min_peers").values(value="five"))
    with pytest.raises(BadSetting, match="min_peers cannot be five"):
        load_settings(store)


def test_a_setting_of_another_version_is_left_alone(store):
    """A name this version does not know neither disturbs nor disappears."""
    with writing(store) as connection:
        connection.execute(insert(table).values(name="colour", value="teal", saved_at=""))
    save_settings(store, Settings(), at=AT)
    assert load_settings(store) == Settings()
    with writing(store) as connection:
        assert "colour" in connection.execute(table.select()).scalars()


def test_targets_know_since_when_they_hold(store):
    """Saved with other targets: from that day on; saved again with the same: still that day; the defaults have none."""
    mine, later = Settings(targets=(18.0, 9.0, 6.0, 19.0)), datetime(2026, 12, 1, tzinfo=UTC)
    save_settings(store, mine, at=AT)
    save_settings(store, replace(mine, min_peers=6), at=later)
    assert load_settings(store).targets_from == AT.date().isoformat()
    save_settings(store, replace(mine, targets=(18.0, 9.0, 6.0, 20.0)), at=later)
    assert load_settings(store).targets_from == "2026-12-01"
    save_settings(store, Settings(), at=later)
    assert load_settings(store) == Settings()
