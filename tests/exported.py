"""Graphs to export in tests: both packaged seeds, and one in which everything is as bad as a graph allows."""

from functools import cache

from gronagraf.data import seed_folder
from gronagraf.exporting.export import Export
from gronagraf.graph import Edge, Graph, Node, SeedInfo, Value
from gronagraf.model import MODEL
from gronagraf.reading import read_seed

NAMES = ("kronoberg", "exempel", "hostile")
TEXTS = (
    "Åäö ÅÄÖ é ß 中文 🌲 ‏עברית‏",
    "  kanter  ",
    "rad ett\nrad två\r\nrad tre\rrad fyra\tflik",
    "<b>&amp; \"dubbla\" 'enkla' `bak` ]]> ?> --> <!-- ${x} {{y}}",
    "=1+1",
    "@SUM(A1)",
    "-5",
    "+5",
    "https://exempel.se/å?a=1&b=2",
    "\\u0027 }) DETACH DELETE n // \\' \\\\ \\",
    "'; MATCH (n) DETACH DELETE n;\nRETURN '",
    "bell \x07, skiljer \x1f, noll-bredd \u200b, rad \u2028 stycke \u2029, bom \ufeff, ej \ufffe \uffff, nel \x85",
    "_x0007_ _x005F_ _x",
    "a|b|c;d,e\tf",
    "true",
    "007",
    "1e5",
    "null",
    "NaN",
    "x" * 30_000,
)


@cache
def graph_of(name: str) -> Graph:
    return hostile() if name == "hostile" else read_seed(seed_folder(name), MODEL)


def export_of(name: str, *, placed: bool = False) -> Export:
    from gronagraf.exporting.positions import positions_of

    graph = graph_of(name)
    return Export(graph, MODEL, "sv", positions_of(graph) if placed else {})


def hostile() -> Graph:
    """Texts that steer, numbers at their limits, ids of every kind, parallel ties, loops, isolates, three seeds."""
    nodes = [
        Node("Actor", f"a{number}", {"name": f"Aktör {number}", "note": text, "in_region": number % 2 == 0}, "värst")
        for number, text in enumerate(TEXTS)
    ]
    nodes += [
        Node("Actor", "å.ä:ö-Å_²µª", {"name": TEXTS[3], "source_year": 0, "source": TEXTS[2]}, "värst"),
        Node("Actor", "a_1", {"name": "_"}, "värst"),
        Node("Actor", "a-1", {"name": "-"}, "andra"),
        Node("Goal", "a_1-", {"name": "ensam", "valid_from": "2018", "valid_to": "2018-02"}, "andra"),
        Node("Indicator", "i", {"name": TEXTS[11], "valid_from": "2018-01-17"}, ""),
        Node(
            "Project",
            "p",
            {"name": "p", "total_sek": 0.1 + 0.2, "valid_from": "2016-02", "valid_to": "2016-02"},
            "värst",
        ),
    ]
    edges = [
        Edge("HAS_VALUE", "a1", "i", {"value": value, "date": date}, seed)
        for value, date, seed in (
            (1e300, "2018", "värst"),
            (-0.1, "2018-01", "värst"),
            (5, "2018-01-17", "värst"),
            (2**53 - 1, "2019", "värst"),
            (2.2250738585072014e-308, "2019", "andra"),
        )
    ]
    edges += [_tie("PARTNERS_IN", "a2", "p", {"role": "partner", "since": "2018", "until": "2018"})]
    edges += [
        _tie("FUNDS", "a2", "p", {"amount_sek": amount, "programme": text}) for amount, text in enumerate(TEXTS[:12])
    ]
    edges += [_tie("FUNDS", "a2", "p", {"basis": "inferred"}), Edge("FUNDS", "a2", "p", {"basis": "stated"}, "andra")]
    edges += [_tie("INFLUENCES", "a3", "a3", {"strength": -3, "note": TEXTS[2], "motive": TEXTS[4]})]
    edges += [
        _tie("COLLABORATES_WITH", "a1", "å.ä:ö-Å_²µª", {"step": "samtal", "since": since}) for since in ("2018", "2019")
    ]
    seeds = (
        SeedInfo("värst", TEXTS[3], licence="CC0-1.0", date="2026-01", fictional=True, complete=("Actor",)),
        SeedInfo("andra", TEXTS[2], description=TEXTS[11], publisher=TEXTS[9], extends=("värst",)),
    )
    return Graph(tuple(nodes), tuple(edges), seeds)


def _tie(kind: str, start: str, end: str, facts: dict[str, Value]) -> Edge:
    return Edge(kind, start, end, facts, "värst")
