"""Does every answer carry the security headers, and is the warm-up complete?"""

import asyncio
import sys
import tomllib
from pathlib import Path

from dashboard.ingest.formats import MOST_BYTES
from dashboard.server import CONTENT_POLICY, HEADERS, SecurityHeaders, warm_up


def served(kind: str) -> list[dict]:
    """Return what an app behind the headers sends for one request of a kind."""
    sent = []

    async def app(scope, receive, send):
        start = "websocket.accept" if scope["type"] == "websocket" else "http.response.start"
        await send({"type": start, "status": 200, "headers": [(b"x-own", b"kept")]})

    async def send(message):
        sent.append(message)

    async def receive():
        return {}

    asyncio.run(SecurityHeaders(app)({"type": kind}, receive, send))
    return sent


def test_every_answer_carries_the_headers():
    """A page cannot be framed, sniffed, or made to load anything from elsewhere; own headers stay."""
    headers = {name.decode(): value.decode() for name, value in served("http")[0]["headers"]}
    assert headers == {"x-own": "kept"} | HEADERS


def test_websockets_pass_through():
    """The connection Streamlit talks over is left as it is."""
    assert served("websocket")[0]["headers"] == [(b"x-own", b"kept")]


def test_the_policy_names_no_other_host():
    """Nothing may be loaded from anywhere but the app itself."""
    assert "http" not in CONTENT_POLICY
    assert "*" not in CONTENT_POLICY


def test_the_warm_up_imports_every_piece_of_the_screen():
    """After it the first page has nothing left to import."""
    warm_up()
    assert {"dashboard.ui.looking", "dashboard.ui.note_desk", "dashboard.charts.heatmap"} <= set(sys.modules)


def test_what_may_be_uploaded_can_be_read():
    """The upload limit is the reader's: no file is taken over the wire to be refused for its size."""
    config = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
    assert tomllib.loads(config.read_text("utf-8"))["server"]["maxUploadSize"] << 20 == MOST_BYTES
