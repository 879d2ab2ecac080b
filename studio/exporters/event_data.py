"""Whether a message shows what no contact holds: data of the event that started the flow, or each reader's own code.

And whether it holds anything at all that is filled in for each reader.

Services fill an event's data only where an event started the flow; codes are made by a service or sent by the shop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from studio.exporters.base import Work
from studio.exporters.pieces import messages_of, place_of
from studio.i18n import Sentence, sentence
from studio.model.findings import Loss
from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Block, Message, Variant
from studio.model.project import Project
from studio.model.spans import tag_sources
from studio.model.trade import Channel
from studio.render.constants import expanded, snippet_constants

_EVENT = re.compile(r"(?:if\s+)?(?:cart|item|order)\.")
_TAGGED = ("cart", "footer")
"""The kinds of block that bring tags along, whatever their words are."""
_READER = re.compile(r"(?:if\s+)?(?:person|cart|item|order|coupon|links)\.")
_CODE = re.compile(r"(?:if\s+)?coupon\.code\b")


def speaks_of_event(project: Project, message: Message, language: str) -> bool:
    """Return whether any version of a message holds data of the event that started the flow."""
    is_listed = any(block.kind == "cart" for block in blocks_of(project, message))
    return is_listed or _names(_EVENT, project, message, language)


def gives_own_codes(project: Project, message: Message, language: str) -> bool:
    """Return whether any version of a message gives each reader a code: its offer does, or any of its words."""
    is_offered = any(is_own_offer(block) for block in blocks_of(project, message))
    return is_offered or _names(_CODE, project, message, language)


def needs_data(project: Project, message: Message, language: str) -> bool:
    """Return whether a message holds what only its sender can tell: the event's data, or each reader's code."""
    return speaks_of_event(project, message, language) or gives_own_codes(project, message, language)


def losses_of_emails(
    work: Work, asks: Callable[[Project, Message, str], bool], kind: str, wanted: str, becomes: Sentence
) -> Iterator[Loss]:
    """Yield a loss of this kind for each e-mail of which `asks` is true; `wanted` is a msgid that takes its `name`."""
    for message in messages_of(work):
        if message.channel is Channel.EMAIL and asks(work.project, message, work.language):
            yield Loss(kind, place_of(work, message), sentence(wanted, name=message.name), becomes)


def speaks_of_reader(project: Project, message: Message, language: str) -> bool:
    """Return whether a message holds any tag that is filled in for each reader: their name, cart, code or own links."""
    blocks = blocks_of(project, message)
    is_tagged = any(block.kind in _TAGGED or is_own_offer(block) for block in blocks)
    return is_tagged or _names(_READER, project, message, language)


def is_own_offer(block: Block) -> bool:
    """Return whether a block is an offer that gives each reader a code of their own."""
    return block.kind == "discount" and bool(block.settings.get("unique"))


def blocks_of(project: Project, message: Message) -> tuple[Block, ...]:
    """Return the blocks of a message, and those that its versions show in their place."""
    overrides = (block for variant in _variants(project, message) for block in variant.overrides.values())
    return (
        *(project.blocks[block] for block in message.blocks),
        *(block for block in overrides if isinstance(block, Block)),
    )


def _names(tag: re.Pattern[str], project: Project, message: Message, language: str) -> bool:
    """Return whether a tag that begins so stands in any words of a message, or in the snippets that they hold."""
    snippets = snippet_constants(project.snippets, language)
    said = (expanded(words, snippets) for words in _texts(project, message, language))
    return any(tag.match(source) for words in said for source in tag_sources(words))


def _texts(project: Project, message: Message, language: str) -> Iterator[str]:
    for variant in _variants(project, message):
        yield variant.subject.words(language)
        yield variant.preheader.words(language)
    for block in blocks_of(project, message):
        yield from _words(block, language)


def _variants(project: Project, message: Message) -> tuple[Variant, ...]:
    return tuple(project.variants[variant] for variant in message.variants)


def _words(block: Block, language: str) -> list[str]:
    kind = BLOCK_KINDS[block.kind]
    settings = [block.settings.get(name, default) for name, default in kind.settings.items()]
    return [block.words(name, language) for name in block.texts] + [
        setting for setting in settings if isinstance(setting, str)
    ]
