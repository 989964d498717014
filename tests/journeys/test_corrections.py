"""A Tuesday: the file was wrong, a better one comes, and the first is wanted back."""

HEADINGS = "Week of,Rep name,Brand,People,Insights,Relationships"
WRONG = f"{HEADINGS}\n2026-11-09,Mara Lindqvist,18.4,9.2,12.1,20.3\n2026-11-09,Ivo Santoro,11.0,7.5,6.1,14.4\n"
RIGHT = WRONG.replace("18.4", "14.8")
LESS = f"{HEADINGS}\n2026-11-09,Mara Lindqvist,,9.2,12.1,20.3\n"


def brand(type_in) -> float:
    """Mara's brand as the review has it."""
    reps = type_in("review", "--json").json["reps"]
    return next(rep for rep in reps if rep["rep_id"] == "mara-lindqvist")["pillars"]["brand"]["score"]


def test_a_corrected_file_counts_and_can_be_taken_back(type_in, sheet):
    """The correction is one changed row; after undo the first file's value counts again."""
    assert type_in("import", sheet(WRONG), "--json").json["plan"] == {
        "added": 2,
        "changed": 0,
        "same": 0,
        "conflicting": 0,
    }
    second = type_in("import", sheet(RIGHT), "--json").json
    assert (second["plan"]["added"], second["plan"]["changed"], second["plan"]["same"]) == (0, 1, 1)
    assert brand(type_in) == 14.8
    assert type_in("undo", second["import_id"]).code == 0
    assert brand(type_in) == 18.4


def test_a_blank_never_erases(type_in, sheet):
    """A later file without the value leaves the value as it was."""
    type_in("import", sheet(WRONG))
    assert type_in("import", sheet(LESS)).code == 0
    assert brand(type_in) == 18.4


def test_the_history_lists_who_and_when(type_in, sheet):
    """The newest import comes first, with its files and counts."""
    type_in("import", sheet(WRONG, "monday.csv"))
    type_in("import", sheet(RIGHT, "tuesday.csv"))
    listed = type_in("imports", "--json").json["imports"]
    assert [record["files"] for record in listed] == [["tuesday.csv"], ["monday.csv"]]
    assert all(record["who"] and record["at"] and record["undone_at"] is None for record in listed)
    words = type_in("imports").out
    assert words.index("tuesday.csv") < words.index("monday.csv")


def test_check_stores_nothing_and_can_compare(type_in, sheet, desk):
    """Check leaves the desk empty; with --db it says what an import would change there."""
    assert type_in("check", sheet(WRONG)).out.rstrip().endswith("Nothing was stored: this was a check.")
    assert type_in("imports", "--json").json == {"imports": []}
    type_in("import", sheet(WRONG))
    assert type_in("check", sheet(RIGHT), "--db", desk, "--json").json["plan"]["changed"] == 1


def test_a_desk_can_be_put_away_and_brought_back(type_in, sheet, tmp_path):
    """One file holds the whole desk; brought back, what came after it is gone, and kept beside."""
    type_in("import", sheet(WRONG))
    assert type_in("backup", tmp_path / "monday.sqlite").code == 0
    type_in("import", sheet(RIGHT))
    restored = type_in("restore", tmp_path / "monday.sqlite")
    assert restored.code == 0
    assert brand(type_in) == 18.4
    kept = restored.out.rpartition("kept as ")[2].strip().removesuffix(".")
    assert type_in("review", "--db", f"sqlite:///{kept}").code == 0
    refused = type_in("restore", sheet("no desk", "notes.txt"))
    assert (refused.code, refused.err.count("\n")) == (1, 1)
