"""What the map page says, in Swedish and English; terms of types and fields come from the model."""

from collections.abc import Mapping

from gronagraf.schema import Term
from gronagraf.views.map.words.choosing import CHOOSING
from gronagraf.views.map.words.frame import FRAME
from gronagraf.views.map.words.marking import MARKING
from gronagraf.views.map.words.reading import KEYS, READING
from gronagraf.views.map.words.taking import TAKING

WORDS: Mapping[str, Term] = {**FRAME, **CHOOSING, **MARKING, **READING, **TAKING}

__all__ = ["KEYS", "WORDS"]
