"""How far a sequence is written in a language: what the tabs of the languages show, and where to go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studio.edits.blocks import block_in
from studio.edits.texts import Spoken, read
from studio.edits.things import home_of_variant, sequence_of
from studio.edits.translate import spoken_in
from studio.model.kinds import block_kind
from studio.model.project import Project
from studio.model.trade import Channel


@dataclass(frozen=True, slots=True)
class Completeness:
    """The addresses of the texts that a language shall have, in reading order, and which of them wait for somebody.

    `missing` have no words in it, `stale` were translated from words that the source no longer says.
    """

    wanted: tuple[Spoken, ...]
    missing: tuple[Spoken, ...]
    stale: tuple[Spoken, ...]


def completeness(project: Project, sequence_id: str, language: str) -> Completeness:
    """Return how far a sequence is written in `language`; raise StudioError where there is no such sequence.

    A language shall have what the message cannot do without and what the source language says. The purpose of the
    sequence, which no reader gets, does not count.
    """
    source = sequence_of(project, sequence_id).source_language
    wanted = tuple(_wanted(project, sequence_id, source))
    missing = tuple(spoken for spoken in wanted if not read(project, spoken).words(language).strip())
    stale = tuple(spoken for spoken in wanted if read(project, spoken).is_stale(language, source))
    return Completeness(wanted, missing, tuple(spoken for spoken in stale if spoken not in missing))


def _wanted(project: Project, sequence_id: str, source: str) -> Iterator[Spoken]:
    for spoken in spoken_in(project, sequence_id):
        if spoken.kind != "sequences" and (read(project, spoken).words(source).strip() or _required(project, spoken)):
            yield spoken


def _required(project: Project, spoken: Spoken) -> bool:
    if spoken.kind == "variants":
        return spoken.name == "subject" and home_of_variant(project, spoken.id).channel is Channel.EMAIL
    return spoken.name in block_kind(block_in(project, spoken.id, spoken.variant).kind).required
