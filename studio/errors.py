"""The one kind of refusal: an id and its values, put into words only where a person reads it."""

from __future__ import annotations


class StudioError(Exception):
    """Something the person can understand and mend; every other exception is a bug.

    `message` is the English sentence with `{named}` places, which is at the same time the id in the
    translation catalogue (gettext); `values` fill the places. `str(error)` is the English sentence.
    """

    def __init__(self, message: str, /, **values: object) -> None:
        """Keep the sentence and its values; nothing is formatted until somebody reads it."""
        super().__init__(message, values)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        """Return the English sentence with its values filled in."""
        return self.message.format(**self.values)


class WrongUse(StudioError):
    """Something was asked for by a name that does not exist (exit code 2)."""


class ServiceTrouble(StudioError):
    """A service or the network failed in a way that a later try may mend (exit code 3)."""


class Conflict(StudioError):
    """Two people changed the same thing; both versions exist and a person must choose."""
