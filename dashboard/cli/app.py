"""How is the app started from the terminal?"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SQLITE = "sqlite:///"


def start(*, port: int | None, headless: bool, db: str | None) -> int:
    """Serve the app until it is stopped; where the system can, this process becomes the server."""
    print("Starting the coaching desk; the first start takes some seconds. Stop it with Ctrl+C.", flush=True)
    command, settings = words(port=port, headless=headless), environment(db)
    if os.name == "posix":
        os.chdir(ROOT)
        os.execve(command[0], command, settings)
    return subprocess.run(command, cwd=ROOT, env=settings, check=False).returncode


def words(*, port: int | None, headless: bool) -> list[str]:
    """Return the command that serves the app; `port` None leaves the choice to Streamlit."""
    options = [f"--server.port={port}"] if port else []
    options += ["--server.headless=true"] if headless else []
    # Only this machine may open the desk unless somebody says otherwise: it shows people's scores and has no login.
    # It also keeps Streamlit from asking a public service for this machine's address, only to print it.
    options += [] if "STREAMLIT_SERVER_ADDRESS" in os.environ else ["--server.address=localhost"]
    return [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard" / "server.py"), *options]


def environment(db: str | None) -> dict[str, str]:
    """Return the environment of the app: our package is found, and the store is named from where we stand."""
    paths = os.pathsep.join(path for path in (str(ROOT), os.environ.get("PYTHONPATH")) if path)
    url = db or os.environ.get("SSI_COACH_DATABASE")
    return {**os.environ, "PYTHONPATH": paths} | ({"SSI_COACH_DATABASE": _anchored(url)} if url else {})


def _anchored(url: str) -> str:
    """Return a store's URL with its path made absolute: the app runs in another folder than the terminal stands in."""
    path = url.removeprefix(SQLITE)
    return SQLITE + str(Path(path).absolute()) if url.startswith(SQLITE) and path[:1] not in {"", ":"} else url
