"""Who may import whom: the layers, the model for the command line only, each big dependency in its place."""

import pytest

from tests.guard.source import Module, modules

LAYERS = (
    ("errors", "accounts", "data"),
    ("schema",),
    ("graph",),
    ("values", "changes", "discretion", "interchange", "model"),
    ("reading", "database_folder"),
    ("embedded",),
    ("store",),
    ("recipes", "analysis", "thread"),
    ("rdf", "sync", "views"),
    ("importing", "exporting"),
    ("demo",),
    ("cli",),
    ("__main__",),
)
RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}
ALLOWED = {
    "arcadedb": ("embedded",),
    "click": ("cli",),
    "defusedxml": ("importing",),
    "igraph": ("views.map.layouts.network", "analysis"),
    "jinja2": ("views.page", "views.map.page", "views.charts.writing"),
    "neo4j": ("store",),
    "python_calamine": ("reading.sheets.workbook",),
    "pyvis": ("views.map.drawing",),
    "rapidfuzz": ("sync",),
    "rcssmin": ("views.map.parts",),
    "rdflib": ("exporting", "importing"),
    "rich": ("views", "cli"),
    "rjsmin": ("views.map.parts",),
    "xlsxwriter": ("views.workbook",),
}
FORBIDDEN = ("networkx", "numpy", "pandas", "py2neo", "graphio", "requests")
PROGRAM = [pytest.param(module, id=module.name) for module in modules()]


def part_of(name: str) -> str:
    """`store` for `gronagraf.store.loading`, an empty text for the package itself."""
    return name.split(".")[1] if "." in name else ""


def is_within(name: str, place: str) -> bool:
    return name == f"gronagraf.{place}" or name.startswith(f"gronagraf.{place}.")


@pytest.mark.parametrize("module", PROGRAM)
def test_a_module_imports_only_from_the_layers_below_it(module: Module) -> None:
    own = part_of(module.name)
    assert not own or own in RANK, f"{module.name} is in no layer: place it in LAYERS and in CONTRIBUTING.md"
    known = {part_of(each.name) for each in modules()}
    upward = [
        f"line {each.line}: {each.name}"
        for each in module.imports()
        if own and each.name.startswith("gronagraf.") and (other := part_of(each.name)) in known and other != own
        if RANK[other] >= RANK[own]
    ]
    assert upward == []


@pytest.mark.parametrize("module", PROGRAM)
def test_only_the_command_line_knows_which_model_is_in_use(module: Module) -> None:
    users = [each.line for each in module.imports() if each.name.startswith("gronagraf.model")]
    assert part_of(module.name) in ("", "cli") or users == []  # the package itself only passes the name on


@pytest.mark.parametrize("module", PROGRAM)
def test_a_big_dependency_is_imported_where_it_belongs_only(module: Module) -> None:
    astray = [
        f"line {each.line}: {each.name}"
        for each in module.imports()
        if (package := each.name.partition(".")[0]) in FORBIDDEN
        or (package in ALLOWED and not any(is_within(module.name, place) for place in ALLOWED[package]))
    ]
    assert astray == []
