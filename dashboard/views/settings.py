"""Which thresholds hold, and where does everything lie?"""

import streamlit as st

from dashboard.ui import cached, places, thresholds

st.title("Settings")
desk = cached.desk()
with st.container(border=True):
    in_force = thresholds.form(desk, cached.settings(desk))
thresholds.to_defaults(desk, in_force)
st.header("Where things are", icon=":material/folder_open:")
places.draw(desk)
