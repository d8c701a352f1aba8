"""An empty seed to fill in: every table with its header, a commented `seed.toml`, and what each file is for."""

from pathlib import Path

from gronagraf.reading.lines import unreadable
from gronagraf.reading.manifest import MANIFEST
from gronagraf.reading.report import one_problem, shown
from gronagraf.reading.writing import table_text, write_files
from gronagraf.schema import EdgeType, Field, Model, NodeType
from gronagraf.values import ID_PATTERN, LONGEST_ID

SEED_TOML = """\
# Vad fröet säger om sig själv. / What the seed says of itself.

# Ett id för fröet: bokstäver, siffror och _ . : - / An id of the seed: letters, digits and _ . : -
name = "{name}"

# Rubriken som människor läser, på svenska och engelska. / The title that people read, in Swedish and in English.
title = "{name}"
# title_en = ""

# description = ""
# description_en = ""

# Vem som ger ut uppgifterna, och hur de får användas. / Who publishes the facts, and how they may be used.
# publisher = ""
# licence = "CC0-1.0"

# Dagen då uppgifterna senast sågs över. / The day when the facts were last looked through.
# date = 2026-01-31

# Är allt påhittat? Då står det på varje karta och tabell. / Is it all made up? Every map and table then says so.
fictional = false

# Andra frön vars id:n raderna här får nämna. / Other seeds whose ids the rows here may name.
# extends = ["kronoberg"]

# Typer som fröet täcker helt: en länk som saknas där är bruten, annars okänd.
# Types that the seed covers fully: a link missing there is broken, elsewhere unknown.
# complete = ["Network", "MEMBER_OF"]
"""

README = """\
# {name}

Ett frö för Gronagraf. Fyll i tabellerna i ett kalkylprogram eller en textredigerare, spara som CSV UTF-8 och pröva med
`gronagraf check`. Tabeller som inte behövs kan tas bort, och likaså kolumner utöver de som måste fyllas i.

*A seed for Gronagraf. Fill in the tables in a spreadsheet or a text editor, save as CSV UTF-8 and try with
`gronagraf check`. Tables that are not needed can be removed, and so can columns beside those that are required.*

Datum skrivs så noga som de är kända: `2018`, `2018-01` eller `2018-01-17`. En tom cell betyder okänt.

*Dates are written as precisely as they are known: `2018`, `2018-01` or `2018-01-17`. An empty cell means unknown.*

## Noder / Nodes

{nodes}
## Relationer / Relations

{edges}"""


def write_template(folder: Path, model: Model) -> tuple[Path, ...]:
    """Write an empty seed with every table of the model; the files written.

    Raises SeedError when the folder is not empty, is a file, or cannot be written.
    """
    folder = Path(folder)
    _refuse_used(folder)
    name = _name(folder)
    texts = {MANIFEST: SEED_TOML.format(name=name), "README.md": _readme(name, model)}
    tables = {f"{kind.file}.csv": table_text(kind.header, ()) for kind in model.all}
    return write_files(folder, texts | tables)


def _refuse_used(folder: Path) -> None:
    try:
        used = any(not each.name.startswith(".") for each in folder.iterdir())
    except FileNotFoundError:
        return
    except NotADirectoryError:
        raise one_problem(shown(folder), "is a file", "name a new folder") from None
    except OSError as error:
        raise unreadable(shown(folder), error) from None
    if used:
        raise one_problem(shown(folder), "is not empty", "name a new folder: nothing is overwritten")


def _name(folder: Path) -> str:
    """The folder's own name where that can be an id."""
    name = folder.absolute().name
    usable = ID_PATTERN.fullmatch(name) and len(name) <= LONGEST_ID and not name.startswith(".")
    return name if usable else "my_seed"


def _readme(name: str, model: Model) -> str:
    nodes = "\n".join(map(_section, model.nodes))
    edges = "\n".join(map(_section, model.edges))
    return README.format(name=name, nodes=nodes, edges=edges)


def _section(kind: NodeType | EdgeType) -> str:
    """What a table is for, its columns and what may stand in them, in Swedish and in English."""
    lines = [f"### `{kind.file}.csv`: {kind.term.sv} / {kind.term.en}", "", f"{kind.doc.sv} / *{kind.doc.en}*", ""]
    if isinstance(kind, EdgeType):
        lines += [f"* `from` → `to`: {', '.join(f'{start} → {end}' for start, end in kind.ends)}"]
    else:
        lines += ["* `id`: id, unikt i hela grafen / *unique in the whole graph*"]
    return "\n".join([*lines, *map(_line, kind.columns.values()), ""])


def _line(own: Field) -> str:
    must = ", måste fyllas i / *required*" if own.required else ""
    doc = f". {own.doc.sv} / *{own.doc.en}*" if own.doc.sv else ""
    choices = ", ".join(f"`{each.value}` {each.term.sv} / *{each.term.en}*" for each in own.kind.choices)
    return f"* `{own.name}`: {own.term.sv} / *{own.term.en}*{must}{doc}{f'. {choices}' if choices else ''}"
