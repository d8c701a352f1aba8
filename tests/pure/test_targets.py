"""What may be written to name a graph database, and what is refused before anything is reached."""

from pathlib import Path

import pytest

from gronagraf.accounts import Account
from gronagraf.errors import StoreError
from gronagraf.store.target import SCHEMES, Url, parse_target

SECRET = "hemligt-lösenord"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_is_a_server(scheme: str) -> None:
    assert parse_target(f"{scheme}://graf.example.se") == Url(
        f"{scheme}://graf.example.se", scheme, "graf.example.se", 7687
    )
    assert parse_target(f" {scheme.upper()}://127.0.0.1:17687/ ") == Url(
        f"{scheme}://127.0.0.1:17687", scheme, "127.0.0.1", 17687
    )


def test_only_the_schemes_that_say_so_are_encrypted() -> None:
    urls = [parse_target(f"{scheme}://x") for scheme in SCHEMES]
    assert [url.scheme for url in urls if isinstance(url, Url) and url.encrypted] == [
        "bolt+s",
        "bolt+ssc",
        "neo4j+s",
        "neo4j+ssc",
    ]


def test_an_address_of_the_sixth_version_has_its_port_after_the_bracket() -> None:
    url = parse_target("bolt://[::1]:9")
    assert url == Url("bolt://[::1]:9", "bolt", "::1", 9)


@pytest.mark.parametrize("folder", ["graf", ".gronagraf", "/tmp/å ä ö", "a/b:c", "C:\\graf", "./bolt"])
def test_all_else_is_a_folder(folder: str) -> None:
    assert parse_target(folder) == Path(folder)
    assert parse_target(Path(folder)) == Path(folder)


def test_a_tilde_is_the_home_folder() -> None:
    assert parse_target("~/graf") == Path.home() / "graf"


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("", "no graph database is named"),
        ("  ", "no graph database is named"),
        ("localhost:7687", "did you mean bolt://localhost:7687?"),
        ("graf.example.se:7687", "has no scheme"),
        ("http://localhost:7474", '"http" is not a scheme of a graph database'),
        ("blot://localhost", 'did you mean "bolt"?'),
        ("bolt+sss://localhost", 'did you mean "bolt+ssc"?'),
        ("bolt:", "names no server"),
        ("bolt:localhost", "names no server"),
        ("bolt:/localhost", "names no server"),
        ("bolt://", "names no server"),
        ("bolt://:7687", "names no server"),
        ("bolt://x:99999", "is not a URL"),
        ("bolt://x:port", "is not a URL"),
        ("bolt://[::1", "is not a URL"),
        ("bolt://x/neo4j", "GRONAGRAF_DATABASE"),
        ("neo4j://x?policy=fast", "goes on after the server"),
        ("neo4j://x#part", "goes on after the server"),
    ],
)
def test_what_is_no_address_is_refused_in_one_sentence(target: str, words: str) -> None:
    with pytest.raises(StoreError) as raised:
        parse_target(target)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "rest", [f"//neo4j:{SECRET}@x", f"//neo4j:{SECRET}@x:1/y", f"neo4j:{SECRET}@x", f"//x/{SECRET}@"]
)
def test_a_password_in_an_address_is_refused_and_not_shown(scheme: str, rest: str) -> None:
    with pytest.raises(StoreError) as raised:
        parse_target(f"{scheme}:{rest}")
    assert "GRONAGRAF_PASSWORD" in str(raised.value)
    assert SECRET not in str(raised.value)


def test_a_password_in_an_address_without_a_known_scheme_is_not_shown() -> None:
    for target in (f"http://neo4j:{SECRET}@x", f"blot://neo4j:{SECRET}@x"):
        with pytest.raises(StoreError) as raised:
            parse_target(target)
        assert SECRET not in str(raised.value)


def test_an_account_does_not_show_its_password() -> None:
    account = Account("neo4j", SECRET)
    assert SECRET not in f"{account} {account!r} {[account]}"
