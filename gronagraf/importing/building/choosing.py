"""Rules found by the word in one cell instead of asked one by one, where many of them ask the same columns."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from gronagraf.importing.building.makers import EdgeMaker, NodeMaker
from gronagraf.importing.cells.rows import Layout, Row, first_filled

Maker = TypeVar("Maker", NodeMaker, EdgeMaker)


def by_word(makers: Sequence[Maker], layout: Layout) -> Callable[[Row], Sequence[Maker]]:
    """What gives the rules that may take a row, in their order: all but those that want another word in it."""
    asked = Counter(columns for maker in makers for columns, _ in _wanted(maker))
    if not asked:
        return lambda _: makers
    columns = asked.most_common(1)[0][0]
    wanted = [(maker, [words for asks, words in _wanted(maker) if asks == columns]) for maker in makers]
    known = frozenset(word for _, among in wanted for words in among for word in words)
    any_other = [maker for maker, among in wanted if not among]
    chosen = {word: [maker for maker, among in wanted if all(word in words for words in among)] for word in known}
    text = first_filled(columns, layout)
    return lambda row: chosen.get(text(row).casefold(), any_other)


def _wanted(maker: NodeMaker | EdgeMaker) -> list[tuple[tuple[str, ...], frozenset[str]]]:
    """The columns in which a rule wants one of some words; a rule on parts of a list may ask of the part instead."""
    if maker.rule.split:
        return []
    return [(when.columns, when.among) for when in maker.rule.when if when.among is not None]
