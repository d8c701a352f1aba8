"""An OpenDocument spreadsheet's styles: which cells show a date without its day, or a number with leading zeros."""

from dataclasses import dataclass, field

NUMBERS = ("number:number-style", "number:date-style")
PADDED = frozenset(map(str, range(2, 13)))
PARTS = {"number:year": "year", "number:month": "month", "number:day": "day", "number:hours": "day"}


@dataclass(slots=True)
class Styles:
    """Cell styles by name, each with its parent and its data style; and what the data styles show."""

    shown: dict[str, str] = field(default_factory=dict)
    cells: dict[str, tuple[str, str]] = field(default_factory=dict)
    data: str = ""
    parts: set[str] = field(default_factory=set)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = attributes.get("style:name", "")
        if tag == "style:style" and attributes.get("style:family") == "table-cell":
            parent = attributes.get("style:parent-style-name", "")
            self.cells[name] = (parent, attributes.get("style:data-style-name", ""))
        elif tag.startswith("number:") and name:
            self.data, self.parts = name if tag in NUMBERS else "", set()
        elif not self.data:
            return
        elif tag in PARTS:
            self.parts.add(PARTS[tag])
            self.shown[self.data] = "" if "day" in self.parts else "month" if "month" in self.parts else "year"
        elif tag == "number:number":
            digits = attributes.get("number:min-integer-digits", "")
            whole = attributes.get("number:decimal-places", "0") == "0"
            if digits in PADDED and whole and attributes.get("number:grouping", "false") == "false":
                self.shown[self.data] = "0" * int(digits)

    def form(self, name: str) -> str:
        """`month`, `year`, zeros, or an empty text for a cell style that shows its value as it is."""
        for _ in range(10):
            parent, data = self.cells.get(name, ("", ""))
            if data or not parent:
                return self.shown.get(data, "")
            name = parent
        return ""
