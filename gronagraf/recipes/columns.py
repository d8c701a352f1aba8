"""What a recipe's header says of its answer: the columns, the words for codes in them, and what it rests on."""

from gronagraf.graph import Column
from gronagraf.recipes.cover import ground
from gronagraf.recipes.header import Header
from gronagraf.recipes.recipe import Ground
from gronagraf.schema import Term
from gronagraf.values import did_you_mean, quote

COLUMN_KEYS = ("term", "term_en", "doc", "doc_en", "of")
NONE, NONE_TERM = "none", Term("inget", "none")


def read_columns(header: Header) -> tuple[Column, ...]:
    columns = []
    for name, key, table in header.tables("returns"):
        header.keys(key, table, COLUMN_KEYS, ("term", "term_en"))
        named = table.get("of", [])
        names = named if isinstance(named, list) else [named]
        words = {code: term for each in names for code, term in _words_of(header, key, str(each)).items()}
        columns.append(Column(name, header.term(key, table, "term"), header.term(key, table, "doc"), words))
    if not columns and "returns" in header.toml:
        header.fault("returns", "returns has no columns", "describe each with [returns.name]")
    return tuple(columns)


def _words_of(header: Header, key: str, name: str) -> dict[str, Term]:
    """The words for a column's codes: of a field's choices (`Actor.sector`) or of a type's fields (`ASSESSED_IN`)."""
    fields = {f"{owner.name}.{each.name}": each.kind for owner, each in header.model.fields()}
    if name in fields and fields[name].choices:
        return {choice.value: choice.term for choice in fields[name].choices}
    types = {each.name: each for each in header.model.all}
    if name in types:
        return {NONE: NONE_TERM} | {each.name: each.term for each in types[name].columns.values()}
    what = f"{quote(name)} is no type of the model and no field with choices"
    header.fault(f"{key}.of", what, did_you_mean(name, (*types, *fields), 'write "Actor.sector" or "ASSESSED_IN"'))
    return {}


def read_grounds(header: Header) -> tuple[Ground, ...]:
    """What the answer rests on, as `rests_on = ["Label.TYPE", "Label.field"]` names it."""
    names = header.toml.get("rests_on", [])
    if not isinstance(names, list):
        header.fault("rests_on", "rests_on is no list", 'write it as ["LearningEvent.TOOK_PART_IN"]')
        return ()
    grounds = []
    for name in map(str, names):
        if found := ground(name, header.model):
            grounds.append(found)
        else:
            remedy = 'write Label.TYPE or Label.field, such as "LearningEvent.TOOK_PART_IN"'
            header.fault("rests_on", f"{quote(name)} is no relation and no field of a label", remedy)
    return tuple(grounds)
