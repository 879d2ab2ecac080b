"""What a library shows of a project: its sequences with the arc of their messages, and how far they are written.

Pure: the same is told of a project in the workspace (`listing` reads it from a few rows) and of one that is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from immutables import Map

from studio.edits.completeness import completeness
from studio.model.filing import Filing
from studio.model.localized import Localized
from studio.model.message import Message
from studio.model.outline import sendings
from studio.model.project import Project
from studio.model.sequence import Sequence
from studio.model.trade import Channel


@dataclass(frozen=True, slots=True)
class ListedSending:
    """One message of an arc: its id, name and channel, and its earliest minutes from the trigger."""

    message: str
    name: str
    channel: Channel
    minutes: int


@dataclass(frozen=True, slots=True)
class ListedSequence:
    """A sequence on the shelf; `changed_at` is when one of its rows was last written, ISO 8601 UTC, or empty."""

    id: str
    name: str
    source_language: str
    languages: tuple[str, ...]
    sendings: tuple[ListedSending, ...] = ()
    purpose: Localized = field(default_factory=Localized)
    preset: str = ""
    filing: Filing = field(default_factory=Filing)
    changed_at: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A project on the shelf; `sequences` is how many it has, `flows` are they; `changed_at` is ISO 8601 UTC."""

    id: str
    name: str
    client: str
    sequences: int
    revision: int
    changed_at: str
    filing: Filing = field(default_factory=Filing)
    flows: tuple[ListedSequence, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How many texts a language of a sequence shall have, and how many of them are missing or behind their source."""

    wanted: int
    missing: int
    stale: int


def listed_now(project: Project, stored: Listed) -> Listed:
    """Return how a project that is open stands on the shelf, where the workspace knew it as `stored`."""
    changed = {flow.id: flow.changed_at for flow in stored.flows}
    flows = [project.sequences[id_] for id_ in project.sequence_order if id_ in project.sequences]
    return replace(
        stored,
        name=project.name,
        client=project.client.name,
        sequences=len(project.sequence_order),
        filing=project.filing,
        flows=tuple(_listed_sequence(flow, project.messages, changed.get(flow.id, "")) for flow in flows),
    )


def _listed_sequence(sequence: Sequence, messages: Mapping[str, Message], changed_at: str) -> ListedSequence:
    arc = tuple(
        ListedSending(message.id, message.name, message.channel, each.minutes)
        for each in sendings(sequence.steps)
        if (message := messages.get(each.message))
    )
    return ListedSequence(
        id=sequence.id,
        name=sequence.name,
        source_language=sequence.source_language,
        languages=sequence.languages,
        sendings=arc,
        purpose=sequence.purpose,
        preset=sequence.preset,
        filing=sequence.filing,
        changed_at=changed_at,
    )


def progress_of(project: Project) -> Map[tuple[str, str], Progress]:
    """Return by sequence and language how far a project is written."""
    found = {}
    for sequence in project.sequences.values():
        for language in sequence.languages:
            done = completeness(project, sequence.id, language)
            found[sequence.id, language] = Progress(len(done.wanted), len(done.missing), len(done.stale))
    return Map(found)
