"""Whatever is typed wrongly: one sentence, the right exit code, no traceback, nothing stored."""

import pytest

GOOD = "Week of,Rep name,Brand,People,Insights,Relationships\n2026-11-09,Mara Lindqvist,18.4,9.2,12.1,20.3\n"

USAGE = [
    (("check",), "FILE"),
    (("check", "team.csv", "--as-of", "16.11.2026"), "no date"),
    (("check", "team.csv", "--answer", "dmy"), "no answer"),
    (("check", "team.csv", "--answer", "colour=blue"), "colour"),
    (("check", "team.csv", "--period", "fortnight"), "no period"),
    (("review", "--week", "soon"), "no date"),
    (("review", "--week", "2026-11-09", "--from", "2026-11-02"), "not both"),
    (("review", "--from", "2026-11-09", "--to", "2026-11-02"), "after"),
    (("demo", "--reps", "0"), "--reps"),
    (("frobnicate",), "frobnicate"),
    (("--port", "99999"), "--port"),
]


@pytest.mark.parametrize(("words", "sentence"), USAGE)
def test_wrong_words_are_told_with_exit_code_2(type_in, words, sentence):
    """Wrong usage is one sentence on stderr, with where to read more."""
    said = type_in(*words)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err
    assert said.err.rstrip().endswith("--help`.")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("command", ["check", "import"])
def test_a_path_without_a_file(type_in, tmp_path, command):
    """A path that is not there and a folder are refused, the readable file beside them is still told."""
    good = tmp_path / "team.csv"
    good.write_text(GOOD)
    said = type_in(command, good, tmp_path / "gone.csv", tmp_path, "--json")
    assert said.code == 1
    assert [refusal["code"] for refusal in said.json["refused"]] == ["unreadable_file", "unreadable_file"]
    assert "no such file" in said.err
    assert "folder" in said.err
    assert said.err.count("\n") == 2
    assert said.json["import_id"] is None
    assert len(said.json["readings"]) == 1


def test_a_name_cannot_break_the_line(type_in, tmp_path):
    """A path with a line break in it is complained of in one line."""
    said = type_in("check", tmp_path / "a\nb.csv")
    assert (said.code, said.err.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    "url",
    ["nonsense", "sqlite:////proc/nowhere/desk.sqlite", "oracle://desk", "postgresql://127.0.0.1:1/x", "sqlite:///."],
)
def test_a_store_that_cannot_be_opened(type_in, url):
    """A bad database URL is one sentence, whatever the command."""
    for words in (("imports",), ("review",), ("undo", "x"), ("demo",)):
        said = type_in(*words, "--db", url)
        assert (said.code, said.out) == (1, "")
        assert said.err.count("\n") == 1
        assert "Traceback" not in said.err


def test_an_empty_desk_says_what_to_do(type_in):
    """Before the first import a review and notes point to import and demo; the history is simply empty."""
    said = type_in("review", "--json")
    assert (said.code, said.out) == (1, "")
    assert "ssi-coach demo" in said.err
    assert type_in("notes", "--all", "--format", "zip", "--out", "notes.zip").code == 1
    assert type_in("imports").out == "Nothing was imported yet.\n"


def test_a_week_without_scores(type_in):
    """A week nobody was read in is named in the answer."""
    type_in("demo", "--as-of", "2026-11-16", "--weeks", "4")
    said = type_in("review", "--week", "2025-01-01")
    assert (said.code, said.out) == (1, "")
    assert "30 Dec 2024" in said.err
    assert type_in("review", "--from", "2025-01-01", "--to", "2025-03-01", "--json").code == 1


@pytest.mark.parametrize("content", [b"", b"\n\n", b"Week of,Rep name\n", b"\x00" * 64, b"PK\x03\x04broken", b"hello"])
def test_files_that_are_no_team_files(type_in, tmp_path, content):
    """Empty, header-only, binary and prose are refused in a sentence; nothing is stored."""
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    said = type_in("import", path, "--json")
    assert said.code == 1
    assert said.json["import_id"] is None
    assert "Traceback" not in said.err
    assert said.err.strip()
