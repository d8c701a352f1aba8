"""A folder of CSV tables for `neo4j-admin database import full`, with a script that runs it.

(https://neo4j.com/docs/operations-manual/5/import/). A table for each label and type, typed columns; ids are one space.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from gronagraf.exporting.columns import Column, cell_text, columns_of
from gronagraf.exporting.cypher import constraints
from gronagraf.exporting.export import Export
from gronagraf.exporting.folder import whole_folder
from gronagraf.exporting.telling import about, title_of
from gronagraf.exporting.writing import write_pieces
from gronagraf.graph import Edge, Node
from gronagraf.interchange import SEED, seeds_text
from gronagraf.schema import Term, snake_case

SCRIPT, CONSTRAINTS, README, SEEDS = "import.sh", "constraints.cypher", "README.md", "seeds.json"
CHUNK = 1 << 16
TYPES = {"text": "string", "integer": "long", "number": "double", "boolean": "boolean"}
Item = TypeVar("Item", Node, Edge)
RUN = """#!/bin/sh
# {about}
# import.sh [DATABASE]: into a database that is not there yet, or is empty and stopped; neo4j-admin must be on the PATH.
cd "$(dirname "$0")" || exit 1
exec neo4j-admin database import full "${{1:-neo4j}}" --multiline-fields=true --id-type=string \\
{tables}
"""
READ = Term(
    """# {title}

{about}

Tabeller för `neo4j-admin database import full` (Neo4j 5). Stoppa databasen och kör `sh import.sh DATABAS`. Starta den
sedan och gör villkoren: `cypher-shell -d DATABAS -f constraints.cypher`. Kommandot i `import.sh`:

```sh
{command}
```
""",
    """# {title}

{about}

Tables for `neo4j-admin database import full` (Neo4j 5). Stop the database and run `sh import.sh DATABASE`. Then start
it and make the constraints: `cypher-shell -d DATABASE -f constraints.cypher`. The command in `import.sh`:

```sh
{command}
```
""",
)


def write(export: Export, path: Path) -> tuple[Path, ...]:
    """The graph as a folder; the files written. Raises GronagrafError, also where the folder holds anything else."""
    with whole_folder(path, SCRIPT) as folder:
        nodes, edges = _by_type(export.graph.nodes), _by_type(export.graph.edges)
        names = [*(f"nodes-{_file(label)}.csv" for label in nodes), *(f"relations-{_file(kind)}.csv" for kind in edges)]
        done = 0
        tables: list[list[Node] | list[Edge]] = [*nodes.values(), *edges.values()]
        for name, rows in zip(names, tables, strict=True):
            write_pieces(folder / name, _table(export, rows, done))
            done += len(rows)
        command = RUN.format(about=about(export), tables=" \\\n".join(map(_option, names)))
        texts = {
            SCRIPT: command,
            CONSTRAINTS: "".join(constraints(export.graph)),
            README: READ[export.language].format(title=title_of(export), about=about(export), command=command.strip()),
            SEEDS: seeds_text(export.graph.seeds) + "\n",
        }
        for name, text in texts.items():
            write_pieces(folder / name, [text])
    return tuple(path / name for name in (*texts, *names))


def _by_type(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        found[item.label if isinstance(item, Node) else item.type].append(item)
    return dict(sorted(found.items()))


def _file(name: str) -> str:
    """A type as a part of a file name; one that the model lacks may hold anything."""
    return "".join(c if c.isascii() and (c.isalnum() or c == "_") else f"-{ord(c):x}-" for c in snake_case(name))


def _option(name: str) -> str:
    return f"  --{'nodes' if name.startswith('nodes-') else 'relationships'}={name}"


def _table(export: Export, items: "list[Node] | list[Edge]", before: int) -> Iterator[str]:
    columns, text = columns_of(items, export.model), io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    own = ("id:ID", ":LABEL") if items and isinstance(items[0], Node) else (":START_ID", ":END_ID", ":TYPE")
    seeded = any(item.seed for item in items)
    writer.writerow([*own, *((f"{SEED}:string",) if seeded else ()), *map(_header, columns)])
    every: Iterable[Node | Edge] = items
    for item in export.counted(every, before):
        ids = [item.id, item.label] if isinstance(item, Node) else [item.start, item.end, item.type]
        writer.writerow([*ids, *((item.seed,) if seeded else ()), *_cells(item.facts, columns)])
        if text.tell() > CHUNK:
            yield text.getvalue()
            text.seek(0)
            text.truncate()
    yield text.getvalue()


def _header(column: Column) -> str:
    return f"{column.field}:{TYPES[column.store]}"


def _cells(facts: Mapping[str, object], columns: Iterable[Column]) -> Iterator[str]:
    for column in columns:
        value = facts.get(column.field)
        yield cell_text(value) if isinstance(value, str | int | float) else ""
