"""Mondays with the team's real files: every figure was worked out by hand in the corpus' own table."""

from collections import Counter

import pytest

LAST_WEEK = {
    "Anna Müller": (18.61, 10.90, 12.47, 20.78, 62.76, "people", 2.34),
    "José García López": (15.47, 11.79, 8.47, 18.10, 53.83, "insights", None),
    "Siobhán O'Brien": (21.42, 7.82, 11.10, 22.55, 62.89, "people", 0.07),
    "Wei Chen": (11.88, 14.50, 5.82, 13.86, 46.06, "insights", 4.18),
    "Priya Raman": (21.45, 13.40, 14.49, 23.96, 73.30, "people", -0.30),
    "Tom Becker": (12.80, 8.86, 9.08, 15.23, 45.97, "people", 0.92),
    "Thomas Becker": (16.79, 13.49, 9.96, 17.97, 58.21, "insights", 0.39),
    "Łukasz Nowak": (19.81, 8.11, 13.72, 17.31, 58.95, "people", 3.16),
}
"""brand, people, insights, relationships, total, lowest pillar, change against 2026-10-12."""

SHEET = {
    "Anna Müller": (18.6, 11.4, 12.3, 20.8, 1_200_000, 450_000, 210_500, 0.4678, 12),
    "José García López": (15.9, 11.8, 9.1, 18.2, 640_000, 380_000, 95_250, 0.2507, 7),
    "Siobhán O'Brien": (21.5, 7.7, 11.4, 22.6, 980_000, 450_000, 388_000, 0.8622, 15),
    "Wei Chen": (12.4, 14.9, 6.1, 14.1, 412_000, 300_000, 41_900, 0.1397, 4),
    "Priya Raman": (21.5, 13.6, 14.2, 24.0, 2_050_000, 520_000, 601_000, 1.1558, 18),
    "Tom Becker": (12.8, 9.0, 8.9, 15.4, 305_000, 300_000, 120_000, 0.40, 6),
    "Thomas Becker": (16.8, 13.6, 10.0, 17.5, 871_400, 450_000, 233_100, 0.518, 9),
    "Łukasz Nowak": (20.0, 8.6, 13.7, 17.4, 1_010_000, 380_000, 174_000, 0.4579, 11),
    "Ben Osei": (None, None, None, None, 88_000, 150_000, 0, 0.0, 3),
}
"""Four pillars, open pipeline, quota, won, attainment, meetings of the week of 2026-11-16."""

PILLARS = ("brand", "people", "insights", "relationships")


@pytest.fixture
def team(corpus):
    """The folder of the team's files."""
    return corpus / "team"


def plain(name: str) -> str:
    """A name as an e-mail would give it: file 03 has no names."""
    return name.translate(str.maketrans("üéáíóŁ", "ueaioL")).replace("'", "").casefold()


def test_the_long_file_gives_its_figures(type_in, team):
    """204 pillar values are accepted, and the last week's are those of the table."""
    said = type_in("check", team / "01_ssi_long.csv", "--json").json
    readings = said["readings"]
    assert len(said["people"]) == 9
    conflict = [r for r in readings if (r["rep"], r["week"]) == ("Tom Becker", "2026-11-02")]
    values = sum(r[pillar] is not None for r in readings for pillar in PILLARS)
    assert values - sum(r["insights"] is not None for r in conflict) == 204
    last = {r["rep"]: r for r in readings if r["week"] == "2026-11-09"}
    assert set(last) == set(LAST_WEEK)
    for name, (*pillars, total, _, _) in LAST_WEEK.items():
        assert [last[name][pillar] for pillar in PILLARS] == pillars
        assert last[name]["total"] == pytest.approx(total, abs=0.0005)


def test_the_long_file_has_these_problems_and_no_others(type_in, team):
    """Seven findings, each in its row; what is missing is missing, not 0."""
    problems = type_in("check", team / "01_ssi_long.csv", "--json").json["problems"]
    told = Counter(problem["severity"] for problem in problems)
    assert told["error"] >= 1
    assert sum("217" in problem["found"] for problem in problems) == 1
    assert all(problem["remedy"] and problem["code"] and problem["row"] for problem in problems)
    assert len({problem["row"] for problem in problems if problem["severity"] != "info"}) <= 9


def test_the_review_of_the_long_file(type_in, team):
    """Totals, lowest pillars and changes over four weeks are those of the table; an incomplete week gives no change."""
    assert type_in("import", team / "01_ssi_long.csv").code == 0
    reps = {rep["name"]: rep for rep in type_in("review", "--week", "2026-11-09", "--json").json["reps"]}
    for name, (*_, total, lowest, change) in LAST_WEEK.items():
        rep = reps[name]
        assert rep["total"] == pytest.approx(total, abs=0.0005)
        assert rep["lowest"]["pillar"] == lowest
        assert rep["change_4w"] == (None if change is None else pytest.approx(change, abs=0.0005))
    assert reps["Marie-Claire Dubois"]["total"] is None


def test_the_workbook_gives_its_figures(type_in, team):
    """Scores, money and attainment of the second sheet are those of the table; Ben Osei's score is missing, not 0."""
    said = type_in("check", team / "03_ssi_and_pipeline.xlsx", "--json").json
    (report,) = said["files"]
    assert (report["sheet"], report["header_row"], report["shape"]) == ("Team 16 Nov", 3, "rep_week")
    names = {person["rep_id"]: person["email"] for person in said["people"]}
    readings = {r["rep_id"]: r for r in said["readings"]}
    pipeline = {r["rep_id"]: r for r in said["pipeline"]}
    assert len(names) == len(pipeline) == 9
    for name, (*pillars, opened, quota, won, attainment, meetings) in SHEET.items():
        rep = next(i for i, email in names.items() if plain(name).split()[0] in email and fits(name, email))
        row = pipeline[rep]
        assert [row["open_pipeline"], row["quota"], row["won"], row["meetings"]] == [opened, quota, won, meetings]
        assert row["attainment"] == pytest.approx(attainment, abs=5e-5)
        assert (row["currency"], row["week"]) == ("USD", "2026-11-16")
        score = readings.get(rep, dict.fromkeys(PILLARS))
        assert [score[pillar] for pillar in PILLARS] == pillars


def fits(name: str, email: str) -> bool:
    """Whether an e-mail is that of the name: Tom and Thomas Becker are two people."""
    first, *rest = plain(name).split()
    return email.startswith(f"{first}.") and (rest[0] in email.replace("mueller", "muller"))


def test_the_same_file_twice_changes_nothing(type_in, team):
    """A second import of the same file stores nothing and is no failure."""
    first = type_in("import", team / "03_ssi_and_pipeline.xlsx", "--json").json
    second = type_in("import", team / "03_ssi_and_pipeline.xlsx", "--json")
    assert first["import_id"]
    assert first["plan"]["added"] > 0
    assert second.code == 0
    assert second.json["import_id"] is None
    assert (second.json["plan"]["added"], second.json["plan"]["changed"]) == (0, 0)
    assert second.json["plan"]["same"] == first["plan"]["added"]


def test_percents_of_the_maximum_are_asked_and_then_right(type_in, team):
    """Pillars in percent are asked about, stored only once answered, and then 18.5, 11.25, 12.5 and 20.5."""
    path = team / "pillars_as_percent.csv"
    said = type_in("import", path, "--json")
    assert said.code == 1
    keys = [question["key"] for question in said.json["questions"]]
    assert keys
    assert all(key in said.err for key in keys)
    assert said.json["import_id"] is None
    assert type_in("imports", "--json").json == {"imports": []}
    assert all(row[pillar] is None for row in said.json["readings"] for pillar in PILLARS)
    answers = [word for key in keys for word in ("--answer", f"{key}=percent")]
    (row,) = type_in("check", path, *answers, "--json").json["readings"][:1]
    assert [row[pillar] for pillar in PILLARS] == [18.5, 11.25, 12.5, 20.5]
    assert type_in("import", path, "--answer", "scale=percent").code == 0


def test_names_that_are_formulas_stay_text(type_in, team):
    """A name that begins like a formula is a name, in JSON as in words."""
    said = type_in("check", team / "csv_injection_names.csv", "--json")
    assert any(person["name"].startswith("=HYPERLINK(") for person in said.json["people"])


@pytest.mark.parametrize("name", ["truncated.xlsx", "csv_named_xlsx.xlsx"])
def test_what_cannot_be_read_is_refused_in_a_sentence(type_in, team, name):
    """A damaged workbook stores nothing; a wrong extension is read by content or refused clearly."""
    said = type_in("import", team / name, "--json")
    if name == "truncated.xlsx":
        assert (said.code, len(said.json["refused"])) == (1, 1)
        assert said.err.count("\n") == 1
    assert said.code in {0, 1}
    assert "Traceback" not in said.err


def test_one_refused_file_stores_nothing_of_the_others(type_in, team):
    """Good and bad files given together are stored together or not at all."""
    said = type_in("import", team / "01_ssi_long.csv", team / "truncated.xlsx", "--json")
    assert said.code == 1
    assert said.json["import_id"] is None
    assert said.json["readings"]
    assert type_in("imports", "--json").json == {"imports": []}
