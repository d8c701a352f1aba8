"""A chart as an SVG file or as one page that loads nothing, with a table of the same data."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from gronagraf.graph import Result
from gronagraf.schema import Language, Model, Term
from gronagraf.views.charts.picture import Picture, writable
from gronagraf.views.notes import FICTIONAL_MARK
from gronagraf.views.page import table_page
from gronagraf.views.sheet import sheet

HERE = Path(__file__).resolve().parent
HEADROOM = 28.0
"""What a picture leaves above itself for the heading that it has where it stands alone."""

ChartForm = Literal["svg", "html"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with what is said of it: a sentence above, tables of its data and remarks below.

    `told` is a result without columns that carries the seeds and loads that a reader must know of.
    """

    title: Term
    lead: Term
    picture: Picture
    tables: Sequence[tuple[Term, Result]]
    remarks: Sequence[Term]
    told: Result


def write_chart(chart: Chart, form: ChartForm, language: Language, model: Model) -> str:
    """The chart as text, without script or clock: the same data give the same file; write it as UTF-8.

    An SVG stands alone with its heading and whether the data are fictional; a page has the tables and remarks too.
    """
    style = (HERE / "picture.css").read_text("utf-8")
    if form == "svg":
        fictional = any(seed.fictional for seed in chart.told.seeds)
        heading = chart.title[language] + (f" – {FICTIONAL_MARK[language].upper()}" if fictional else "")
        return _svg(chart.picture, language, style=style, heading=heading)
    return table_page(
        chart.told,
        [(heading[language], sheet(table, language, model)) for heading, table in chart.tables],
        language,
        chart.title[language],
        chart.lead[language],
        " ".join(each[language] for each in chart.remarks),
        picture=_svg(chart.picture, language),
        look=style + (HERE / "page.css").read_text("utf-8"),
    )


def _svg(picture: Picture, language: Language, *, style: str = "", heading: str = "") -> str:
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["at"] = lambda value: f"{value:.1f}".removesuffix(".0")
    environment.filters["writable"] = writable
    template = environment.get_template("picture.svg")
    named = {"style": style, "heading": heading, "alone": bool(style), "headroom": HEADROOM}
    text = template.render(picture=picture, language=language, **named)
    return text.rstrip("\n") + "\n"
