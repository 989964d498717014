"""How does a manager get back a file in which something is wrong? As a marked copy, built when it is asked for."""

from collections.abc import Callable

import streamlit as st

from dashboard.desk.corrected import corrected_copy, corrected_name, worth_correcting
from dashboard.ingest.load import Loaded, Source
from dashboard.model.problems import FileReport
from dashboard.ui import state
from dashboard.ui.say import plain
from dashboard.ui.state import Upload

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MEANS = "The rows as read, each bad cell marked, with what to do in the last column: mend it and hand it over again."


def copies(loaded: Loaded) -> None:
    """Offer a marked copy of each file that has bad cells."""
    uploads = {upload.name: upload for upload in state.uploads()}
    wrong = [report for report in loaded.files if worth_correcting(report, loaded.problems) and report.name in uploads]
    with st.container(horizontal=True):
        for number, report in enumerate(wrong):
            which = f" of {plain(report.name)}" if len(uploads) > 1 else ""
            st.download_button(
                f"Copy{which} to correct, XLSX",
                _build(uploads[report.name], report, loaded),
                corrected_name(report.name),
                WORKBOOK,
                key=f"corrected_{number}",
                on_click="ignore",
                icon=":material/edit_note:",
                help=MEANS,
            )


def _build(upload: Upload, report: FileReport, loaded: Loaded) -> Callable[[], bytes]:
    """Return what builds the copy."""
    answers = dict(state.answers())
    source = Source(upload.name, upload.content, upload.modified)
    return lambda: corrected_copy(source, report, loaded.problems, answers)
