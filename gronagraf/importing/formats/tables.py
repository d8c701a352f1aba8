"""Names of columns that stand once each."""

from collections.abc import Collection


def unlike(name: str, taken: Collection[str]) -> str:
    """The name, or with a number after it where it is taken."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name} {number}"
    return found
