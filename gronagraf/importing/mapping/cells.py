"""The parts of a mapping that say how a text comes out of a row: cells, conditions, lists, lookups."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from gronagraf.importing.cells.amounts import EXAMPLES, Numbers
from gronagraf.importing.cells.dates import DateForm, date_form
from gronagraf.importing.mapping.document import Document, Table, dotted
from gronagraf.importing.mapping.patterns import Pattern, read_pattern, takes_apart
from gronagraf.importing.mapping.rules import BY_NAME, WAYS, Cell, Find, Split, When
from gronagraf.schema import Field

FROM = ("column", "constant", "template")
CELL_KEYS = (*FROM, "empty", "values", "otherwise", "dates", "numbers", "unit", "factor", "find", "by")
WHEN_KEYS = ("column", "is", "not", "filled")
SPLIT_KEYS = ("column", "by", "pattern")
MOST_PATTERNS = 10


@dataclass(frozen=True, slots=True)
class Names:
    """What a cell may refer to: rules of nodes and labels of the model; and how dates and numbers are written."""

    rules: frozenset[str]
    labels: frozenset[str]
    dates: tuple[DateForm, ...] = ()
    numbers: Numbers | None = field(default=None)


def read_cell(document: Document, key: str, value: object, names: Names, fact: Field | None = None) -> Cell:
    """The cell that a column's name, a list of them or a table describes; its faults are noted."""
    kind = fact.kind.name if fact else "text"
    dates = names.dates if kind == "date" else ()
    numbers = names.numbers if kind in ("number", "integer") else None
    if isinstance(value, str | list):
        columns = document.texts(key, {"column": value}, "column")
        return Cell(columns, dates=dates, numbers=numbers)
    if not isinstance(value, dict):
        document.fault(key, "is neither a column nor a table", 'write "Column" or { column = "Column", … }')
        return Cell()
    document.keys(key, value, CELL_KEYS)
    if sum(part in value for part in FROM) != 1:
        document.fault(key, "must say where it comes from, once", f"give one of {', '.join(FROM)}")
    if "empty" in value and "column" not in value:
        document.fault(dotted(key, "empty"), "goes with column only", "leave it out")
    otherwise = document.text(key, value, "otherwise") if "otherwise" in value else None
    if otherwise is not None and "values" not in value:
        document.fault(dotted(key, "otherwise"), "goes with values only", "add values, or leave it out")
    values = _values(document, key, value)
    if fact and kind == "choice":
        for ours in filter(None, {*values.values(), otherwise}):
            document.known(dotted(key, "values"), ours, fact.kind.values, f"one of the choices of {fact.name}")
    if "by" in value and "find" not in value:
        document.fault(dotted(key, "by"), "goes with find only", "say where to find it, or leave it out")
    return Cell(
        columns=document.texts(key, value, "column"),
        empty=document.text(key, value, "empty"),
        constant=document.text(key, value, "constant"),
        template=_template(document, key, value),
        values=values,
        otherwise=otherwise,
        dates=read_dates(document, key, value) or dates,
        numbers=_numbers(document, key, value, numbers),
        find=read_find(document, key, value, names) if "find" in value else None,
    )


def _values(document: Document, key: str, value: Table) -> dict[str, str]:
    words = document.table(key, value, "values")
    where = dotted(key, "values")
    return {theirs.strip().casefold(): document.text(where, words, theirs) for theirs in words}


def _template(document: Document, key: str, value: Table) -> Pattern | None:
    if "template" not in value:
        return None
    pattern = read_pattern(document.text(key, value, "template"))
    if pattern is None:
        document.fault(dotted(key, "template"), "has a stray brace", "write columns as {Column}")
    return pattern


def read_dates(document: Document, key: str, value: Table) -> tuple[DateForm, ...]:
    """The ways to write dates that a table names."""
    forms = []
    for text in document.texts(key, value, "dates"):
        if form := date_form(text):
            forms.append(form)
        else:
            remedy = "put YYYY, MM and DD together with signs, such as DD.MM.YYYY, or write excel"
            document.fault(dotted(key, "dates"), f'"{text}" does not say how a date is written', remedy)
    return tuple(forms)


def _numbers(document: Document, key: str, value: Table, default: Numbers | None) -> Numbers | None:
    if not {"numbers", "unit", "factor"} & set(value):
        return default
    decimal, thousands = (default.decimal, default.thousands) if default else (",", " ")
    if "numbers" in value:
        text = document.text(key, value, "numbers")
        if document.known(dotted(key, "numbers"), text, EXAMPLES, "a way to write numbers that is known"):
            decimal, thousands = EXAMPLES[text]
    factor = value.get("factor", 1)
    if isinstance(factor, bool) or not isinstance(factor, int | float) or not abs(factor) < 1e12 or not factor:
        document.fault(dotted(key, "factor"), "is not a number", "write a number, such as 1000")
        factor = 1
    return Numbers(decimal, thousands, document.texts(key, value, "unit"), Decimal(str(factor)))


def read_numbers(document: Document, key: str, value: Table) -> Numbers | None:
    """How numbers are written, where a table says so."""
    return _numbers(document, key, {"numbers": value["numbers"]}, None) if "numbers" in value else None


def read_find(document: Document, key: str, value: Table, names: Names) -> Find:
    """Where a text is looked for and in which ways."""
    given = document.texts(key, value, "find")
    for each in given:
        document.known(dotted(key, "find"), each, (*sorted(names.rules), *sorted(names.labels)), "made by this mapping")
    by = document.texts(key, value, "by", BY_NAME)
    for way in by:
        document.known(dotted(key, "by"), way, WAYS, "a way to find a node")
    rules = tuple(each for each in given if each in names.rules)
    return Find(rules, tuple(each for each in given if each in names.labels and each not in names.rules), by)


def read_whens(document: Document, owner: str, table: Table, key: str) -> tuple[When, ...]:
    """The conditions of a key, which holds one table or a list of them; all of them must hold."""
    value = table.get(key, [])
    given = value if isinstance(value, list) else [value]
    return tuple(_when(document, dotted(owner, key), each) for each in given)


def _when(document: Document, key: str, value: object) -> When:
    if not isinstance(value, dict):
        document.fault(key, "is no condition", 'write { column = "…", is = ["…"] }')
        return When(())
    document.keys(key, value, WHEN_KEYS, ("column",))
    if not {"is", "not", "filled"} & set(value):
        document.fault(key, "says nothing of the column", "give is, not or filled")
    among = _folded(document.texts(key, value, "is")) if "is" in value else None
    filled = document.flag(key, value, "filled") if "filled" in value else None
    return When(document.texts(key, value, "column"), among, _folded(document.texts(key, value, "not")), filled)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.strip().casefold() for word in words)


def read_split(document: Document, owner: str, table: Table) -> Split | None:
    """The list that a rule makes a node or a relation of each part of."""
    if "split" not in table:
        return None
    key = dotted(owner, "split")
    value = document.table(owner, table, "split")
    document.keys(key, value, SPLIT_KEYS, SPLIT_KEYS)
    patterns = []
    for text in document.texts(key, value, "pattern")[:MOST_PATTERNS]:
        pattern = read_pattern(text)
        if pattern and takes_apart(pattern):
            patterns.append(pattern)
        else:
            remedy = "name each thing once in braces, with signs between, such as {name} = {amount}"
            document.fault(dotted(key, "pattern"), f'"{text}" cannot be read as a pattern', remedy)
    return Split(document.texts(key, value, "column"), document.texts(key, value, "by"), tuple(patterns))
