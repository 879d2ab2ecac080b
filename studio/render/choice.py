"""Which words a message of one variant consists of: its blocks with the overrides, its subject and preheader."""

from __future__ import annotations

from dataclasses import dataclass

from studio.errors import StudioError
from studio.model.localized import Localized
from studio.model.message import Block, Hidden, Message, Variant
from studio.model.project import Project


@dataclass(frozen=True, slots=True)
class Choice:
    """One message as one variant has it."""

    message: Message
    blocks: tuple[Block, ...]
    variant: str = ""
    subject: Localized = Localized()  # noqa: RUF009 - a frozen value
    preheader: Localized = Localized()  # noqa: RUF009


def choose(project: Project, message_id: str, variant_id: str) -> Choice:
    """Return a message as a variant has it; an empty `variant_id` means its first variant, or the bare message.

    Raise StudioError for a message, a variant or a block that the project does not have.
    """
    message = project.messages.get(message_id)
    if message is None:
        raise StudioError("There is no message “{message}” in this project.", message=message_id)
    variant = _variant(project, message, variant_id)
    if variant is None:
        return Choice(message, tuple(_block(project, block) for block in message.blocks))
    chosen = (variant.overrides.get(block) or _block(project, block) for block in message.blocks)
    blocks = tuple(block for block in chosen if not isinstance(block, Hidden))
    return Choice(message, blocks, variant.id, variant.subject, variant.preheader)


def _variant(project: Project, message: Message, variant_id: str) -> Variant | None:
    wanted = variant_id or next(iter(message.variants), "")
    if not wanted:
        return None
    variant = project.variants.get(wanted) if wanted in message.variants else None
    if variant is None:
        raise StudioError("The message “{message}” has no variant “{variant}”.", message=message.name, variant=wanted)
    return variant


def _block(project: Project, block_id: str) -> Block:
    block = project.blocks.get(block_id)
    if block is None:
        raise StudioError("There is no block “{block}” in this project.", block=block_id)
    return block
