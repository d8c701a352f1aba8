"""What the map tells and where it is shown: the options for a story and for a frame on another page."""

from typing import TYPE_CHECKING

import click

from gronagraf.cli.command import Call, option
from gronagraf.cli.options import FILE
from gronagraf.schema import Language, Term

if TYPE_CHECKING:
    from pathlib import Path

    from gronagraf.graph import Graph
    from gronagraf.views.map.story import Story


def story_options(language: Language) -> list[click.Parameter]:
    """A story from a file, and the line that puts the map on a web page."""
    story = Term(
        "Berätta vyerna i denna fil i tur och ordning; den skrivs för hand eller sparas ur kartan.",
        "Tell the views in this file one by one; it is written by hand or saved from the map.",
    )
    embed = Term(
        "Skriv också ut raden som visar kartan på en webbsida.", "Also print the line that shows the map on a web page."
    )
    return [
        option(language, "--story", story, type=FILE, metavar="FILE"),
        option(language, "--embed", embed, is_flag=True),
    ]


def story_of(call: Call) -> "Story | None":
    """The story asked for. Raises GronagrafError with each fault of its file."""
    from gronagraf.views.map.story_file import read_story

    return read_story(call.values["story"]) if call.values["story"] else None


def show_frame(call: Call, file: "Path", graph: "Graph", title: Term | None) -> None:
    """Prints the line for another page, where it is asked for."""
    from gronagraf.views.map.embedding import frame_of
    from gronagraf.views.map.page import title_of

    if call.values["embed"]:
        click.echo(frame_of(file.name, title_of(graph, title)[call.language]))
