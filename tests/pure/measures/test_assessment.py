"""Ratings beside measures: rank correlation with its interval, which rating is used, and where the two part ways."""

import math
import random

import pandas as pd
import pytest

from gronagraf import MODEL, read_seed, seed_folder
from gronagraf.analysis.assessment import compare, ratings, spearman
from gronagraf.analysis.assessment.correlation import midranks
from gronagraf.analysis.measures import How, find, measure
from gronagraf.analysis.projection import Related, Selection, Shared, project
from gronagraf.analysis.projection.relating import Weighed
from gronagraf.errors import AnalysisError
from gronagraf.graph import Edge, Graph, Node

EXEMPEL = read_seed(seed_folder("exempel"), MODEL)


def test_spearman_of_hollander_and_wolfe():
    # Hollander & Wolfe 1973, the tuna data, as in R's help page of cor.test; R's Spearman: S = 48, rho = 0.6.
    first = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
    second = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]
    found = spearman(first, second)
    assert found.rho == pytest.approx(0.6, abs=1e-12)
    # By the formula of Bonett & Wright 2000: atanh(0.6) is ln 2 = 0.69315, and 1.95996 sqrt(1.18 / 6) = 0.86919;
    # tanh(-0.17604) = -0.17424 and tanh(1.56233) = 0.91580.
    assert (found.low, found.high) == (pytest.approx(-0.17424, abs=1e-5), pytest.approx(0.91580, abs=1e-5))


@pytest.mark.parametrize("seed", range(50))
def test_spearman_is_that_of_pandas_with_ties_and_gaps(seed):
    chance = random.Random(seed)
    size = chance.randint(4, 40)
    first = [chance.choice([None, 1, 2, 3, 4, 5]) for _ in range(size)]
    second = [chance.choice([None, chance.random(), round(chance.random(), 1)]) for _ in range(size)]
    whole = pd.DataFrame({"x": first, "y": second}, dtype=float).dropna()
    found = spearman(first, second)
    assert found.pairs == len(whole)
    if found.rho is None:
        assert found.pairs < 4 or whole["x"].nunique() == 1 or whole["y"].nunique() == 1
        return
    assert midranks(list(whole["x"])) == list(whole["x"].rank())
    assert found.rho == pytest.approx(whole["x"].rank().corr(whole["y"].rank()), abs=1e-9)
    if found.low is not None:
        assert -1 <= found.low < found.rho < found.high <= 1


def test_too_few_pairs_constant_values_and_a_perfect_order_are_refused_with_a_reason():
    assert spearman([1, 2, 3, None], [1, 2, 3, 4]).rho is None
    assert "number of pairs is 3" in spearman([1, 2, 3, None], [1, 2, 3, 4]).reason.en
    assert spearman([1, 1, 1, 1], [1, 2, 3, 4]).rho is None
    perfect = spearman([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])
    assert (perfect.rho, perfect.low, perfect.high) == (-1.0, None, None)
    assert perfect.reason.sv


def test_what_differs_by_rounding_only_is_a_tie():
    assert midranks([0.1 + 0.2, 0.3, 0.5]) == [1.5, 1.5, 3.0]


def test_the_latest_rating_is_used_and_the_choice_is_told():
    given = ratings(EXEMPEL, Selection())
    used = {actor: rating.analysis.id for actor, rating in given.used.items()}
    assert used["ex_glimmerverken"] == "ex_s_unga_2025_region"
    assert used["ex_unga_lyra"] == "ex_s_resor_2025"
    assert used["ex_lansstyrelsen"] == "ex_s_unga_2023_unga"
    assert len(given.every) == 21
    assert "they are not averaged (number of analyses: 3)" in given.remarks[0].en


def test_one_analysis_by_its_id_and_only_what_was_known_then():
    given = ratings(EXEMPEL, Selection(), "ex_s_unga_2023_unga")
    assert {rating.analysis.id for rating in given.used.values()} == {"ex_s_unga_2023_unga"}
    assert given.used["ex_glimmerverken"].power == 5
    then = ratings(EXEMPEL, Selection(at="2024"))
    assert then.used["ex_glimmerverken"].analysis.id == "ex_s_unga_2023_unga"
    assert not ratings(EXEMPEL, Selection(at="2020")).used
    with pytest.raises(AnalysisError, match="did you mean"):
        ratings(EXEMPEL, Selection(), "ex_s_unga_2023_ungas")


def test_two_ratings_of_the_same_day_are_told_of_and_not_mixed():
    def analysis(id_):
        return Node("StakeholderAnalysis", id_, {"name": id_, "date": "2024"})

    def rated(id_, power):
        return Edge("ASSESSED_IN", "a", id_, {"power": power})

    graph = Graph((Node("Actor", "a", {"name": "A"}), analysis("s2"), analysis("s1")), (rated("s2", 5), rated("s1", 1)))
    given = ratings(graph, Selection())
    assert given.used["a"].power == 1
    assert any("actors with several ratings of their latest day: 1;" in remark.en for remark in given.remarks)


def compared(analysis=None, **settings):
    projection = project(EXEMPEL, MODEL, Shared())
    measured = measure(projection, find(["degree", "betweenness"]))
    return measured, compare(measured, ratings(EXEMPEL, Selection(), analysis), How(), **settings)


def test_powerful_but_peripheral_is_below_the_median_of_the_rated():
    measured, found = compared()
    degrees = sorted(each.values["degree"] for each in found.assessed)
    assert found.medians["degree"] == (degrees[4] + degrees[5]) / 2
    peripheral = {each.rating.actor.id: each.peripheral_in for each in found.assessed if each.peripheral_in}
    assert peripheral == {"ex_region": ("degree",), "ex_vagmyndigheten": ("degree",)}
    _, stricter = compared(high=5)
    assert {each.rating.actor.id for each in stricter.assessed if each.peripheral_in} == set(peripheral)
    assert len(measured.projection.nodes) == 19


def test_a_low_constraint_is_not_peripheral():
    measured = measure(project(EXEMPEL, MODEL, Shared()), find(["constraint", "clustering"]))
    found = compare(measured, ratings(EXEMPEL, Selection()), How())
    assert found.medians == {}
    assert not any(each.peripheral_in for each in found.assessed)
    assert len(found.correlations) == 6


def test_unrated_brokers_are_the_foremost_without_a_rating_in_use():
    measured, found = compared("ex_s_unga_2023_unga", top=0.2)
    rank = dict(zip((node.id for node in measured.projection.nodes), measured.values["betweenness"], strict=True))
    foremost = sorted(rank, key=rank.get, reverse=True)[: math.ceil(0.2 * 19)]
    assert found.brokers == len(foremost)
    assert [each.actor.id for each in found.unrated] == [id_ for id_ in foremost if id_ not in found.ratings.used]
    assert [each.rank for each in found.unrated] == [1, 3, 4]


def test_a_network_without_actors_is_refused():
    goals = project(EXEMPEL, MODEL, Related((Weighed("INFLUENCES"),), label="Goal"))
    with pytest.raises(AnalysisError, match="rate actors"):
        compare(measure(goals, find(["degree"])), ratings(EXEMPEL, Selection()), How())


def test_betweenness_that_does_not_hold_leaves_the_brokers_untold_with_the_reason():
    ties = project(EXEMPEL, MODEL, Related((Weighed("INFLUENCES", "strength"),), label="Actor"))
    found = compare(measure(ties, find(["degree"])), ratings(EXEMPEL, Selection()), How())
    assert found.unrated == ()
    assert "negative ties" in found.reason.en
