"""Whether a message shows data of the event that started the flow: services fill that only where an event did."""

from __future__ import annotations

import re

from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Block, Message, Variant
from studio.model.project import Project
from studio.model.spans import tag_sources

_EVENT = re.compile(r"(?:if\s+)?(?:cart|item|order)\.")


def speaks_of_event(project: Project, message: Message, language: str) -> bool:
    """Return whether any version of a message holds data of the event that started the flow."""
    variants = [project.variants[variant] for variant in message.variants]
    blocks = [project.blocks[block] for block in message.blocks]
    blocks += [block for variant in variants for block in variant.overrides.values() if isinstance(block, Block)]
    texts = [words for variant in variants for words in _head(variant, language)]
    texts += [words for block in blocks for words in _words(block, language)]
    return any(block.kind == "cart" for block in blocks) or any(
        _EVENT.match(source) for words in texts for source in tag_sources(words)
    )


def _head(variant: Variant, language: str) -> tuple[str, str]:
    return variant.subject.words(language), variant.preheader.words(language)


def _words(block: Block, language: str) -> list[str]:
    kind = BLOCK_KINDS[block.kind]
    settings = [block.settings.get(name, default) for name, default in kind.settings.items()]
    return [block.words(name, language) for name in block.texts] + [
        setting for setting in settings if isinstance(setting, str)
    ]
