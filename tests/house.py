"""What stands in one Python file of the product? Read with ast, never imported."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file of the product: its path from the root, with forward slashes, and its text."""

    path: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.source)

    @property
    def room(self) -> str:
        """The folder under dashboard/, or the file's stem for the few directly in it."""
        return Path(self.path).parts[1].removesuffix(".py")

    @property
    def stem(self) -> str:
        return Path(self.path).stem

    def imports(self) -> Iterator[tuple[int, str]]:
        """Yield line and dotted name of everything imported, one per name."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                start = "." * node.level + (node.module or "")
                yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Yield every call with the dotted name as written."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield node, ast.unparse(node.func)

    def attributes(self) -> Iterator[tuple[int, str]]:
        """Yield line and name of everything asked of something else: the b of a.b."""
        yield from ((node.lineno, node.attr) for node in ast.walk(self.tree) if isinstance(node, ast.Attribute))

    def names(self) -> Iterator[tuple[int, str]]:
        """Yield line and name of every variable and argument, wherever it is used."""
        yield from ((node.lineno, node.id) for node in ast.walk(self.tree) if isinstance(node, ast.Name))
        yield from ((node.lineno, node.arg) for node in ast.walk(self.tree) if isinstance(node, ast.arg))

    def functions(self) -> Iterator[Function]:
        """Yield every function and method, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                yield node

    def public(self) -> Iterator[Function | ast.ClassDef]:
        """Yield the public functions and classes of the module and the public methods of its classes."""
        for node in self.tree.body:
            inside = node.body if isinstance(node, ast.ClassDef) else []
            yield from (
                part for part in [node, *inside] if isinstance(part, Function | ast.ClassDef) and is_public(part)
            )


def is_public(node: Function | ast.ClassDef) -> bool:
    return not node.name.startswith("_")


def length(node: Function) -> int:
    """Return how many lines a function has, its docstring included."""
    return (node.end_lineno or node.lineno) - node.lineno + 1
