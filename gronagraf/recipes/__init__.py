"""Questions in files: Cypher with a header that names its parameters and columns, read, checked and asked."""

from gronagraf.recipes.names import strangers
from gronagraf.recipes.reading import read_recipe, read_recipes
from gronagraf.recipes.recipe import Parameter, Recipe
from gronagraf.recipes.running import parameter_value, run_recipe
from gronagraf.recipes.script import script

__all__ = ["Parameter", "Recipe", "parameter_value", "read_recipe", "read_recipes", "run_recipe", "script", "strangers"]
