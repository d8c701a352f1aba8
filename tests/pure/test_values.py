"""Text becomes typed values in one way: Swedish numbers, dates at three precisions, ids, choices, clear refusals."""

import itertools
import math
import random

import pytest

from gronagraf.schema import BOOLEAN, DATE, INTEGER, NUMBER, TEXT, Kind, between, choice, reference
from gronagraf.values import UnreadableValueError, did_you_mean, is_before, nearest, overlaps, parse, parse_id, quote

NO_BREAK, NARROW, THIN, FIGURE = "\u00a0", "\u202f", "\u2009", "\u2007"
STEP = choice(("samtal", "samtal", "dialogue"), ("samsyn", "samsyn", "shared view"))


def refusal(kind: Kind, text: str) -> UnreadableValueError:
    with pytest.raises(UnreadableValueError) as caught:
        parse(kind, text)
    assert str(caught.value) == f"{caught.value.what}; {caught.value.remedy}"
    assert caught.value.remedy
    return caught.value


# --- numbers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("007", 7),
        ("6600000", 6_600_000),
        ("6 600 000", 6_600_000),
        (f"6{NO_BREAK}600{NO_BREAK}000", 6_600_000),
        (f"6{NARROW}600{NARROW}000", 6_600_000),
        (f"66{THIN}000", 66_000),
        (f"66{FIGURE}000", 66_000),
        ("  12 ", 12),
        (f"{NO_BREAK}12{NO_BREAK}", 12),
        ("3,5", 3.5),
        ("3.5", 3.5),
        ("1 234,56", 1234.56),
        ("1 234.56", 1234.56),
        ("5,0", 5),
        ("-3", -3),
        ("\u22123", -3),
        ("\u2212 3,25", -3.25),
        ("+3", 3),
        ("-0", 0),
        ("1e3", 1000),
        ("1,5e3", 1500),
        ("2.5E-1", 0.25),
    ],
)
def test_numbers_in_swedish_and_english_writing(text: str, value: float) -> None:
    found = parse(NUMBER, text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "nan",
        "NaN",
        "inf",
        "-Infinity",
        "5 kr",
        "5kr",
        "SEK 5",
        "12 %",
        "12%",
        "cirka 80",
        "1,2,3",
        "1.234.567",
        "1,234,567.5",
        ",5",
        "5,",
        "1_000",
        "0x10",
        "1e",
        "--1",
        "+-1",
        "ett",
        "\u0663",
        "=1+1",
        "½",
    ],
)
def test_what_is_no_number_is_refused_with_the_text(text: str) -> None:
    assert refusal(NUMBER, text).what == f"{quote(text)} is not a number"
    assert refusal(INTEGER, text).what == f"{quote(text)} is not a whole number"


@pytest.mark.parametrize("text", ["2018 2019", "6 60", "6 6000", "1 2 3", "12 345 67", "1 234 5", "1234 567", "6\n600"])
def test_spaces_only_part_groups_of_three_digits(text: str) -> None:
    assert "is not a number" in refusal(NUMBER, text).what


@pytest.mark.parametrize("text", ["1e999", "-1e999", "9" * 400])
def test_infinite_numbers_are_refused(text: str) -> None:
    assert refusal(NUMBER, text).what.endswith("is too large")


def test_large_numbers_stay_numbers() -> None:
    assert parse(NUMBER, "9007199254740991") == 2**53 - 1
    assert isinstance(parse(NUMBER, "1e300"), float)


@pytest.mark.parametrize(("text", "value"), [("42", 42), ("2,0", 2), ("1 000", 1000), ("-7", -7), ("1e2", 100)])
def test_whole_numbers(text: str, value: int) -> None:
    found = parse(INTEGER, text)
    assert found == value
    assert type(found) is int


@pytest.mark.parametrize("text", ["2,5", "0.1", "1e-3"])
def test_whole_numbers_have_no_decimals(text: str) -> None:
    assert refusal(INTEGER, text).remedy == "leave out the decimals"


def test_whole_numbers_that_would_lose_digits_are_refused() -> None:
    assert refusal(INTEGER, "9007199254740993").what.endswith("is too large")


def test_written_numbers_are_read_back() -> None:
    rng = random.Random(4)
    for _ in range(500):
        number = rng.randrange(-(10**12), 10**12)
        space = rng.choice([" ", NO_BREAK, NARROW, ""])
        sign = "\u2212" if number < 0 else ""
        assert parse(INTEGER, sign + f"{abs(number):,}".replace(",", space)) == number
        decimal = round(number / 1000, 3)
        assert parse(NUMBER, str(decimal).replace(".", ",")) == decimal


# --- bounds -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("score", ["1", "3", "5", "5,0"])
def test_values_within_bounds(score: str) -> None:
    assert parse(between(1, 5), score) == float(score.replace(",", "."))


@pytest.mark.parametrize("score", ["0", "6", "-1", "100"])
def test_values_outside_bounds(score: str) -> None:
    assert refusal(between(1, 5), score).what == f'"{score}" is outside 1 to 5'


@pytest.mark.parametrize("name", ["integer", "number"])
def test_bounds_may_be_open(name: str) -> None:
    assert parse(Kind(name, lowest=0), "7") == 7
    assert refusal(Kind(name, lowest=0), "-1").what == '"-1" is below 0'
    assert parse(Kind(name, highest=100), "-7") == -7
    assert refusal(Kind(name, highest=100), "101").what == '"101" is above 100'


# --- dates --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["2018", "2018-01", "2018-01-17", "2024-02-29", "2000-02-29", "0001", "9999-12-31"])
def test_dates_are_kept_at_their_precision(text: str) -> None:
    assert parse(DATE, f" {text} ") == text


@pytest.mark.parametrize("text", ["2023-02-29", "1900-02-29", "2018-13", "2018-00", "2018-04-31", "2018-01-00", "0000"])
def test_dates_that_do_not_exist(text: str) -> None:
    assert refusal(DATE, text).what == f'"{text}" does not exist'


@pytest.mark.parametrize(
    "text",
    [
        "18",
        "2018-1",
        "2018-1-7",
        "20180117",
        "17/1 2018",
        "2018-01-17 ca",
        "våren 2018",
        "odaterad",
        "2018-",
        "2018\u201301",
        "\u0662\u0660\u0661\u0668",
        "-2018",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    error = refusal(DATE, text)
    assert error.what == f"{quote(text)} is not a date"
    assert error.remedy == "write 2018, 2018-01 or 2018-01-17"


def test_a_date_with_a_time_of_day_is_told_as_such() -> None:
    error = refusal(DATE, "2018-01-17T10:00")
    assert error.what == '"2018-01-17T10:00" is not a date: it has a time of day'
    assert error.remedy == "write 2018-01-17"


@pytest.mark.parametrize(
    ("word", "known", "near"),
    [("Slask", "leads", ""), ("fro", "frö", "frö"), ("Levl", "level", "level"), ("aktorer", "aktör", "aktör")],
)
def test_a_short_word_must_be_more_alike_to_be_meant(word: str, known: str, near: str) -> None:
    assert nearest(word, [known]) == near


# --- other kinds --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [(word, True) for word in ("true", "True", "JA", "ja", "yes", "sant", "1")]
    + [(word, False) for word in ("false", "FALSE", "nej", "Nej", "no", "falskt", "0")],
)
def test_booleans_in_two_languages(text: str, value: bool) -> None:
    assert parse(BOOLEAN, text) is value


@pytest.mark.parametrize("text", ["kanske", "x", "2", "jaja", "j"])
def test_what_is_neither_true_nor_false(text: str) -> None:
    assert refusal(BOOLEAN, text).what == f'"{text}" is neither true nor false'


def test_text_is_kept_but_for_space_around_it() -> None:
    assert parse(TEXT, "  Åäö <b> =1+1 \n två rader ") == "Åäö <b> =1+1 \n två rader"


def test_choices_are_exact_and_near_misses_are_suggested() -> None:
    assert parse(STEP, " samtal ") == "samtal"
    assert refusal(STEP, "samtall").remedy == 'did you mean "samtal"?'
    assert refusal(STEP, "SAMSYN").remedy == 'did you mean "samsyn"?'
    assert refusal(STEP, "xyz").remedy == "choose among samtal, samsyn"


@pytest.mark.parametrize("text", ["a", "n_näringsliv", "Kommun-1", "a.b:c", "åäö", "0980", "x" * 200])
def test_ids(text: str) -> None:
    assert parse(reference("Actor"), text) == text
    assert parse_id(TEXT, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "a b",
        f"a{NO_BREAK}b",
        'a"b',
        "a'b",
        "a`b",
        "a\tb",
        "a\nb",
        "a\x00b",
        "a\x1bb",
        "a/b",
        "a\\b",
        "a;b",
        "{a}",
        "$a",
        "<a>",
        "a\u202eb",
        "a\u200bb",
        "",
    ],
)
def test_what_is_no_id(text: str) -> None:
    with pytest.raises(UnreadableValueError) as caught:
        parse_id(TEXT, text)
    assert "is not an id" in caught.value.what
    assert all(c.isprintable() for c in caught.value.what)


def test_ids_have_a_length() -> None:
    error = refusal(reference("Actor"), "x" * 10_000)
    assert "has 10000 characters" in error.what
    assert len(str(error)) < 200


# --- messages -----------------------------------------------------------------------------------------------------


def test_quoted_text_is_short_and_has_no_control_characters() -> None:
    assert quote("å ä ö") == '"å ä ö"'
    assert quote("a\nb\x1b[31m") == '"a\\u000ab\\u001b[31m"'
    assert quote("a\u202eb") == '"a\\u202eb"'
    assert quote("x" * 60) == '"' + "x" * 60 + '"'
    assert quote("x" * 61) == '"' + "x" * 59 + '…"'
    assert quote("abcdef", 4) == '"abc…"'


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("n_naringslivschef", "n_naringslivschefer"),
        ("kommun_vaxjö", "kommun_vaxjo"),
        ("KOMMUN_VAXJO", "kommun_vaxjo"),
        ("Member_Of", "MEMBER_OF"),
        ("zzz", ""),
        ("", ""),
        ("k" * 10_000, ""),
    ],
)
def test_the_nearest_known_word(word: str, near: str) -> None:
    assert nearest(word, iter(["n_naringslivschefer", "kommun_vaxjo", "MEMBER_OF"])) == near


def test_of_equal_words_but_for_case_the_first_is_nearest() -> None:
    assert nearest("name", ["Name", "NAME"]) == "Name"


def test_nothing_is_near_when_nothing_is_known() -> None:
    assert nearest("word", []) == ""
    assert did_you_mean("word", [], "give one") == "give one"


# --- time ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("earlier", "later", "before"),
    [
        ("2017", "2018", True),
        ("2018", "2017", False),
        ("2018", "2018", False),
        ("2018", "2018-01-17", False),
        ("2018-01-17", "2018", False),
        ("2018-01", "2018-01-17", False),
        ("2018-01", "2018-02-01", True),
        ("2018-12-31", "2019", True),
        ("2017", "2018-01-01", True),
        ("2018-02", "2018-01-31", False),
    ],
)
def test_one_date_ends_before_another_begins(earlier: str, later: str, before: bool) -> None:
    assert is_before(earlier, later) is before


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        (("2018", "2019"), ("2019-06", "2020"), True),
        (("2018", "2019"), ("2020", "2021"), False),
        (("2018", "2019-12-31"), ("2020-01-01", "2021"), False),
        (("2018", "2018"), ("2018-12-31", ""), True),
        (("", "2018-06"), ("2018-06-30", ""), True),
        (("", "2018-05"), ("2018-06", ""), False),
        (("", ""), ("2018", "2018"), True),
        (("", ""), ("", ""), True),
        (("2020", ""), ("", "2019-12"), False),
        (("2018-03-01", "2018-03-31"), ("2018", ""), True),
    ],
)
def test_periods_overlap(first: tuple[str, str], second: tuple[str, str], shared: bool) -> None:
    assert overlaps(first, second) is shared
    assert overlaps(second, first) is shared


def days(date: str, last: bool) -> float:
    """The first or the last day of a date as a number, all months of 31 days; open ends are infinite."""
    if not date:
        return math.inf if last else -math.inf
    year, month, day = (*map(int, date.split("-")), None, None)[:3]
    month = month or (12 if last else 1)
    day = day or (31 if last else 1)
    return (year * 12 + month) * 31 + day


def test_overlap_is_that_of_the_days_they_may_hold() -> None:
    dates = ["2018", "2018-03", "2018-03-15", "2018-04-01", "2019", "2019-01-01"]
    periods = [
        (start, end)
        for start, end in itertools.product(["", *dates], repeat=2)
        if not (start and end and is_before(end, start))
    ]
    assert len(periods) > 30
    for first, second in itertools.product(periods, repeat=2):
        expected = days(first[0], False) <= days(second[1], True) and days(second[0], False) <= days(first[1], True)
        assert overlaps(first, second) is expected, (first, second)
