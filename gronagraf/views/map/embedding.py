"""The map inside another page: in a cell of a notebook, or as a frame on an intranet page, with the policy it has."""

import html
from dataclasses import dataclass

SANDBOX = "allow-scripts allow-downloads allow-popups allow-modals"
"""What the frame lets the map do: run its own scripts, give files, open a source in a new tab, show the print dialog.

It is not let into the page around it: it has no origin in common with it.
"""

HEIGHT = 720


@dataclass(frozen=True, slots=True)
class Embedded:
    """A map page, as write_map gives it, in a frame; a notebook shows it when it is the value of a cell."""

    page: str
    title: str
    height: int = HEIGHT

    def _repr_html_(self) -> str:
        return _frame(f'srcdoc="{html.escape(self.page)}"', self.title, self.height)


def frame_of(file: str, title: str, height: int = HEIGHT) -> str:
    """The line that shows a saved map on a web page; `file` is its address, beside that page or elsewhere."""
    return _frame(f'src="{html.escape(file)}" loading="lazy"', title, height)


def _frame(source: str, title: str, height: int) -> str:
    named = f'title="{html.escape(title)}" width="100%" height="{height}"'
    return f'<iframe {source} {named} sandbox="{SANDBOX}" referrerpolicy="no-referrer"></iframe>'
