"""What does the reader have to ask, and what did the manager answer?"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from dashboard.desk.asked import Asked, sure, together
from dashboard.ingest.load import Loaded
from dashboard.model.columns import FIELD_LABELS
from dashboard.model.problems import Person, Question
from dashboard.model.weeks import label
from dashboard.ui import state
from dashboard.ui.say import listed, plain

CHOICES = {
    "dmy": "Day first: 03/11 is 3 November",
    "mdy": "Month first: 03/11 is 11 March",
    "25": "Points out of 25",
    "20": "Points out of 20",
    "100": "Points out of 100",
    "percent": "Percent",
    "fraction": "Fractions",
    "new": "Somebody new",
    "ignore": "Not used",
    "first": "The first",
    "last": "The last",
    "total": "What adds up to the total",
    "quarter": "In the quarter of the file's day",
    "month": "In its month",
    "year": "In its year",
    "all": "All of them",
    "list": "The list of deals",
    "sheet": "The other file",
    "file": "The new file",
    "desk": "What is on the desk",
    "both": "Both, added up",
}
"""The answers the reader knows, in words; any other answer is shown as it is."""
SOURCES = {"source:open": "the open pipeline", "source:won": "what was won", "source:quota": "the quota"}
CURRENCIES = ("EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CAD", "AUD", "INR", "BRL")
"""What is offered first; any other ISO code can be typed."""
FREE = "Name or e-mail of the rep"
"""A question without choices is whose numbers a file holds."""
FITTING = 15
"""Proposals in a table that is not scrolled (ours)."""
_ASKING = re.compile(r"(?<=[.:] )(?:Which|Out of|What|Whose|In which)\b[^.?]*\?$")
"""The sentence of a question that asks, after those that say why."""
MANY = 3
"""More answers than this are folded away (ours)."""


def questions(asked: Sequence[Question]) -> None:
    """Draw every open question with its choices; those about people with strong evidence can be accepted at once."""
    put = together(asked)
    certain = sure(put)
    if len(certain) > 1:
        _at_once(certain)
    for one in put:
        if len(certain) < 2 or not one.sure:
            _question(one)


def _at_once(certain: Sequence[Asked]) -> None:
    """Draw the proposals whose evidence is strong: who is taken for whom, and why; one click for all of them."""
    st.markdown(f"**{len(certain)} names and e-mails are other spellings of reps, with strong evidence for each:**")
    told = [{"In the file": _written(one), "Same person as": one.labels[0], "Because": one.why} for one in certain]
    tall = "content" if len(told) <= FITTING else "auto"
    st.dataframe(told, hide_index=True, height=tall, alt="Who is taken for whom, and why")
    label = f"Yes to these {len(certain)}"
    st.button(label, icon=":material/done_all:", key="questions_accept", on_click=_accept, args=(certain,))
    with st.expander("Or one by one", icon=":material/rule:"):
        for one in certain:
            _question(one)


def _written(one: Asked) -> str:
    return one.key.removeprefix("link:")


def _question(one: Asked) -> None:
    key = f"question_{one.key}"
    if not one.choices:
        st.text_input(_put(one.text), key=key, placeholder=FREE, on_change=_take, args=(one.keys, key), width=360)
        return
    labels = dict(zip(one.choices, one.labels, strict=False))
    _compared(one.table)
    st.radio(
        _put(one.text),
        one.choices,
        index=None,
        horizontal=True,
        format_func=lambda choice: plain(labels.get(choice) or words(choice, {})),
        key=key,
        on_change=_take,
        args=(one.keys, key),
    )


def _compared(table: Sequence[Sequence[str]]) -> None:
    """Draw what a question compares, if it does."""
    if table:
        head, *lines = table
        shown = [dict(zip(head, line, strict=True)) for line in lines]
        st.dataframe(shown, hide_index=True, height="content", alt="What each source says of whom they differ most")


def _put(text: str) -> str:
    """Return a question with its last sentence in bold; what leads to it is not.

    >>> _put("a.csv and b.csv differ in what was won. Which file counts?"), _put('Is "J. Lee" Jo Lee?')
    ('a.csv and b.csv differ in what was won. **Which file counts?**', '**Is "J. Lee" Jo Lee?**')
    """
    found = _ASKING.search(text)
    return f"{plain(text[: found.start()])} **{plain(found.group())}**" if found else f"**{plain(text)}**"


def _accept(certain: Sequence[Asked]) -> None:
    for one in certain:
        state.answer(one.key, one.choices[0])


def words(choice: str, names: Mapping[str, str]) -> str:
    """Return one choice in words: a known answer, a rep's name, a column's field, or the choice itself.

    >>> words("dmy", {}), words("ida-lund", {"ida-lund": "Ida Lund"}), words("EUR", {})
    ('Day first: 03/11 is 3 November', 'Ida Lund', 'EUR')
    """
    return CHOICES.get(choice) or names.get(choice) or FIELD_LABELS.get(choice, choice)


def currency(loaded: Loaded) -> None:
    """Offer to say the currency of amounts that name none, where there are any."""
    told = any(problem.code == "one_currency" for problem in loaded.problems)
    unknown = len(loaded.pipeline) > 0 and bool((loaded.pipeline["currency"] == "").any())
    said = state.answers().get("currency")
    if told or unknown or said:
        state.show("import_currency", said)
        st.selectbox(
            "Currency of amounts that name none",
            [*CURRENCIES, *({said} - {None, *CURRENCIES})],
            index=None,
            placeholder=f"As the file says: {_only(loaded)}" if told else "Not known",
            key="import_currency",
            on_change=_take,
            args=(("currency",), "import_currency"),
            accept_new_options=True,
            width=280,
        )


def _only(loaded: Loaded) -> str:
    """Return the currencies that were found."""
    return listed(sorted(code for code in loaded.pipeline["currency"].unique() if code))


def answered(people: Sequence[Person]) -> None:
    """Draw what was answered and corrected so far, each with a way back; many answers are folded away."""
    names = {person.rep_id: person.name for person in people}
    given = grouped({key: value for key, value in state.answers().items() if value})
    if len(given) > MANY:
        with st.expander(f"{len(given)} answers given", icon=":material/check:"):
            _answers(given, names)
    else:
        _answers(given, names)


def _answers(given: Sequence[tuple[tuple[str, ...], str]], names: Mapping[str, str]) -> None:
    for keys, value in given:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"{plain(subject(keys))}: {plain(words(value, names))}", width="content")
            st.button("Change", key=f"answer_{keys[0]}", on_click=_forget, args=(keys,), type="tertiary")


def grouped(answers: Mapping[str, str]) -> list[tuple[tuple[str, ...], str]]:
    """Return the answers given, the same scale of several columns as one.

    >>> grouped({"scale:Brand": "20", "date_order": "dmy", "scale:People": "20"})
    [(('scale:Brand', 'scale:People'), '20'), (('date_order',), 'dmy')]
    """
    found: dict[tuple[str, str], list[str]] = {}
    for key, value in answers.items():
        found.setdefault(("scale" if key.startswith("scale:") else key, value), []).append(key)
    return [(tuple(keys), value) for (_, value), keys in found.items()]


def subject(keys: Sequence[str]) -> str:
    """Return what an answer is about.

    >>> subject(["scale:Brand", "scale:People"]), subject(["source:won"])
    ('Scale of Brand and People', 'Which file counts for what was won')
    """
    kind = keys[0].partition(":")[0]
    kinds = {"date_order": "Dates", "scale": "Scale of", "currency": "Amounts that name no currency", "rep": "Rep"}
    kinds |= {"link": "Who is", "sheet": "Sheet of", "column": "Column", "stage": "Stage", "pipeline": "Pipeline of"}
    kinds |= {"value": _number(keys[0]), "period": "Closed deals count"}
    kinds |= {"measure": "Numbers of", "owner": "Blank owners of", "day": "Day of", "source": "Which file counts for"}
    about = [] if kind == "value" else [SOURCES.get(key, key.partition(":")[2]) for key in keys]
    return f"{kinds.get(kind, kind)} {listed(about)}".strip()


def _number(key: str) -> str:
    """Return which number of several values an answer is about.

    >>> _number("value"), _number("value:ida-lund:2026-11-16:people")
    ('Of several values', 'People of ida-lund, week of 16 Nov 2026')
    """
    if not key.startswith("value:") or key.count(":") != 3:
        return "Of several values"
    _, rep_id, week, field = key.split(":")
    return f"{FIELD_LABELS.get(field, field)} of {rep_id}, week of {label(date.fromisoformat(week))}"


def _forget(keys: Sequence[str]) -> None:
    for key in keys:
        state.answer(key, None)


def _take(keys: Sequence[str], widget: str) -> None:
    for key in keys:
        state.answer(key, state.shown(widget))
