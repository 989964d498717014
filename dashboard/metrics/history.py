"""What does the desk know of the reps shown, and where is each week of it?"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from dashboard.metrics.grid import Days, Marks, Whole
from dashboard.metrics.groups import group_codes
from dashboard.metrics.scores import Scores, build_scores
from dashboard.metrics.snapshots import Snapshots, build_snapshots


@dataclass(frozen=True)
class History:
    """The tables of the store for one team or for everybody (columns: model/tables.py).

    `readings` has one row per rep and week. `role` narrows what is shown, never what is counted: a rep's numbers are
    made with the whole team, so they do not depend on the filter. Where only the newest pipeline was read, `earlier`
    has rep_id and week of each rep's first row of it. `around` are everybody's scores where these are a team too small
    to see a shift of the formula in. `told` is what was worked out of weeks past and holds as long as nothing up to
    them changes; it may be that of an earlier history. The lookups below are built once, on first use.
    """

    reps: pd.DataFrame
    readings: pd.DataFrame
    pipeline: pd.DataFrame
    activity: pd.DataFrame
    role: str | None = None
    earlier: pd.DataFrame | None = None
    around: "History | None" = None
    told: dict[Hashable, Any] = field(default_factory=dict)

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each rep stands in `reps`, by id."""
        return {rep_id: place for place, rep_id in enumerate(self.reps["rep_id"].tolist())}

    @cached_property
    def scores(self) -> Scores:
        """Every reading by rep and week."""
        return build_scores(self.reps, self.readings)

    @cached_property
    def snapshots(self) -> Snapshots:
        """Every pipeline snapshot by rep, currency and week."""
        return build_snapshots(self.reps, self.pipeline)

    @cached_property
    def kept(self) -> dict[Hashable, Any]:
        """What was worked out from these tables and is asked for again, by what it depends on beside them."""
        return {}

    @cached_property
    def first_seen(self) -> Days:
        """The first week of which a file has a row about each rep, with or without a score (NaT: none at all)."""
        known, latest = pd.Index(self.reps["rep_id"]), np.iinfo(np.int64).max
        first = np.full(len(known), latest)
        pipeline = self.pipeline if self.earlier is None else self.earlier
        for table in (self.readings, pipeline, self.activity):
            places, weeks = known.get_indexer(pd.Index(table["rep_id"])), pd.to_datetime(table["week"]).to_numpy()
            told = (places >= 0) & ~np.isnat(weeks)
            np.minimum.at(first, places[told], weeks[told].astype("datetime64[D]").astype(np.int64))
        return np.where(first < latest, first, np.iinfo(np.int64).min).view("datetime64[D]")

    @cached_property
    def teams(self) -> Whole:
        """A number per rep, equal within a team; reps whose team no file names count as one team."""
        return group_codes(self.reps["team"])

    @cached_property
    def roles(self) -> Whole:
        """A number per rep, equal within one role of one team."""
        return group_codes(self.reps["role"]) + self.teams * (self.reps["role"].nunique() + 1)

    @cached_property
    def shown(self) -> Marks:
        """Which reps are shown under the role filter."""
        if self.role is None:
            return np.ones(len(self.reps), dtype=bool)
        return self.reps["role"].eq(self.role).fillna(False).to_numpy(dtype=bool)
