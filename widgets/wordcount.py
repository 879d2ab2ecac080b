"""How many words of a message its readers read, counted in one way for every screen that says so."""

from __future__ import annotations

from studio.edits.find import shown
from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Message
from studio.model.project import Project
from studio.model.spans import parse_plain, parse_spans
from studio.words.counting import word_count

UNREAD = frozenset({"alt", "unsubscribe", "preferences", "disclosure"})
"""Texts of blocks that do not count as words of the story."""


def words_of(project: Project, message: Message, language: str) -> int:
    """Return the number of words of a message's blocks in a language; a merge tag counts as no word."""
    total = 0
    for block_id in message.blocks:
        block = project.blocks[block_id]
        kind = BLOCK_KINDS[block.kind]
        for name in kind.texts:
            if name not in UNREAD and block.kind not in ("footer", "cart"):
                words = block.words(name, language)
                total += word_count(shown(parse_spans(words) if name in kind.rich else parse_plain(words)))
    return total
