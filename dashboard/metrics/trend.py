"""How did one rep's scores run, week by week, beside the team's median?"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from dashboard.metrics.grid import as_days
from dashboard.metrics.groups import group_medians, only
from dashboard.metrics.history import History
from dashboard.metrics.scores import MEASURES
from dashboard.model.errors import UnknownRep


def trend(history: History, rep_id: str, weeks: Sequence[date]) -> pd.DataFrame:
    """Return weeks x measures in points, and `team_<measure>`, the median of the rep's team mates (the rep included).

    Weeks without a reading are rows of NaN. Team mates on leave or gone are not in the median.
    """
    places = np.flatnonzero(history.reps["rep_id"].eq(rep_id))
    if not len(places):
        raise UnknownRep(rep=rep_id)
    rows = [_week(history, int(places[0]), week) for week in weeks]
    names = [*MEASURES, *(f"team_{measure}" for measure in MEASURES)]
    return pd.DataFrame(np.array(rows).reshape(len(rows), len(names)), index=as_days(weeks), columns=names)


def _week(history: History, place: int, week: date) -> np.ndarray:
    scores = history.scores.at(week)
    mates = history.teams == history.teams[place]
    present = ~history.reps["status"].isin(["left", "on_leave"]).to_numpy(dtype=bool)
    medians, _ = group_medians(only(scores, mates & present), history.teams)
    return np.concatenate([scores[place], medians[place]])
