"""The parts of README.md that follow from the program: `python -m tests.guard.readme --write` brings them up to date.

A part stands between `<!-- generated: NAME -->` and `<!-- end -->`; NAME is one of PARTS.
"""

import re
import sys
from collections.abc import Iterable

from gronagraf.cli.words import PURPOSES
from gronagraf.data import recipe_folder
from gronagraf.errors import GronagrafError
from gronagraf.model import MODEL
from gronagraf.recipes import read_recipes
from tests.guard.source import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def table(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = (heading, ("---",) * len(heading), *rows)
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def commands() -> str:
    rows = ((f"`{name}`", term.en, term.sv) for name, term in PURPOSES.items())
    return table(("command", "does", "gör"), rows)


def recipes() -> str:
    found = read_recipes([recipe_folder()], MODEL)
    rows = ((each.theme, f"`{each.name}`", each.question.en, each.question.sv) for each in found)
    return table(("theme", "recipe", "answers", "svarar på"), rows)


def exit_codes() -> str:
    tree = (GronagrafError, *GronagrafError.__subclasses__())
    known = {
        "0": "all is well",
        "2": "the command was not understood",
        "6": "`thread --strict` found a break",
        "8": "`diff --strict` found a difference",
        "9": "`import` wrote the seed, and listed what it could not map",
    }
    for error in reversed(tree):
        known[str(error.exit_code)] = _sentence(error)
    return table(("exit code", "means"), sorted(known.items()))


def _sentence(error: type[GronagrafError]) -> str:
    text = (error.__doc__ or "").partition(";")[0].rstrip(".")
    return "any other error that is not the program's own fault" if error is GronagrafError else text


def types() -> str:
    rows = [(f"`{each.name}`", each.term.sv, each.doc.sv) for each in MODEL.nodes]
    rows += [(f"`{each.name}`", each.term.sv, each.doc.sv) for each in MODEL.edges]
    return table(("type", "på svenska", "vad"), rows)


PARTS = {"commands": commands, "recipes": recipes, "exit-codes": exit_codes, "types": types}
EXPECTED = ("commands", "recipes", "exit-codes")


def parts_of(text: str) -> list[str]:
    """The names of the generated parts of a text, in order."""
    return [match["name"] for match in BLOCK.finditer(text)]


def up_to_date(text: str) -> str:
    """The text with each generated part made anew. Raises KeyError for a part that nothing makes."""
    return BLOCK.sub(lambda match: f"{match[1]}{PARTS[match['name']]()}{match[3]}", text)


if __name__ == "__main__":
    before = README.read_text(encoding="utf-8")
    after = up_to_date(before)
    if "--write" in sys.argv:
        README.write_text(after, encoding="utf-8")
    elif before != after:
        sys.exit("README.md is not up to date: python -m tests.guard.readme --write")
