"""Fixtures every test may use."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("suite", deadline=None, derandomize=True)
"""The same examples in every run, so that a failure is of the change; `make fuzz` looks for new ones."""
if "SSI_COACH_EXAMPLES" not in os.environ:
    settings.load_profile("suite")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real and realistic files beside the checkout; tests that need it skip where it is absent."""
    folder = Path(os.environ.get("SSI_COACH_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not folder.is_dir():
        pytest.skip("the corpus folder is not beside this checkout (set SSI_COACH_CORPUS to point at it)")
    return folder
