"""A text that is no value, and how a text from outside is shown in a message."""

from collections.abc import Callable


class UnreadableValueError(ValueError):
    """A text that is not a value of its kind: `what` is wrong with it and the `remedy`, which may be slow to find."""

    def __init__(self, what: str, remedy: str | Callable[[], str]) -> None:
        super().__init__(what)
        self.what = what
        self._remedy = remedy

    def __str__(self) -> str:
        return f"{self.what}; {self.remedy}"

    @property
    def remedy(self) -> str:
        return self._remedy if isinstance(self._remedy, str) else self._remedy()


def quote(text: str, longest: int = 60) -> str:
    """A text from outside as it may be shown in a message: quoted, control characters escaped, cut when long."""
    shown = text if len(text) <= longest else text[: longest - 1] + "…"
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in shown) + '"'
