"""Who is on top, by which measure, and with what pipeline?"""

from functools import partial

import streamlit as st

from dashboard.exports.workbook import leaderboard_csv, leaderboard_xlsx
from dashboard.ui import among, board, board_remarks, board_table, cached, filters, state

st.title("Leaderboard")
desk = cached.desk()
review = cached.shown(desk)
with st.container(horizontal=True, vertical_alignment="bottom"):
    asked = st.selectbox(
        "Sort by",
        list(board_table.SORTS),
        format_func=lambda by: board_table.SORTS[by],
        key="leaderboard_sort",
        persist_state="session",
        width=220,
        help="This order stays while you open reps; that of a clicked heading is gone when you come back.",
    )
    names = filters.rep_labels(review.cards)
    st.selectbox(
        "Open a rep",
        list(names),
        index=None,
        format_func=lambda rep_id: names[rep_id],
        placeholder="Choose a name",
        key="leaderboard_open",
        on_change=board.open_chosen,
        args=("leaderboard_open",),
        width=260,
    )
    alike = among.choose(desk, review)
    sort = board.usable(review, asked)
    ordered = board.ordered(desk, review, sort, alike)
    export = partial(board.exported, review, ordered, cached.settings(desk))
    week = review.team.week
    st.download_button(
        "CSV",
        lambda: leaderboard_csv(export()),
        f"leaderboard-{week}.csv",
        "text/csv",
        key="leaderboard_csv",
        on_click="ignore",
        icon=":material/download:",
    )
    st.download_button(
        "XLSX",
        lambda: leaderboard_xlsx(export(), week),
        f"leaderboard-{week}.xlsx",
        key="leaderboard_xlsx",
        on_click="ignore",
        icon=":material/download:",
    )
st.caption(board.legend(ordered, asked, sort))
if more := board_remarks.remarks(review, ordered, sort):
    st.caption(more)
board.draw(desk, ordered, sort, alike, one_team=state.choice().team is not None)
