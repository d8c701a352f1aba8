"""The expected answers of the recipes in `cypher/leadership`."""

from rows import Seed, Table, alive, dated, holds

COLUMNS = {
    "principles": "principle events latest practised_at id",
    "mandates": "mandate holders goals valid_from valid_to id",
}


def principles(seed: Seed) -> Table:
    table = []
    for principle in seed.of("Principle"):
        events = dated(seed, (tie["from"] for tie in seed.ties("PRACTISES") if tie["to"] == principle["id"]))
        days = [event["valid_from"] for event in events if event.get("valid_from")]
        names = [event["name"] for event in events]
        table.append((principle["name"], len(events), max(days, default=None), names, principle["id"]))
    return sorted(table, key=lambda row: (row[1], row[0], row[4]))


def mandates(seed: Seed, at: str | None = None) -> Table:
    table = []
    for mandate in seed.of("Mandate"):
        if alive(mandate, at):
            ties = [tie for tie in seed.ties("HOLDS") if tie["to"] == mandate["id"] and holds(tie, at)]
            who = seed.names({tie["from"] for tie in ties if alive(seed.nodes[tie["from"]], at)})
            goals = seed.names(tie["to"] for tie in seed.ties("SERVES") if tie["from"] == mandate["id"])
            period = (mandate.get("valid_from"), mandate.get("valid_to"))
            table.append((mandate["name"], who, goals, *period, mandate["id"]))
    return sorted(table, key=lambda row: (row[0], row[5]))
