"""What does the manager see while long files are read? Which file, which step, how far, for how long."""

from collections.abc import Mapping

import streamlit as st
from sqlalchemy import Engine

from dashboard.desk import imports
from dashboard.ingest.load import Loaded, Source
from dashboard.ui.say import plain
from dashboard.ui.state import Upload

LARGE = 1_000_000
"""Bytes from which reading may take more than two seconds (measured: 100,000 rows of CSV are some 6 MB)."""


def now(engine: Engine, files: tuple[Upload, ...], answers: Mapping[str, str]) -> Loaded:
    """Read the files as one set; while large ones are read, what is done stands on the page."""
    sources = [Source(one.name, one.content, one.modified) for one in files]
    place = st.empty()
    with place.container(), st.spinner("Reading the files …", show_time=True):
        if sum(len(one.content) for one in files) < LARGE:
            loaded = imports.read(sources, answers, None, engine)
        else:
            bar = st.progress(0.0)
            loaded = imports.read(
                sources, answers, None, engine, tell=lambda done, words: bar.progress(done, f"{plain(words)} …")
            )
    place.empty()
    return loaded
