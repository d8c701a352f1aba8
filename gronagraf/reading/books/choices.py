"""The words that people read for choices, as the values of the model: the drop-downs of a workbook hold words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gronagraf.reading.table import Row
from gronagraf.schema import EdgeType, Kind, NodeType


def choice_values(kind: Kind) -> Mapping[str, str]:
    """The value that each word stands for, in either language and case aside; a word of two values stands for none."""
    found: dict[str, set[str]] = {}
    for each in kind.choices:
        for word in (each.term.sv, each.term.en):
            found.setdefault(word.casefold(), set()).add(each.value)
    words = {word: next(iter(values)) for word, values in found.items() if len(values) == 1}
    return words | {value.casefold(): value for value in kind.values}


def in_values(kind: NodeType | EdgeType, names: Sequence[str], rows: Iterable[Row]) -> Iterator[Row]:
    """Rows with values where a column of choices holds their words; what is neither is left as it is."""
    words = [
        (at, choice_values(kind.columns[name].kind))
        for at, name in enumerate(names)
        if name in kind.columns and kind.columns[name].kind.choices
    ]
    for line, cells in rows:
        for at, values in words:
            if at < len(cells) and (cell := cells[at]):
                cells[at] = values.get(cell.strip().casefold(), cell)
        yield line, cells
