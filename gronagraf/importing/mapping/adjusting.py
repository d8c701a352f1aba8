"""A mapping adjusted for one import: the seed's name and what it builds on, the encoding, the types of what is left."""

from dataclasses import replace
from pathlib import Path

from gronagraf.graph import Node
from gronagraf.importing.mapping.rules import EdgeRule, Mapping, NodeRule
from gronagraf.reading.extending import read_others
from gronagraf.reading.report import Report, one_problem
from gronagraf.schema import EdgeType, Model, NodeType


def with_type(mapping: Mapping, kind: NodeType) -> Mapping:
    """The mapping whose choosable rules of nodes make this type. Raises SeedError where it has none."""
    changed = [replace(rule, type=kind) if rule.choosable else rule for rule in mapping.nodes]
    _check(mapping, kind, [rule for rule in changed if rule.choosable])
    return replace(mapping, nodes=tuple(changed))


def with_relation(mapping: Mapping, kind: EdgeType) -> Mapping:
    """The mapping whose choosable rules of relations make this type. Raises SeedError as `with_type`."""
    changed = [replace(rule, type=kind) if rule.choosable else rule for rule in mapping.edges]
    _check(mapping, kind, [rule for rule in changed if rule.choosable])
    return replace(mapping, edges=tuple(changed))


def _check(mapping: Mapping, kind: NodeType | EdgeType, rules: "list[NodeRule] | list[EdgeRule]") -> None:
    if not rules:
        what = "has no rule with choosable = true"
        raise one_problem(mapping.file, what, "leave the option out, or edit a copy of the mapping")
    for rule in rules:
        for name in rule.fields:
            if name not in kind.columns:
                what = f"{rule.name}: fields: {kind.name} has no field {name}"
                raise one_problem(mapping.file, what, "choose another type, or edit a copy of the mapping")


def with_encoding(mapping: Mapping, encoding: str) -> Mapping:
    """The mapping with one encoding for all text files."""
    return replace(mapping, sources=tuple(replace(rule, encoding=encoding) for rule in mapping.sources))


def with_seed(mapping: Mapping, **said: object) -> Mapping:
    """The mapping with other words about its seed; what is empty stays as it is."""
    changed = {name: value for name, value in said.items() if value}
    return replace(mapping, seed=replace(mapping.seed, **changed))  # type: ignore[arg-type]


def nodes_of_others(mapping: Mapping, folder: Path, model: Model) -> dict[str, Node]:
    """The nodes by id of the seeds that the mapping's seed extends, which lie beside a folder or are packaged.

    Raises SeedError where one of them is not there or not sound.
    """
    report = Report()
    others, _ = read_others(folder, mapping.seed, f"{mapping.file}: extends", model, None, report)
    report.raise_any()
    return others.nodes
