"""A project's chain on a form, and the relations that it stands for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gronagraf.errors import Problem, SeedError
from gronagraf.reading.books.headings import plain
from gronagraf.reading.forms.asked import ROLES, meanings
from gronagraf.reading.forms.making import Spot
from gronagraf.values import quote

STEPS = (
    ("resource", "activity"),
    ("activity", "short"),
    ("short", "medium"),
    ("medium", "long"),
    ("long", "goal"),
)
OWN = {"challenge": "ADDRESSES", "resource": "USES", "activity": "RUNS", "goal": "CONTRIBUTES_TO"}


@dataclass(frozen=True, slots=True)
class Item:
    """A filled-in row of a part: its id, made or known, its number, its kind or role, and the numbers it leads to."""

    part: str
    id: Spot
    name: Spot
    known: bool
    number: str
    detail: Spot | None
    onward: Spot | None


@dataclass(frozen=True, slots=True)
class Chain:
    """A project on a form: its id, its facts, and the items of every part in the order of the form."""

    id: Spot
    facts: dict[str, Spot]
    items: tuple[Item, ...]

    def of(self, part: str) -> list[Item]:
        return [item for item in self.items if item.part == part]


def ties(chain: Chain) -> Iterator[tuple[str, dict[str, Spot]]]:
    """Type and cells of each relation that the form stands for. Raises SeedError for numbers that name no row.

    What leads to what is stated where a row gives numbers. Where it gives none it leads to all of the next part, which
    is inferred as soon as there are several. No step is taken over a part that was left empty: that is a gap.
    """
    for item in chain.items:
        if item.part in OWN:
            yield OWN[item.part], _tie(chain, item, chain.id, item.id)
        elif item.part == "stakeholder":
            yield _taking_part(chain, item)
    for part, following in STEPS:
        for item in chain.of(part):
            ahead, basis = _ahead(item, chain.of(following))
            for other in ahead:
                row = _tie(chain, item, item.id, replace(other.id, line=item.id.line, sheet=item.id.sheet))
                yield "LEADS_TO", {**row, "basis": replace(item.name, text=basis)}


def _tie(chain: Chain, item: Item, start: Spot, end: Spot) -> dict[str, Spot]:
    row = {"from": replace(item.name, text=start.text), "to": replace(item.name, text=end.text)}
    if "source" in chain.facts:
        row["source"] = replace(item.name, text=chain.facts["source"].text)
    return row


def _taking_part(chain: Chain, item: Item) -> tuple[str, dict[str, Spot]]:
    """Who leads is told from who takes part. Raises SeedError for a role that is none of the form's."""
    row = _tie(chain, item, item.id, chain.id)
    if item.detail is None:
        return "PARTNERS_IN", row
    role = meanings(ROLES).get(plain(item.detail.text), "")
    if not role:
        remedy = f"choose among {', '.join(f'{term.sv} / {term.en}' for term in ROLES.values())}"
        raise SeedError([Problem(item.detail.place, f"{quote(item.detail.text)} is no role", remedy)])
    return ("LEADS", row) if role == "leads" else ("PARTNERS_IN", {**row, "role": replace(item.detail, text=role)})


def _ahead(item: Item, following: list[Item]) -> tuple[list[Item], str]:
    """What an item leads to, and whether that is stated or inferred."""
    if item.onward is None:
        return following, "inferred" if len(following) > 1 else "stated"
    numbers = [number for number in re.split(r"[\s,;.]+", item.onward.text) if number]
    known = {other.number: other for other in following}
    if strange := [number for number in numbers if number not in known]:
        what = f"{quote(', '.join(strange))} is no number of a filled-in row of the next part"
        raise SeedError([Problem(item.onward.place, what, f"give numbers among {', '.join(known) or 'none'}")])
    return [known[number] for number in dict.fromkeys(numbers)], "stated"
