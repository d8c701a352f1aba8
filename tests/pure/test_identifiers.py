"""Identifiers are read into one form, wrong ones refused with what is wrong, and each that has a URI gives it."""

import pytest

from gronagraf.model import MODEL
from gronagraf.schema import TEXT, Kind, Scheme, identifier
from gronagraf.values import UnreadableValueError, parse
from gronagraf.values.identifiers import NUTS, SDG_TARGETS, check_digit, uris_of


@pytest.mark.parametrize(
    ("scheme", "text", "value", "uris"),
    [
        ("organisation_number", "2120000142", "212000-0142", ["http://dataportal.se/organisation/SE2120000142"]),
        ("organisation_number", "212000-0142", "212000-0142", ["http://dataportal.se/organisation/SE2120000142"]),
        ("organisation_number", "16 212000–0142", "212000-0142", ["http://dataportal.se/organisation/SE2120000142"]),
        ("municipality_code", "0780", "0780", []),
        ("county_code", "07", "07", ["http://data.europa.eu/nuts/code/SE212"]),
        ("wikidata", "q34", "Q34", ["http://www.wikidata.org/entity/Q34"]),
        ("wikidata", "https://www.wikidata.org/wiki/Q34", "Q34", ["http://www.wikidata.org/entity/Q34"]),
        ("web_page", "https://www.växjö.se/om?sida=1", "https://www.växjö.se/om?sida=1", None),
        ("sdg", "11", "11", ["http://metadata.un.org/sdg/11"]),
        ("sdg", "7, 11.6;11.B; 7", "7; 11.6; 11.b", [f"http://metadata.un.org/sdg/{n}" for n in ("7", "11.6", "11.b")]),
    ],
)
def test_an_identifier_has_one_form_and_a_uri(scheme: Scheme, text: str, value: str, uris: list[str] | None) -> None:
    kind = identifier(scheme)
    assert parse(kind, text) == value
    assert parse(kind, value) == value
    assert list(uris_of(kind, value)) == ([value] if uris is None else uris)


@pytest.mark.parametrize(
    ("scheme", "text", "told"),
    [
        ("organisation_number", "212000-0143", "has the check digit 3, but the other nine digits give 2"),
        ("organisation_number", "212000-014", "write its ten digits"),
        ("organisation_number", "SE212000014201", "write its ten digits"),
        ("organisation_number", "２１２０００-０１４２", "write its ten digits"),
        ("municipality_code", "780", "a spreadsheet may have taken the first zero away"),
        ("municipality_code", "0280", "no county has the code 02"),
        ("county_code", "7", "a spreadsheet may have taken the zero away"),
        ("county_code", "02", "is not a county code"),
        ("wikidata", "34", "write its Q and number"),
        ("wikidata", "Q034", "write its Q and number"),
        ("wikidata", "P17", "write its Q and number"),
        ("web_page", "www.vaxjo.se", "write the whole address"),
        ("web_page", "javascript:alert(1)", "is not a web address"),
        ("web_page", "ftp://vaxjo.se", "is not a web address"),
        ("web_page", "http://[vaxjo", "is not a web address"),
        ("web_page", "http://vaxjo.se:port/", "is not a web address"),
        ("web_page", "https://vaxjo.se/om oss", "holds a sign that no web address has"),
        ("web_page", "https://vaxjo.se/" + "a" * 2000, "more than 2,000 signs"),
        ("sdg", "18", "write a number from 1 to 17"),
        ("sdg", "0", "write a number from 1 to 17"),
        ("sdg", "7;", '"" is not one of the UN\'s goals'),
        ("sdg", "7.4", "its targets are 7.1, 7.2, 7.3, 7.a, 7.b"),
    ],
)
def test_what_is_none_is_refused_with_what_is_wrong(scheme: Scheme, text: str, told: str) -> None:
    with pytest.raises(UnreadableValueError) as caught:
        parse(identifier(scheme), text)
    assert told in str(caught.value)


@pytest.mark.parametrize("number", ["121212-1212", "19121212-1212", "20121212-1212", "801072-0001"])
def test_a_persons_number_is_refused_and_not_shown_again(number: str) -> None:
    """Also a coordination number, where 60 is added to the day; sole traders are known by such numbers."""
    with pytest.raises(UnreadableValueError, match="a person's identity number") as caught:
        parse(identifier("organisation_number"), number)
    assert number[-4:] not in str(caught.value)


def test_a_user_name_in_an_address_is_not_shown_again() -> None:
    with pytest.raises(UnreadableValueError, match="holds a user name") as caught:
        parse(identifier("web_page"), "https://anna:hemligt@vaxjo.se/")
    assert "hemligt" not in str(caught.value)


def test_the_check_digit_is_luhns() -> None:
    """The printed example of Luhn's algorithm, and that each digit and each swap of two neighbours is noticed."""
    assert check_digit("7992739871") == "3"
    for wrong in range(1, 10):
        for place in range(9):
            digits = list("212000014")
            digits[place] = str((int(digits[place]) + wrong) % 10)
            assert check_digit("".join(digits)) != "2"


def test_there_are_17_goals_with_169_targets_and_21_counties() -> None:
    assert len(SDG_TARGETS) - 1 == 17
    assert sum(numbered + len(letters) for numbered, letters in SDG_TARGETS) == 169
    assert len(NUTS) == len(set(NUTS.values())) == 21


def test_what_is_no_identifier_has_no_uri() -> None:
    assert uris_of(TEXT, "https://www.vaxjo.se") == ()
    assert uris_of(Kind("integer"), 7) == ()


def test_every_identifier_of_the_model_can_be_read() -> None:
    found = {field.kind.scheme for _, field in MODEL.fields() if field.kind.scheme}
    assert found == {"organisation_number", "municipality_code", "county_code", "wikidata", "web_page", "sdg"}
