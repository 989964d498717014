"""How long does the script of a page run, the test driver's own work left out?"""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from unittest.mock import patch

from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
from streamlit.testing.v1 import AppTest

from tests.docs import ROOT

APP = ROOT / "dashboard" / "app.py"
EMPTY = Path(__file__).with_name("empty.py")
PATIENCE = 300
"""Seconds a first run may take: it reads the largest store with every cache cold."""


@contextmanager
def clocked() -> Generator[list[float]]:
    """Give a list that grows by the ms of every script run; compiled scripts are kept, as a server keeps them."""
    spent: list[float] = []
    compiled, run = ScriptCache(), ScriptRunner._run_script

    def timed(self: ScriptRunner, request: RerunData) -> None:
        start = perf_counter()
        run(self, request)
        spent.append((perf_counter() - start) * 1000)

    runner = "streamlit.testing.v1.local_script_runner.ScriptCache"
    with patch(runner, lambda: compiled), patch.object(ScriptRunner, "_run_script", timed):
        yield spent


class Desk:
    """One page of the app on one store, ready to be run again and again."""

    def __init__(self, url: str, page: str, **query: str) -> None:
        self.url = url
        self.app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
        self.app.query_params.update(query)
        self.run()
        self.app.switch_page(f"views/{page}.py")
        self.run()

    def run(self) -> None:
        """Run the page's script once; an error on the page stops the measurement."""
        os.environ["SSI_COACH_DATABASE"] = self.url
        self.app.run()
        assert not self.app.exception, self.app.exception
