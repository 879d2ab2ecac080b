"""Verbs for translations: each remembers the digest of the words it was made from, so we know when it is stale."""

from __future__ import annotations

from collections.abc import Iterator

from studio.edits.texts import Spoken, block_text, preheader, purpose, read, subject, with_text
from studio.edits.things import message_of, sequence_of, variant_of
from studio.errors import StudioError
from studio.model.kinds import block_kind
from studio.model.message import Block, Message
from studio.model.project import Project
from studio.model.sequence import message_ids


def translate(project: Project, spoken: Spoken, language: str, words: str, source_language: str) -> Project:
    """Return a project in which a text says `words` in `language`, translated from what the source says now.

    No words take the translation out. Raise StudioError where the two languages are the same.
    """
    _two(language, source_language)
    if not words:
        return with_text(project, spoken, lambda text: text.without(language))
    return with_text(project, spoken, lambda text: text.translated(language, words, source_language))


def _two(language: str, source_language: str) -> None:
    if language == source_language:
        raise StudioError("A text is not translated into its own language: {language}.", language=language)


def still_good(project: Project, spoken: Spoken, language: str, source_language: str) -> Project:
    """Return a project in which a translation counts as made from what the source says now, its words unchanged.

    Raise StudioError where there is no translation yet.
    """
    words = read(project, spoken).words(language)
    if not words:
        raise StudioError("There is no translation into {language} yet.", language=language)
    return translate(project, spoken, language, words, source_language)


def spoken_in(project: Project, sequence_id: str) -> Iterator[Spoken]:
    """Yield the address of every text of a sequence in reading order: its purpose, then message by message.

    Each message gives its variants' subjects and preheaders, its blocks, and then what variants put in their place.
    Texts in which nothing has been written are not left out.
    """
    yield purpose(sequence_id)
    for id_ in message_ids(sequence_of(project, sequence_id)):
        yield from _spoken_in_message(project, message_of(project, id_))


def _spoken_in_message(project: Project, message: Message) -> Iterator[Spoken]:
    for id_ in message.variants:
        yield from (subject(id_), preheader(id_))
    for id_ in message.blocks:
        yield from (block_text(id_, name) for name in block_kind(project.blocks[id_].kind).texts)
    for variant_id in message.variants:
        overrides = variant_of(project, variant_id).overrides
        for id_ in message.blocks:
            override = overrides.get(id_)
            if isinstance(override, Block):
                yield from (block_text(id_, name, variant_id) for name in block_kind(override.kind).texts)
