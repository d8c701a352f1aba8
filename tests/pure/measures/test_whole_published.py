"""Whole networks whose figures are printed somewhere: Florentine marriages, the kite, Zachary's club, Davis's women."""

import networkx as nx
import pytest

from gronagraf.analysis.whole import Settings, describe
from tests.pure.measures.whole_networks import from_networkx, network, two_mode

QUICK = Settings(permutations=20)
FAMILIES = ("degree", "betweenness", "closeness")


def values(projection, *names):
    figures = describe(projection, QUICK).figures
    return [figures[name].value for name in names]


def test_florentine_marriages_without_the_isolate():
    # Wasserman & Faust 1994, chapter 5, with Pucci left out: closeness .322, betweenness .437
    marriages = from_networkx(nx.florentine_families_graph())
    closeness, betweenness, density = values(
        marriages, "centralisation_closeness", "centralisation_betweenness", "density"
    )
    assert [round(closeness, 3), round(betweenness, 3), round(density, 3)] == [0.322, 0.437, 0.190]
    assert values(marriages, "diameter", "bridges", "cut_nodes", "isolates", "largest") == [5, 5, 4, 0, 15]


def test_florentine_marriages_with_the_isolate():
    # Wasserman & Faust 1994, chapter 4 and 5, all sixteen families: density .167, degree centralisation .267
    marriages = nx.florentine_families_graph()
    marriages.add_node("Pucci")
    density, degree = values(from_networkx(marriages), "density", "centralisation_degree")
    assert [round(density, 3), round(degree, 3)] == [0.167, 0.267]
    assert values(from_networkx(marriages), "isolates", "components", "largest", "diameter") == [1, 2, 15, 5]


@pytest.mark.parametrize("size", [3, 5, 12])
def test_a_star_is_as_centralised_as_can_be(size):
    # Freeman 1978: 1 for the star, by each of the three
    star = network(size, [(0, other) for other in range(1, size)])
    assert values(star, *(f"centralisation_{each}" for each in FAMILIES)) == pytest.approx([1, 1, 1], abs=1e-12)


@pytest.mark.parametrize("size", [3, 5, 12])
def test_a_circle_is_not_centralised_at_all(size):
    # Freeman 1978: 0 for the circle, by each of the three
    circle = network(size, [(place, (place + 1) % size) for place in range(size)])
    names = [f"centralisation_{each}" for each in (*FAMILIES, "eigenvector")]
    assert values(circle, *names) == pytest.approx([0, 0, 0, 0], abs=1e-9)


def test_directed_stars_are_as_centralised_as_can_be():
    inward = network(6, [(other, 0) for other in range(1, 6)], directed=True)
    assert values(inward, "centralisation_in_degree", "centralisation_out_degree") == pytest.approx([1, 0.04])
    each_way = [(0, other) for other in range(1, 6)] + [(other, 0) for other in range(1, 6)]
    assert values(network(6, each_way, directed=True), "centralisation_betweenness") == [1]


def test_one_tie_and_isolates_have_the_most_centralised_eigenvector():
    (found,) = values(network(4, [(0, 1), (1, 2), (2, 0), (0, 3)]), "centralisation_eigenvector")
    assert 0 < found < 1


def test_krackhardts_kite():
    # 10 nodes, 18 ties of 45 possible; from one end of the kite to the tip of its tail there are four steps
    kite = from_networkx(nx.krackhardt_kite_graph())
    assert values(kite, "density", "diameter", "bridges", "cut_nodes") == [0.4, 4, 2, 2]
    assert values(kite, "tie_connectivity", "node_connectivity") == [1, 1]


def test_zacharys_club():
    # the highest modularity that there is, 0.420, is of four communities: Agarwal & Kempe 2008, European Physical
    # Journal B 66: 409-418; the other figures are what igraph and networkx give
    club = from_networkx(nx.karate_club_graph())
    figures = describe(club, QUICK).figures
    rounded = {
        name: round(figures[name].value, 4) for name in ("density", "transitivity", "mean_distance", "modularity")
    }
    assert rounded == {"density": 0.139, "transitivity": 0.2557, "mean_distance": 2.4082, "modularity": 0.4198}
    assert [figures[name].value for name in ("diameter", "communities")] == [5, 4]


def test_davis_women_in_two_modes():
    davis = nx.davis_southern_women_graph()
    place = {woman: number for number, woman in enumerate(davis.graph["top"])}
    women = two_mode(18, [[place[woman] for woman in davis[event]] for event in davis.graph["bottom"]])
    found = values(women, "density", "two_mode_closure", "arenas", "ties")
    # 89 ties of 18 x 14; the closure that networkx documents for this network is 0.468
    assert found == pytest.approx([89 / (18 * 14), nx.bipartite.robins_alexander_clustering(davis), 14, 89])
    assert round(found[1], 3) == 0.468


def test_newmans_sexual_partners():
    # Newman 2003, Physical Review E 67: 026126, table I: the mixing matrix, women by row, and r = 0.621; the
    # matrix is printed in thousandths that add up to 0.997, so that r follows from it within 0.003 only
    matrix = [[258, 16, 35, 13], [12, 157, 58, 19], [13, 23, 306, 35], [5, 7, 24, 16]]
    sectors, ties = [], []
    for woman, row in enumerate(matrix):
        for man, count in enumerate(row):
            for _ in range(count):
                ties.append((len(sectors), len(sectors) + 1))
                sectors += [str(woman), str(man)]
    facts = [{"sector": sector} for sector in sectors]
    couples = network(len(sectors), ties, directed=True, facts=facts)
    found = describe(couples, Settings(("sector",), permutations=1), families=("groups",)).tested[0]
    assert found.figure.value == pytest.approx(0.621, abs=0.003)
