"""Reads a story from its file: a title, and steps with title, text and view, in TOML."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from gronagraf.errors import GronagrafError, Problem, SeedError
from gronagraf.reading.manifest import parse_manifest
from gronagraf.schema import Term
from gronagraf.values import did_you_mean, quote
from gronagraf.views.map.story import Step, Story

TITLE = ("title", "title_en")
STEP = ("title", "title_en", "text", "text_en", "view")
EXAMPLE = '[[step]] with title = "…", text = "…" and view = "…", the map\'s address after #'
MOST_STEPS = 200


def read_story(path: Path) -> Story:
    """The story in a file. Raises GronagrafError with every fault: file and line, what, and what to do."""
    file = str(path)
    try:
        values = parse_manifest(path, file).values
    except SeedError as error:
        raise GronagrafError(error.problems) from None
    steps = values.get("step", [])
    places = _places(path, file)
    if problems := [*_whole_faults(values, file), *_step_faults(steps, places)]:
        raise GronagrafError(problems)
    assert isinstance(steps, list)
    return Story(_both(values, "title"), tuple(_step(each, places[at]) for at, each in enumerate(steps)))


def _step(values: Mapping[str, object], where: str) -> Step:
    return Step(_both(values, "title"), _both(values, "text"), str(values.get("view", "")).removeprefix("#"), where)


def _both(values: Mapping[str, object], key: str) -> Term:
    swedish = str(values.get(key, ""))
    return Term(swedish, str(values.get(f"{key}_en", "")) or swedish)


def _places(path: Path, file: str) -> list[str]:
    """Where each step begins, by file and line, as far as lines tell; the number of the step stands there too."""
    lines = path.read_text("utf-8-sig").splitlines()
    found = [number for number, line in enumerate(lines, 1) if re.match(r"\s*\[\[\s*step\s*\]\]", line)]
    told = [f"{file}:{line}: step {number}" for number, line in enumerate(found, 1)]
    return told + [f"{file}: step {number}" for number in range(len(told) + 1, MOST_STEPS + 2)]


def _whole_faults(values: Mapping[str, object], file: str) -> Iterator[Problem]:
    yield from _key_faults(values, (*TITLE, "step"), ("title",), file)
    steps = values.get("step")
    if not isinstance(steps, list) or not all(isinstance(each, dict) for each in steps) or not steps:
        yield Problem(file, "has no steps", f"write each as {EXAMPLE}")
    elif len(steps) > MOST_STEPS:
        yield Problem(file, f"has more than {MOST_STEPS} steps", "make several stories of it")


def _step_faults(steps: object, places: list[str]) -> Iterator[Problem]:
    if isinstance(steps, list):
        for values, where in zip(steps, places, strict=False):
            if isinstance(values, dict):
                yield from _key_faults(values, STEP, ("title", "view"), where)


def _key_faults(
    values: Mapping[str, object], known: tuple[str, ...], required: tuple[str, ...], where: str
) -> Iterator[Problem]:
    for key, value in values.items():
        if key not in known:
            yield Problem(where, f"{quote(key)} is not a key here", did_you_mean(key, known, f"use {', '.join(known)}"))
        elif key != "step" and not isinstance(value, str):
            yield Problem(f"{where}: {key}", "is not a text", 'write it in quotes: "…"')
    for key in required:
        if key not in values or (key != "view" and not str(values[key]).strip()):
            yield Problem(f"{where}: {key}", "is missing", f'add {key} = "…"')
