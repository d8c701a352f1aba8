"""An OpenDocument spreadsheet's own words: its sheets in order and what each one's XML says (ODF 1.3, part 3)."""

from dataclasses import dataclass, field
from xml.parsers import expat

from gronagraf.reading.cells import ERRORS, LAST_COLUMN, NO_VALUE, OFFICE_ERROR
from gronagraf.reading.report import one_problem, shown
from gronagraf.reading.sheets.container import Container
from gronagraf.reading.sheets.look import MOST_AREA, MOST_SHEETS, Look
from gronagraf.reading.sheets.styles import Styles
from gronagraf.reading.sheets.xml import local, parse_xml, read_xml, xml_parser

CONTENT = "content.xml"
STYLES = "styles.xml"
MANIFEST = "META-INF/manifest.xml"
VALUE, OFFICE_VALUE, FORMULA = "office:value-type", "calcext:value-type", "table:formula"
HIGH, WIDE = "table:number-rows-spanned", "table:number-columns-spanned"
CELLS = ("table:table-cell", "table:covered-table-cell")


def look_at_opendocument(container: Container) -> list[tuple[str, Look | None]]:
    """Each sheet's name and look, in order. Raises SeedError."""
    _refuse_password(container)
    styles = Styles()
    if STYLES in container:
        read_xml(container.part(STYLES), container.file, styles.start)
    reader = _Reader(container.file, styles)
    reader.parser = xml_parser(reader.start)
    reader.parser.EndElementHandler = reader.end
    parse_xml(reader.parser, container.part(CONTENT), container.file)
    reader.parser = None
    if sum(look.area for _, look in reader.looks) > MOST_AREA:
        raise one_problem(container.file, f"has sheets that reach over {MOST_AREA:,} cells", "divide it into several")
    return list(reader.looks)


def _refuse_password(container: Container) -> None:
    def start(tag: str, _: dict[str, str]) -> None:
        if local(tag) == "encryption-data":
            what, remedy = "is protected by a password", "open it, take the password away and save it again"
            raise one_problem(container.file, what, remedy)

    read_xml(container.part(MANIFEST), container.file, start)


@dataclass(slots=True)
class _Reader:
    """Where the parser is in the document; its methods are expat's handlers."""

    file: str
    styles: Styles
    looks: list[tuple[str, Look]] = field(default_factory=list)
    look: Look = field(default_factory=Look)
    place: str = ""
    parser: expat.XMLParserType | None = None
    depth: int = 0
    row: int = 1
    rows: int = 1
    column: int = 0
    columns: int = 1
    defaults: dict[int, str] = field(default_factory=dict)
    default: str = ""
    cell: dict[str, str] = field(default_factory=dict)
    filled: bool = False
    noted: bool = False
    text: str = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self._table(attributes)
        elif not self.depth:
            self.styles.start(tag, attributes)
        elif self.depth > 1:
            return
        elif tag in CELLS:
            self._cell(attributes)
        elif tag == "text:p":
            self.filled = self.filled or not self.noted
        elif tag == "office:annotation":
            self.noted = True
        elif tag == "table:table-row":
            self._row(attributes)
        elif tag == "table:table-column":
            self._column(attributes)

    def end(self, tag: str) -> None:
        if tag == "table:table":
            self.depth -= 1
        elif self.depth != 1:
            return
        elif tag in CELLS:
            self._end_cell()
        elif tag == "office:annotation":
            self.noted = False
        elif tag == "table:table-row":
            self.row += self.rows
            self.look.guard(self.place)

    def _table(self, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth == 1:
            if len(self.looks) >= MOST_SHEETS:
                raise one_problem(self.file, f"has more than {MOST_SHEETS:,} sheets", "divide it into several")
            name, self.look = attributes.get("table:name", ""), Look()
            self.place = f"{self.file}: sheet {shown(name)}"
            self.looks.append((name, self.look))
            self.row, self.column = 1, 0
            self.defaults.clear()

    def _column(self, attributes: dict[str, str]) -> None:
        count = _repeats(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility", "visible") != "visible":
            self.look.hide_columns(self.column, self.column + count - 1)
        if form := self.styles.form(attributes.get("table:default-cell-style-name", "")):
            self.defaults |= dict.fromkeys(range(self.column, min(self.column + count, LAST_COLUMN)), form)
        self.column += count

    def _row(self, attributes: dict[str, str]) -> None:
        self.rows = _repeats(attributes, "table:number-rows-repeated")
        self.column = 0
        self.default = self.styles.form(attributes.get("table:default-cell-style-name", ""))
        if attributes.get("table:visibility", "visible") != "visible":
            self.look.hide_rows(self.row, self.rows)

    def _cell(self, attributes: dict[str, str]) -> None:
        self.cell, self.filled = attributes, VALUE in attributes
        self.columns = _repeats(attributes, "table:number-columns-repeated")
        if self.parser and attributes.get(OFFICE_VALUE) == "error":
            self.text = ""
            self.parser.CharacterDataHandler = self._hear

    def _hear(self, text: str) -> None:
        if not self.noted:
            self.text += text

    def _end_cell(self) -> None:
        cell = self.cell
        if self.filled or FORMULA in cell:
            self._value(cell)
        if WIDE in cell or HIGH in cell:
            last_row, last_column = self.row + _repeats(cell, HIGH) - 1, self.column + _repeats(cell, WIDE) - 1
            if (last_row, last_column) != (self.row, self.column):
                self.look.merge(self.row, self.column, last_row, last_column)
        self.column += self.columns

    def _value(self, cell: dict[str, str]) -> None:
        kind = cell.get(VALUE, "")
        form = "%" if kind == "percentage" else self._form(cell) if kind in ("date", "float") else ""
        if FORMULA in cell:
            self.look.formulas += self.rows * self.columns
            form = form if self.filled else NO_VALUE
        if self.parser and cell.get(OFFICE_VALUE) == "error":
            self.parser.CharacterDataHandler = None
            text = self.text.strip()
            form = text if text in ERRORS or OFFICE_ERROR.fullmatch(text) else "#VALUE!"
        self.look.value(self.row, self.column, self.rows, self.columns)
        if form:
            self.look.form(self.row, self.column, form, self.rows, self.columns)

    def _form(self, cell: dict[str, str]) -> str:
        """How a cell shows its value, by its own style or else by its row's or column's."""
        own = cell.get("table:style-name")
        return self.styles.form(own) if own else self.default or self.defaults.get(self.column, "")


def _repeats(attributes: dict[str, str], name: str) -> int:
    given = attributes.get(name)
    if not given:
        return 1
    return max(1, int(given)) if given.isascii() and given.isdecimal() and len(given) < 10 else 1
