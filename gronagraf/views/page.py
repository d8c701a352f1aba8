"""A table as one HTML page that loads nothing: escaped, with a strict content policy, in light and dark."""

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from gronagraf.graph import Result
from gronagraf.schema import Language, Term
from gronagraf.views.notes import FICTIONAL_MARK, notes
from gronagraf.views.sheet import Sheet

PARTS = Path(__file__).resolve().parent / "table_page"
UNTITLED = Term("Svar", "Answer")
DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?")
LINK = re.compile(r"https?://[^\s<>\"]+")


def table_page(
    result: Result,
    sections: Sequence[tuple[str, Sheet]],
    language: Language,
    title: str = "",
    lead: str = "",
    legend: str = "",
    *,
    picture: str = "",
    look: str = "",
) -> str:
    """The page as text: a table with its caption for each section, between a sentence and a legend where given.

    `picture` is markup that stands above the tables as it is, and `look` its style sheet. What must be said of the
    result stands below; fictional data is marked as such.
    """
    style = (PARTS / "style.css").read_text("utf-8") + look
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    fictional = any(seed.fictional for seed in result.seeds)
    environment = Environment(
        loader=FileSystemLoader(PARTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.tests |= {"link": LINK.fullmatch, "date": DATE.fullmatch}
    return environment.get_template("page.html").render(
        language=language,
        title=title or UNTITLED[language],
        mark=FICTIONAL_MARK[language] if fictional else "",
        notes=notes(result, language),
        lead=lead,
        legend=legend,
        picture=picture,
        sections=[(caption or UNTITLED[language], sheet) for caption, sheet in sections],
        style=style,
        style_hash=f"sha256-{digest}",
    )
