"""The formats by name: what each is for, how its file is called, and the module that writes it."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from gronagraf.exporting.export import Export
from gronagraf.schema import Term


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its purpose, how the name of its file ends (empty for a folder), and its module in this package.

    `placed` says that it holds where nodes stand; `closed`, that it holds no relation without both its ends; `named`,
    that it says of everything that it names what it is; `linked`, that things have URIs in it; `of_model`, that it is
    made from the model and no graph. The module has `write(export, path)`, which writes the file or the folder and
    gives the paths written. It raises GronagrafError for what the format cannot hold or the system refuses; what lay
    there is whole then. `takes` are other endings that its file may have.
    """

    name: str
    purpose: Term
    ending: str
    module: str
    placed: bool = False
    closed: bool = False
    named: bool = False
    linked: bool = False
    of_model: bool = False
    takes: tuple[str, ...] = ()

    @property
    def suffix(self) -> str:
        """The last part of the ending; empty for a folder."""
        return self.ending[self.ending.rfind(".") :] if self.ending else ""

    def refuses(self, path: Path) -> bool:
        """Whether the name of a file says that it is of another format."""
        return bool(self.ending) and path.suffix.casefold() in KNOWN_ENDINGS - {self.suffix, *self.takes}


FORMATS: tuple[Format, ...] = (
    Format(
        "seed",
        Term("frömapp, en för varje frö", "seed folder, one for each seed"),
        "",
        "seeds",
    ),
    Format(
        "workbook",
        Term("arbetsbok för Excel, ett blad för varje typ", "workbook for Excel, a sheet for each type"),
        ".xlsx",
        "workbook",
    ),
    Format(
        "graphml",
        Term("GraphML, för igraph, networkx, yEd, Cytoscape", "GraphML, for igraph, networkx, yEd, Cytoscape"),
        ".graphml",
        "graphml",
        placed=True,
        closed=True,
    ),
    Format(
        "gexf",
        Term("GEXF 1.3 med tider, för Gephi", "GEXF 1.3 with times, for Gephi"),
        ".gexf",
        "gexf",
        placed=True,
        closed=True,
    ),
    Format(
        "kumu",
        Term("JSON för Kumu", "JSON for Kumu"),
        ".kumu.json",
        "kumu",
        closed=True,
    ),
    Format(
        "kumu-xlsx",
        Term("arbetsbok för Kumu", "workbook for Kumu"),
        ".kumu.xlsx",
        "kumu_workbook",
        closed=True,
    ),
    Format(
        "cypher",
        Term("skript för cypher-shell och Neo4j Browser", "script for cypher-shell and Neo4j Browser"),
        ".cypher",
        "cypher",
        closed=True,
    ),
    Format(
        "neo4j-admin",
        Term("mapp för neo4j-admin database import", "folder for neo4j-admin database import"),
        "",
        "neo4j_admin",
        closed=True,
    ),
    Format(
        "turtle",
        Term("länkade data i Turtle", "linked data in Turtle"),
        ".ttl",
        "linked.turtle",
        named=True,
        linked=True,
    ),
    Format(
        "jsonld",
        Term("länkade data i JSON-LD", "linked data in JSON-LD"),
        ".jsonld",
        "linked.jsonld",
        named=True,
        linked=True,
        takes=(".json",),
    ),
    Format(
        "shacl",
        Term("modellens regler för länkade data (SHACL)", "the model's rules for linked data (SHACL)"),
        ".shacl.ttl",
        "linked.shapes",
        linked=True,
        of_model=True,
    ),
    Format(
        "dcat",
        Term("metadata för dataportalen (DCAT-AP-SE 3)", "metadata for the data portal (DCAT-AP-SE 3)"),
        ".dcat.rdf",
        "linked.catalogue",
        linked=True,
        takes=(".ttl", ".jsonld"),
    ),
)

OTHERS = (".csv", ".tsv", ".jsonl", ".md", ".html", ".htm", ".ods", ".xls", ".xlsm", ".pdf", ".png", ".svg")
KNOWN_ENDINGS = frozenset(OTHERS) | {each.suffix for each in FORMATS if each.ending}


def format_named(name: str) -> Format:
    """The format with this name. Raises KeyError."""
    return {each.name: each for each in FORMATS}[name]


def write_export(form: Format, export: Export, path: Path) -> tuple[Path, ...]:
    """Write the graph in this format; the paths written. Raises GronagrafError."""
    written: tuple[Path, ...] = import_module(f"gronagraf.exporting.{form.module}").write(export, Path(path))
    return written
