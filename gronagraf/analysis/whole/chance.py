"""Chance that can be repeated, for igraph too."""

import random
from collections.abc import Iterator
from contextlib import contextmanager

import igraph


@contextmanager
def seeded(seed: int) -> Iterator[random.Random]:
    """A generator that begins from `seed`, which igraph draws from as well until the block ends."""
    chance = random.Random(seed)  # noqa: S311
    igraph.set_random_number_generator(chance)
    try:
        yield chance
    finally:
        igraph.set_random_number_generator(random)
