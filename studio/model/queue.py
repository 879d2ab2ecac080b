"""The nouns of pushes that wait: what was wished, not the bytes, so that the newest words are sent in the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from immutables import Map


class Reason(StrEnum):
    """Why a push waits: it was put off, nobody was reached, no more things are taken today, or a person must choose."""

    LATER = "later"
    OFFLINE = "offline"
    CAP = "cap"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A push that waits: which languages of which sequence go to which account (`service:name`) of which target.

    `project` is the project's id. `options` are words of the target's Options that were chosen for this push. `since`
    and `not_before` are ISO 8601 UTC; an empty `not_before` means that it may run at once. `trouble` is what went
    wrong at the last try, in English.
    """

    id: str
    project: str
    sequence: str
    languages: tuple[str, ...]
    target: str
    account: str
    options: Map[str, str] = field(default_factory=Map)
    since: str = ""
    not_before: str = ""
    reason: Reason = Reason.LATER
    trouble: str = ""


class Queue(Protocol):
    """Where pushes wait; every change is durable when it returns."""

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what waits, in the order in which it came."""
        ...

    def put(self, waiting: Waiting) -> None:
        """Keep a push, in the place of an older one with the same id, or else at the end."""
        ...

    def drop(self, id: str) -> None:  # noqa: A002 - the noun's own name
        """Take a push out; one that is not there is no trouble."""
        ...
