"""A measure that does not hold for a network says so, and why, instead of giving a number."""

import pytest

from gronagraf.analysis import MEASURES, How, measure
from gronagraf.analysis.measures import find
from gronagraf.errors import AnalysisError
from tests.pure.measures.drawn import related, shared

NEGATIVE = related("abc", [("a", "b", -1), ("b", "c", 2)], directed=True)
UNDIRECTED = related("abc", [("a", "b"), ("b", "c")])
DIRECTED = related("abc", [("a", "b"), ("b", "c")], directed=True)
TIELESS = related("abc", [])
TWO_MODE = shared([[0, 1], [1, 2]], 3)


def reason(projection, name: str) -> str:
    measured = measure(projection, find([name]))
    assert set(measured.values[name]) == {None}
    return measured.reasons[name].en


@pytest.mark.parametrize("name", sorted(set(MEASURES) - {"degree", "strength", "articulation"}))
def test_negative_ties_are_measured_only_where_they_have_a_meaning(name):
    if name in ("in_degree", "out_degree", "in_strength", "out_strength"):
        assert MEASURES[name].refusal(NEGATIVE) is None
    elif name == "bonacich":
        assert "undirected" in reason(NEGATIVE, name)
    else:
        assert reason(NEGATIVE, name) == "the network has negative ties, which have no meaning here"


@pytest.mark.parametrize(
    ("projection", "name", "words"),
    [
        (UNDIRECTED, "in_degree", "directed ties are needed"),
        (UNDIRECTED, "out_strength", "directed ties are needed"),
        (DIRECTED, "bonacich", "undirected ties are needed"),
        (DIRECTED, "eigenvector", "no ties lead round"),
        (TIELESS, "eigenvector", "no ties"),
        (TIELESS, "bonacich", "no ties"),
        (TIELESS, "constraint", "without a tie"),
        (related("abcd", [("a", "b"), ("c", "d")]), "eigenvector", "share the largest eigenvalue"),
        (UNDIRECTED, "liaison", "group (--by) is not known"),
        *((TWO_MODE, name, "two-mode") for name in ("harmonic", "pagerank", "katz", "core", "constraint", "liaison")),
    ],
)
def test_what_a_measure_does_not_hold_for(projection, name, words):
    assert words in reason(projection, name)


def test_all_paths_of_a_large_network_are_followed_only_when_asked_for():
    large = related(range(5001), [(0, 1)])
    assert MEASURES["closeness"].refusal(large).en.endswith("worked out with --exact only")
    assert MEASURES["closeness"].refusal(large, How(exact=True)) is None


def test_an_unknown_measure_is_told_with_what_it_may_have_been():
    with pytest.raises(AnalysisError, match='no measure is called "betweeness"; did you mean "betweenness"'):
        find(["betweeness"])


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_is_explained_in_both_languages_with_its_source(name):
    told = MEASURES[name].explanation
    terms = (told.definition, told.normalisation, told.weight, told.direction, told.isolates, told.disconnected)
    for term in (MEASURES[name].term, *terms):
        assert term.sv
        assert term.en
    assert any(letter.isdigit() for letter in told.source)


@pytest.mark.slow
def test_an_eigenvalue_that_cannot_be_found_leaves_cells_empty():
    chain = related(range(3000), [(node, node + 1) for node in range(2999)])  # its eigenvalues lie too close
    for name in ("eigenvector", "katz", "bonacich"):
        assert reason(chain, name) == "the largest eigenvalue of the network cannot be worked out"
