"""Files into a graph, every problem of a seed at once; and seeds written in one canonical form."""

from gronagraf.reading.seeds import read_seed
from gronagraf.reading.template import write_template
from gronagraf.reading.writing import write_seed

__all__ = ["read_seed", "write_seed", "write_template"]
