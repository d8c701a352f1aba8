"""The mappings that come with the program, by name."""

from pathlib import Path

from gronagraf.reading.report import one_problem, shown
from gronagraf.values import did_you_mean, quote

FOLDER = Path(__file__).resolve().parent / "packaged"


def ready_mappings() -> dict[str, Path]:
    """The file of each packaged mapping by its name."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.toml"))}


def ready_mapping(given: str | Path) -> Path:
    """The file that is meant: one that exists, or a packaged mapping by its name. Raises SeedError."""
    path = Path(given)
    known = ready_mappings()
    if str(given) in known and not path.is_file():
        return known[str(given)]
    if path.suffix == ".toml" or len(path.parts) != 1 or path.exists():
        return path
    remedy = did_you_mean(str(given), known, f"name a file, or one of {', '.join(known)}")
    raise one_problem(shown(given), f"there is no file and no packaged mapping {quote(str(given))}", remedy)
