"""The problems of one reading, collected as they are met and raised together."""

import re
from dataclasses import dataclass, field

from gronagraf.errors import Problem, SeedError
from gronagraf.values import UnreadableValueError

MOST = 10_000
PLACE = re.compile(r"(.+?)(?::|, row |, cell [A-Z]{1,3})(\d+)(?:: |$)")


def shown(name: object) -> str:
    """A path or file name as it may stand in a message: control characters and undecodable bytes escaped."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in str(name))


def place(file: str, line: int = 0, column: str = "") -> str:
    """`file:line: column`, or as much of it as is given."""
    return f"{file}{f':{line}' if line else ''}{f': {column}' if column else ''}"


def one_problem(where: str, what: str, remedy: str) -> SeedError:
    return SeedError([Problem(where, what, remedy)])


@dataclass(slots=True)
class Report:
    """Problems in the order met; beyond the first 10,000 they are only counted."""

    problems: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, where: str, what: str, remedy: str) -> None:
        self.extend([Problem(where, what, remedy)])

    def refuse(self, where: str, error: UnreadableValueError) -> None:
        """What cannot be read as a value; its remedy is looked for only when it will be told."""
        if len(self.problems) < MOST:
            self.add(where, error.what, error.remedy)
        else:
            self.count += 1

    def extend(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        self.count += len(problems)
        self.problems.extend(problems[: max(0, MOST - len(self.problems))])

    def raise_any(self) -> None:
        """Raises SeedError with every problem, sorted by file or sheet and line, when there is one."""
        if not self.count:
            return
        found = sorted(self.problems, key=_by_place)
        if left := self.count - len(found):
            found.append(Problem("", f"there are {left} more problems", "mend these first, then check again"))
        raise SeedError(found)


def _by_place(problem: Problem) -> tuple[str, int]:
    match = PLACE.match(problem.where)
    return (match[1], int(match[2])) if match else (problem.where, 0)
