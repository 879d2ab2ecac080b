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
    """Which flow at which account: a sequence of a project in one language, pushed to `account` (`service:name`).

    Sequences made from one preset bear one id in every project, so the project is part of the name.
    """

    account: str
    project: str
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


def was_made(before: Entry | None, after: Entry) -> bool:
    """Return whether writing `after` in place of `before` says that a thing came into being, on the day of `after.at`.

    It did where a create that went out has its answer, or was found by its name; not where an older state is written
    back, a thing is changed, or one is found that nobody here remembers.
    """
    return (
        before is not None
        and (before.state, after.state) == (State.SENT, State.DONE)
        and (before.name, before.at) == (after.name, after.at)
    )


class Journal(Protocol):
    """Where entries are kept; every write is durable when it returns."""

    def entries(self, flow: Flow) -> Map[str, Entry]:
        """Return what is known of a flow, by key."""
        ...

    def write(self, flow: Flow, entry: Entry) -> None:
        """Keep one entry, replacing an older one with the same key."""
        ...

    def forget(self, flow: Flow, key: str) -> None:
        """Take out the entry with this key, if there is one: what it says was sent does not exist."""
        ...

    def sent_today(self, account: str, kind: str, day: str) -> int:
        """Return how many things of a kind were created at an account on `day` (ISO date, UTC); see `was_made`."""
        ...

    def alone(self, account: str, project: str, sequence: str) -> AbstractContextManager[None]:
        """Keep every other computer with this journal from pushing a sequence to an account while the block runs.

        Raise StudioError where one is doing so.
        """
        ...
