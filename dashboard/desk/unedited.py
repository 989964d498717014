"""Is a file the template as it comes, with the invented reps still in it?"""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.ingest.load import Loaded, Source, load
from dashboard.ingest.template import example_rows, template_csv
from dashboard.model.problems import Refusal

_CODE = "no_usable_rows"
_REASON = "it is the template as it comes, with two invented reps in it: write your own reps over them."
_TABLES = {"readings": ["rep", "date", "total"], "pipeline": ["rep", "week", "open_pipeline", "won", "quota"]}
Rows = tuple[list[list[object]], ...]


def unedited(loaded: Loaded) -> list[str]:
    """Return the names of the files that say what the template says, and nothing else."""
    mails = {row["email"] for row in example_rows()}
    if not mails <= {person.email for person in loaded.people}:
        return []
    own = _rows(load([Source("template.csv", template_csv())]), "template.csv")
    return [report.name for report in loaded.files if _rows(loaded, report.name) == own]


def without(sources: Sequence[Source], names: Sequence[str]) -> list[Source]:
    """Return the other files."""
    return [one for one in sources if one.name not in names]


def refused(loaded: Loaded, names: Sequence[str]) -> Loaded:
    """Return what the other files say, with these refused."""
    return replace(loaded, refused=(*loaded.refused, *(Refusal(name, _CODE, _REASON) for name in names)))


def _rows(loaded: Loaded, file: str) -> Rows:
    tables = ((getattr(loaded, name), fields) for name, fields in _TABLES.items())
    return tuple(
        table.loc[table["file"] == file, fields].fillna(-1).sort_values("rep").values.tolist()
        for table, fields in tables
    )
