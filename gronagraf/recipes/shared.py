"""The parameters that every recipe may use without declaring them: a seed, a day, and only what a source states."""

from gronagraf.recipes.recipe import Parameter
from gronagraf.schema import BOOLEAN, DATE, Term

ONLY_SEED = "only_seed"
"""Filled in by the asker of all recipes alike: null, or the name of the one seed to keep to."""

AT = Parameter(
    "at",
    DATE,
    default=None,
    required=False,
    doc=Term(
        "Bara det som gällde då, så noga som datumen är kända; odaterat räknas med.",
        "Only what held then, at the precision known; the undated counts.",
    ),
)
STATED_ONLY = Parameter(
    "stated_only",
    BOOLEAN,
    default=False,
    required=False,
    doc=Term(
        "Bara det som en källa säger rent ut; härlett räknas inte.", "Only what a source states; nothing inferred."
    ),
)
SHARED = {parameter.name: parameter for parameter in (AT, STATED_ONLY)}
