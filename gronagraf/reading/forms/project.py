"""Projects as the method's form asks for them, as a seed: each a chain from challenge to goal, with who takes part."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from gronagraf.reading.books.headings import plain
from gronagraf.reading.forms.answered import read_answers
from gronagraf.reading.forms.asked import ANSWER, DETAIL, FIELDS, NUMBER, ONWARD, PART, PARTS, SMART
from gronagraf.reading.forms.chain import Chain, Item, ties
from gronagraf.reading.forms.making import Spot, made_id, spot_table
from gronagraf.reading.forms.marker import Marker
from gronagraf.reading.manifest import Manifest
from gronagraf.reading.places import SheetPlaces
from gronagraf.reading.remarks import Remark
from gronagraf.reading.report import Report
from gronagraf.reading.sheets import Sheet
from gronagraf.reading.table import Table
from gronagraf.schema import EdgeType, Model, Term

KNOWN = re.compile(r".*\[([^\[\]]+)\]\s*", re.DOTALL)
COVERED = ["ADDRESSES", "CONTRIBUTES_TO", "USES", "RUNS", "LEADS_TO", "LEADS", "PARTNERS_IN"]
OPEN = Term("formuläret lämnar öppet: {parts}", "the form leaves open: {parts}")
SHARED = ("challenge", "goal", "stakeholder")
LABELS = {
    "challenge": "Challenge",
    "resource": "Resource",
    "activity": "Activity",
    "short": "Effect",
    "medium": "Effect",
    "long": "Effect",
    "goal": "Goal",
    "stakeholder": "Actor",
}


@dataclass(frozen=True, slots=True)
class ProjectForm:
    """The filled-in projects of a workbook."""

    path: Path
    marker: Marker
    chains: tuple[Chain, ...]
    misnamed: frozenset[str] = field(default=frozenset())
    is_form: bool = True

    def manifest(self) -> Manifest:
        first = self.chains[0]
        names = ", ".join(chain.facts["name"].text for chain in self.chains)
        values: dict[str, object] = {
            "name": first.id.text,
            "title": f"Projektformulär: {names}",
            "title_en": f"Project form: {names}",
            "fictional": self.marker.fictional,
            "extends": list(self.marker.extends),
            "complete": COVERED,
        }
        return Manifest(SheetPlaces(first.id.sheet), values, dict.fromkeys(values, 0))

    def nodes(self, model: Model) -> Iterator[Table]:
        for node in model.nodes:
            rows = list(self._rows(node.label))
            if rows:
                yield spot_table(node, str(self.path), rows)

    def edges(self, model: Model) -> Iterator[tuple[EdgeType, Table]]:
        made = [(name, row) for chain in self.chains for name, row in ties(chain)]
        for edge in model.edges:
            if rows := [row for name, row in made if name == edge.type]:
                yield edge, spot_table(edge, str(self.path), rows)

    def _rows(self, label: str) -> Iterator[Mapping[str, Spot]]:
        """The nodes of a label that the form makes: those of the graph keep what they are."""
        seen: set[str] = set()
        for chain in self.chains:
            if label == "Project":
                yield {"id": chain.id, **chain.facts}
            for item in chain.items:
                if LABELS[item.part] == label and not item.known and item.id.text not in seen:
                    seen.add(item.id.text)
                    yield _node(item, chain)


def _node(item: Item, chain: Chain) -> dict[str, Spot]:
    row = {"id": item.id, "name": item.name}
    if LABELS[item.part] == "Effect":
        row["horizon"] = replace(item.name, text=item.part)
    if item.part == "resource" and item.detail:
        row["kind"] = item.detail
    if "source" in chain.facts:
        row["source"] = replace(item.name, text=chain.facts["source"].text)
    return row


def asks_of_a_project(sheet: Sheet) -> bool:
    """Whether a sheet asks for the name of a project."""
    names = {plain(FIELDS["name"].sv), plain(FIELDS["name"].en)}
    return any(plain(cells[PART]) in names for _, cells in sheet.rows())


def read_projects(
    path: Path, marker: Marker, sheets: Sequence[Sheet], lists: Sheet | None, report: Report
) -> ProjectForm:
    """A chain for each sheet with a project's name; answers where the form asks nothing are reported.

    Raises SeedError for answers without a name, and for no project.
    """
    known = _known(lists)
    begun = []
    nameless = False
    for sheet in sheets:
        facts, answers = read_answers(sheet, report)
        if "name" in facts:
            begun.append((facts, answers))
        elif facts or answers:
            nameless = True
            what = f"{FIELDS['name'].sv} / {FIELDS['name'].en} is empty"
            report.add(sheet.place, what, "give the project a name, or empty the sheet")
    if not begun and not nameless:
        report.add(str(path), "holds no project yet", "fill in the form: the name first")
    if not begun or nameless:
        report.raise_any()
    seed = made_id("projekt", begun[0][0]["name"].text)
    return ProjectForm(path, marker, tuple(_chain(facts, answers, seed, known) for facts, answers in begun))


def left_open(form: ProjectForm) -> Iterator[Remark]:
    """What each project's sheet leaves open, in the words of the form."""
    for chain in form.chains:
        empty = [term for part, term in PARTS.items() if not chain.of(part)]
        empty += [term for name, term in SMART.items() if name not in chain.facts]
        if empty:
            words = Term(", ".join(term.sv for term in empty), ", ".join(term.en for term in empty))
            yield Remark(chain.id.sheet, OPEN.filled(parts=words))


def _known(lists: Sheet | None) -> dict[str, str]:
    """The id of each name that the form's drop-downs offer."""
    cells = (cell for _, row in (lists.rows() if lists else ()) for cell in row)
    found: dict[str, set[str]] = {}
    for cell in cells:
        if match := KNOWN.fullmatch(cell):
            found.setdefault(plain(cell[: match.start(1) - 1]), set()).add(match[1])
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _chain(
    facts: dict[str, Spot], answers: Sequence[tuple[str, dict[int, Spot]]], seed: str, known: Mapping[str, str]
) -> Chain:
    id_ = replace(facts["name"], text=made_id("projekt", facts["name"].text))
    items = []
    for part, spots in answers:
        name = spots[ANSWER]
        match = KNOWN.fullmatch(name.text)
        found = match[1] if match else known.get(plain(name.text), "")
        home = seed if part in SHARED else id_.text
        text = found or made_id(home, part, name.text)
        number = spots[NUMBER].text if NUMBER in spots else ""
        items.append(
            Item(part, replace(name, text=text), name, bool(found), number, spots.get(DETAIL), spots.get(ONWARD))
        )
    return Chain(id_, facts, tuple(items))
