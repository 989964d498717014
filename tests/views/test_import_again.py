"""Is next Monday's file of the same layout two clicks: handed over, imported?"""

from tests.views.conftest import BAD_ROWS, calm, texts
from tests.views.test_import import AMBIGUOUS, ODD, counts, run_import, upload

FIRST = AMBIGUOUS.replace(b"Brand", b"Marque X")
NEXT = FIRST.replace(b"03/11/2026", b"10/11/2026").replace(b"18.4", b"19.9")


def first_import(opened):
    """Answer what the first file asks, say what its odd column is, and import it."""
    app = upload(opened("no data", "import"), ("november.csv", FIRST))
    app = app.radio[0].set_value("dmy").run()
    return run_import(app.selectbox(key="column_0_Marque X").set_value("brand").run())


def test_the_next_file_of_the_layout_is_two_clicks(opened):
    """Nothing is asked, what was taken over is said, and the import is open."""
    app = calm(upload(first_import(opened), ("another name.csv", NEXT)))
    assert not app.radio
    assert app.selectbox(key="column_0_Marque X").value == "brand"
    assert "Read as last time: 2 answers remembered." in texts(app)
    assert counts(app)["Added"] == "4"
    assert "4 rows added" in run_import(app).success[0].value


def test_what_was_taken_over_can_be_answered_anew(opened):
    """An answer that is not to be used is asked again; the import keeps the new one."""
    app = upload(first_import(opened), ("another name.csv", NEXT))
    app = calm(app.button(key="forget_0_date_order").click().run())
    assert "Read as last time: 1 answer remembered." in texts(app)
    app = run_import(app.radio[0].set_value("mdy").run())
    app = calm(upload(app, ("december.csv", NEXT.replace(b"10/11", b"12/11"))))
    (scores,) = [frame.value for frame in app.dataframe if "Total" in frame.value]
    assert {f"{week:%Y-%m-%d}" for week in scores["Week"]} == {"2026-12-07"}


def test_another_layout_is_not_taken_for_it(opened):
    """A file with other columns is asked about anew."""
    app = calm(upload(first_import(opened), ("odd.csv", ODD.replace(b"Insights", b"Insights (/25)"))))
    assert app.selectbox(key="column_0_Marque X").value == "ignore"
    assert "Read as last time" not in texts(app)


def test_a_file_with_bad_cells_can_be_had_back_marked(opened):
    """Beside its problems stands a copy to correct; a clean file has none."""
    app = calm(upload(opened("no data", "import"), ("bad.csv", BAD_ROWS)))
    (button,) = app.get("download_button")
    assert button.proto.label == "Copy to correct, XLSX"
    app = app.button(key="import_start_over").click().run()
    app = calm(upload(app, ("next.csv", NEXT)))
    assert not app.get("download_button")


def test_rows_that_wait_for_an_answer_are_not_said_to_be_lost(opened):
    """While a question keeps a file from being read, its rows are waiting."""
    app = calm(upload(opened("no data", "import"), ("november.csv", FIRST)))
    assert "2 rows below the header, to be read once the question above is answered." in texts(app)
    assert "2 of 2 rows below the header used." in texts(app.radio[0].set_value("dmy").run())


def test_pasted_cells_keep_their_line_breaks_and_quotes(opened):
    """A spreadsheet puts cells with line breaks or tabs into quotes, and doubles the quotes within."""
    lines = ['Name\tNote\tWeek\t"Brand\n(/25)"\tPeople\tInsights\tRelationships']
    lines += ['Ida "Idi" Lund\t"says ""hi""\nand\tmore"\t2026-11-16\t18,4\t9,2\t12,1\t20,3']
    lines += ["Sam Okafor\t\t2026-11-16\t11,0\t6,1\t5,0\t11,2"]
    app = opened("no data", "import")
    app.text_area(key="import_text_0").set_value("\r\n".join(lines) + "\r\n")
    app = calm(app.button(key="import_paste").click().run())
    (scores,) = [frame.value for frame in app.dataframe if "Total" in frame.value]
    assert scores["Rep"].tolist() == ['Ida "Idi" Lund', "Sam Okafor"]
    assert scores["Brand"].tolist() == [18.4, 11.0]
    assert scores["Total"].tolist() == [60.0, 33.3]


def test_answers_are_kept_where_nothing_in_the_file_is_new(opened):
    """A column corrected afterwards: the rows are on the desk, and the next file of the layout is read so."""
    app = upload(first_import(opened), ("november.csv", FIRST))
    assert "import_remember" not in {button.key for button in app.button}
    app = calm(app.selectbox(key="column_0_Open pipeline").set_value("ignore").run())
    app = calm(app.button(key="import_remember").click().run())
    app = calm(upload(app, ("december.csv", NEXT)))
    assert app.selectbox(key="column_0_Open pipeline").value == "ignore"
    assert "Read as last time: 3 answers remembered." in texts(app)
