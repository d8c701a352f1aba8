"""What a graph covers in space and time, as far as it says so itself."""

from collections.abc import Iterator

from gronagraf.exporting.export import Export
from gronagraf.exporting.linked.standard import date_literal
from gronagraf.graph import Graph
from gronagraf.rdf.names import TYPE
from gronagraf.rdf.statements import Blank, Name
from gronagraf.schema import Model
from gronagraf.values.identifiers import uris_of


def places_of(export: Export) -> tuple[str, ...]:
    """The places that were given, else the counties of the region's own actors, by their addresses."""
    if export.publication.spatial:
        return export.publication.spatial
    found: set[str] = set()
    for node in export.graph.nodes:
        kind = export.model.labels.get(node.label)
        for name, field in kind.columns.items() if kind and node.facts.get("in_region") is True else ():
            if field.kind.scheme == "county_code" and name in node.facts:
                found.update(uris_of(field.kind, node.facts[name]))
    return tuple(sorted(found))


def period_of(graph: Graph, model: Model, dated: str) -> Blank | None:
    """From the first date in the graph to the last, plans for after the seed's own date apart; None without dates.

    The first begins first and the last ends last: 2024 begins before 2024-02 and ends after it.
    """
    dates = {date for date in _dates(graph, model) if not dated or date[: len(dated)] <= dated}
    if not dates:
        return None
    first, last = date_literal(min(dates)), date_literal(max(dates, key="{}~".format))
    period = (TYPE, Name("dcterms", "PeriodOfTime"))
    return Blank((period, (Name("dcat", "startDate"), first), (Name("dcat", "endDate"), last)))


def _dates(graph: Graph, model: Model) -> Iterator[str]:
    known = {
        kind.name: [name for name, field in kind.columns.items() if field.kind.name == "date"] for kind in model.all
    }
    for node in graph.nodes:
        yield from (str(node.facts[name]) for name in known.get(node.label, ()) if name in node.facts)
    for edge in graph.edges:
        yield from (str(edge.facts[name]) for name in known.get(edge.type, ()) if name in edge.facts)
