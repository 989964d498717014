"""Where is the meeting: with whom, how many are left, who is next?"""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.desk.meeting import first_open, talked
from dashboard.model.reviews import Review, Talk, Talked
from dashboard.ui import address, state
from dashboard.ui.say import plain

WITH, EVERYBODY, START, END = "with", "review_everybody", "start", "end"
"""The address says with whom the meeting is; it opens on what was said last time and closes with its end."""
OF = "_review_of"
"""Under what the session keeps of which review that is: another one begins at its own beginning."""
ENDS = {START: ":material/history: Last time", END: ":material/flag: End"}
END_WORDS = {START: "What we said last time", END: "End of the review"}
MOST_NAMES = 10
"""Beyond this many names are a list to choose from, not a row to look at."""
NOBODY: Mapping[str, str] = {}
MARKS = {Talked.OPEN: "", Talked.COACHED: ":material/check: ", Talked.SKIPPED: ":material/redo: "}
WORDS = {Talked.OPEN: "", Talked.COACHED: " (coached)", Talked.SKIPPED: " (skipped)"}


def everybody() -> bool:
    """Draw the switch between the first three and everybody, carried in the address; return what it is set to."""
    wished = address.wished("all")
    if wished is not None:
        state.wish_for("all", wished)
    state.show(EVERYBODY, state.wish("all") == "1")
    chosen = st.toggle("Everybody, not only those to talk to first", key=EVERYBODY, on_change=_switch)
    address.say("all", "1" if chosen else None)
    return chosen


def _switch() -> None:
    state.wish_for("all", "1" if state.shown(EVERYBODY) else None)


def position(review: Review, places: Sequence[str], talks: Mapping[str, Talk]) -> str:
    """Return where the meeting is: where the address or a click asked for, else with the first still open."""
    wished = address.wished(WITH)
    if wished is not None or state.shown(OF) not in (None, review.review_id):
        state.wish_for(WITH, wished)
    state.show(OF, review.review_id)
    here = state.wish(WITH)
    found = here if here is not None and here in places else _first(places, talks)
    state.wish_for(WITH, found)
    address.say(WITH, found)
    return found


def _first(places: Sequence[str], talks: Mapping[str, Talk]) -> str:
    """Return where to begin or go on: what was said last time, before anybody was talked with.

    >>> _first(["start", "ida", "sam", "end"], {"ida": Talk("ida", talked=Talked.COACHED)})
    'sam'
    """
    order = reps_of(places)
    still = first_open(order, talks)
    begun = any(talked(talks, rep_id) is not Talked.OPEN for rep_id in order)
    return places[0] if not begun else still or END


def places(order: Sequence[str], *, opening: bool) -> tuple[str, ...]:
    """Return the steps of the meeting; `opening` is whether there is anything from last time to open on."""
    return (*([START] if opening else []), *order, END)


def reps_of(places: Sequence[str]) -> list[str]:
    """Return the reps among the steps."""
    return [place for place in places if place not in (START, END)]


def to(place: str) -> None:
    """Go to a rep, or to the end."""
    state.wish_for(WITH, place)


def progress(
    places: Sequence[str],
    names: Mapping[str, str],
    talks: Mapping[str, Talk],
    here: str,
    awaited: Mapping[str, str] = NOBODY,
) -> None:
    """Draw who was talked with, who is next, and the way to each; `awaited` says why somebody comes first."""
    few = len(places) <= MOST_NAMES
    key = "review_names" if few else "review_list"
    state.show(key, here)
    if few:
        st.pills(
            "Talks of this review",
            places,
            format_func=lambda place: ENDS.get(place) or _pill(names[place], talked(talks, place), awaited.get(place)),
            key=key,
            required=True,
            wrap=True,
            label_visibility="collapsed",
            on_change=_go,
            args=(key,),
        )
    else:
        st.selectbox(
            "Talk with",
            places,
            format_func=lambda place: (
                END_WORDS.get(place) or _line(names[place], talked(talks, place), awaited.get(place))
            ),
            key=key,
            on_change=_go,
            args=(key,),
            width=420,
        )


def _pill(name: str, done: Talked, why: str | None) -> str:
    return f"{MARKS[done]}{plain(name)}{f' :small[· {why}]' if why else ''}"


def _line(name: str, done: Talked, why: str | None) -> str:
    """Return one line of the list of names.

    >>> _line("Ida", Talked.OPEN, None), _line("Ida", Talked.COACHED, "look due")
    ('Ida', 'Ida · look due (coached)')
    """
    return f"{name}{f' · {why}' if why else ''}{WORDS[done]}"


def _go(key: str) -> None:
    place = state.shown(key)
    if place:
        to(place)


def count(places: Sequence[str], talks: Mapping[str, Talk], here: str) -> str:
    """Return where the meeting is.

    >>> count(["start", "ida", "sam", "end"], {"ida": Talk("ida", talked=Talked.COACHED)}, "sam")
    '2 of 2 · 1 talked with'
    >>> count(["ida", "end"], {"ida": Talk("ida", talked=Talked.SKIPPED)}, "end")
    '1 talk · 1 skipped'
    """
    order = reps_of(places)
    place = (
        f"{order.index(here) + 1} of {len(order)}"
        if here in order
        else f"{len(order)} talk{'' if len(order) == 1 else 's'}"
    )
    ended = [talked(talks, rep_id) for rep_id in order]
    done = {"talked with": ended.count(Talked.COACHED), "skipped": ended.count(Talked.SKIPPED)}
    return " · ".join([place, *(f"{times} {how}" for how, times in done.items() if times)])


def arrows(places: Sequence[str], talks: Mapping[str, Talk], here: str) -> None:
    """Draw the ways to the one before and the next one."""
    at = places.index(here)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            "Previous",
            key="review_previous",
            icon=":material/chevron_left:",
            shortcut="P",
            disabled=at == 0,
            on_click=to,
            args=(places[max(at - 1, 0)],),
        )
        st.markdown(count(places, talks, here), width="content")
        st.button(
            "Next",
            key="review_next",
            icon=":material/chevron_right:",
            icon_position="right",
            shortcut="N",
            disabled=here == END,
            on_click=to,
            args=(places[min(at + 1, len(places) - 1)],),
        )
