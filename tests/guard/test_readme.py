"""What README.md says of commands, recipes and exit codes is what the program has."""

from tests.guard.readme import EXPECTED, README, parts_of, up_to_date


def test_the_readme_has_every_generated_part() -> None:
    assert set(EXPECTED) <= set(parts_of(README.read_text(encoding="utf-8")))


def test_the_generated_parts_are_up_to_date() -> None:
    text = README.read_text(encoding="utf-8")
    assert text == up_to_date(text), "run: python -m tests.guard.readme --write"
