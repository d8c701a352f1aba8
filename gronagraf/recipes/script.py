"""A recipe as Cypher for other programs: its parameters as `:param` lines, then the query itself."""

import json
from collections.abc import Mapping

from gronagraf.graph import Value
from gronagraf.recipes.recipe import Recipe
from gronagraf.recipes.shared import ONLY_SEED
from gronagraf.schema import Language


def script(recipe: Recipe, values: Mapping[str, Value | None], language: Language) -> str:
    """What can be pasted into Neo4j Browser or given to cypher-shell as it is; what has no value is null."""
    known = {parameter.name: parameter.default for parameter in recipe.params}
    if recipe.takes_seed:
        known[ONLY_SEED] = None
    lines = [f":param {name} => {_literal(value)};" for name, value in (known | dict(values)).items()]
    # Browser takes a :param only as the first thing that it sees or after a semicolon: the words come after them.
    words = " ".join(f"// {recipe.title[language]}: {recipe.question[language]}".split())
    end = "\n;\n" if "//" in recipe.cypher.rpartition("\n")[2] else ";\n"
    return "\n".join((*lines, words, recipe.cypher)) + end


def _literal(value: Value | None) -> str:
    """The value in Cypher, which writes texts, numbers, true, false and null as JSON does."""
    return json.dumps(value, ensure_ascii=False)
