"""Which pages does the desk have? The frame around each: filters beside it, refusals as sentences."""

import streamlit as st

from dashboard.ui import cached, empty, filters, go, state
from dashboard.ui.go import PAGES
from dashboard.ui.guard import guard

st.set_page_config(page_title="Coaching desk", page_icon=cached.asset("icon.png"), layout="wide")
st.logo(cached.asset("wordmark.svg"), size="large", icon_image=cached.asset("icon.png"))

pages = {
    name: st.Page(PAGES[name], title=title, icon=f":material/{icon}:", default=name == "this_week")
    for name, title, icon in (
        ("this_week", "This week", "today"),
        ("review", "Review", "groups"),
        ("leaderboard", "Leaderboard", "leaderboard"),
        ("heatmap", "Heatmaps", "grid_on"),
        ("pipeline", "Pipeline", "filter_alt"),
        ("rep", "Rep", "person"),
        ("notes", "Notes", "edit_note"),
        ("import", "Import", "upload_file"),
        ("settings", "Settings", "tune"),
        ("guide", "Guide", "menu_book"),
    )
}
page = st.navigation(list(pages.values()), expanded=True)  # one list: screen readers stumble over Streamlit's groups
go.follow()
if page is not pages["import"]:
    state.forget_done()
with guard():
    desk = cached.open_desk()
    state.choose(filters.sidebar(desk))
    if state.choice().week is None and page not in [pages[name] for name in ("import", "settings", "guide")]:
        st.title(page.title)
        empty.desk(desk)
    else:
        page.run()
