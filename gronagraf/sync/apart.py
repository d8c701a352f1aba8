"""Pairs that somebody has looked at and found to be two things: the file `not_the_same.csv` beside a seed's tables."""

import csv
from collections.abc import Collection, Iterator
from pathlib import Path

from gronagraf.reading.lines import unreadable
from gronagraf.reading.report import Report, one_problem, place, shown
from gronagraf.values import did_you_mean, quote

NAME = "not_the_same.csv"
COLUMNS = ("one", "other")
DELIMITERS = (";", "\t")


def read_apart(seed: Path, ids: Collection[str]) -> frozenset[frozenset[str]]:
    """The pairs of ids in the file beside a seed, none where there is no file; a column `note` may say why.

    Raises SeedError with every row that does not name two different nodes of the seed.
    """
    path = (seed if seed.is_dir() else seed.parent) / NAME
    report = Report()
    found = set()
    for line, row in _rows(path):
        pair = [(row.get(column) or "").strip() for column in COLUMNS]
        for column, each in zip(COLUMNS, pair, strict=True):
            if each not in ids:
                remedy = did_you_mean(each, ids, "remove the row, or mend the id")
                report.add(place(shown(path), line, column), f"no node has the id {quote(each)}", remedy)
        if pair[0] == pair[1]:
            report.add(place(shown(path), line), "names one node twice", "name two, or remove the row")
        found.add(frozenset(pair))
    report.raise_any()
    return frozenset(found)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            sign = next((each for each in DELIMITERS if each in header), ",")
            file.seek(0)
            reader = csv.DictReader(file, strict=True, delimiter=sign)
            missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
            if missing:
                raise one_problem(shown(path), f"lacks the column {quote(missing[0])}", "begin with one,other,note")
            for row in reader:
                yield reader.line_num, row
    except FileNotFoundError:
        return
    except (UnicodeDecodeError, csv.Error) as error:
        raise one_problem(shown(path), f"is not CSV in UTF-8 ({error})", "save it as CSV UTF-8") from None
    except OSError as error:
        raise unreadable(shown(path), error) from None
