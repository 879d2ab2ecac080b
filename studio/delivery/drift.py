"""Drift: what somebody changed at a service since the last push, against what is to be sent now, message by message.

What a thing said when it was sent is compared with what it says at the service now. A service may keep a text in a form
of its own; so a text counts as changed only where it is neither what the service showed right after the last writing
nor, without regard to spacing and the order of attributes, what was written.

A thing that runs at the service is told in the same way, although nobody changed it there: a push that changed it would
put something live, which takes a choice of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from immutables import Map

from studio.delivery.plain import plain
from studio.exporters.service import Resource
from studio.i18n import Sentence, sentence
from studio.model.findings import Place
from studio.model.journal import Flow

_SIZE = 12

LEFT = sentence("It was changed at the service and is left as it is.")
"""Why a thing that is the same here is not touched."""

CHOSEN = sentence("It was changed at the service and is left as it is, as you chose.")
"""Why a thing is not touched although somebody saw that it differs."""

UNDECIDED = sentence("It was changed here and at the service: choose which of the two shall stand.")
"""Why a thing waits."""

OURS_AGAIN = sentence("It was changed at the service, and you chose the words from here.")
"""Why a thing is written although somebody changed it at the service."""

RUNNING = sentence(
    "It runs at the service: readers would get the change at once. Choose the words from here to change it."
)
"""Why a thing that is switched on there waits."""

RUNS_ON = sentence("It runs at the service and is left as it is, as you chose.")
"""Why a thing that is switched on there is not touched."""

LIVE_AT_ONCE = sentence("It runs at the service, and you chose the words from here: readers get the change at once.")
"""Why a thing that is switched on there is written."""

WAITING = (UNDECIDED, RUNNING)
"""The reasons why a thing waits for a person's choice."""


class Choice(StrEnum):
    """Whose version of a drifted thing shall stand; DRAFTS means ours, but not in what runs there already.

    What is said of everything at once is no second confirmation for what readers would get at once.
    """

    OURS = "ours"
    THEIRS = "theirs"
    DRAFTS = "drafts"


@dataclass(frozen=True, slots=True)
class Facet:
    """One text of a thing three times: as it was sent last (empty: not known), as it is there, and as it is here."""

    name: str
    last: str
    theirs: str
    ours: str


@dataclass(frozen=True, slots=True)
class Drifted:
    """A thing that somebody changed at the service, with the texts that differ.

    `name` is what the service calls it. Where `both` sides changed it, it waits for a choice; else it is left as it is
    unless the person wants the words from here back. Where it is `running` there, readers get what is written at once;
    where it only runs and nobody `changed` it there, `facets` are what a push would change, as far as that can be told.
    """

    flow: Flow
    key: str
    name: str
    place: Place
    facets: tuple[Facet, ...]
    both: bool = False
    running: bool = False
    changed: bool = True


def of_ours(resource: Resource, body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON of any shape
    """Return what a body with its references filled in says; empty for kinds that cannot be compared."""
    return resource.ours(body) if resource.ours and resource.theirs else Map()


def of_theirs(resource: Resource, answer: Any) -> Map[str, str]:  # noqa: ANN401 - JSON of any shape
    """Return what the service says of a thing, without what it does not tell."""
    told = resource.theirs(answer) if resource.ours and resource.theirs and isinstance(answer, dict) else Map()
    return Map({name: text for name, text in told.items() if text})


def digests(facets: Mapping[str, str]) -> Map[str, str]:
    """Return the short digests by which texts are recognised."""
    return Map({name: _digest(text) for name, text in facets.items()})


def differing(
    last: Map[str, str], seen: Map[str, str], theirs: Map[str, str], ours: Map[str, str]
) -> tuple[Facet, ...]:
    """Return the texts that somebody changed at the service to something else than is to be sent.

    `last` is what was sent last (empty: not known), `seen` the digests of what the service had then.
    """
    told = (name for name in ours if name in theirs and seen.get(name) != _digest(theirs[name]))
    return tuple(
        Facet(name, last.get(name, ""), theirs[name], ours[name])
        for name in sorted(told)
        if not _same(theirs[name], ours[name]) and not (name in last and _same(theirs[name], last[name]))
    )


def changing(last: Map[str, str], theirs: Map[str, str], ours: Map[str, str]) -> tuple[Facet, ...]:
    """Return the texts that a push would change, of those that the service tells."""
    return tuple(
        Facet(name, last.get(name, ""), theirs[name], ours[name])
        for name in sorted(ours)
        if name in theirs and not _same(theirs[name], ours[name])
    )


def _same(one: str, other: str) -> bool:
    return one == other or plain(one) == plain(other)


def _digest(text: str) -> str:
    joined = " ".join(text.split())
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()


def told(drifted: Drifted, choice: Choice | None, *, remembered: bool) -> Sentence | None:
    """Return why a drifted or running thing is not written, or None where it is: somebody chose the words from here."""
    if choice is Choice.OURS:
        return None
    if choice is Choice.THEIRS or remembered:
        return CHOSEN
    return UNDECIDED if drifted.both else LEFT
