"""The parts of a mapping that make nodes and relations."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from gronagraf.importing.mapping.cells import Names, read_cell, read_split, read_whens
from gronagraf.importing.mapping.document import Document, Table, dotted
from gronagraf.importing.mapping.rules import WAYS, Cell, EdgeRule, End, Identity, NodeRule
from gronagraf.schema import EdgeType, Field, Model, NodeType

NODE_KEYS = ("type", "from", "id", "key", "fields", "when", "split", "otherwise", "choosable", "reuse")
EDGE_KEYS = ("type", "from", "start", "end", "fields", "when", "split", "otherwise", "choosable", "either_way")
Kind = TypeVar("Kind", NodeType, EdgeType)
ID_KEYS = ("slug", "column", "template", "prefix", "own")


def read_node_rule(
    document: Document, part: tuple[str, str, Table], sources: Iterable[str], names: Names, model: Model
) -> NodeRule | None:
    """The rule that a table `[nodes.name]` describes, or None where its type is not known."""
    name, key, table = part
    document.keys(key, table, NODE_KEYS, ("type", "from", "id"))
    kind = _type(document, key, table, model.labels, "a node type")
    source = _source(document, key, table, sources)
    if kind is None:
        return None
    fields = _fields(document, key, table, kind.columns, names)
    for each in kind.columns.values():
        if each.required and each.name not in fields:
            document.fault(dotted(key, "fields"), f"lacks {each.name}, which {kind.label} must have", "say its column")
    reuse = document.texts(key, table, "reuse")
    for way in reuse:
        document.known(dotted(key, "reuse"), way, WAYS[1:], "a way to find a node of another seed")
    return NodeRule(
        name,
        kind,
        source,
        id=_identity(document, key, table, names),
        key=read_cell(document, dotted(key, "key"), table["key"], names) if "key" in table else None,
        fields=fields,
        when=read_whens(document, key, table, "when"),
        split=read_split(document, key, table),
        otherwise=document.flag(key, table, "otherwise"),
        choosable=document.flag(key, table, "choosable"),
        reuse=reuse,
    )


def read_edge_rule(
    document: Document,
    part: tuple[str, str, Table],
    sources: Iterable[str],
    names: Names,
    nodes: Mapping[str, NodeRule],
    model: Model,
) -> EdgeRule | None:
    """The rule that a table `[relations.name]` describes, or None where its type is not known."""
    name, key, table = part
    document.keys(key, table, EDGE_KEYS, ("type", "from", "start", "end"))
    kind = _type(document, key, table, model.types, "a relation type")
    source = _source(document, key, table, sources)
    ends = [_end(document, key, table, side, source, names, nodes) for side in ("start", "end")]
    if kind is None:
        return None
    _check_ends(document, key, kind, ends, nodes)
    split = read_split(document, key, table) or next(
        (nodes[end.rule].split for end in ends if end.rule and nodes[end.rule].split), None
    )
    fields = _fields(document, key, table, kind.columns, names)
    for each in kind.columns.values():
        if each.required and each.name not in fields:
            document.fault(dotted(key, "fields"), f"lacks {each.name}, which {kind.type} must have", "say its column")
    return EdgeRule(
        name,
        kind,
        source,
        start=ends[0],
        end=ends[1],
        fields=fields,
        when=read_whens(document, key, table, "when"),
        split=split,
        otherwise=document.flag(key, table, "otherwise"),
        choosable=document.flag(key, table, "choosable"),
        either_way=document.flag(key, table, "either_way"),
    )


def _type(document: Document, key: str, table: Table, known: Mapping[str, Kind], what: str) -> Kind | None:
    name = document.text(key, table, "type")
    if "type" in table and document.known(dotted(key, "type"), name, known, what):
        return known[name]
    return None


def _source(document: Document, key: str, table: Table, sources: Iterable[str]) -> str:
    name = document.text(key, table, "from")
    if "from" in table:
        document.known(dotted(key, "from"), name, sources, "a source of this mapping")
    return name


def _fields(
    document: Document, owner: str, table: Table, columns: Mapping[str, Field], names: Names
) -> dict[str, Cell]:
    """The cell of each field; those that the mapping gives to all that it makes come last."""
    own = document.table(owner, table, "fields")
    shared = document.table("", document.toml, "fields")
    found = {}
    for name, value in own.items():
        key = dotted(owner, "fields", name)
        if document.known(key, name, columns, "a field of this type"):
            found[name] = read_cell(document, key, value, names, columns[name])
    for name, value in shared.items():
        if name in columns and name not in found:
            found[name] = read_cell(document, dotted("fields", name), value, names, columns[name])
    return found


def _identity(document: Document, owner: str, table: Table, names: Names) -> Identity:
    value, key = table.get("id", ""), dotted(owner, "id")
    if not isinstance(value, dict):
        return Identity((read_cell(document, key, value, names),), slug=False)
    document.keys(key, value, ID_KEYS)
    prefix = document.text(key, value, "prefix")
    own = read_cell(document, dotted(key, "own"), value["own"], names) if "own" in value else None
    if "slug" in value:
        slug = value["slug"] if isinstance(value["slug"], list) else [value["slug"]]
        cells = tuple(read_cell(document, dotted(key, "slug"), each, names) for each in slug)
        return Identity(cells, slug=True, prefix=prefix, own=own)
    plain = {part: value[part] for part in ("column", "template") if part in value}
    return Identity((read_cell(document, key, plain, names),), slug=False, prefix=prefix, own=own)


def _end(
    document: Document, owner: str, table: Table, side: str, source: str, names: Names, nodes: Mapping[str, NodeRule]
) -> End:
    key, value = dotted(owner, side), table.get(side, "")
    if isinstance(value, str):
        known = [rule.name for rule in nodes.values() if rule.source == source]
        if side in table and document.known(key, value, known, "a rule that makes nodes of the same source"):
            return End(value)
        return End()
    if isinstance(value, dict) and "find" not in value:
        document.fault(key, "does not say where to find the node", 'add find = ["…"]: rules of nodes, or labels')
    return End(cell=read_cell(document, key, value, names))


def _check_ends(document: Document, key: str, kind: EdgeType, ends: list[End], nodes: Mapping[str, NodeRule]) -> None:
    """Note ends that can never be those of the relation."""
    for side, end, labels in (("start", ends[0], kind.starts), ("end", ends[1], kind.targets)):
        label = nodes[end.rule].type.label if end.rule else ""
        if label and label not in labels:
            what = f"is {label}, and {kind.type} has {' or '.join(labels)} there"
            document.fault(dotted(key, side), what, "name another rule")
    pair = tuple(nodes[end.rule].type.label if end.rule else "" for end in ends)
    if all(pair) and pair not in kind.ends and pair[0] in kind.starts and pair[1] in kind.targets:
        document.fault(key, f"{kind.type} does not join {' with '.join(pair)}", "name other ends")
