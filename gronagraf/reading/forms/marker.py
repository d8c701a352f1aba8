"""The hidden sheet by which a workbook is known as a form, and what it was made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gronagraf.reading.sheets import Sheet

MARKER = "_form"
ACTOR = "actor "


@dataclass(frozen=True, slots=True)
class Marker:
    """Which form it is, the issue it is about, the seeds that its rows may name, and whether these are fictional.

    `actors` are the names by id that the form was made with: where they no longer match, its rows have been torn apart.
    """

    form: str
    issue: str = ""
    issue_name: str = ""
    extends: tuple[str, ...] = ()
    fictional: bool = False
    actors: Mapping[str, str] = field(default_factory=dict)

    def cells(self) -> Sequence[tuple[str, str]]:
        """The rows of the sheet, a key and a value."""
        fictional = "true" if self.fictional else "false"
        pairs = (("issue", self.issue), ("issue_name", self.issue_name), ("extends", ", ".join(self.extends)))
        actors = ((f"{ACTOR}{id_}", name) for id_, name in self.actors.items())
        return (("form", self.form), *pairs, ("fictional", fictional), *actors)


def read_marker(sheet: Sheet) -> Marker:
    found: Mapping[str, str] = {cells[0].strip(): cells[1].strip() for _, cells in sheet.rows() if len(cells) > 1}
    extends = tuple(filter(None, (name.strip() for name in found.get("extends", "").split(","))))
    return Marker(
        found.get("form", ""),
        found.get("issue", ""),
        found.get("issue_name", ""),
        extends,
        found.get("fictional", "") == "true",
        {key.removeprefix(ACTOR): name for key, name in found.items() if key.startswith(ACTOR)},
    )
