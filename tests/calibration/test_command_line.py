"""Do the verdicts hold on the way a team's file goes: imported, reviewed week by week, told as JSON?"""

import json
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import numpy as np
import pytest

from dashboard.cli.main import run
from dashboard.model.pillars import PILLARS
from tests.calibration.simulated import World, as_read, ramp, table, untouched, weeks_of

WORLD = World(weeks=32)
SHIFT, END = 20, 28
NAMES = ["Ada", "Bo", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hana", "Ida", "Jan", "Kim", "Lou", "Mia", "Noor"]
GAINED, LAPSED = "Ida Berg", "Noor Berg"


@pytest.fixture(scope="module")
def reviews(tmp_path_factory) -> list[dict]:
    """Return the reviews from the shift on, the oldest first: the formula is 7 % stricter, one gains, one lapses."""
    folder, rng = tmp_path_factory.mktemp("calibration"), np.random.default_rng(12)
    points = untouched(WORLD, rng).points
    points[NAMES.index("Ida"), 0] += ramp(WORLD.weeks, END, 2, 2.5)
    points[NAMES.index("Noor"), 3] += ramp(WORLD.weeks, END, 3, -2.5)
    points[:, :, SHIFT:] *= 0.93
    rows = table(as_read(points, WORLD, rng), WORLD).assign(Team="North")
    rows["rep_id"] = [f"{NAMES[int(rep[1:])]} Berg" for rep in rows["rep_id"]]
    rows.rename(columns={"rep_id": "Rep"}).to_csv(folder / "team.csv", index=False, date_format="%Y-%m-%d")
    return reviewed(folder)


def reviewed(folder: Path) -> list[dict]:
    """Return what the command line tells of each week of the file from the shift on."""
    database, said = f"sqlite:///{folder / 'desk.sqlite'}", StringIO()
    with redirect_stdout(StringIO()):
        assert run(["import", str(folder / "team.csv"), "--db", database]) == 0
    with redirect_stdout(said):
        assert run(["review", "--from", f"{weeks_of(WORLD)[SHIFT]}", "--db", database, "--json"]) == 0
    return [json.loads(line) for line in said.getvalue().splitlines()]


def verdicts(review: dict) -> dict[tuple[str, str], str]:
    """Return the verdict by rep's name and pillar."""
    return {(rep["name"], name): held["verdict"] for rep in review["reps"] for name, held in rep["pillars"].items()}


def test_every_week_is_told(reviews):
    """From the shift to the last week, one object a week."""
    assert [review["week"] for review in reviews] == [f"{week}" for week in weeks_of(WORLD)[SHIFT:]]


def test_the_shift_is_told_in_its_week(reviews):
    """All four pillars, the same week, and still so eight weeks later."""
    for review in (reviews[0], reviews[8]):
        told = {(shift["pillar"], shift["week"]) for shift in review["team"]["shifts"]}
        assert told == {(pillar.value, f"{weeks_of(WORLD)[SHIFT]}") for pillar in PILLARS}


def test_what_was_done_is_found_within_three_weeks(reviews):
    """The gain on brand is up, the lapse on relationships down."""
    seen = [verdicts(review) for review in reviews[END - SHIFT :]]
    assert any(each[GAINED, "brand"] == "up" for each in seen)
    assert any(each[LAPSED, "relationships"] == "down" for each in seen)


def test_nobody_else_is_alarmed(reviews):
    """Twelve weeks of twelve quiet reps: at most one in fifty is said to have moved."""
    quiet = [
        verdict in {"up", "down"}
        for review in reviews
        for (name, _), verdict in verdicts(review).items()
        if name not in {GAINED, LAPSED}
    ]
    assert len(quiet) == 12 * 12 * 4
    assert np.mean(quiet) <= 0.02
