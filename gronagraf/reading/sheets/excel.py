"""An Excel workbook's own words: its sheets in order and what each one's XML says (ECMA-376, SpreadsheetML)."""

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.parsers import expat

from gronagraf.reading.cells import ERRORS, LAST_ROW, NO_VALUE, column_index
from gronagraf.reading.report import one_problem, shown
from gronagraf.reading.sheets.container import NO_WORKBOOK, SAVE_AGAIN, Container
from gronagraf.reading.sheets.forms import form_of
from gronagraf.reading.sheets.look import MOST_CELLS, MOST_SHEETS, Look
from gronagraf.reading.sheets.xml import local, parse_xml, read_xml, xml_parser

ROOT = "_rels/.rels"
WORKBOOK = "xl/workbook.xml"
STYLES, STRINGS = "styles", "sharedStrings"
TRUE = ("1", "true")
Targets: TypeAlias = Mapping[str, tuple[str, str]]


def workbook_part(container: Container) -> str:
    """The part that lists the sheets, or an empty text where there is none."""
    if ROOT in container:
        for kind, part in _targets(container, ROOT, "").values():
            if kind == "officeDocument" and part in container:
                return part
    return WORKBOOK if WORKBOOK in container else ""


def look_at_excel(container: Container, workbook: str) -> list[tuple[str, Look | None]]:
    """Each sheet's name and look, in order; no look at a sheet that is a chart. Raises SeedError."""
    folder, name = posixpath.split(workbook)
    targets = _targets(container, posixpath.join(folder, "_rels", f"{name}.rels"), folder)
    sheets = _sheets(container, workbook)
    forms = _forms(container, _parts(container, targets, STYLES))
    for part in _parts(container, targets, STRINGS):
        _check_strings(container, part)
    looks: list[tuple[str, Look | None]] = []
    for title, relation in sheets:
        kind, part = targets.get(relation, ("", ""))
        looks.append((title, _look(container, title, part, forms) if kind == "worksheet" else None))
    return looks


def _sheets(container: Container, workbook: str) -> list[tuple[str, str]]:
    """The name of each sheet and the id of its relation."""
    found: list[tuple[str, str]] = []
    root = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal root
        root = root or local(tag)
        if local(tag) == "sheet":
            relation = next((value for key, value in attributes.items() if local(key) == "id"), "")
            found.append((attributes.get("name", ""), relation))

    read_xml(container.part(workbook), container.file, start)
    if root != "workbook":
        raise one_problem(container.file, *NO_WORKBOOK)
    if len(found) > MOST_SHEETS:
        raise one_problem(container.file, f"has more than {MOST_SHEETS:,} sheets", "divide it into several")
    return found


def _targets(container: Container, relations: str, folder: str) -> Targets:
    """The kind and the part that each relation of a part in this folder leads to."""
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "Relationship":
            target = attributes.get("Target", "")
            part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], part)

    read_xml(container.part(relations), container.file, start)
    return found


def _parts(container: Container, targets: Targets, kind: str) -> list[str]:
    """The parts of a kind: those that relations lead to, and the one that has the usual name."""
    named = {part for each, part in targets.values() if each == kind}
    return sorted(part for part in named | {f"xl/{kind}.xml"} if part in container)


def _forms(container: Container, parts: Sequence[str]) -> dict[str, str]:
    """The cell formats by number that show something else than the bare value."""
    codes: dict[str, str] = {}
    formats: list[str] = []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        name = local(tag)
        if name == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            inside = name == "cellXfs"
        elif name == "xf" and inside:
            formats.append(attributes.get("numFmtId", "0"))

    for part in parts:
        read_xml(container.part(part), container.file, start)
    forms = (form_of(int(each) if each.isdecimal() else 0, codes.get(each, "")) for each in formats)
    return {str(number): form for number, form in enumerate(forms) if form}


def _check_strings(container: Container, part: str) -> None:
    count = 0

    def start(tag: str, _: dict[str, str]) -> None:
        nonlocal count
        if local(tag) == "si":
            count += 1
            if count > MOST_CELLS:
                raise one_problem(container.file, f"holds more than {MOST_CELLS:,} texts", "divide it into several")

    read_xml(container.part(part), container.file, start)


@dataclass(slots=True)
class _Reader:
    """Where the parser is in a sheet; its methods are expat's handlers."""

    place: str
    forms: dict[str, str]
    look: Look = field(default_factory=Look)
    parser: expat.XMLParserType | None = None
    prefix: str = ""
    row: int = 0
    written: str = ""
    column: int = -1
    line: int = 0
    kind: str = ""
    form: str = ""
    formula: bool = False
    text: str = ""
    columns: dict[str, int] = field(default_factory=dict)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag[len(self.prefix) :] if self.prefix else tag
        if name == "c":
            self._cell(attributes)
        elif name in ("v", "is"):
            self._value()
        elif name == "row":
            self._row(attributes)
        elif name == "f":
            self.formula = True
            self._listen()
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in TRUE:
            self.look.hide_columns(_whole(attributes.get("min")) - 1, _whole(attributes.get("max")) - 1)
        elif tag.endswith(":worksheet"):
            self.prefix = tag.removesuffix("worksheet")

    def _value(self) -> None:
        look, row, column = self.look, self.line, self.column
        if look.first_row <= row <= look.last_row and look.first_column <= column <= look.last_column:
            look.cells += 1
        else:
            look.value(row, column)
        if self.form:
            look.form(row, column, self.form)
            self.form = ""

    def _row(self, attributes: dict[str, str]) -> None:
        given = attributes.get("r")
        self.row = _whole(given) if given else self.row + 1
        self.written = given if given and 0 < self.row <= LAST_ROW else ""
        self.column = -1
        if attributes.get("hidden") in TRUE:
            self.look.hide_rows(self.row)

    def _cell(self, attributes: dict[str, str]) -> None:
        given, written = attributes.get("r"), self.written
        if given and written and given.endswith(written) and given[: -len(written)] in self.columns:
            self.line, self.column = self.row, self.columns[given[: -len(written)]]
        elif given:
            self._place(given)
        else:
            self.line, self.column = self.row, self.column + 1
        self.kind = attributes.get("t", "n")
        if self.forms:
            self.form = self.forms.get(attributes.get("s", ""), "")
        if self.kind == "e":
            self._listen()

    def _place(self, given: str) -> None:
        """Take a cell's own name for where it stands."""
        letters = given.rstrip("0123456789")
        line = given[len(letters) :]
        self.line = int(line) if 0 < len(line) < 8 else 0
        self.column = column_index(letters)
        if self.column < 0 or not 0 < self.line <= LAST_ROW:
            raise one_problem(self.place, f"names a cell {shown(given[:40])}, which no sheet has", SAVE_AGAIN)
        self.columns[letters] = self.column

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        corners = []
        for each in (first, last or first):
            letters = each.rstrip("0123456789")
            corners += [_whole(each[len(letters) :]), column_index(letters)]
        self.look.merge(*corners)

    def _listen(self) -> None:
        """Hear the texts in a cell whose value must be judged by them."""
        if self.parser and not self.parser.EndElementHandler:
            self.text = ""
            self.parser.CharacterDataHandler = self._hear
            self.parser.EndElementHandler = self._end

    def _hear(self, text: str) -> None:
        self.text += text

    def _end(self, tag: str) -> None:
        name = tag[len(self.prefix) :]
        if name == "f":
            self.text = ""
        if name != "c" or not self.parser:
            return
        self.parser.CharacterDataHandler = self.parser.EndElementHandler = None
        if self.kind == "e":
            text = self.text.strip()
            self.look.form(self.line, self.column, text if text in ERRORS else "#VALUE!")
        elif self.formula and not self.text and self.kind != "str":
            self.look.value(self.line, self.column)
            self.look.form(self.line, self.column, NO_VALUE)
        self.look.formulas += self.formula
        self.formula = False


def _look(container: Container, name: str, part: str, forms: dict[str, str]) -> Look:
    place = f"{container.file}: sheet {shown(name)}"
    reader = _Reader(place, forms)
    reader.parser = xml_parser(reader.start)
    parse_xml(reader.parser, container.part(part), place)
    reader.parser = None
    reader.look.guard(place)
    return reader.look


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 8 else 0
