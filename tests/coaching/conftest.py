"""The playbook that ships, and cards to try the words on."""

from pathlib import Path

import pytest

from dashboard.coaching.playbook import Playbook, load_playbook

PLAYBOOK = Path(__file__).resolve().parents[2] / "data" / "playbook.toml"


@pytest.fixture(scope="session")
def playbook() -> Playbook:
    """The playbook as it ships with the product."""
    return load_playbook(PLAYBOOK)
