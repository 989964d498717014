"""Which walls does the house have? Each rule reads one module and yields a sentence per breach."""

import ast
import re
import sys
from collections.abc import Iterator

from tests.house import Module, length

Breach = tuple[int, str]
"""The line and the sentence; the module's path is put before both."""

CORE = {"ingest", "store", "metrics", "charts", "coaching", "exports", "sample"}
SHELL = {"cli", "ui", "app", "server", "__main__"}
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "model": set(),
    "ingest": {"model"},
    "store": {"model"},
    "metrics": {"model"},
    "charts": {"model"},
    "coaching": {"model"},
    "exports": {"model", "coaching"},
    "sample": {"model"},
    "desk": CORE | {"model"},
    "ui": CORE | {"model", "desk"},
    "cli": CORE | {"model", "desk"},
    "views": {"ui", "model", "desk", "charts", "exports", "coaching"},
    "app": {"ui", "model", "desk"},
    "server": {"ui", "model", "desk"},
    "__main__": {"cli"},
}
ONLY_IN: dict[str, set[str]] = {
    "streamlit": {"app", "server", "ui", "views"},
    "starlette": {"server"},
    "plotly": {"charts"},
    "pandas": CORE - {"coaching"} | {"desk", "cli", "ui"},
    "numpy": CORE - {"coaching"} | {"desk", "cli", "ui"},
    "python_calamine": {"ingest"},
    "rapidfuzz": {"ingest"},
    "docx": {"exports"},
    "markdown_it": {"exports"},
    "click": {"cli"},
}
NETWORK = {
    "aiohttp", "ftplib", "http.client", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket", "urllib.request",
    "urllib3", "websockets", "xmlrpc",
}  # fmt: skip
CHANCE = {"random", "secrets", "uuid", "numpy.random"}
WRITES = {
    "write_text",
    "write_bytes",
    "mkdir",
    "makedirs",
    "unlink",
    "rmdir",
    "rmtree",
    "touch",
    "symlink_to",
    "copyfile",
}
READS = {"open", "read_text", "read_bytes"}
DRAWN = {
    "dataframe",
    "data_editor",
    "table",
    "image",
    "plotly_chart",
    "altair_chart",
    "vega_lite_chart",
    "echarts_chart",
}
VAGUE_FILES = re.compile(r"(.*_)?(utils?|helpers?|common|misc|managers?)")
VAGUE_NAMES = re.compile(r"(.*_)?df\d*|data\d+|tmp\d*")
LONGEST_FUNCTION, LONGEST_FILE = 40, 250


def under(name: str, roots: set[str]) -> bool:
    """Tell whether a dotted name is one of the roots or lies under one."""
    return any(name == root or name.startswith(root + ".") for root in roots)


def rooms(module: Module) -> Iterator[Breach]:
    for line, name in module.imports():
        if name.startswith("."):
            yield line, f"imports {name} relatively; import from dashboard.… only"
        other = name.split(".")[1] if name.startswith("dashboard.") else module.room
        if other != module.room and other not in MAY_IMPORT.get(module.room, set()):
            yield line, f"{module.room} may not import {other}"


def libraries(module: Module) -> Iterator[Breach]:
    for line, name in module.imports():
        root = name.split(".")[0]
        if root in ONLY_IN and module.room not in ONLY_IN[root]:
            yield line, f"{root} is imported only in {', '.join(sorted(ONLY_IN[root]))}"
        if module.room == "model" and root not in sys.stdlib_module_names | {"dashboard"}:
            yield line, f"model stands on the standard library alone, not on {root}"
        if root == "sqlalchemy" and module.room != "store" and not name.endswith(".Engine"):
            yield line, "outside store nothing of sqlalchemy is imported but the name Engine"


def network(module: Module) -> Iterator[Breach]:
    yield from ((line, f"{name} talks to the network") for line, name in module.imports() if under(name, NETWORK))


def views(module: Module) -> Iterator[Breach]:
    if module.room != "views":
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, f"a view has no def: {node.name} belongs in ui or deeper"
        if (
            isinstance(node, ast.keyword)
            and node.arg == "key"
            and not key_of(node).startswith((module.stem + "_", "?"))
        ):
            yield node.lineno, f"the widget key {key_of(node)!r} does not start with {module.stem}_"


def key_of(node: ast.keyword) -> str:
    """Return the literal start of a `key=`, "?" where it is no literal."""
    value = node.value.values[0] if isinstance(node.value, ast.JoinedStr) and node.value.values else node.value
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else "?"


def screen(module: Module) -> Iterator[Breach]:
    for call, name in module.calls():
        words = {keyword.arg for keyword in call.keywords}
        if name.split(".")[-1] in DRAWN and name.startswith("st.") and not words & {"alt", None}:
            yield call.lineno, f"{name} has no alt text"
        if "unsafe_allow_html" in words or name in {"st.html", "st.components.v1.html"}:
            yield call.lineno, f"{name} injects HTML; use the theme"
        if "use_container_width" in words:
            yield call.lineno, 'use_container_width is gone; use width="stretch"'
    for line, name in module.attributes():
        if name == "session_state" and module.path != "dashboard/ui/state.py":
            yield line, "only ui/state.py knows the session state"


def caching(module: Module) -> Iterator[Breach]:
    for line, name in module.attributes():
        if name in {"cache_data", "cache_resource"} and module.path != "dashboard/ui/cached.py":
            yield line, "caching decorators live only in ui/cached.py"


def clock(module: Module) -> Iterator[Breach]:
    for call, name in module.calls():
        asks = name.split(".")[-1] in {"today", "now", "utcnow"} or name in {"time.time", "time.localtime"}
        if asks and module.room not in SHELL:
            yield call.lineno, f"{name}() asks the clock; outside {', '.join(sorted(SHELL))} the day is a parameter"


def disk(module: Module) -> Iterator[Breach]:
    if module.room in {"store", "cli"}:
        return
    for call, name in module.calls():
        if name.split(".")[-1] in WRITES or name.startswith("shutil.") or (opens(name) and writing_mode(call)):
            yield call.lineno, f"{name} writes to the disk; only store and the command line do"


def opens(name: str) -> bool:
    return name == "open" or name.endswith(".open")


def writing_mode(call: ast.Call) -> bool:
    """Tell whether a call of `open` names a mode that writes."""
    words = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    texts = [word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)]
    return any(re.fullmatch(r"[rwaxbt+]*[wax+][rwaxbt+]*", text) for text in texts)


def purity(module: Module) -> Iterator[Breach]:
    """Pure rooms ask neither disk nor chance nor globals; the playbook, named by its path, is the one file read."""
    for line, name in module.imports():
        if under(name, CHANCE) and module.room in {"model", "ingest", "metrics", "charts", "coaching", "exports"}:
            yield line, f"{module.room} is pure: no {name}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Global):
            yield node.lineno, f"global {', '.join(node.names)}: state lives in the store or in ui/state.py"
    for call, name in module.calls():
        reads = name.split(".")[-1] in READS and module.room in {"model", "metrics", "charts", "coaching", "exports"}
        if reads and module.path != "dashboard/coaching/playbook.py":
            yield call.lineno, f"{module.room} is pure: {name} reads the disk"


def spoken(module: Module) -> Iterator[Breach]:
    if not ast.get_docstring(module.tree) and module.tree.body:
        yield 1, "the module has no docstring: which question does it answer?"
    for node in module.public():
        if not ast.get_docstring(node):
            yield node.lineno, f"{node.name} has no docstring"
        if not isinstance(node, ast.ClassDef) and unannotated(node):
            yield node.lineno, f"{node.name} leaves {', '.join(unannotated(node))} without a type"


def unannotated(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """Return the arguments (and "return") that carry no annotation."""
    words = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    words += [word for word in (node.args.vararg, node.args.kwarg) if word]
    bare = [word.arg for word in words if word.annotation is None and word.arg not in {"self", "cls"}]
    return bare if node.returns else [*bare, "return"]


def sizes(module: Module) -> Iterator[Breach]:
    lines = len(module.source.splitlines())
    if lines > LONGEST_FILE:
        yield 1, f"the file has {lines} lines, more than {LONGEST_FILE}"
    for node in module.functions():
        if length(node) > LONGEST_FUNCTION:
            yield node.lineno, f"{node.name} has {length(node)} lines, more than {LONGEST_FUNCTION}"


def names(module: Module) -> Iterator[Breach]:
    if VAGUE_FILES.fullmatch(module.stem):
        yield 1, f"{module.stem}.py says nothing of what is in it"
    for line, name in module.names():
        if VAGUE_NAMES.fullmatch(name):
            yield line, f"the name {name} says nothing of what is in it"


RULES = (rooms, libraries, network, views, screen, caching, clock, disk, purity, spoken, sizes, names)
