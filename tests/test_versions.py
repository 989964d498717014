"""Does the project stand on the versions it names, and does it say plainly when it cannot?"""

import re
import subprocess
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PIN = re.compile(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*")


def plain(name: str) -> str:
    """Return a distribution's name as pip compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    """Return the pinned version of every package in constraints.txt."""
    lines = [line for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    return {plain(name): number for name, _, number in (line.partition("==") for line in lines)}


def direct() -> list[str]:
    """Return the names of the packages pyproject.toml asks for, development tools included."""
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    return [plain(re.split(r"[<>=\[ ]", line)[0]) for line in wanted]


def test_constraints_hold_names_and_versions_only():
    """A line of constraints.txt is `name==version`: no address, no hash, no option."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#") and not PIN.fullmatch(line)] == []


@pytest.mark.parametrize("name", direct())
def test_every_direct_dependency_is_pinned(name: str):
    """What pyproject.toml asks for has a pin."""
    assert name in pins()


@pytest.mark.parametrize("name", sorted(pins()))
def test_what_is_installed_is_what_is_pinned(name: str):
    """Nothing was swapped for another version on the way: resolvers do that without a word."""
    try:
        assert version(name) == pins()[name]
    except PackageNotFoundError:
        pytest.skip(f"{name} is not needed on this Python or system")


def test_changelog_has_the_version():
    """The version of pyproject.toml has its section in CHANGELOG.md."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"## [{PROJECT['version']}]" in changelog or "## [Unreleased]" in changelog


def ran(script: str, folder: Path, programs: dict[str, str], **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a script of .ci/ where only the given programs exist: name -> body of a shell script."""
    for name, body in programs.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        program.chmod(0o755)
    command, settings = ["/bin/sh", str(ROOT / ".ci" / script)], {"PATH": str(folder), **settings}
    return subprocess.run(command, env=settings, capture_output=True, text=True, timeout=20, check=False)


OLD = 'case "$2" in *print*) echo 3.9;; *) exit 1;; esac'
BARE = 'case "$2" in *print*) echo 3.12;; *venv*) exit 1;; esac'
GOOD = 'case "$2" in *print*) echo 3.13;; esac'


def test_the_first_python_that_will_do_is_taken(tmp_path: Path):
    """An old python3 is passed over for a newer one beside it, also in a folder with a space."""
    folder = tmp_path / "a folder"
    folder.mkdir()
    found = ran("find-python", folder, {"python3": OLD, "python3.13": GOOD})
    assert (found.returncode, found.stdout.strip()) == (0, str(folder / "python3.13"))


@pytest.mark.parametrize(
    ("programs", "sentence"),
    [
        ({}, "No Python was found"),
        ({"python3": OLD}, "Python 3.11 or newer is needed; found only: python3=3.9"),
        ({"python3": BARE}, "Python 3.12 is here, but without the venv and ensurepip modules"),
    ],
)
def test_what_is_missing_is_said_plainly(tmp_path: Path, programs: dict[str, str], sentence: str):
    """No Python, one too old, or one without venv: one sentence with the remedy, exit code 1."""
    found = ran("find-python", tmp_path, programs)
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith(sentence)
    assert found.stderr.count("\n") == 1


@pytest.mark.parametrize(("settings", "code"), [({}, 0), ({"CI": "true"}, 1)])
def test_a_missing_chromium_stops_only_ci(tmp_path: Path, settings: dict[str, str], code: int):
    """Where Chromium cannot be installed, the tests go on without the journeys and say so; CI has to have them."""
    found = ran("find-chromium", tmp_path, {"id": "echo 1000"}, **settings)
    assert (found.returncode, found.stdout) == (code, "")
    assert found.stderr.startswith("Chromium is missing and cannot be installed from here")


def test_a_named_chromium_is_enough(tmp_path: Path):
    """CHROMIUM may name any program."""
    (tmp_path / "mine").write_text("#!/bin/sh\n", "utf-8")
    (tmp_path / "mine").chmod(0o755)
    assert ran("find-chromium", tmp_path, {"id": "echo 1000"}, CHROMIUM=str(tmp_path / "mine")).returncode == 0
