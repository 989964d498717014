"""Do the invented reps of the template come among one's own?"""

import pytest

from dashboard.desk.imports import read
from dashboard.ingest.load import Source
from dashboard.ingest.template import template_csv, template_xlsx

OWN = Source("own.csv", b"Rep,Date,SSI\nZoe Falk,2026-11-16,50\n")


@pytest.mark.parametrize("content", [template_csv(), template_xlsx()])
def test_the_template_as_it_comes_is_refused(content: bytes):
    """The other files are read, and a sentence says what to do."""
    loaded = read([Source("filled", content), OWN], {}, None, None)
    assert [(one.file, "write your own reps over them" in one.reason) for one in loaded.refused] == [("filled", True)]
    assert [person.name for person in loaded.people] == ["Zoe Falk"]


def test_a_template_with_a_number_of_ones_own_is_read():
    """Whatever was changed in it, it is somebody's file."""
    changed = template_csv().replace(b"300000", b"310000")
    assert changed != template_csv()
    loaded = read([Source("filled.csv", changed)], {}, None, None)
    assert (loaded.refused, len(loaded.people)) == ((), 2)
