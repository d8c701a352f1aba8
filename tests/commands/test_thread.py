"""`thread`: the verdict on a graph, what it ends with, and where it goes."""

import json

import pytest


def test_the_verdict_begins_with_a_sentence_to_read_aloud(gronagraf, both_seeds):
    shown = gronagraf("thread", "--db", both_seeds, "--only-seed", "exempel")
    assert shown.code == 0
    question, _, sentence, *_ = shown.out.splitlines()
    assert question == "Har ni en grön tråd?"
    assert sentence.startswith("Inte hela vägen. 6 mål är bedömda: 1 med hel tråd")
    assert "Lärlingslyftet" in shown.out
    assert "PÅHITTAD" in shown.out


def test_the_unknown_of_public_sources_is_not_called_broken(gronagraf, both_seeds):
    shown = gronagraf("thread", "--db", both_seeds, "--only-seed", "kronoberg", "--lang", "en", "--strict")
    assert shown.code == 0
    assert shown.out.splitlines()[2].startswith("It cannot be said.")


def test_strict_ends_with_6_when_something_is_broken(gronagraf, both_seeds):
    assert gronagraf("thread", "--db", both_seeds, "--strict", "--part", "gaps").code == 6


def test_only_the_stated_when_asked_for(gronagraf, both_seeds):
    every, stated = (
        json.loads(gronagraf("thread", "--db", both_seeds, "--as", "json", *more).out)["links"]
        for more in ([], ["--stated-only"])
    )
    assert every["inferred"] > stated["inferred"] == 0
    assert every["counted"] - every["inferred"] >= stated["counted"]


def test_one_goal_at_a_time(gronagraf, both_seeds):
    shown = gronagraf("thread", "--db", both_seeds, "--goal", "ex_g_kollektiv", "--as", "json")
    assert [row["goal_id"] for row in json.loads(shown.out)["threads"]] == ["ex_g_kollektiv"] * 12


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--goal", "ex_g_kollektivv"], 4, 'no goal has the id "ex_g_kollektivv"'),
        (["--at", "2024-13"], 2, '--at: "2024-13" does not exist; check year, month and day'),
        (["--years", "0"], 2, "--years"),
        (["--only-seed", "exempl"], 5, 'no seed called "exempl"'),
    ],
)
def test_what_cannot_be_judged_is_told(gronagraf, both_seeds, arguments, code, words):
    ended = gronagraf("thread", "--db", both_seeds, *arguments)
    assert ended.code == code
    assert words in ended.err


def test_it_goes_to_a_file_in_the_form_of_its_name(gronagraf, both_seeds, folder):
    assert gronagraf("thread", "--db", both_seeds, "--out", "trad.html").code == 0
    page = (folder / "trad.html").read_text(encoding="utf-8")
    assert page.count("<table>") == 3
    assert "<h1>Har ni en grön tråd?</h1>" in page
