"""What does the reader have to ask, and what did the manager answer?"""

from collections.abc import Sequence

import streamlit as st

from dashboard.model.problems import Person, Question
from dashboard.ui import state
from dashboard.ui.say import plain

CHOICES = {
    "dmy": "Day first: 03/11 is 3 November",
    "mdy": "Month first: 03/11 is 11 March",
    "25": "Points out of 25",
    "20": "Points out of 20",
    "100": "Points out of 100",
    "percent": "Percent of the 25 points",
    "new": "Somebody new",
}
"""The answers the reader knows, in words; any other answer is shown as it is."""


def questions(asked: Sequence[Question], people: Sequence[Person]) -> None:
    """Draw every open question with its choices; several proposals about people can be accepted at once."""
    names = {person.rep_id: person.name for person in people}
    offered = proposals(asked)
    if len(offered) > 1:
        label = f"Yes to all {len(offered)} proposals about people"
        st.button(label, icon=":material/done_all:", key="questions_accept", on_click=_accept, args=(offered,))
    for question in asked:
        key = f"question_{question.key}"
        st.radio(
            f"**{plain(question.text)}**",
            question.choices,
            index=None,
            horizontal=True,
            format_func=lambda choice: words(choice, names),
            key=key,
            on_change=_take,
            args=(question.key, key),
        )


def proposals(asked: Sequence[Question]) -> dict[str, str]:
    """Return the answer that accepts each question about a person for whom one rep alone is proposed.

    >>> proposals([Question("link:Bo Lee", "a.csv", None, "Is it?", ("bo-lee", "new"))])
    {'link:Bo Lee': 'bo-lee'}
    """
    links = [(one.key, [choice for choice in one.choices if choice != "new"]) for one in asked]
    return {key: found[0] for key, found in links if key.startswith("link:") and len(found) == 1}


def _accept(offered: dict[str, str]) -> None:
    for key, value in offered.items():
        state.answer(key, value)


def words(choice: str, names: dict[str, str]) -> str:
    """Return one choice in words: a known answer, a rep's name, or the choice itself.

    >>> words("dmy", {}), words("ida-lund", {"ida-lund": "Ida Lund"}), words("EUR", {})
    ('Day first: 03/11 is 3 November', 'Ida Lund', 'EUR')
    """
    return CHOICES.get(choice) or names.get(choice, choice)


def answered() -> None:
    """Draw what was answered and corrected so far, each with a way back."""
    for key, value in state.answers().items():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"{plain(_subject(key))}: {plain(words(value, {}))}", width="content")
            st.button("Change", key=f"answer_{key}", on_click=state.answer, args=(key, None), type="tertiary")


def _subject(key: str) -> str:
    """Return what an answer is about."""
    kind, _, rest = key.partition(":")
    kinds = {"date_order": "Dates", "scale": "Scale", "currency": "Currency", "rep": "Rep", "link": "Who is"}
    kinds |= {"sheet": "Sheet of", "column": "Column"}
    return f"{kinds.get(kind, kind)} {rest}".strip()


def _take(key: str, widget: str) -> None:
    state.answer(key, state.shown(widget))
