"""How far the sources reach for an answer: of how many nodes the thing that it rests on is known."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gronagraf.graph import Cover
from gronagraf.recipes.recipe import Ground
from gronagraf.schema import Model

if TYPE_CHECKING:
    from gronagraf.store import Store


def ground(name: str, model: Model) -> Ground | None:
    """What `Label.TYPE` or `Label.field` names: what an answer rests on. None where the model has no such thing."""
    label, _, thing = name.partition(".")
    node, edge = model.labels.get(label), model.types.get(thing)
    if node is None:
        return None
    if edge is None:
        field = node.columns.get(thing)
        return Ground(label, thing, node.plural, field.term, f"n.{thing} IS NOT NULL") if field else None
    starts, ends = ({pair[at] for pair in edge.ends} for at in (0, 1))
    if edge.symmetric and label in starts:  # stored once, and known of both ends
        return Ground(label, thing, node.plural, edge.term, f"EXISTS {{ (n)-[:{thing}]-() }}")
    if label in starts:
        return Ground(label, thing, node.plural, edge.term, f"EXISTS {{ (n)-[:{thing}]->() }}")
    if label in ends:
        return Ground(label, thing, node.plural, edge.inverse, f"EXISTS {{ (n)<-[:{thing}]-() }}")
    return None


def covers(store: "Store", grounds: Sequence[Ground], only_seed: str | None) -> Iterator[Cover]:
    """The cover of each thing that is not known of every node; seeds that call the relation complete do not count."""
    if not grounds:
        return
    complete = {record.info.name: record.info.complete for record in store.seeds()}
    sure = [[name for name, types in complete.items() if each.name in types] for each in grounds]
    counting = "\nUNION ALL\n".join(_counting(each, place) for place, each in enumerate(grounds))
    for place, known, total in store.run(counting, {"only_seed": only_seed, "sure": sure}).rows:
        each = grounds[int(str(place))]
        if known != total:
            yield Cover(each.plural, each.term, int(str(known)), int(str(total)))


def _counting(each: Ground, place: int) -> str:
    return (
        f"MATCH (n:{each.label}) WHERE NOT n.seed IN $sure[{place}] AND ($only_seed IS NULL OR n.seed = $only_seed) "
        f"RETURN {place} AS place, sum(CASE WHEN {each.test} THEN 1 ELSE 0 END) AS known, count(n) AS total"
    )
