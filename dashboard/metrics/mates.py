"""What does the desk know of one rep's team alone? Enough for whatever a rep is held against."""

from dataclasses import replace

from dashboard.metrics.history import History
from dashboard.model.errors import UnknownRep


def team_of(history: History, rep_id: str) -> History:
    """Return the history of the reps of one rep's team, whatever their role; raises UnknownRep.

    Reps whose team no file names are one team.
    """
    own = history.reps["rep_id"].eq(rep_id).to_numpy(dtype=bool)
    if not own.any():
        raise UnknownRep(rep=rep_id)
    reps = history.reps[history.teams == history.teams[own][0]].reset_index(drop=True)
    if len(reps) == len(history.reps):
        return replace(history, role=None)
    tables = {name: getattr(history, name) for name in ("readings", "pipeline", "activity")}
    kept = {name: table[table["rep_id"].isin(reps["rep_id"])].reset_index(drop=True) for name, table in tables.items()}
    return History(reps, **kept)
