"""The expected answer of every recipe, worked out from a seed's rows with plain Python: no Cypher, no gronagraf.

Run `python tests/recipes/expected.py` to write the tables again after a seed or a question has changed, and read the
difference before it is trusted; `--check` only says which tables differ. What each table is asked with stands in
`arguments.toml`.
"""

import csv
import io
import sys
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from method import (
    assessment,
    followed_up,
    funding,
    funding_per_goal,
    goal_progress,
    lessons,
    mandates,
    principles,
    rhythm,
    thread_breaks,
    to_be_won,
)
from networks import bridges, members, missing_municipalities, overlap, representative_and_owner, surroundings
from overview import actor, contents, find, sources
from rows import SEEDS, Table, read

HERE = Path(__file__).parent
COLUMNS: dict[Callable[..., Table], str] = {
    contents: "type seed count inferred without_source without_year",
    sources: "source facts inferred share_inferred first_year last_year without_year",
    find: "type name also_known_as id seed",
    actor: "relation outgoing other other_type other_id role since until basis source",
    members: "network actor role role_text sector since until basis actor_id network_id",
    bridges: "actor pairs networks memberships inferred id",
    overlap: "first second shared first_members second_members overlap jaccard inferred same_goals "
    "members_known first_id second_id",
    missing_municipalities: "network missing present members_known inferred id",
    representative_and_owner: "issue networks owners absent representatives inferred type id",
    surroundings: "step start relation target",
    thread_breaks: "type name missing id",
    funding: "project funder amount_kind amount_sek amount_sek_text programme basis source project_id funder_id",
    funding_per_goal: "goal amount_kind amount_sek projects fundings without_amount inferred id",
    goal_progress: "goal indicator unit actor baseline latest date target target_year progress reached id",
    assessment: "analysis date assessor actor power relevance interest high_in stake motive action "
    "analysis_id actor_id",
    to_be_won: "analysis date assessor actor power relevance interest action issues analysis_id actor_id",
    lessons: "lesson learned_at date used_in closed id",
    rhythm: "year events decisions plan apply evaluate improve phase_unknown",
    followed_up: "type name events inferred first latest id",
    principles: "principle events latest practised_at id",
    mandates: "mandate holders goals valid_from valid_to id",
}


def cell(item: Any) -> str:
    """Unknown is empty, a list is joined by ` | `, a number is as short as it can be."""
    if isinstance(item, list):
        return " | ".join(map(cell, item))
    if isinstance(item, bool):
        return str(item).lower()
    return "" if item is None else str(item)


def as_csv(columns: str, table: Table) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns.split())
    writer.writerows([cell(item) for item in row] for row in table)
    return text.getvalue()


def tables() -> Iterable[tuple[Path, str]]:
    """Each expected table: its file and what it holds."""
    with (HERE / "arguments.toml").open("rb") as file:
        arguments = tomllib.load(file)
    for name in sorted(path.name for path in SEEDS.iterdir() if path.is_dir()):
        seed, asked = read(name), arguments.get(name, {})
        for answer, columns in COLUMNS.items():
            for stem, given in ({answer.__name__: {}} | asked).items():
                given = dict(given)
                if given.pop("recipe", stem) == answer.__name__:
                    yield HERE / name / f"{stem}.csv", as_csv(columns, answer(seed, **given))


def main() -> int:
    wanted = dict(tables())
    found = {path: path.read_text(encoding="utf-8") for path in HERE.glob("*/*.csv")}
    different = sorted(path for path in wanted.keys() | found.keys() if wanted.get(path) != found.get(path))
    for path in different:
        print(path.relative_to(HERE))
        if "--check" not in sys.argv and path in wanted:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8", newline="\n")
    return 1 if different and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
