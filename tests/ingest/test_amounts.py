"""How do pipeline columns become amounts, shares and counts?"""

import pytest

from tests.ingest.files import problems, read, values


def amounts(heading: str, *cells: str) -> list[tuple[float, str]]:
    """Return the amount and currency of each cell of a quota column."""
    rows = "".join(f'Rep {place},2026-11-16,60,"{cell}"\n' for place, cell in enumerate(cells, 1))
    table = read(f"Rep,Date,SSI,{heading}\n{rows}").pipeline
    return list(zip(table["quota"].tolist(), table["currency"].tolist(), strict=True))


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("Quota", ["$1.2M", "450k"], [(1_200_000, "USD"), (450_000, "USD")]),
        ("Quota", ["1.204.500,00 €", "80.000"], [(1_204_500, "EUR"), (80_000, "EUR")]),
        ("Quota", ["1200", "80000"], [(1200, ""), (80000, "")]),
        ("Quota (k€)", ["120", "1,5 Mio"], [(120_000, "EUR"), (1_500_000, "EUR")]),
        ("Quota in TEUR", ["120"], [(120_000, "EUR")]),
        ("Quota USD", ["1200"], [(1200, "USD")]),
        ("Quota", ["$100", "200 €"], [(100, "USD"), (200, "EUR")]),
        ("Quota", ["(200)", "USD 1,200"], [(-200, "USD"), (1200, "USD")]),
    ],
)  # fmt: skip
def test_an_amount_has_a_number_and_a_currency(heading: str, cells: list[str], expected: list[tuple[float, str]]):
    """Of its cell, else the heading, else the one currency of the column."""
    assert amounts(heading, *cells) == expected


def test_a_currency_column_speaks_for_its_row():
    """ISO codes in a column of their own."""
    text = "Rep,Date,SSI,Quota,Currency\nMara Lindqvist,2026-11-16,60,1200,eur\nIvo Castelo,2026-11-16,42,900,USD\n"
    assert values(read(text), "currency") == ["EUR", "USD"]


def test_an_answer_gives_a_currency_to_what_has_none():
    """`currency=CHF` is for unmarked amounts only."""
    text = "Rep,Date,SSI,Quota\nMara Lindqvist,2026-11-16,60,1200\n"
    assert values(read(text, answers={"currency": "CHF"}), "currency") == ["CHF"]


def test_an_amount_without_a_currency_beside_several_is_asked():
    """It is in no table meanwhile, and in the one that is answered then; amounts of 0 need none."""
    rows = [f"Rep {place},2026-11-16,60,{cell}" for place, cell in enumerate(("$100", "200 €", "300", "0"), 1)]
    text = "Rep,Date,SSI,Quota\n" + "\n".join(rows)
    asked = read(text)
    assert [(one.key, one.column, one.choices) for one in asked.questions] == [("currency", "Quota", ("EUR", "USD"))]
    assert "in row 4" in asked.questions[0].text
    assert values(asked, "quota") == [100, 200, 0]
    answered = read(text, answers={"currency": "EUR"})
    assert not answered.questions
    found = dict(zip(values(answered, "quota"), values(answered, "currency"), strict=True))
    assert (found[100], found[200], found[300]) == ("USD", "EUR", "EUR")


def test_two_currencies_in_a_row_become_two_rows():
    """Amounts are never added across currencies; meetings stay with the quota's."""
    text = "Rep,Date,SSI,Open pipeline,Quota,Meetings\nMara Lindqvist,2026-11-16,60,$120k,90.000 €,4\n"
    table = read(text).pipeline
    rows = (
        table[["currency", "open_pipeline", "quota", "meetings"]]
        .astype(object)
        .where(table.notna(), None)
        .to_numpy()
        .tolist()
    )
    assert rows == [["EUR", None, 90000, 4], ["USD", 120000, None, None]]


def test_minus_one_and_words_are_unknown_not_zero():
    """CRM exports write -1; TBD is a word for nothing."""
    text = "Rep,Date,SSI,Quota,Won\nMara Lindqvist,2026-11-16,60,-1,TBD\nIvo Castelo,2026-11-16,42,900,0\n"
    loaded = read(text)
    assert problems(loaded) == [("unknown_amount", 2, "Quota", "-1")]
    assert values(loaded, "won") == [0]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["46.8%", "115 %"], [0.468, 1.15]),
        (["0.468", "1.15"], [0.468, 1.15]),
        (["46.8", "115"], [0.468, 1.15]),
        (["46,8 %", "25%"], [0.468, 0.25]),
    ],
)
def test_attainment_is_a_fraction(cells: list[str], expected: list[float]):
    """Percent or fraction is decided for the column."""
    rows = "".join(f'Rep {place},2026-11-16,60,"{cell}"\n' for place, cell in enumerate(cells))
    assert values(read(f"Rep,Date,SSI,Attainment\n{rows}"), "attainment") == pytest.approx(expected)


def test_attainment_that_may_be_either_is_asked():
    """4 is 4 % or 400 %."""
    text = "Rep,Date,SSI,Attainment\nMara Lindqvist,2026-11-16,60,4\n"
    asked = read(text)
    assert [(one.key, one.choices) for one in asked.questions] == [("scale:Attainment", ("percent", "fraction"))]
    assert asked.pipeline.empty
    for answer, expected in (("percent", 0.04), ("fraction", 4.0)):
        assert values(read(text, answers={"scale:Attainment": answer}), "attainment") == [expected]


def test_a_rounded_attainment_is_made_exact():
    """25 % beside 95,250 won of 380,000 is 25.07 %; one that contradicts won and quota stays as written."""
    text = "Rep,Date,SSI,Quota,Won,Attainment\nMara Lindqvist,2026-11-16,60,380000,95250,25%\n"
    text += "Ivo Castelo,2026-11-16,42,100,90,25%\n"
    assert values(read(text), "attainment") == pytest.approx([95250 / 380000, 0.25])


def test_the_amounts_of_a_german_sheet_follow_its_scores():
    """1.204 beside 18,4 is a thousand two hundred and four."""
    german = "Rep;Datum;Marke;Personen;Quote\nMara Lindqvist;16.11.2026;18,4;9,2;1.204\n"
    assert values(read(german), "quota") == [1204]


ONE_DOLLAR = "Rep,Date,SSI,Open pipeline,Quota\nMara Lindqvist,2026-11-16,60,$120000,90000\n"
ONE_DOLLAR += "Ivo Castelo,2026-11-16,42,80000,70000\n"


def test_a_single_dollar_sign_is_said_to_make_all_amounts_dollars():
    """One marked cell gives its currency to the others, and a finding says so, with its row."""
    loaded = read(ONE_DOLLAR)
    (told,) = [problem for problem in loaded.problems if problem.code == "one_currency"]
    assert told.found == "taken as USD: 1 cell says so, as in row 2; 3 amounts name no currency"
    assert set(loaded.pipeline["currency"]) == {"USD"}


def test_no_currency_is_told_where_every_amount_names_it():
    """Amounts that all carry the sign, and zeros, need no word about it."""
    everywhere = ONE_DOLLAR.replace("90000", "$90000").replace("80000,70000", "$80000,0")
    assert not read(everywhere).problems


def test_an_answer_says_the_currency_of_the_others():
    """Told that the rest is in euros, the marked cell alone stays in dollars."""
    loaded = read(ONE_DOLLAR, answers={"currency": "EUR"})
    assert not loaded.problems
    found = loaded.pipeline.set_index(["rep", "currency"])
    assert found.loc[("Mara Lindqvist", "USD"), "open_pipeline"] == 120000
    assert found.loc[("Mara Lindqvist", "EUR"), "quota"] == 90000
    assert found.loc[("Ivo Castelo", "EUR"), "open_pipeline"] == 80000


@pytest.mark.parametrize("cell", ["1.204", "1,204", "1 204", "1\u202f204", "1'204"])
def test_a_count_has_thousands_and_no_decimals(cell: str):
    """Nobody had 1.204 meetings."""
    text = f'Rep;Date;SSI;Meetings\nMara Lindqvist;2026-11-16;60;"{cell}"\nIvo Castelo;2026-11-16;42;12\n'
    assert values(read(text), "meetings") == [1204, 12]
