"""Where do store, playbook and benchmarks lie, so that the manager can edit and back them up?"""

from datetime import UTC, datetime
from functools import partial

import streamlit as st

from dashboard.desk import benchmarks as benchmark_file
from dashboard.store.backup import backup
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
            "Store": f"`{shown(at.engine)}`  \nEverything imported. Take a backup rather than a "
            "copy of the file: a copy made while the app runs may lack the latest import.",
        },
        border="horizontal",
        alt="Where playbook, benchmarks and store lie",
    )
    if at.engine.dialect.name == "sqlite":
        _backup(at)


def _backup(at: Desk) -> None:
    """Offer the whole store as one file, made when it is asked for."""
    day = datetime.now(UTC).astimezone().date()
    st.download_button(
        "Download a backup",
        partial(backup, at.engine),
        f"coaching-desk-{day}.sqlite",
        "application/vnd.sqlite3",
        key="settings_backup",
        on_click="ignore",
        icon=":material/download:",
    )
    st.caption("Bring it back with `ssi-coach restore FILE`; what is on the desk then is kept beside it.")
