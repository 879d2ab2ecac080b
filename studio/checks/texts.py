"""The texts of a flow in one language with their places, in the order of reading: what every check of words reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studio.edits.blocks import block_in
from studio.edits.find import is_rich
from studio.edits.texts import Spoken, block_text, preheader, read, snippet, subject
from studio.model.findings import Place
from studio.model.kinds import block_kind
from studio.model.message import Block, Message
from studio.model.project import Project
from studio.model.remedies import Reword
from studio.model.sequence import Sequence, message_ids
from studio.model.trade import Channel

_SNIPPET = re.compile(r"\{\{\s*(?:if\s+)?snippet\.([\w-]+)")
_PROSE = frozenset(
    ("heading", "paragraph", "list", "quote", "product", "review", "guarantees", "faq", "discount", "sms", "push")
) | {"whatsapp", "call"}
_VOICES = frozenset(("quote", "review"))


@dataclass(frozen=True, slots=True)
class Told:
    """A text with its place and address; `kind` is that of its block, “subject”, “preheader” or “snippet”.

    `items` says how its block's main text is made up (“entries”: each has a title line).
    """

    place: Place
    spoken: Spoken
    text: str
    kind: str
    channel: Channel
    rich: bool
    items: str = ""

    @property
    def is_prose(self) -> bool:
        """Tell whether it is running copy, not a label or a name; the footer is the law's, not the writer's."""
        return self.kind in _PROSE and self.spoken.name in ("text", "opening", "offer", "handover", "answers", "terms")

    @property
    def is_quoted(self) -> bool:
        """Tell whether somebody else than the shop speaks."""
        return self.kind in _VOICES

    @property
    def is_gsm(self) -> bool:
        """Tell whether it goes out as an SMS."""
        return self.channel is Channel.SMS

    def reword(self, start: int, end: int, words: str) -> Reword:
        """Return the remedy that puts `words` in the place of a stretch of the source."""
        spoken = self.spoken
        was = self.text[start:end]
        return Reword(
            spoken.kind, spoken.id, spoken.name, spoken.variant, self.place.language, start, was, words
        )  # fmt: skip


def told(project: Project, flow: Sequence, language: str) -> tuple[Told, ...]:
    """Return what the messages of a flow say in a language, message by message, and then the snippets they use.

    A message gives its variants' subjects and preheaders, its blocks, and what variants put in their place. Texts
    that nobody has written are left out. Snippets stand in no message.
    """
    said = [text for id_ in message_ids(flow) for text in told_in(project, flow, project.messages[id_], language)]
    return (*said, *_snippets(project, flow, language, said))


def told_in(project: Project, flow: Sequence, message: Message, language: str) -> Iterator[Told]:
    """Yield what one message says in a language, snippets not filled in."""
    for variant in message.variants:
        place = Place(flow.id, message.id, "", language, variant)
        for name, spoken in (("subject", subject(variant)), ("preheader", preheader(variant))):
            if words := read(project, spoken).words(language):
                yield Told(place, spoken, words, name, message.channel, rich=False)
    for block in message.blocks:
        yield from _block(project, Place(flow.id, message.id, block, language), message)
    for variant in message.variants:
        overrides = project.variants[variant].overrides
        for block in message.blocks:
            if isinstance(overrides.get(block), Block):
                yield from _block(project, Place(flow.id, message.id, block, language, variant), message)


def _block(project: Project, place: Place, message: Message) -> Iterator[Told]:
    block = block_in(project, place.block, place.variant)
    kind = block_kind(block.kind)
    for name in kind.texts:
        if words := block.words(name, place.language):
            spoken = block_text(place.block, name, place.variant)
            items = kind.items if name == "text" else "entries" if name == "answers" else ""
            yield Told(place, spoken, words, block.kind, message.channel, is_rich(project, spoken), items)


def _snippets(project: Project, flow: Sequence, language: str, said: Iterable[Told]) -> Iterator[Told]:
    used = dict.fromkeys(id_ for text in said if "snippet." in text.text for id_ in _SNIPPET.findall(text.text))
    for id_ in used:
        held = project.snippets.get(id_)
        if held is not None and (words := held.text.words(language)):
            place = Place(flow.id, language=language)
            yield Told(place, snippet(id_), words, "snippet", Channel.EMAIL, rich=True)


def around(text: str, start: int, end: int, reach: int = 14) -> str:
    """Return a stretch of a source text with the whole words that stand near on both sides, on one line."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    before = text.find(" ", first - 1, start) if first else -1
    after = text.rfind(" ", end, last + 1) if last < len(text) else -1
    first = before + 1 if before >= 0 else first
    last = after if after >= 0 else last
    return re.sub(r"(?<!\s)\s*\n\s*", " ", _without_tags(text[first:last])).strip(" ")


def _without_tags(piece: str) -> str:
    """Return a piece of a source text with an ellipsis for each merge tag, also where only a part of one is in it."""
    piece = re.sub(r"\{\{[^{}]*\}\}", "…", piece)
    piece = re.sub(r"\{\{[^{}]*$", "…", piece)
    return re.sub(r"^[^{}]*\}\}", "…", piece)
