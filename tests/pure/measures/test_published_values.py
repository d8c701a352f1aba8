"""Numbers that papers and textbooks print, of the networks that they print them for, as printed."""

import math

import networkx as nx
import pytest

from gronagraf.analysis import MEASURES, How
from tests.pure.measures.drawn import of_peer, related, shared


def values(projection, name: str, **how) -> dict[str, float | None]:
    assert MEASURES[name].refusal(projection) is None
    found = MEASURES[name].compute(projection, How(**how))
    return {node.id: value for node, value in zip(projection.nodes, found, strict=True)}


# Padgett's marriages among Florentine families; Wasserman & Faust 1994, ch. 5, print these without the isolate Pucci.
MARRIAGES = nx.florentine_families_graph()
MARRIAGE_BETWEENNESS = {
    "Acciaiuoli": 0.000,
    "Albizzi": 0.212,
    "Barbadori": 0.093,
    "Bischeri": 0.104,
    "Castellani": 0.055,
    "Ginori": 0.000,
    "Guadagni": 0.255,
    "Lamberteschi": 0.000,
    "Medici": 0.522,
    "Pazzi": 0.000,
    "Peruzzi": 0.022,
    "Ridolfi": 0.114,
    "Salviati": 0.143,
    "Strozzi": 0.103,
    "Tornabuoni": 0.092,
}


def with_pucci() -> nx.Graph:
    peer = nx.Graph(MARRIAGES)
    peer.add_node("Pucci")
    return peer


def test_marriages_without_pucci():
    projection = of_peer(MARRIAGES)
    found = values(projection, "betweenness")
    assert {name: round(value, 3) for name, value in found.items()} == pytest.approx(MARRIAGE_BETWEENNESS, abs=1e-9)
    assert values(projection, "betweenness", raw=True)["Medici"] == 47.5
    assert values(projection, "degree")["Medici"] == 6
    assert round(values(projection, "closeness")["Medici"], 3) == 0.560
    assert round(values(projection, "closeness")["Ridolfi"], 3) == 0.500
    assert values(projection, "articulation")["Medici"] == 2


def test_marriages_with_pucci():
    projection = of_peer(with_pucci())
    assert values(projection, "betweenness", raw=True)["Medici"] == 47.5
    assert values(projection, "betweenness")["Medici"] == pytest.approx(47.5 / 105)  # 15 · 14 / 2 pairs of others
    without = values(of_peer(MARRIAGES), "closeness")
    for name, value in values(projection, "closeness").items():
        assert value == pytest.approx(without.get(name, 0.0) * 14 / 15)  # Wasserman & Faust's share reached
    assert [values(projection, name)["Pucci"] for name in ("betweenness", "harmonic", "eigenvector", "core")] == [0] * 4
    assert values(projection, "constraint")["Pucci"] is None


def test_the_kite_of_krackhardt():
    # Krackhardt 1990, Administrative Science Quarterly 35: 342-369: Diane has the most ties, Fernando and Garth are
    # nearest to all others, Heather stands between most.
    names = ("Andre", "Beverly", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane")
    projection = of_peer(nx.relabel_nodes(nx.krackhardt_kite_graph(), dict(enumerate(names))))
    degrees, closeness, betweenness = (values(projection, name) for name in ("degree", "closeness", "betweenness"))
    assert degrees["Diane"] == max(degrees.values()) == 6
    assert round(closeness["Fernando"], 3) == round(closeness["Garth"], 3) == round(max(closeness.values()), 3) == 0.643
    assert round(betweenness["Heather"], 3) == round(max(betweenness.values()), 3) == 0.389
    assert values(projection, "betweenness", raw=True)["Heather"] == pytest.approx(14)
    assert [values(projection, "articulation")[name] for name in ("Heather", "Ike", "Diane")] == [1, 1, 0]


def test_the_karate_club_of_zachary():
    # Zachary 1977, Journal of Anthropological Research 33: 452-473. Members count from 1: the instructor is 1, the
    # officer 34. The paper gives the ties; the values here are those that networkx gives for them.
    club = nx.karate_club_graph()
    projection = of_peer(nx.relabel_nodes(club, {node: node + 1 for node in club}))
    assert [values(projection, "degree")[each] for each in ("1", "34")] == [16, 17]
    assert [round(values(projection, "betweenness")[each], 3) for each in ("1", "34")] == [0.438, 0.304]
    assert max(values(projection, "core").values()) == 4
    clustering = values(projection, "clustering")
    assert clustering["12"] is None  # one tie only, counted as 0 in the mean of 0.571
    assert round(sum(value or 0 for value in clustering.values()) / 34, 3) == 0.571
    assert {name for name, value in values(projection, "articulation").items() if value} == {"1"}
    for name, peer in (
        ("eigenvector", nx.eigenvector_centrality(club, max_iter=1000, tol=1e-12)),
        ("pagerank", nx.pagerank(club, weight=None, tol=1e-14)),
    ):
        found = values(projection, name, raw=name == "eigenvector")
        assert list(found.values()) == pytest.approx([peer[node] for node in club], abs=1e-6)


# Davis, Gardner & Gardner's 18 women and 14 events, normalised for two modes as in Borgatti & Everett 1997: the numbers
# that Borgatti & Halgin print in "Analyzing affiliation networks", Sage Handbook of Social Network Analysis (2011).
DAVIS = {
    # name: degree, closeness, betweenness
    "Evelyn Jefferson": (0.57, 0.80, 0.10),
    "Theresa Anderson": (0.57, 0.80, 0.09),
    "Nora Fayette": (0.57, 0.80, 0.11),
    "Sylvia Avondale": (0.50, 0.77, 0.07),
    "Laura Mandeville": (0.50, 0.73, 0.05),
    "Brenda Rogers": (0.50, 0.73, 0.05),
    "Katherina Rogers": (0.43, 0.73, 0.05),
    "Helen Lloyd": (0.36, 0.73, 0.04),
    "Ruth DeSand": (0.29, 0.71, 0.02),
    "Verne Sanderson": (0.29, 0.71, 0.02),
    "Eleanor Nye": (0.29, 0.67, 0.01),
    "Flora Price": (0.14, 0.59, 0.01),
    "Dorothy Murchison": (0.14, 0.65, 0.00),
    "E8": (0.78, 0.85, 0.24),
    "E9": (0.67, 0.79, 0.23),
    "E7": (0.56, 0.73, 0.13),
    "E6": (0.44, 0.69, 0.07),
    "E5": (0.44, 0.59, 0.04),
    "E3": (0.33, 0.56, 0.02),
    "E1": (0.17, 0.52, 0.00),
}


def test_the_southern_women_of_davis_in_two_modes():
    peer = nx.davis_southern_women_graph()
    women, events = peer.graph["top"], peer.graph["bottom"]
    projection = shared([[women.index(woman) for woman in peer[event]] for event in events], len(women))
    names = [*women, *events]
    for place, measure in enumerate(("degree", "closeness", "betweenness")):
        found = dict(zip(names, values(projection, measure).values(), strict=True))
        for name, printed in DAVIS.items():
            assert round(found[name], 2) == pytest.approx(printed[place], abs=1e-9), (measure, name)
    assert values(projection, "degree", raw=True)["0"] == 8


def test_the_structural_holes_of_borgatti():
    # Borgatti 1997, Connections 20(1): 35-38: G has 6 contacts with 4 ties among them, so 6 - 2 · 4 / 6.
    ties = ("AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC")
    projection = related("ABCDEFG", [tuple(tie) for tie in ties])
    sizes, constraint = values(projection, "effective_size"), values(projection, "constraint")
    assert [round(sizes[name], 2) for name in "GAC"] == [4.67, 2.50, 1.00]
    assert [round(constraint[name], 3) for name in "GAC"] == [0.400, 0.595, 1.000]
    assert round(values(projection, "efficiency")["G"], 2) == 0.78


def test_burts_two_extremes():
    # Burt 1992, Structural Holes, ch. 2: contacts who are not tied to each other are all effective and constrain by
    # 1/n; two contacts who are tied to each other are one, and their constraint is (1/2 + 1/4)² each.
    star = related("abcde", [("a", each) for each in "bcde"])
    assert values(star, "effective_size")["a"] == 4
    assert values(star, "constraint")["a"] == pytest.approx(4 * (1 / 4) ** 2)
    assert values(star, "hierarchy")["a"] == pytest.approx(0)
    triangle = related("abc", [("a", "b"), ("b", "c"), ("a", "c")])
    assert values(triangle, "effective_size")["a"] == pytest.approx(1)
    assert values(triangle, "constraint")["a"] == pytest.approx(1.125)


def test_the_bargaining_power_of_bonacich():
    # Bonacich 1987, American Journal of Sociology 92: 1170-1182, Table 1, the chain of five (centre, next, end): with a
    # beta of -0.4, -0.3, -0.2 and -0.1 the two next to the centre are strongest.
    chain = related("edabc", [("d", "e"), ("a", "d"), ("a", "b"), ("b", "c")])
    printed = {0.4: (0.73, 1.45, 0.36), 0.3: (0.97, 1.34, 0.49), 0.2: (1.09, 1.27, 0.54), 0.1: (1.15, 1.23, 0.58)}
    for beta, row in printed.items():
        found = values(chain, "bonacich", alpha=beta * math.sqrt(3))  # the largest eigenvalue of the chain is √3
        assert [round(found[name], 2) for name in "abc"] == list(row)
