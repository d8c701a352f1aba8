"""Who asks the database: a user and a password that never shows itself."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Account:
    """A user name and a password; the password is left out of every representation."""

    user: str
    password: str = field(repr=False)
