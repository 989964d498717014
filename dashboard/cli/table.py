"""What lies on the table when a week is reviewed: the history, the settings, the playbook?"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dashboard.cli.desk import ROOT, open_desk
from dashboard.model.errors import EmptyDesk, NoWeek, UnknownTeam
from dashboard.model.weeks import label, monday

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from dashboard.coaching.playbook import Playbook
    from dashboard.desk.benchmarks import Benchmarks
    from dashboard.desk.review import WeekReview
    from dashboard.metrics.history import History
    from dashboard.model.settings import Settings


@dataclass(frozen=True)
class Table:
    """Everything a week is reviewed with; `known` are the weeks with scores, oldest first."""

    engine: "Engine"
    history: "History"
    team: str | None
    known: list[date]
    settings: "Settings"
    benchmarks: "Benchmarks"
    playbook: "Playbook"

    def week(self, asked: date | None) -> date:
        """Return the Monday asked for, the newest by default; raises NoWeek where nobody has a score."""
        if asked is not None and monday(asked) not in self.known:
            raise NoWeek(week=f"the week of {label(monday(asked))}")
        return monday(asked) if asked else self.known[-1]

    def weeks(self, first: date | None, last: date | None) -> list[date]:
        """Return the weeks with scores in a range, both ends included; raises NoWeek where there are none."""
        from_, to = monday(first or self.known[0]), monday(last or self.known[-1])
        inside = [week for week in self.known if from_ <= week <= to]
        if not inside:
            raise NoWeek(week=f"the weeks of {label(from_)} to {label(to)}")
        return inside

    def review(self, week: date) -> "WeekReview":
        """Return the review of one week, with what was said up to it."""
        from dashboard.desk.commitments import said
        from dashboard.desk.review import week_review

        known = said(self.engine, self.history, week, self.team)
        defaults, book = self.benchmarks.defaults, self.playbook
        return week_review(self.history, week, self.team, self.settings, defaults, book, *known)

    def review_json(self, week: date) -> dict[str, Any]:
        """Return the review of one week as the JSON of the command line."""
        from dashboard.desk.review_json import review_json

        return review_json(self.review(week))


def lay_table(db: str | None, team: str | None, first: date | None = None, *, whole: bool = False) -> Table:
    """Return what the store knows of a team or of everybody; raises EmptyDesk or UnknownTeam.

    Only weeks from that of `first` on (default: the newest with scores) can be reviewed, any week if it is the `whole`.
    """
    from dashboard.coaching.playbook import load_playbook
    from dashboard.desk.benchmarks import load_benchmarks
    from dashboard.desk.review import load_history
    from dashboard.metrics.team import weeks_with_scores
    from dashboard.store import history
    from dashboard.store.settings import load_settings

    engine = open_desk(db)
    teams = history.teams(engine)
    if team is not None and team not in teams:
        raise UnknownTeam(team=team, teams=", ".join(teams) or "not named in any file")
    newest = None if whole else history.newest_score(engine, team=team)
    since = min(monday(first), newest) if first and newest else newest
    shown = load_history(engine, team, since=since)
    known = weeks_with_scores(shown)
    if not known:
        raise EmptyDesk()
    playbook = load_playbook(ROOT / "data" / "playbook.toml")
    return Table(engine, shown, team, known, load_settings(engine), load_benchmarks(), playbook)
