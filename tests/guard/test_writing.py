"""How the program is written: sizes, names, opening sentences, and no catch-all that hides a bug."""

import ast
import statistics

import pytest

from tests.guard.source import Module, modules

LONGEST_FUNCTION = 40
LONGEST_MODULE = 300
MEDIAN_FUNCTION = 10
VAGUE = {"utils", "util", "helpers", "helper", "base", "core", "manager", "common", "misc"}
CONTENT = {"gronagraf.model"}
WRITTEN = [pytest.param(module, id=module.name) for module in (*modules(), *modules("benchmarks"))]


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("module", WRITTEN)
def test_a_module_is_small_and_opens_with_a_sentence(module: Module) -> None:
    size = 0 if module.name in CONTENT else module.text.count("\n")
    assert size <= LONGEST_MODULE
    assert (ast.get_docstring(module.tree) or "").strip(), "say in one sentence what the module is"
    assert module.name.rpartition(".")[2] not in VAGUE, "name it for what it does"


@pytest.mark.parametrize("module", WRITTEN)
def test_no_function_is_long(module: Module) -> None:
    long = {each.name: lines(each) for each in module.functions() if lines(each) > LONGEST_FUNCTION}
    assert long == {}


def test_the_median_function_fits_a_glance() -> None:
    assert statistics.median(lines(each) for module in modules() for each in module.functions()) <= MEDIAN_FUNCTION


def raises_again(handler: ast.ExceptHandler) -> bool:
    """Whether a handler only tidies up: what was caught goes on."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


@pytest.mark.parametrize("module", WRITTEN)
def test_every_error_that_is_caught_is_named(module: Module) -> None:
    handlers = [item for item in ast.walk(module.tree) if isinstance(item, ast.ExceptHandler)]
    kept = {each.lineno: ast.unparse(each.type) if each.type else "all" for each in handlers if not raises_again(each)}
    assert {line: name for line, name in kept.items() if name in {"all", "Exception", "BaseException"}} == {}
