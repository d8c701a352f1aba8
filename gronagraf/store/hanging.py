"""What others hang on the nodes of a seed: their relations, and their fields that name a node. Such nodes stay."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gronagraf.schema import Model, NodeType
from gronagraf.store.gathering import Gather

Ids: TypeAlias = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Hanger:
    """Something of another seed, or of none (""), that a node of a seed cannot be removed from under.

    `what` is the type of a relation, or the type and the field that names the node, as `Actor.municipality`;
    `element` is the engine's own name of the relation, or of what has the field.
    """

    id: str
    owner: str
    what: str
    element: str

    @property
    def is_field(self) -> bool:
        return "." in self.what


def hangers(gather: Gather, model: Model, seed: str, ids: Ids | None = None) -> Iterator[Hanger]:
    """What hangs on the nodes of a seed: on those with these ids by label, or on all of it.

    A relation between two of them comes once for each.
    """
    for label in model.labels if ids is None else ids:
        node = (
            f"MATCH (n:{label}) WHERE n.seed = $seed"
            if ids is None
            else f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})"
        )
        match = f"{node} MATCH (n)-[r]-() WHERE coalesce(r.seed, '') <> $seed"
        item = "[n.id, type(r), elementId(r)]"
        for owner, (id_, type_, element) in gather(
            match, "coalesce(r.seed, '')", item, seed=seed, ids=(ids or {}).get(label)
        ):
            yield Hanger(id_, owner, type_, element)
    if ids is None or any(ids.values()):
        yield from _fields(gather, model, seed, ids)


def _fields(gather: Gather, model: Model, seed: str, ids: Ids | None) -> Iterator[Hanger]:
    for kind, field in model.fields():
        if not field.kind.labels:
            continue
        pattern = f"(x:{kind.name})" if isinstance(kind, NodeType) else f"()-[x:{kind.name}]->()"
        match = f"MATCH {pattern} WHERE x.{field.name} IS NOT NULL AND coalesce(x.seed, '') <> $seed"
        found = list(gather(match, "coalesce(x.seed, '')", f"[x.{field.name}, elementId(x)]", seed=seed))
        own = _own(gather, field.kind.labels, {id_ for _, (id_, _) in found}, seed, ids)
        for owner, (id_, element) in found:
            if id_ in own:
                yield Hanger(id_, owner, f"{kind.name}.{field.name}", element)


def _own(gather: Gather, labels: Iterable[str], named: Collection[str], seed: str, ids: Ids | None) -> set[str]:
    """Those of the ids that are named which are among `ids`, or are nodes of the seed."""
    if ids is not None:
        return {id_ for label in labels for id_ in ids.get(label, ()) if id_ in named}
    if not named:
        return set()
    match = "UNWIND $ids AS id MATCH (n:{label} {{id: id}}) WHERE n.seed = $seed"
    found = (gather(match.format(label=label), "n.seed", "n.id", seed=seed, ids=sorted(named)) for label in labels)
    return {id_ for some in found for _, id_ in some}
