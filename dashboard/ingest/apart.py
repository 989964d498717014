"""How is a workbook read whose parser may panic or eat memory? As a script in a process of its own, with limits.

Bytes come in by standard input; the sheets go out pickled as (name, hidden, rows). Nothing of the house is imported.
"""

import io
import pickle
import sys
from typing import Any

PROTECTED = 3
MEMORY = 1 << 30
SECONDS = 25


def limit() -> None:
    """Limit this process's memory and time, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def sheets(content: bytes) -> list[tuple[str, bool, list[list[Any]]]]:
    """Return each worksheet's name, whether it is hidden, and its rows."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [
        (
            listed.name,
            listed.visible != SheetVisibleEnum.Visible,
            list(workbook.get_sheet_by_name(listed.name).to_python(skip_empty_area=False)),
        )
        for listed in workbook.sheets_metadata
        if listed.typ == SheetTypeEnum.WorkSheet
    ]


def main() -> int:
    """Read standard input and return the exit code: 0 done, 3 protected; a panic ends the process by itself."""
    limit()
    from python_calamine import PasswordError

    try:
        found = sheets(sys.stdin.buffer.read())
    except PasswordError:
        return PROTECTED
    sys.stdout.buffer.write(pickle.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
