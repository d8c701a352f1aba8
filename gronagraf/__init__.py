"""Gronagraf: a region's ecosystem as a graph, and whether its green thread is whole.

The public names stand here and are imported when they are first used, so that the command line starts at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gronagraf.accounts import Account as Account
    from gronagraf.data import recipe_folder as recipe_folder
    from gronagraf.data import seed_folder as seed_folder
    from gronagraf.errors import GronagrafError as GronagrafError
    from gronagraf.graph import Graph as Graph
    from gronagraf.graph import Result as Result
    from gronagraf.importing import convert_tables as convert_tables
    from gronagraf.importing import place_seed as place_seed
    from gronagraf.importing import read_mapping as read_mapping
    from gronagraf.model import MODEL as MODEL
    from gronagraf.reading import read_seed as read_seed
    from gronagraf.reading import write_seed as write_seed
    from gronagraf.recipes import read_recipes as read_recipes
    from gronagraf.recipes import run_recipe as run_recipe
    from gronagraf.store import open_store as open_store
    from gronagraf.thread import judge as judge
    from gronagraf.views.map import write_map as write_map
    from gronagraf.views.tables import render as render
    from gronagraf.views.verdict import render_verdict as render_verdict
    from gronagraf.views.workbook.seeds import write_workbook as write_workbook

__version__ = "0.1.0"

PLACES = {
    "Account": "gronagraf.accounts",
    "Graph": "gronagraf.graph",
    "GronagrafError": "gronagraf.errors",
    "MODEL": "gronagraf.model",
    "Result": "gronagraf.graph",
    "convert_tables": "gronagraf.importing",
    "judge": "gronagraf.thread",
    "open_store": "gronagraf.store",
    "place_seed": "gronagraf.importing",
    "read_mapping": "gronagraf.importing",
    "read_recipes": "gronagraf.recipes",
    "read_seed": "gronagraf.reading",
    "recipe_folder": "gronagraf.data",
    "render": "gronagraf.views.tables",
    "render_verdict": "gronagraf.views.verdict",
    "run_recipe": "gronagraf.recipes",
    "seed_folder": "gronagraf.data",
    "write_map": "gronagraf.views.map",
    "write_seed": "gronagraf.reading",
    "write_workbook": "gronagraf.views.workbook.seeds",
}


def __getattr__(name: str) -> object:
    if name not in PLACES:
        raise AttributeError(f"module 'gronagraf' has no attribute {name!r}")
    return getattr(import_module(PLACES[name]), name)


def __dir__() -> list[str]:
    return sorted([*PLACES, "__version__"])
