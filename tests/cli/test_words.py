"""Do tables and numbers line up in the terminal?"""

from dashboard.cli.words import columns, count, points, print_json


def test_columns_line_up():
    """Texts are aligned left, numbers right, and what is missing is a dash."""
    assert columns([("rep", "SSI"), ("Wei", 7.5), ("Ana", None)], right=(1,)) == "  rep  SSI\n  Wei  7.5\n  Ana    –"


def test_no_rows_are_no_text():
    """Nothing to show is nothing printed."""
    assert columns([]) == ""


def test_a_file_cannot_steer_the_terminal():
    """Line breaks and control signs from a file are shown as spaces."""
    assert columns([("Brand\n(/25)", "\x1b[31mred\x07")], indent=0) == "Brand (/25)  [31mred"


def test_nouns_follow_their_number():
    """One row is no "1 rows"."""
    assert (count(1, "row"), count(1204, "row"), count(0, "body", "bodies")) == ("1 row", "1,204 rows", "0 bodies")


def test_changes_carry_their_sign():
    """A change says which way; none at all has no sign."""
    assert [
        points(1.26, signed=True),
        points(-2.04, signed=True),
        points(-0.04, signed=True),
        points(None),
        points(53.14),
    ] == [
        "+1.3",
        "−2.0",
        "0.0",
        None,
        "53.1",
    ]


def test_json_keeps_letters_and_one_line(capsys):
    """Names are printed as they are written, a range as one object a line."""
    print_json({"name": "Łukasz", "total": None}, compact=True)
    assert capsys.readouterr().out == '{"name": "Łukasz", "total": null}\n'
