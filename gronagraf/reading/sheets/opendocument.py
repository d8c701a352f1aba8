"""An OpenDocument spreadsheet's own words: its sheets in order and what each one's XML says (ODF 1.3, part 3)."""

from dataclasses import dataclass, field
from xml.parsers import expat

from gronagraf.reading.cells import ERRORS, LAST_COLUMN, LAST_ROW, NO_VALUE, OFFICE_ERROR
from gronagraf.reading.report import one_problem, shown
from gronagraf.reading.sheets.container import Container
from gronagraf.reading.sheets.look import MOST_AREA, Look
from gronagraf.reading.sheets.xml import local, parse_xml, read_xml, xml_parser

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
CELLS = ("table:table-cell", "table:covered-table-cell")


def look_at_opendocument(container: Container) -> list[tuple[str, Look | None]]:
    """Each sheet's name and look, in order. Raises SeedError."""
    _refuse_password(container)
    reader = _Reader(container.file)
    reader.parser = xml_parser(reader.start)
    reader.parser.EndElementHandler = reader.end
    parse_xml(reader.parser, container.part(CONTENT), container.file)
    reader.parser = None
    return list(reader.looks)


def _refuse_password(container: Container) -> None:
    def start(tag: str, _: dict[str, str]) -> None:
        if local(tag) == "encryption-data":
            what, remedy = "is protected by a password", "open it, take the password away and save it again"
            raise one_problem(container.file, what, remedy)

    if MANIFEST in container:
        read_xml(container.part(MANIFEST), container.file, start)


@dataclass(slots=True)
class _Reader:
    """Where the parser is in the document; its methods are expat's handlers."""

    file: str
    looks: list[tuple[str, Look]] = field(default_factory=list)
    parser: expat.XMLParserType | None = None
    depth: int = 0
    row: int = 1
    rows: int = 1
    column: int = 0
    columns: int = 1
    cell: dict[str, str] = field(default_factory=dict)
    filled: bool = False
    noted: bool = False
    text: str = ""

    @property
    def look(self) -> Look:
        return self.looks[-1][1]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self.depth += 1
            if self.depth == 1:
                self.looks.append((attributes.get("table:name", ""), Look()))
                self.row, self.column = 1, 0
        elif self.depth != 1:
            return
        elif tag in CELLS:
            self._cell(attributes)
        elif tag == "text:p":
            self.filled = self.filled or not self.noted
        elif tag == "office:annotation":
            self.noted = True
        elif tag == "table:table-row":
            self.rows = _repeats(attributes, "table:number-rows-repeated")
            self.column = 0
            if attributes.get("table:visibility", "visible") != "visible":
                self.look.hide_rows(self.row, self.rows)
        elif tag == "table:table-column":
            self._column(attributes)

    def end(self, tag: str) -> None:
        if tag in CELLS and self.depth == 1:
            self._end_cell()
        elif tag == "office:annotation":
            self.noted = False
        elif tag == "table:table-row" and self.depth == 1:
            self.row += self.rows
            self.column = 0
        elif tag == "table:table":
            self.depth -= 1
            if not self.depth:
                self._end_table()

    def _column(self, attributes: dict[str, str]) -> None:
        count = _repeats(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility", "visible") != "visible":
            self.look.hide_columns(self.column, self.column + count - 1)
        self.column += count

    def _cell(self, attributes: dict[str, str]) -> None:
        self.cell, self.filled, self.text = attributes, "office:value-type" in attributes, ""
        self.columns = _repeats(attributes, "table:number-columns-repeated")
        error = attributes.get("calcext:value-type") == "error"
        if self.parser and error:
            self.parser.CharacterDataHandler = self._hear

    def _hear(self, text: str) -> None:
        if not self.noted:
            self.text += text

    def _end_cell(self) -> None:
        look, cell = self.look, self.cell
        if self.parser:
            self.parser.CharacterDataHandler = None
        form = ""
        if "table:formula" in cell:
            look.formulas += 1
            form = "" if self.filled else NO_VALUE
        if cell.get("office:value-type") == "percentage":
            form = "%"
        if cell.get("calcext:value-type") == "error":
            text = self.text.strip()
            form = text if text in ERRORS or OFFICE_ERROR.fullmatch(text) else "#VALUE!"
        if self.filled or form:
            look.value(self.row, self.column, self.rows, self.columns)
            self._guard()
            if form:
                look.form(self.row, self.column, form, self.rows, self.columns)
        self._spans(cell)
        self.column += self.columns

    def _spans(self, cell: dict[str, str]) -> None:
        high = _repeats(cell, "table:number-rows-spanned")
        wide = _repeats(cell, "table:number-columns-spanned")
        if high * wide > 1:
            self.look.merge(self.row, self.column, self.row + high - 1, self.column + wide - 1)

    def _guard(self) -> None:
        place = f"{self.file}: sheet {shown(self.looks[-1][0])}"
        self.look.guard(place)
        if sum(look.area for _, look in self.looks) > MOST_AREA:
            raise one_problem(self.file, f"has sheets that reach over {MOST_AREA:,} cells", "divide it into several")
        if self.look.last_row > LAST_ROW or self.look.last_column >= LAST_COLUMN:
            raise one_problem(place, f"reaches to row {self.look.last_row:,}, beyond a sheet's end", "shorten it")

    def _end_table(self) -> None:
        self.row, self.column = 1, 0


def _repeats(attributes: dict[str, str], name: str) -> int:
    given = attributes.get(name)
    if not given:
        return 1
    return max(1, int(given)) if given.isascii() and given.isdecimal() and len(given) < 10 else 1
