"""What can the product refuse, and in which sentence?

The docstring of an error class is the sentence shown; `detail` fills its braces.
Failures are raised as these, caught once in `ui/guard.py` and once in `cli/`. Anything else is a bug.
"""


class DashboardError(Exception):
    """Something was refused."""

    def __init__(self, **detail: object) -> None:
        self.detail = detail
        super().__init__(self.sentence)

    @property
    def code(self) -> str:
        """The class name in snake case, as it stands in JSON and the guide.

        >>> UnknownRep(rep="x").code
        'unknown_rep'
        """
        name = type(self).__name__
        return "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_")

    @property
    def sentence(self) -> str:
        """The docstring with its braces filled.

        >>> UnknownRep(rep="x").sentence
        'No rep "x" is on the desk: check name and id on the leaderboard or with `ssi-coach review --json`.'
        """
        return " ".join((type(self).__doc__ or "").split()).format(**self.detail)


class UnknownRep(DashboardError):
    """No rep "{rep}" is on the desk: check name and id on the leaderboard or with `ssi-coach review --json`."""


class PerhapsRep(UnknownRep):
    """No rep "{rep}" is on the desk: do you mean {near}?"""


class SeveralReps(DashboardError):
    """{count} reps are called "{rep}": say which one by the id, {ids}."""


class FileRefused(DashboardError):
    """{file} was not read: {reason}"""

    @property
    def code(self) -> str:
        """The problem code of the refusal, from the catalogue in model/problems.py."""
        return str(self.detail.get("problem", "file_refused"))


class OpenQuestion(DashboardError):
    """{text} Nothing was stored: answer with `--answer {key}=...` ({choices})."""


class UnknownTeam(DashboardError):
    """There is no team "{team}" on the desk: the teams are {teams}."""


class NoWeek(DashboardError):
    """No readings are stored for {week}: import a file that covers that week, or choose another week."""


class EmptyDesk(DashboardError):
    """Nothing is on the desk yet: import a file first, or load the sample team with `ssi-coach demo`."""


class UnknownImport(DashboardError):
    """There is no import "{import_id}" to take back: `ssi-coach imports` lists them."""


class MovedSince(DashboardError):
    """The same people were joined or parted again later: take import {later} back first, then this one."""


class UnknownSpelling(DashboardError):
    """{rep} has no other spelling or e-mail "{spelling}" on the desk: nothing was changed."""


class SamePerson(DashboardError):
    """{rep} cannot be joined with the same rep: choose two people."""


class AlreadyUndone(DashboardError):
    """Import {import_id} was already taken back: nothing was changed."""


class StoreTooNew(DashboardError):
    """The store at {url} was written by a newer version of this app (schema {found}, this one knows {known}):
    update the app, nothing was changed."""


class StoreUnreadable(DashboardError):
    """The store at {url} cannot be opened ({reason}): check the path and its permissions; nothing was changed."""


class StoreBusy(DashboardError):
    """The store at {url} was being written by another import for more than {seconds} seconds:
    try again when it is done, nothing was changed."""


class StoreNotWritten(DashboardError):
    """The store at {url} could not be written ({reason}): check disk space and permissions; nothing was changed."""


class NoBackup(DashboardError):
    """{file} is no backup of a desk, or it is damaged: choose a file written by `ssi-coach backup`;
    nothing was changed."""


class BackupElsewhere(DashboardError):
    """The store at {url} is kept by a database server: back it up with the server's own tool, such as pg_dump."""


class BadPlaybook(DashboardError):
    """The playbook {path} cannot be used: {reason}"""


class BadBenchmarks(DashboardError):
    """The benchmarks {path} cannot be used: {reason}"""


class BadSetting(DashboardError):
    """The setting {name} cannot be {value}: {reason}"""


class BadFormat(DashboardError):
    """A note cannot be written as "{format}": choose one of {formats}."""


class UnknownReview(DashboardError):
    """There is no review "{review_id}": the list of reviews has those that are there."""


class ReviewEnded(DashboardError):
    """The review of {week} has ended and is frozen: nothing was changed. Open the newest week's review to go on."""


class UnknownCommitment(DashboardError):
    """There is no commitment "{commitment_id}": `ssi-coach commitments` lists those that are there."""


class BadCommitment(DashboardError):
    """This cannot be agreed: {reason}"""
