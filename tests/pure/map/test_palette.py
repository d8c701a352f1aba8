"""The types' colours for every eye: what shares a shape is told apart by colour, with and without red, green, blue."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest

from gronagraf.model import MODEL
from gronagraf.schema import NodeType

# Machado, Oliveira and Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency",
# severity 1.0, for linear RGB.
EYES = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
LEAST = 0.06
"""OKLab distance: about three times what is just noticeable side by side."""

SCHEMES = {"light": ("#16211b", "#fbfcfa", 3.4), "dark": ("#e9f0eb", "#111714", 5)}
"""Ink, paper and the least contrast to it: as in the style sheet and the script `theme`."""

SHAPES = {"dot", "square", "diamond", "triangle", "triangleDown", "hexagon", "star"}


def linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def oklab(rgb: np.ndarray) -> np.ndarray:
    """Björn Ottosson 2020, from linear sRGB."""
    cone = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    lab = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    return lab @ np.cbrt(cone @ np.clip(rgb, 0, 1))


def distance(one: str, other: str, eye: str) -> float:
    return float(np.linalg.norm(oklab(EYES[eye] @ linear(one)) - oklab(EYES[eye] @ linear(other))))


def contrast(one: str, other: str) -> float:
    low, high = sorted(float(np.dot([0.2126, 0.7152, 0.0722], linear(each))) for each in (one, other))
    return (high + 0.05) / (low + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    parts = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02x}" for a, b in parts)


def legible(colour: str, scheme: str) -> str:
    """What the page makes of a type's colour: moved towards the ink until it stands out from the paper."""
    ink, paper, least = SCHEMES[scheme]
    steps = (mixed(colour, ink, min(1, step * 0.06)) for step in range(18))
    return next(each for each in steps if contrast(each, paper) >= least)


def alike(types: Sequence[NodeType]) -> list[tuple[NodeType, NodeType]]:
    return [(a, b) for a, b in combinations(types, 2) if a.shape == b.shape]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("eye", EYES)
def test_types_of_one_shape_are_told_apart_by_colour(eye: str, scheme: str) -> None:
    found = {
        f"{a.label} {b.label}": round(distance(legible(a.colour, scheme), legible(b.colour, scheme), eye), 3)
        for a, b in alike(MODEL.nodes)
    }
    assert {pair: far for pair, far in found.items() if far < LEAST} == {}


def test_no_two_types_have_one_colour() -> None:
    close = [
        (a.label, b.label) for a, b in combinations(MODEL.nodes, 2) if distance(a.colour, b.colour, "usual") < 0.035
    ]
    assert close == []


def test_every_colour_stands_out_from_paper() -> None:
    found = {each.label: contrast(each.colour, SCHEMES["light"][1]) for each in MODEL.nodes}
    assert {label: ratio for label, ratio in found.items() if ratio < 3} == {}


def test_every_shape_is_one_that_the_page_draws() -> None:
    assert {each.shape for each in MODEL.nodes} <= SHAPES
