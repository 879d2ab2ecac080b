"""Verbs for variants: the versions of a message that are tested, and the blocks they change or leave out."""

from __future__ import annotations

from dataclasses import replace

from studio.edits.blocks import check_block
from studio.edits.copying import Mint, copied_variant
from studio.edits.things import drop, fresh, home_of_variant, message_of, placed, put, refuse, variant_of
from studio.errors import StudioError
from studio.model.ids import new_id
from studio.model.message import HIDDEN, Block, Hidden, Message, Variant
from studio.model.project import Project
from studio.model.rules import message_faults, weight_faults
from studio.model.trade import Channel


def add_variant(project: Project, message_id: str, variant: Variant, before: str = "") -> Project:
    """Return a project with one more variant of a message, before another one or last.

    Raise StudioError for a second variant on a channel that has none, a share of 0, or overrides of unknown blocks.
    """
    message = message_of(project, message_id)
    fresh(project.variants, variant.id)
    message = replace(message, variants=placed(message.variants, variant.id, before))
    refuse(message_faults(message))
    refuse(weight_faults(variant.weight))
    for key, override in variant.overrides.items():
        check_override(project, message, key, override)
    return put(put(project, "variants", variant), "messages", message)


def check_override(project: Project, message: Message, block_id: str, override: Block | Hidden) -> None:
    """Raise StudioError where a variant of `message` cannot put `override` in the place of a block."""
    if block_id not in message.blocks:
        raise StudioError("There is no block “{id}” in “{name}”.", id=block_id, name=message.name)
    if isinstance(override, Block):
        check_block(project, override, message)
        if override.id != block_id:
            fresh(project.blocks, override.id)
            fresh(message.blocks, override.id)


def move_variant(project: Project, variant_id: str, before: str = "") -> Project:
    """Return a project in which a variant stands before another one of its message, or last."""
    message = home_of_variant(project, variant_id)
    return put(project, "messages", replace(message, variants=placed(message.variants, variant_id, before)))


def copy_variant(project: Project, variant_id: str, name: str, mint: Mint = new_id) -> Project:
    """Return a project with a copy of a variant, called `name`, as the last one of its message."""
    message = home_of_variant(project, variant_id)
    copy = copied_variant(variant_of(project, variant_id), mint, {})
    return add_variant(project, message.id, replace(copy, name=name))


def remove_variant(project: Project, variant_id: str) -> Project:
    """Return a project without a variant; raise StudioError for the last one of an e-mail, which has its subject."""
    message = home_of_variant(project, variant_id)
    left = tuple(id_ for id_ in message.variants if id_ != variant_id)
    if not left and message.channel is Channel.EMAIL:
        raise StudioError("An e-mail keeps at least one version, which has its subject line.")
    return drop(put(project, "messages", replace(message, variants=left)), "variants", [variant_id])


def rename_variant(project: Project, variant_id: str, name: str) -> Project:
    """Return a project in which a variant has another name."""
    return put(project, "variants", replace(variant_of(project, variant_id), name=name))


def set_weight(project: Project, variant_id: str, weight: float) -> Project:
    """Return a project in which a variant has another share, in every language; raise StudioError unless above 0."""
    refuse(weight_faults(weight))
    return put(project, "variants", replace(variant_of(project, variant_id), weight=weight))


def set_override(project: Project, variant_id: str, block_id: str, block: Block) -> Project:
    """Return a project in which a variant shows `block` in place of another one of its message.

    The block may carry the id of the one it stands for, or one of its own. Raise StudioError where it does not fit.
    """
    check_override(project, home_of_variant(project, variant_id), block_id, block)
    return _overriding(project, variant_id, block_id, block)


def hide_block(project: Project, variant_id: str, block_id: str) -> Project:
    """Return a project in which a variant leaves a block out."""
    check_override(project, home_of_variant(project, variant_id), block_id, HIDDEN)
    return _overriding(project, variant_id, block_id, HIDDEN)


def _overriding(project: Project, variant_id: str, block_id: str, override: Block | Hidden) -> Project:
    variant = variant_of(project, variant_id)
    return put(project, "variants", replace(variant, overrides=variant.overrides.set(block_id, override)))


def clear_override(project: Project, variant_id: str, block_id: str) -> Project:
    """Return a project in which a variant shows a block as the message has it."""
    variant = variant_of(project, variant_id)
    if block_id not in variant.overrides:
        return project
    return put(project, "variants", replace(variant, overrides=variant.overrides.delete(block_id)))
