"""The whole network described: shape, centralisation, closure, groups, core, communities, and what it breaks at."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from gronagraf.analysis.projection import Projection
from gronagraf.analysis.whole import centralisation as centralising
from gronagraf.analysis.whole import closure, communities, core_periphery, cuts, groups, shape
from gronagraf.analysis.whole.communities import Communities, Community
from gronagraf.analysis.whole.core_periphery import Core
from gronagraf.analysis.whole.cuts import Bridge, CutNode, Cuts, MinimumCut
from gronagraf.analysis.whole.figure import DEFAULT, GROUPINGS, Explained, Figure, Grouping, Settings
from gronagraf.analysis.whole.groups import Mixing, Tested

__all__ = [
    "EXPLAINED",
    "FAMILIES",
    "GROUPINGS",
    "Bridge",
    "Communities",
    "Community",
    "Core",
    "CutNode",
    "Cuts",
    "Explained",
    "Family",
    "Figure",
    "Grouping",
    "MinimumCut",
    "Mixing",
    "Settings",
    "Tested",
    "Whole",
    "describe",
]

Family = Literal["shape", "closure", "small_world", "centralisation", "groups", "core", "communities", "cuts"]
FAMILIES: tuple[Family, ...] = get_args(Family)
MIXED_BY: tuple[Grouping, ...] = ("sector", "level")
EXPLAINED: Mapping[str, Explained] = {
    each.name: each
    for family in (shape, closure, core_periphery, communities, cuts, centralising, groups)
    for each in family.EXPLAINED
}


@dataclass(frozen=True, slots=True)
class Whole:
    """A network described: its figures by name in the order read, and what stands behind them.

    What was not asked for is empty; so is what does not hold for such a network, and then its figures say why.
    """

    projection: Projection
    settings: Settings
    figures: Mapping[str, Figure]
    tested: tuple[Tested, ...] = ()
    mixing: Mixing | None = None
    core: Core | None = None
    communities: Communities | None = None
    cuts: Cuts | None = None


def describe(
    projection: Projection,
    settings: Settings = DEFAULT,
    families: Collection[Family] = FAMILIES,
    tell: Callable[[int, int], None] | None = None,
) -> Whole:
    """The figures of these families; `tell` is told of pieces of work done and pieces in all.

    Nothing is raised: a figure that does not hold for such a network is empty, with the reason.
    """
    tick = _counting(_pieces(projection, settings, families), tell)
    figures: list[Figure] = [*shape.sizes(projection)]
    if "shape" in families:
        figures += shape.paths(projection, settings, tick)
    if "closure" in families:
        figures += closure.closure(projection)
    if "small_world" in families:
        figures += closure.small_world(projection, settings, tick)
    core, found = core_periphery.core_periphery(projection, settings, tick) if "core" in families else (None, [])
    figures += found
    grouped, found = communities.communities(projection, settings, tick) if "communities" in families else (None, [])
    figures += found
    broken, found = cuts.cuts(projection, settings) if "cuts" in families else (None, [])
    figures += found
    if "centralisation" in families:
        figures += centralising.centralisation(projection, settings, tick)
    tested = tuple(groups.tested(projection, settings, tick)) if "groups" in families else ()
    mixed = _mixed(projection, settings) if "groups" in families else None
    return Whole(projection, settings, {each.name: each for each in figures}, tested, mixed, core, grouped, broken)


def _mixed(projection: Projection, settings: Settings) -> Mixing | None:
    """The table of ties between groups; None in two modes, where arenas belong to none."""
    if projection.first_mode is not None:
        return None
    return groups.mixing(projection, settings.groupings or MIXED_BY)


def _pieces(projection: Projection, settings: Settings, families: Collection[Family]) -> int:
    counted: Mapping[Family, Callable[[Projection, Settings], int]] = {
        "shape": shape.steps,
        "small_world": closure.steps,
        "centralisation": centralising.steps,
        "groups": groups.steps,
        "core": core_periphery.steps,
        "communities": communities.steps,
    }
    return sum(steps(projection, settings) for family, steps in counted.items() if family in families)


def _counting(total: int, tell: Callable[[int, int], None] | None) -> Callable[[], None]:
    done = 0

    def tick() -> None:
        nonlocal done
        done += 1
        if tell:
            tell(min(done, total), total)

    return tick
