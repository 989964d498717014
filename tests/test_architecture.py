"""Do the walls stand? Each goes red in one sentence; what they are is written in tests/walls.py."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests import walls
from tests.house import Module, length
from tests.walls import RULES, Breach

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "dashboard"
MODULES = [Module(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in sorted(HOUSE.rglob("*.py"))]
TEXT = {".py", ".md", ".toml", ".txt", ".json", ".csv", ".html", ".yml", ""}

BAD: list[tuple[Callable[[Module], Iterator[Breach]], str, str, str]] = [
    (walls.rooms, "metrics/week.py", "from dashboard.store import history", "metrics may not import store"),
    (walls.rooms, "model/bands.py", "import dashboard.desk.review", "model may not import desk"),
    (walls.rooms, "desk/review.py", "from dashboard import ui", "desk may not import ui"),
    (walls.rooms, "exports/note.py", "from . import html", "relatively"),
    (walls.libraries, "desk/review.py", "import streamlit as st", "streamlit is imported only in"),
    (walls.libraries, "views/heatmap.py", "from pandas import DataFrame", "pandas is imported only in"),
    (walls.libraries, "ui/frames.py", "from plotly import express", "plotly is imported only in charts"),
    (walls.libraries, "model/weeks.py", "import babel", "model stands on the standard library alone"),
    (walls.libraries, "desk/review.py", "from sqlalchemy import select", "nothing of sqlalchemy"),
    (walls.network, "ingest/load.py", "import urllib.request", "talks to the network"),
    (walls.network, "ui/guard.py", "from http import client", "talks to the network"),
    (walls.views, "views/rep.py", "def draw(): ...", "a view has no def"),
    (walls.views, "views/rep.py", "st.button('x', key='team_x')", "does not start with rep_"),
    (walls.views, "views/rep.py", "st.button('x', key=f'team_{x}')", "does not start with rep_"),
    (walls.screen, "views/rep.py", "st.dataframe(table)", "has no alt text"),
    (walls.screen, "ui/style.py", "st.markdown(x, unsafe_allow_html=True)", "injects HTML"),
    (walls.screen, "ui/filters.py", "st.button('x', use_container_width=True)", "is gone"),
    (walls.screen, "views/rep.py", "st.session_state['x'] = 1", "only ui/state.py"),
    (walls.caching, "desk/review.py", "@st.cache_data\ndef f(): ...", "only in ui/cached.py"),
    (walls.clock, "metrics/week.py", "week = date.today()", "asks the clock"),
    (walls.clock, "views/rep.py", "at = datetime.datetime.now()", "asks the clock"),
    (walls.disk, "exports/note.py", "path.write_bytes(b'')", "writes to the disk"),
    (walls.disk, "desk/review.py", "open(path, mode='wb')", "writes to the disk"),
    (walls.disk, "ui/cached.py", "path.open('a')", "writes to the disk"),
    (walls.purity, "metrics/effect.py", "from random import shuffle", "metrics is pure: no random.shuffle"),
    (walls.purity, "store/engine.py", "def f():\n    global seen", "global seen"),
    (walls.purity, "coaching/queue.py", "path.read_text()", "reads the disk"),
    (walls.spoken, "metrics/week.py", "import re", "no docstring: which question"),
    (walls.spoken, "metrics/week.py", '"""Q?"""\ndef f() -> int:\n    return 1', "f has no docstring"),
    (
        walls.spoken,
        "metrics/week.py",
        '"""Q?"""\nclass C:\n    "Doc."\n    def f(self) -> int: ...',
        "f has no docstring",
    ),
    (walls.spoken, "metrics/week.py", '"""Q?"""\ndef f(a, *b: int):\n    "Doc."', "leaves a, return without a type"),
    (walls.sizes, "metrics/week.py", "def f():\n" + "    x = 1\n" * 40, "f has 41 lines"),
    (walls.sizes, "metrics/week.py", "x = 1\n" * 251, "the file has 251 lines"),
    (walls.names, "desk/import_utils.py", "", "says nothing"),
    (walls.names, "desk/review.py", "team_df = 1", "the name team_df says nothing"),
    (walls.names, "desk/review.py", "def f(df): ...", "the name df says nothing"),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_module_breaks_the_wall(rule: Callable[[Module], Iterator[Breach]]):
    """Every module of the product keeps to the rule."""
    found = [f"{module.path}:{line}: {sentence}" for module in MODULES for line, sentence in rule(module)]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(("rule", "path", "source", "sentence"), BAD)
def test_a_breach_is_told_in_one_sentence(rule, path: str, source: str, sentence: str):
    """The rule goes red on a bad snippet and says why."""
    found = [told for _, told in rule(Module(f"dashboard/{path}", source))]
    assert len(found) == 1
    assert sentence in found[0]


def test_every_rule_can_fail():
    """No rule is without a bad snippet of its own."""
    assert {rule for rule, *_ in BAD} == set(RULES)


def test_every_module_lies_in_a_room():
    """A new room gets its line in the table of who may import whom."""
    assert {module.room for module in MODULES} <= set(walls.MAY_IMPORT)


def test_most_functions_are_short():
    """At least 90 % of the functions have under 25 lines, docstring included."""
    lengths = [length(node) for module in MODULES for node in module.functions()]
    short = sum(lines < 25 for lines in lengths) / max(len(lengths), 1)
    assert short >= 0.9, f"only {short:.0%} of {len(lengths)} functions have under 25 lines"


def test_nothing_directly_in_the_house_bears_a_standard_library_name():
    """The entry file's folder comes first on sys.path: a calendar.py there would hide the real one."""
    assert {path.stem for path in HOUSE.iterdir()} & set(sys.stdlib_module_names) == set()


def test_no_folder_is_named_pages():
    """Beside a folder named pages/ AppTest runs the page alone from its second run on."""
    assert [path for path in HOUSE.rglob("pages") if path.is_dir()] == []


def test_nothing_is_counted_or_sent_home():
    """The configuration turns usage statistics off."""
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert config["browser"]["gatherUsageStats"] is False


def committed() -> list[Path]:
    """Return the text files that git knows, those not yet added included."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    paths = [ROOT / line for line in listed.stdout.splitlines()]
    return [path for path in paths if path.suffix in TEXT and path.is_file()]


def test_no_file_names_a_place_on_somebodys_machine():
    """Paths are relative: no committed file names a home or scratch folder."""
    folders = "|".join(("work", "tmp", "root", "home", "Users", "opt"))
    place = re.compile(rf"(?<![\w./*~{{}}-])/(?:{folders})/\w")
    found = [path for path in committed() if place.search(path.read_text("utf-8", errors="replace"))]
    assert [path.relative_to(ROOT).as_posix() for path in found] == []
