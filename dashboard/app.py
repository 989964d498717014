"""Which pages does the desk have? The frame around each: filters beside it, refusals as sentences."""

import streamlit as st

from dashboard.ui import cached, empty, filters, go, state
from dashboard.ui.go import PAGES
from dashboard.ui.guard import guard

st.set_page_config(page_title="Coaching desk", page_icon=cached.asset("icon.png"), layout="wide")
st.logo(cached.asset("wordmark.svg"), size="large", icon_image=cached.asset("icon.png"))

pages = {
    "Monday": [
        st.Page(PAGES["this_week"], title="This week", icon=":material/today:", default=True),
        st.Page(PAGES["leaderboard"], title="Leaderboard", icon=":material/leaderboard:"),
        st.Page(PAGES["heatmap"], title="Heatmaps", icon=":material/grid_on:"),
        st.Page(PAGES["pipeline"], title="Pipeline", icon=":material/filter_alt:"),
    ],
    "One to one": [
        st.Page(PAGES["rep"], title="Rep", icon=":material/person:"),
        st.Page(PAGES["notes"], title="Notes", icon=":material/edit_note:"),
    ],
    "Desk": [
        st.Page(PAGES["import"], title="Import", icon=":material/upload_file:"),
        st.Page(PAGES["settings"], title="Settings", icon=":material/tune:"),
        st.Page(PAGES["guide"], title="Guide", icon=":material/menu_book:"),
    ],
}
page = st.navigation(pages)
go.follow()
with guard():
    desk = cached.desk()
    state.choose(filters.sidebar(desk))
    if state.choice().week is None and page not in pages["Desk"]:
        st.title(page.title)
        empty.desk(desk)
    else:
        page.run()
