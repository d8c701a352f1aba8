"""The expected answers of the recipes in `cypher/overview`."""

from collections import defaultdict

from rows import Row, Seed, Table, half_up, host, last

COLUMNS = {
    "contents": "type seed count inferred without_source without_year",
    "sources": "source facts inferred share_inferred first_year last_year without_year",
    "find": "type name also_known_as id seed",
}


def contents(seed: Seed) -> Table:
    groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for node in seed.nodes.values():
        groups["node", node["type"]].append(node)
    for edge in seed.edges:
        groups["relation", edge["type"]].append(edge)
    table = [
        (
            part,
            kind,
            seed.title,
            len(rows),
            *(
                sum(map(test, rows))
                for test in (
                    lambda row: row.get("basis") == "inferred",
                    lambda row: row.get("source") is None,
                    lambda row: row.get("source_year") is None,
                )
            ),
        )
        for (part, kind), rows in groups.items()
    ]
    return [row[1:] for row in sorted(table, key=lambda row: (row[0], -row[3], row[1]))]


def sources(seed: Seed, at_least: int = 1) -> Table:
    groups: dict[str | None, list[Row]] = defaultdict(list)
    for row in (*seed.nodes.values(), *seed.edges):
        groups[host(row.get("source"))].append(row)
    table = []
    for source, rows in groups.items():
        years = [row["source_year"] for row in rows if row.get("source_year") is not None]
        inferred = sum(row.get("basis") == "inferred" for row in rows)
        share = half_up(100.0 * inferred / len(rows))
        first, latest = (min(years), max(years)) if years else (None, None)
        if len(rows) >= at_least:
            table.append((source, len(rows), inferred, share, first, latest, len(rows) - len(years)))
    return sorted(table, key=lambda row: (-row[1], last(row[0])))


PLAIN = str.maketrans("åäöé", "aaoe")


def find(seed: Seed, text: str, plain: bool = False) -> Table:
    def read(name: str | None) -> str:
        small = (name or "").lower()
        return small.translate(PLAIN) if plain else small

    table = []
    for node in seed.nodes.values():
        names = [read(node.get(key)) for key in ("name", "also_known_as", "id")]
        if all(any(word in name for name in names) for word in read(text).split()):
            table.append((node["type"], node["name"], node.get("also_known_as"), node["id"], seed.title))
    return sorted(table, key=lambda row: (row[1], row[3]))
