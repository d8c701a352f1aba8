"""A story that the map tells: views of it with a title and a text each, and whether they hold for what is drawn."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import unquote

from gronagraf.errors import Problem
from gronagraf.schema import Term
from gronagraf.values import did_you_mean, quote
from gronagraf.views.map.vocabulary import Plain, both

Names: TypeAlias = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Step:
    """A view, as the part of the map's address after `#`; `where` says from which line of which file it is."""

    title: Term
    text: Term
    view: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Steps in the order in which they are told."""

    title: Term
    steps: tuple[Step, ...]


WHAT: Mapping[str, tuple[str, str]] = {
    "nodes": ("node", "name a node by its id, or draw a map that has it"),
    "labels": ("type of node on the map", "name one that the legend has"),
    "types": ("type of relation on the map", "name one that the legend has"),
    "layouts": ("layout of the map", "choose one that the map offers"),
    "scales": ("measure or field of the map", "choose one that the map offers, or draw it with --measure"),
}
"""What a name in a view is a name of, and what to do when there is none such."""


def plain(story: Story) -> Plain:
    """As the page has it."""
    steps = [{"title": both(each.title), "text": both(each.text), "view": each.view} for each in story.steps]
    return {"title": both(story.title), "steps": steps}


def faults(story: Story, names: Names) -> Iterator[Problem]:
    """What the views name that is not on the map; `names` holds what there is, under the keys of WHAT."""
    for step in story.steps:
        for part in filter(None, step.view.removeprefix("#").split("&")):
            word, sign, text = part.partition("=")
            if word not in VIEW:
                what = f"{quote(word)} is nothing that a view can say"
                yield Problem(f"{step.where}: view", what, did_you_mean(word, VIEW, f"it can say {', '.join(VIEW)}"))
            elif not sign:
                yield Problem(
                    f"{step.where}: view", f"{word} has no value", f"write {word}=…, as the map's address has it"
                )
            else:
                for what, remedy in VIEW[word](text, names):
                    yield Problem(f"{step.where}: view: {word}", what, remedy)


Check: TypeAlias = Callable[[str, Names], Iterator[tuple[str, str]]]


def _known(kind: str, name: str, names: Names) -> Iterator[tuple[str, str]]:
    if name not in names[kind]:
        what, otherwise = WHAT[kind]
        yield f"there is no {what} {quote(name)}", did_you_mean(name, names[kind], otherwise)


def _one(kind: str) -> Check:
    return lambda text, names: _known(kind, unquote(text), names)


def _several(kind: str) -> Check:
    def check(text: str, names: Names) -> Iterator[tuple[str, str]]:
        for each in filter(None, text.split(".")):
            yield from _known(kind, unquote(each), names)

    return check


def _tie(text: str, names: Names) -> Iterator[tuple[str, str]]:
    start, _, rest = unquote(text).partition("~")
    kind, _, end = rest.partition("~")
    ends = end if end in names["nodes"] else end.rpartition("~")[0] or end
    for node in (start, ends):
        yield from _known("nodes", node, names)
    yield from _known("types", kind, names)


def _keyed(text: str, names: Names) -> Iterator[tuple[str, str]]:
    for part in text.split(","):
        yield from _known("scales", unquote(part.rpartition(":")[0]), names)


def _moved(text: str, names: Names) -> Iterator[tuple[str, str]]:
    for part in filter(None, text.split(",")):
        yield from _known("nodes", unquote(part.rpartition(":")[0]), names)


def _numbers(text: str, _: Names) -> Iterator[tuple[str, str]]:
    try:
        for each in text.split("_"):
            float(each)
    except ValueError:
        yield f"{quote(text)} is no number", "write it as the map's address has it"


def _steps(text: str, _: Names) -> Iterator[tuple[str, str]]:
    if text not in ("1", "2", "3"):
        yield f"{quote(text)} is not 1, 2 or 3", "say how many steps around the node"


def _anything(_: str, __: Names) -> Iterator[tuple[str, str]]:
    return iter(())


VIEW: Mapping[str, Check] = {
    "layout": _one("layouts"),
    "node": _one("nodes"),
    "tie": _tie,
    "steps": _steps,
    "to": _one("nodes"),
    "hide": _several("labels"),
    "cut": _several("types"),
    "without": _keyed,
    "stated": _anything,
    "years": _numbers,
    "least": _keyed,
    "unmarked": _anything,
    "broken": _anything,
    "moved": _moved,
    "size": _one("scales"),
    "colour": _one("scales"),
    "view": _numbers,
    "together": _anything,
    "open": _numbers,
    "lang": _anything,
    "step": _anything,
}
"""The words of an address, as scripts/core/address.js has them, and what is asked of each."""
