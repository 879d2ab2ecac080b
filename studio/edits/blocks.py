"""Verbs for blocks of copy: add, move, copy and remove them, their beat and their settings."""

from __future__ import annotations

from dataclasses import replace

from studio.edits.copying import Mint, copied_override
from studio.edits.things import block_of, drop, fresh, home_of_block, message_of, placed, put, refuse, variant_of
from studio.errors import StudioError
from studio.model.ids import new_id
from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Block, Message, Setting, Variant
from studio.model.project import Project
from studio.model.rules import block_faults
from studio.model.trade import Beat


def add_block(project: Project, message_id: str, block: Block, before: str = "") -> Project:
    """Return a project in which a block stands in a message, before another block or at the end.

    Raise StudioError where its kind does not fit the channel, a text or setting is unknown, or the id is taken.
    """
    message = message_of(project, message_id)
    fresh(project.blocks, block.id)
    check_block(project, block, message)
    message = replace(message, blocks=placed(message.blocks, block.id, before))
    return put(put(project, "blocks", block), "messages", message)


def check_block(project: Project, block: Block, message: Message) -> None:
    """Raise StudioError where a block breaks a rule, does not fit the channel or shows a picture that is not there."""
    refuse(block_faults(block, message.channel))
    for name in BLOCK_KINDS[block.kind].assets:
        digest = block.settings.get(name, "")
        if digest not in ("", "brand", *project.assets):
            raise StudioError("There is no picture “{id}”.", id=digest)


def move_block(project: Project, block_id: str, before: str = "", into: str = "") -> Project:
    """Return a project in which a block stands before another one or at the end, of the message `into` if one is named.

    In another message the variants of the old one no longer change it. Raise StudioError for a channel it does not fit.
    """
    block, home = block_of(project, block_id), home_of_block(project, block_id)
    target = message_of(project, into or home.id)
    if target.id != home.id:
        check_block(project, block, target)
        project = _out_of(project, home, block_id)
        target = message_of(project, target.id)
    return put(project, "messages", replace(target, blocks=placed(target.blocks, block_id, before)))


def _out_of(project: Project, message: Message, block_id: str) -> Project:
    blocks = tuple(id_ for id_ in message.blocks if id_ != block_id)
    variants = (project.variants[id_] for id_ in message.variants)
    freed = [
        replace(each, overrides=each.overrides.delete(block_id)) for each in variants if block_id in each.overrides
    ]
    return put(put(project, "messages", replace(message, blocks=blocks)), "variants", *freed)


def copy_block(project: Project, block_id: str, before: str = "", into: str = "", mint: Mint = new_id) -> Project:
    """Return a project with a copy of a block, before another one or at the end, of the message `into` if one is named.

    In the same message the variants that change the block change its copy likewise.
    """
    home = home_of_block(project, block_id)
    copy = replace(block_of(project, block_id), id=mint())
    project = add_block(project, into or home.id, copy, before)
    if into not in ("", home.id):
        return project
    variants = [project.variants[id_] for id_ in home.variants]
    changing = [variant for variant in variants if block_id in variant.overrides]
    return put(project, "variants", *(_doubled(variant, block_id, copy.id, mint) for variant in changing))


def _doubled(variant: Variant, block_id: str, copy_id: str, mint: Mint) -> Variant:
    override = copied_override(variant.overrides[block_id], block_id, copy_id, mint)
    return replace(variant, overrides=variant.overrides.set(copy_id, override))


def remove_block(project: Project, block_id: str) -> Project:
    """Return a project without a block and without what variants put in its place."""
    return drop(_out_of(project, home_of_block(project, block_id), block_id), "blocks", [block_id])


def set_beat(project: Project, block_id: str, beat: Beat) -> Project:
    """Return a project in which a block does something else in the story."""
    return put(project, "blocks", replace(block_of(project, block_id), beat=beat))


def set_setting(project: Project, block_id: str, name: str, value: Setting, variant_id: str = "") -> Project:
    """Return a project in which a setting of a block, or of what a variant puts in its place, has another value.

    Raise StudioError for a setting that the kind of block does not have, or a value of another type.
    """
    home = home_of_block(project, block_id)
    block = block_in(project, block_id, variant_id)
    block = replace(block, settings=block.settings.set(name, value))
    check_block(project, block, home)
    return with_block(project, block_id, block, variant_id)


def block_in(project: Project, block_id: str, variant_id: str = "") -> Block:
    """Return a block as a variant shows it; raise StudioError where the variant hides it or is of another message."""
    block = block_of(project, block_id)
    if not variant_id:
        return block
    variant = variant_of(project, variant_id)
    if variant_id not in home_of_block(project, block_id).variants:
        raise StudioError("There is no block “{id}” in version “{name}”.", id=block_id, name=variant.name)
    shown = variant.overrides.get(block_id, block)
    if not isinstance(shown, Block):
        raise StudioError("Version “{name}” leaves this block out.", name=variant.name)
    return shown


def with_block(project: Project, block_id: str, block: Block, variant_id: str = "") -> Project:
    """Return a project in which a block has changed, for everybody or for one variant alone."""
    if not variant_id:
        return put(project, "blocks", block)
    variant = variant_of(project, variant_id)
    if variant.overrides.get(block_id, project.blocks[block_id]) == block:
        return project
    return put(project, "variants", replace(variant, overrides=variant.overrides.set(block_id, block)))
