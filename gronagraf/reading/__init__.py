"""Files into a graph: every problem of a seed at once, and seeds written in one canonical form."""

from gronagraf.reading.seeds import read_seed

__all__ = ["read_seed"]
