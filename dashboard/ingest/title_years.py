"""By which day are all weeks of a file past, where they do not name their year?"""

import re
from datetime import date

from dashboard.ingest.table import Table

_YEAR = re.compile(r"(?<![0-9.])20[0-9]{2}(?![0-9])")


def anchor_of(table: Table) -> date | None:
    """Return the file's own day, or the last one of the year that its title, sheet or name says, if that is before."""
    texts = [*table.above, table.sheet or "", table.file]
    years = [int(year) for text in texts if isinstance(text, str) for year in _YEAR.findall(text)]
    ends = [date(max(years), 12, 31)] if years else []
    return min([*ends, *([table.as_of] if table.as_of else [])], default=None)
