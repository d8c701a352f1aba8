"""Other people's tables and formats into a seed: files as sources, a mapping that says what they mean, one graph."""

from gronagraf.importing.converted import Conversion, convert_tables
from gronagraf.importing.leftovers import Leftover, Leftovers
from gronagraf.importing.mapping.adjusting import nodes_of_others
from gronagraf.importing.mapping.reading import parse_mapping, read_mapping
from gronagraf.importing.mapping.ready import ready_mapping, ready_mappings
from gronagraf.importing.mapping.rules import Mapping
from gronagraf.importing.placing import place_seed, refuse_used
from gronagraf.importing.source import Source

__all__ = [
    "Conversion",
    "Leftover",
    "Leftovers",
    "Mapping",
    "Source",
    "convert_tables",
    "nodes_of_others",
    "parse_mapping",
    "place_seed",
    "read_mapping",
    "ready_mapping",
    "ready_mappings",
    "refuse_used",
]
