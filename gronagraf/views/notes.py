"""What must be said beside an answer: no rows, rows cut, fictional data, unfinished loads, several seeds."""

from collections.abc import Iterator

from gronagraf.graph import Result, SeedInfo
from gronagraf.schema import Language, Term

EMPTY = Term(
    "Inga rader. Frågan gav inget svar: pröva mildare villkor, eller se med `gronagraf status` vad grafen innehåller.",
    "No rows. Nothing answers the question: try milder conditions, or see with `gronagraf status` what there is.",
)
CUT = Term(
    "Fler rader finns: svaret är avkortat vid {count}. Höj gränsen med --limit.",
    "There are more rows: the answer was cut at {count}. Raise the limit with --limit.",
)
FICTIONAL = Term("PÅHITTAD: {seeds} är ett påhittat exempel.", "FICTIONAL: {seeds} is a made-up example.")
FICTIONAL_MARK = Term("Påhittad", "Fictional")
UNFINISHED = Term(
    "Ofullständigt: inläsningen av {seeds} är inte avslutad. Kör den igen.",
    "Incomplete: the load of {seeds} has not ended. Run it again.",
)
COVER = Term(
    "Tunt underlag: »{what}« är känt för {known} av {total} {nodes}; resten är okänt, inte frånvarande.",
    "Thin cover: “{what}” is known for {known} of {total} {nodes}; the rest is unknown, not absent.",
)
SEVERAL = Term("Grafen innehåller flera frön: {seeds}.", "The graph holds several seeds: {seeds}.")


def seed_title(seed: SeedInfo, language: Language) -> str:
    """What a seed is called in this language, with its name beside."""
    title = (seed.title_en if language == "en" else "") or seed.title
    return f"{title} ({seed.name})" if title and title != seed.name else seed.name


def notes(result: Result, language: Language) -> tuple[str, ...]:
    """Each thing that a reader of this answer must know, as a sentence."""
    return tuple(_notes(result, language))


def _notes(result: Result, language: Language) -> Iterator[str]:
    if not result.rows:
        yield EMPTY[language]
    if result.cut:
        yield CUT[language].format(count=len(result.rows))
    for cover in result.covers:
        yield COVER[language].format(
            nodes=cover.nodes[language].lower(), what=cover.what[language].lower(), known=cover.known, total=cover.total
        )
    for seed in result.seeds:
        if seed.fictional:
            yield FICTIONAL[language].format(seeds=seed_title(seed, language))
    if result.unfinished:
        yield UNFINISHED[language].format(seeds=", ".join(result.unfinished))
    if len(result.seeds) > 1:
        yield SEVERAL[language].format(seeds=", ".join(seed_title(seed, language) for seed in result.seeds))
