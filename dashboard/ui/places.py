"""Where do store, playbook and benchmarks lie, so that the manager can edit and back them up?"""

import streamlit as st

from dashboard.desk import benchmarks as benchmark_file
from dashboard.store.engine import shown
from dashboard.ui import cached
from dashboard.ui.cached import PLAYBOOK, Desk


def draw(at: Desk) -> None:
    """Draw the places as a list."""
    prompts = len(cached.playbook().prompts)
    st.table(
        {
            "Playbook": f"`{PLAYBOOK}`  \n{prompts} prompts. Edit the file; the next click reads it again.",
            "Benchmarks": f"`{benchmark_file.PATH}`  \nDefaults and bands with their sources.",
            "Store": f"`{shown(at.engine)}`  \nEverything imported. Copy the file to back it up.",
        },
        border="horizontal",
        alt="Where playbook, benchmarks and store lie",
    )
