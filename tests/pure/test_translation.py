"""What engines say of a question, brought into one form: where, what, on one line."""

import pytest
from neo4j import exceptions as driver

from gronagraf.errors import RecipeError, StoreError
from gronagraf.store.translation import interruptions_first, placed, translated


@pytest.mark.parametrize(
    ("said", "placed_"),
    [
        (
            'Variable `x` not defined (line 2, column 8 (offset: 20))\n"RETURN x"\n        ^',
            "2:8: Variable `x` not defined",
        ),
        ("Too much (line 0, column 0 (offset: 0))", "Too much"),
        ("Syntax error at line 1:6 - no viable alternative", "1:7: no viable alternative"),
        ("/ by zero", "/ by zero"),
        ("one\n  and two", "one and two"),
        ("Unknown function 'x'\n\"RETURN x()\"\n ^", "Unknown function 'x'"),
        ("", ""),
    ],
)
def test_a_place_stands_first_and_the_question_is_left_out(said: str, placed_: str) -> None:
    assert placed(said) == placed_


def tell(error: BaseException, asking_for: float | None) -> None:
    with translated("g", asking_for=asking_for):
        raise error


def test_a_lost_connection_speaks_of_what_was_going_on() -> None:
    with pytest.raises(StoreError, match=r"^g: the connection was lost; .* ask again$"):
        tell(driver.ServiceUnavailable(), 1.0)
    with pytest.raises(StoreError, match=r"^g: the connection was lost .* run the same load again$"):
        tell(driver.SessionExpired(), None)


@pytest.mark.parametrize("error", [TypeError("t"), ValueError("v"), OverflowError("o")])
def test_a_value_that_cannot_be_sent_is_about_the_question(error: Exception) -> None:
    with pytest.raises(RecipeError, match="a parameter has a value that no graph database takes"):
        tell(error, 1.0)
    with pytest.raises(type(error)):
        tell(error, None)


@interruptions_first()
def fail_to_tidy_up(after: type[BaseException]) -> None:
    try:
        raise after
    finally:
        raise BufferError("cannot be re-sized")


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, SystemExit])
def test_an_interruption_is_not_hidden_by_what_came_of_it(interruption: type[BaseException]) -> None:
    with pytest.raises(interruption):
        fail_to_tidy_up(interruption)


def test_another_error_is_passed_on() -> None:
    with pytest.raises(BufferError):
        fail_to_tidy_up(ValueError)
