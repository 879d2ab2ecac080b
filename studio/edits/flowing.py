"""Verbs for copy that flows from block to block: split one, join two, put one after another."""

from __future__ import annotations

from dataclasses import replace

from studio.edits.blocks import add_block, remove_block
from studio.edits.copying import Mint
from studio.edits.texts import block_text, write
from studio.edits.things import block_of, home_of_block, put
from studio.errors import StudioError
from studio.model.ids import new_id
from studio.model.kinds import BLOCK_KINDS
from studio.model.localized import Localized, Text
from studio.model.message import Block
from studio.model.project import Project

FLOWING = frozenset({"heading", "paragraph", "list", "quote"})
"""Kinds whose main text can be split in two blocks and joined with a neighbour's."""


def following(project: Project, block_id: str) -> str:
    """Return the id of the block that stands after another one in its message, empty for the last."""
    order = home_of_block(project, block_id).blocks
    index = order.index(block_id) + 1
    return order[index] if index < len(order) else ""


def add_after(project: Project, block_id: str, *blocks: Block) -> Project:
    """Return a project in which `blocks` stand after another one of its message, in their order."""
    home, before = home_of_block(project, block_id), following(project, block_id)
    for block in blocks:
        project = add_block(project, home.id, block, before)
    return project


def split_block(
    project: Project, block_id: str, language: str, words: str, rest: str, mint: Mint = new_id
) -> tuple[Project, str]:
    """Return a project in which a block says `words` and a new one after it the `rest`, and the new block's id.

    The other languages stay whole in the first block. A `rest` goes on as the same kind; without one the new block is
    a paragraph. Raise StudioError for a kind that does not flow.
    """
    block = _flowing(project, block_id)
    project = write(project, block_text(block_id), language, words)
    kind, settings = (block.kind, block.settings) if rest else ("paragraph", BLOCK_KINDS["paragraph"].settings)
    new = Block(mint(), kind, block.beat, settings=settings)
    return write(add_after(project, block_id, new), block_text(new.id), language, rest), new.id


def _flowing(project: Project, block_id: str) -> Block:
    block = block_of(project, block_id)
    if block.kind not in FLOWING:
        raise StudioError("A block of the kind “{kind}” does not flow into others.", kind=block.kind)
    return block


def join_block(project: Project, block_id: str, into: str, language: str, words: str) -> Project:
    """Return a project in which `into` says `words` in `language` and the block that gave its words is gone.

    In the other languages its words follow as a paragraph of their own, so that no translation is lost. Raise
    StudioError for kinds that do not flow, and where the block says more than its one text (who is quoted).
    """
    block, target = _flowing(project, block_id), _flowing(project, into)
    if any(text.languages() for name, text in block.texts.items() if name != "text"):
        raise StudioError("This block says more than fits into the one before it.")
    gap = "\n" if BLOCK_KINDS[target.kind].items == "lines" else "\n\n"
    told = target.texts.get("text", Localized())
    for other, text in block.texts.get("text", Localized()).texts.items():
        if other != language and text.words:
            told = Localized(told.texts.set(other, _after(told.texts.get(other), text, gap)))
    project = put(project, "blocks", replace(target, texts=target.texts.set("text", told)))
    return remove_block(write(project, block_text(into), language, words), block_id)


def _after(first: Text | None, second: Text, gap: str) -> Text:
    return replace(first, words=f"{first.words}{gap}{second.words}") if first and first.words else second
