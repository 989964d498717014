"""Which of the reader's questions are one question to the manager?

A file that keeps four pillars in percent has one answer, not four; two files with the same kind of dates have one too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.model.problems import Question

_SCALE = "scale:"
_LINK = "link:"
ALL_LINKS = "link"
SURE = "sure"
"""`link=sure` accepts every proposal about people whose evidence is strong."""


@dataclass(frozen=True)
class Asked:
    """One question as it is put: the answer to it is the answer to each of `keys`; `labels` are its choices in words.

    `about` are the columns it asks about where there are several; `why` is the reason in words, `table` what is shown.
    """

    keys: tuple[str, ...]
    text: str
    choices: tuple[str, ...]
    labels: tuple[str, ...]
    why: str = ""
    sure: bool = False
    about: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()

    @property
    def key(self) -> str:
        """The key by which the question is known."""
        return self.keys[0]


def together(questions: Sequence[Question]) -> tuple[Asked, ...]:
    """Return the questions in their order, those alike as one: the same key, or columns doubted for the same reason.

    >>> one = Question("scale:Brand", "a.csv", "Brand", "Brand?", ("25", "20"), why="at most 1")
    >>> other = Question("scale:People", "a.csv", "People", "People?", ("25", "20"), why="at most 1")
    >>> [asked.keys for asked in together([one, other])]
    [('scale:Brand', 'scale:People')]
    """
    groups: dict[tuple[object, ...], dict[str, Question]] = {}
    for question in questions:
        groups.setdefault(_alike(question), {}).setdefault(question.key, question)
    return tuple(_asked(list(group.values())) for group in groups.values())


def sure(asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """Return the questions whose first choice has strong evidence, and nothing against it."""
    return tuple(one for one in asked if one.sure)


def accepted(answers: Mapping[str, str], questions: Sequence[Question]) -> dict[str, str]:
    """Return the answers with `link=sure` spelled out for the questions it answers; what is uncertain stays asked.

    >>> one = Question("link:a@b.example", "a.csv", None, "Same?", ("ann-bo", "new"), sure=True)
    >>> accepted({"link": "sure"}, [one, Question("link:c", "a.csv", None, "Same?", ("cy-do", "new"))])
    {'link:a@b.example': 'ann-bo'}
    """
    given = {key: value for key, value in answers.items() if key != ALL_LINKS}
    if answers.get(ALL_LINKS) != SURE:
        return given
    return {one.key: one.choices[0] for one in questions if one.sure and one.key.startswith(_LINK)} | given


def _alike(question: Question) -> tuple[object, ...]:
    """Return what two questions have in common if one answer may settle both."""
    if question.key.startswith(_SCALE) and question.why:
        return (question.file, question.choices[0], frozenset(question.choices), question.why)
    return (question.key,)


def _asked(group: Sequence[Question]) -> Asked:
    """Return several questions as one."""
    first = group[0]
    keys = tuple(one.key for one in group)
    columns = tuple(key.removeprefix(_SCALE) for key in keys) if len(group) > 1 else ()
    text = f"{_listed(columns)}: {first.why}. Out of how much are their numbers?" if columns else first.text
    return Asked(keys, text, first.choices, first.labels, first.why, first.sure, columns, first.table)


def _listed(columns: Sequence[str]) -> str:
    """Return headings as a list in words.

    >>> _listed(("Brand", "People", "Insights"))
    '"Brand", "People" and "Insights"'
    """
    quoted = [f'"{column}"' for column in columns]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]])
