"""How did one rep's scores run, week by week, beside the team's median?"""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd

from dashboard.metrics.grid import Floats, as_days
from dashboard.metrics.groups import group_medians
from dashboard.metrics.history import History
from dashboard.metrics.scores import MEASURES
from dashboard.metrics.standing import away, new
from dashboard.model.errors import UnknownRep


def trend(history: History, rep_id: str, weeks: Sequence[date]) -> pd.DataFrame:
    """Return weeks x measures in points, and `team_<measure>`, the median of the rep's team mates (the rep included).

    Weeks without a reading are rows of NaN. Mates on leave, gone or new are in no median. Raises UnknownRep.
    """
    places = np.flatnonzero(history.reps["rep_id"].eq(rep_id))
    if not len(places):
        raise UnknownRep(rep=rep_id)
    scores = np.array([history.scores.at(week) for week in weeks]).reshape(len(weeks), len(history.reps), len(MEASURES))
    numbers = np.hstack([scores[:, places[0]], _medians(history, scores, weeks, int(places[0]))])
    names = [*MEASURES, *(f"team_{measure}" for measure in MEASURES)]
    return pd.DataFrame(numbers, index=as_days(weeks), columns=names)


def _medians(history: History, scores: Floats, weeks: Sequence[date], place: int) -> Floats:
    """Return weeks x measures: the median of the team of the rep at that place."""
    days = np.array(weeks, dtype="datetime64[D]")
    counted = np.where((away(history, days) | new(history, days))[:, :, None], np.nan, scores)
    mates = counted[:, history.teams == history.teams[place]]
    of_week = np.repeat(np.arange(len(weeks)), mates.shape[1])
    medians, _ = group_medians(mates.reshape(-1, len(MEASURES)), of_week)
    return medians.reshape(mates.shape)[:, 0]
