"""The push journal's nouns: what was created where, from which content. The store keeps it, delivery writes it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from immutables import Map


class State(StrEnum):
    """How far a thing got: SENT means a request went out and no answer has been kept yet; DONE means it exists."""

    SENT = "sent"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Flow:
    """Which flow at which account: a sequence in one language, pushed to `account` (`service:name`)."""

    account: str
    sequence: str
    language: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the journal knows of one thing (an image, a template, a flow) at the service.

    `key` is the bundle's own name for it, `digest` that of the content sent last, `answer` the kept part of the
    service's answer and `sent` the request body as JSON texts (no key, no reader's address), `at` when it was sent last
    (ISO 8601 UTC).
    """

    key: str
    kind: str
    state: State
    digest: str
    name: str = ""
    remote_id: str = ""
    answer: str = ""
    sent: str = ""
    at: str = ""


class Journal(Protocol):
    """Where entries are kept; every write is durable when it returns."""

    def entries(self, flow: Flow) -> Map[str, Entry]:
        """Return what is known of a flow, by key."""
        ...

    def write(self, flow: Flow, entry: Entry) -> None:
        """Keep one entry, replacing an older one with the same key."""
        ...

    def sent_today(self, account: str, kind: str, day: str) -> int:
        """Return how many things of a kind were created at an account on `day` (ISO date, UTC)."""
        ...

    def alone(self, account: str, sequence: str) -> AbstractContextManager[None]:
        """Keep every other computer with this journal from pushing a sequence to an account while the block runs.

        Raise StudioError where one is doing so.
        """
        ...
