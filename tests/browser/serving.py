"""How does a test get the real app, served as a manager starts it?"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
STARTS_WITHIN, PAUSE = 60.0, 0.05
"""Seconds: a cold start takes one or two; the first run after an installation compiles every module."""


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def database_url(folder: Path) -> str:
    """Return the address of a store of its own in the folder."""
    return f"sqlite:///{(folder / 'desk.sqlite').as_posix()}"


def command_line(*words: str, url: str) -> str:
    """Run a sub-command of `python -m dashboard` on the store and return what it printed."""
    command = [sys.executable, "-m", "dashboard", *words]
    environment = {**os.environ, "SSI_COACH_DATABASE": url}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Served(NamedTuple):
    """An app that answers at an address."""

    address: str
    process: subprocess.Popen[bytes]


@contextmanager
def served(url: str, command: Sequence[str] = ("-m", "dashboard", "--headless", "--port")) -> Generator[Served]:
    """Run the app on the store at `url`; `command` is followed by the port."""
    port = free_port()
    environment = {**os.environ, "SSI_COACH_DATABASE": url}
    words = [sys.executable, *command, str(port)]
    with TemporaryFile() as log:
        process = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            assert healthy(process, f"http://127.0.0.1:{port}"), f"the app did not start: {printed(log)}"
            yield Served(f"http://127.0.0.1:{port}", process)
        finally:
            process.terminate()
            process.wait(timeout=20)


def printed(log: IO[bytes]) -> str:
    """Return the end of what the server printed."""
    log.seek(0)
    return log.read().decode(errors="replace")[-2000:]


def healthy(process: subprocess.Popen[bytes], address: str) -> bool:
    """Wait until the server answers; False if it ends first or takes too long."""
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        if answers(f"{address}/_stcore/health"):
            return True
        time.sleep(PAUSE)
    return False


def answers(address: str) -> bool:
    """Tell whether something at the address answers with success."""
    try:
        return urlopen(address, timeout=5).status == 200
    except (URLError, OSError):
        return False
