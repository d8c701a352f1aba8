"""The program's own modules as syntax trees, for the tests that look at how it is written."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Import:
    """One name that a module imports; `typing_only` when only a type checker follows it."""

    name: str
    line: int
    typing_only: bool


@dataclass(frozen=True)
class Module:
    """A Python file: its dotted name, its text and its tree."""

    name: str
    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, str(self.path))

    @property
    def package(self) -> str:
        """The name that relative imports start from."""
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        return (item for item in ast.walk(self.tree) if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef))

    def imports(self) -> Iterator[Import]:
        """Every imported name, `from a import b` as `a.b`."""
        typing = {id(item) for block in _typing_blocks(self.tree) for item in ast.walk(block)}
        for item in ast.walk(self.tree):
            for name in self._names(item):
                yield Import(name, getattr(item, "lineno", 0), id(item) in typing)

    def _names(self, item: ast.AST) -> Iterator[str]:
        if isinstance(item, ast.Import):
            yield from (alias.name for alias in item.names)
        elif isinstance(item, ast.ImportFrom):
            above = (
                ".".join(self.package.split(".")[: len(self.package.split(".")) - item.level + 1]) if item.level else ""
            )
            source = ".".join(filter(None, (above, item.module)))
            yield from (f"{source}.{alias.name}" for alias in item.names)


def _typing_blocks(tree: ast.Module) -> Iterator[ast.If]:
    for item in ast.walk(tree):
        if isinstance(item, ast.If) and "TYPE_CHECKING" in ast.dump(item.test):
            yield item


def modules(folder: str = "gronagraf") -> tuple[Module, ...]:
    """Every module of a folder at the top of the checkout, in order of name."""
    files = sorted(path for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts)
    return tuple(Module(".".join(_parts(path)), path) for path in files)


def _parts(path: Path) -> tuple[str, ...]:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts
