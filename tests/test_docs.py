"""Do the documents say what is so? Generated blocks, commands, links and completeness."""

import re
import shlex
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest

from dashboard.cli.main import run
from dashboard.model.settings import Settings
from tests import docs

ROOT = docs.ROOT
README = (ROOT / "README.md").read_text("utf-8")
LINKED = ["README.md", "CHANGELOG.md", "data/README.md"]


@pytest.mark.parametrize("document", docs.DOCUMENTS)
def test_generated_blocks_are_current(document: str):
    """Every block says what the code says now; `make docs` rewrites those that do not."""
    assert docs.current(document) == (ROOT / document).read_text("utf-8"), "run `make docs`"


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)", README))))
def test_make_targets_of_readme_exist(target: str):
    """Every `make x` README speaks of is a target of the Makefile."""
    done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_commands_of_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The lines that start with ssi-coach work one after the other, on a desk of their own."""
    monkeypatch.setenv("SSI_COACH_DATABASE", f"sqlite:///{tmp_path / 'desk.sqlite'}")
    shutil.copytree(ROOT / "data" / "sample", tmp_path / "data" / "sample")
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^ssi-coach (.+)$", README, re.MULTILINE)
    assert {line: run(shlex.split(line)) for line in lines} == dict.fromkeys(lines, 0)


@pytest.mark.parametrize("document", LINKED)
def test_links_lead_somewhere(document: str):
    """Every relative link and picture of a document exists."""
    text = (ROOT / document).read_text("utf-8")
    links = re.findall(r"\]\(([^)#:\s]+)[^):]*\)|(?:src|srcset)=\"([^\":]+)\"", text)
    targets = [Path(document).parent / (plain or picture) for plain, picture in links]
    assert [target.as_posix() for target in targets if not (ROOT / target).exists()] == []


def test_every_page_is_in_the_navigation():
    """Every file in views is a page of the app, and so in README's table and in every test over all pages."""
    assert {path.stem for path in docs.VIEWS.glob("[a-z]*.py")} == set(docs.PAGES)


def test_every_setting_is_explained():
    """Every field of Settings has its meaning in the docstring, and so in README."""
    assert {field.name for field in fields(Settings)} == set(docs.setting_meanings())
