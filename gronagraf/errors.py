"""What can go wrong, as values and exceptions that say where, what and what to do.

GronagrafError (exit code 1)
├── ModelError    the model contradicts itself (1)
├── SeedError     a seed has problems (3)
├── RecipeError   a recipe or a question is wrong (4)
├── StoreError    the graph database cannot be reached or refused (5)
└── AnalysisError what is to be measured is not there or has no such measure (7)
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: `where` is `file:line: column` or as much of it as is known."""

    where: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}; {self.remedy}" if self.remedy else text


class GronagrafError(Exception):
    """Everything that Gronagraf raises on purpose; `problems` holds all that was found, never only the first."""

    exit_code = 1

    def __init__(self, problems: Sequence[Problem] | str) -> None:
        self.problems = (Problem("", problems),) if isinstance(problems, str) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class ModelError(GronagrafError):
    """The model contradicts itself."""


class SeedError(GronagrafError):
    """A seed cannot be read or does not follow the model."""

    exit_code = 3


class RecipeError(GronagrafError):
    """A recipe, a parameter or a question in Cypher is wrong."""

    exit_code = 4


class StoreError(GronagrafError):
    """The graph database cannot be reached, refused the request or stopped in the middle of it."""

    exit_code = 5


class AnalysisError(GronagrafError):
    """What is to be measured is not in the graph, or the measure does not hold for such ties."""

    exit_code = 7
