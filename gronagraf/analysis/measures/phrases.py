"""Sentences that the explanations of several measures share."""

from gronagraf.schema import Term

NOT_USED = Term("Används inte.", "Not used.")
USED = Term("Används som styrka.", "Used as a strength.")
ZERO = Term("0.", "0.")
EMPTY = Term("Tomt.", "Empty.")
NO_MATTER = Term("Spelar ingen roll.", "Does not matter.")
IGNORED = Term(
    "Riktningen används inte: två som är knutna åt något håll är knutna.",
    "Direction is not used: two that are tied in either direction are tied.",
)
LENGTHS = Term(
    "Vikten är en styrka och görs om till längd: 1/vikt (Newman 2001). Utan vikt räknas steg.",
    "The weight is a strength and is turned into a length: 1/weight (Newman 2001). Without weights, steps count.",
)
AS_COUNTED = Term("Ingen: antalet som det är.", "None: the number as it is.")
NO_NORM = Term("Ingen behövs.", "None is needed.")
