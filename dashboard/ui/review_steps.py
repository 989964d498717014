"""Where is the meeting: with whom, how many are left, who is next?"""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.desk.meeting import first_open, talked
from dashboard.model.reviews import Talk, Talked
from dashboard.ui import address, state
from dashboard.ui.say import plain

WITH, EVERYBODY, END = "with", "review_everybody", "end"
"""The address says with whom the meeting is; "end" is its last step."""
MOST_NAMES = 8
"""Beyond this many names are a list to choose from, not a row to look at."""
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


def position(order: Sequence[str], talks: Mapping[str, Talk]) -> str:
    """Return with whom the meeting is: whom the address or a click asked for, else the first still open."""
    wished = address.wished(WITH)
    if wished is not None:
        state.wish_for(WITH, wished)
    here = state.wish(WITH)
    found = here if here in (*order, END) else first_open(order, talks) or END
    state.wish_for(WITH, found)
    address.say(WITH, found)
    return found


def to(place: str) -> None:
    """Go to a rep, or to the end."""
    state.wish_for(WITH, place)


def progress(order: Sequence[str], names: Mapping[str, str], talks: Mapping[str, Talk], here: str) -> None:
    """Draw who was talked with, who is next, and the way to each."""
    places = [*order, END]
    key = "review_names" if len(order) <= MOST_NAMES else "review_list"
    state.show(key, here)
    if len(order) <= MOST_NAMES:
        st.pills(
            "Talks of this review",
            places,
            format_func=lambda place: _named(place, names, talks, MARKS, {}),
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
            format_func=lambda place: _named(place, names, talks, {}, WORDS),
            key=key,
            on_change=_go,
            args=(key,),
            width=420,
        )


def _named(
    place: str,
    names: Mapping[str, str],
    talks: Mapping[str, Talk],
    marks: Mapping[Talked, str],
    words: Mapping[Talked, str],
) -> str:
    if place == END:
        return ":material/flag: End" if marks else "End of the review"
    state_of = talked(talks, place)
    name = plain(names[place]) if marks else names[place]
    return f"{marks.get(state_of, '')}{name}{words.get(state_of, '')}"


def _go(key: str) -> None:
    place = state.shown(key)
    if place:
        to(place)


def count(order: Sequence[str], talks: Mapping[str, Talk], here: str) -> str:
    """Return where the meeting is: "2 of 3, 1 done".

    >>> count(["ida", "sam"], {"ida": Talk("ida", talked=Talked.COACHED)}, "sam")
    '2 of 2 · 1 talked with'
    """
    done = sum(talked(talks, rep_id) is not Talked.OPEN for rep_id in order)
    place = f"{order.index(here) + 1} of {len(order)}" if here in order else f"all {len(order)}"
    return f"{place} · {done} talked with" if done else place


def arrows(order: Sequence[str], talks: Mapping[str, Talk], here: str) -> None:
    """Draw the ways to the one before and the next one."""
    places = [*order, END]
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
        st.markdown(count(order, talks, here), width="content")
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
