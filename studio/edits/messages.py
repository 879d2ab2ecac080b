"""Verbs for messages: add, move, copy and remove them with what belongs to them, and say what they are for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from immutables import Map

from studio.edits.blocks import check_block
from studio.edits.copying import Copies, Mint, copied_message
from studio.edits.steps import add_step, move_step, with_steps, without_messages
from studio.edits.things import fresh, home_of_message, message_of, put, refuse, sequence_of
from studio.edits.tree import END, Spot, replaced
from studio.edits.variants import check_override
from studio.errors import StudioError
from studio.model.ids import new_id
from studio.model.message import Block, Message, Variant
from studio.model.project import Project
from studio.model.rules import message_faults, weight_faults
from studio.model.sequence import message_ids, walk
from studio.model.steps import Send
from studio.model.trade import Angle, Channel, MailTheme, Objection

FIRST_BLOCKS: Map[Channel, tuple[str, ...]] = Map(
    {
        Channel.EMAIL: ("paragraph", "footer"),
        Channel.SMS: ("sms",),
        Channel.PUSH: ("push",),
        Channel.WHATSAPP: ("whatsapp",),
        Channel.VOICE: ("call",),
    }
)
"""The kinds of block that a new message begins with."""


def add_message(
    project: Project,
    sequence_id: str,
    message: Message,
    spot: Spot = END,
    blocks: tuple[Block, ...] = (),
    variants: tuple[Variant, ...] = (),
    mint: Mint = new_id,
) -> Project:
    """Return a project with a new message made of `blocks` and `variants`, sent at `spot` of a sequence.

    An e-mail without variants gets a first one, "A", for its subject. Raise StudioError for taken ids, blocks that do
    not fit the channel, or several variants where the channel has none.
    """
    if not variants and message.channel is Channel.EMAIL:
        variants = (Variant(mint(), "A"),)
    ids = {"blocks": tuple(each.id for each in blocks), "variants": tuple(each.id for each in variants)}
    message = replace(message, blocks=ids["blocks"], variants=ids["variants"])
    _check(project, message, blocks, variants)
    project = put(put(put(project, "blocks", *blocks), "variants", *variants), "messages", message)
    return add_step(project, sequence_id, Send(mint(), message.id), spot)


def _check(project: Project, message: Message, blocks: tuple[Block, ...], variants: tuple[Variant, ...]) -> None:
    fresh(project.messages, message.id)
    fresh(project.blocks, *message.blocks)
    fresh(project.variants, *message.variants)
    refuse(message_faults(message))
    for block in blocks:
        check_block(project, block, message)
    for variant in variants:
        refuse(weight_faults(variant.weight))
        for key, override in variant.overrides.items():
            check_override(project, message, key, override)


def move_message(project: Project, message_id: str, spot: Spot = END, into: str = "", mint: Mint = new_id) -> Project:
    """Return a project in which a message is sent at `spot` of the sequence `into` (empty: its own).

    Raise StudioError for a message that is sent in several places: then the step has to be moved.
    """
    message = message_of(project, message_id)
    sequence = home_of_message(project, message_id)
    steps = walk(sequence.steps) if sequence else ()
    sends = [step.id for step in steps if isinstance(step, Send) and step.message == message_id]
    if sequence is None or len(sends) != 1:
        raise StudioError("“{name}” is not sent in just one place: move its steps.", name=message.name)
    return move_step(project, sequence.id, sends[0], spot, into, mint)


def copy_message(project: Project, message_id: str, sequence_id: str, spot: Spot = END, mint: Mint = new_id) -> Project:
    """Return a project with a copy of a message, with its blocks and variants, sent at `spot` of a sequence."""
    copies = Copies(project, mint)
    copy = copied_message(copies, message_of(project, message_id))
    return add_step(copies.into(project), sequence_id, Send(mint(), copy.id), spot)


def remove_message(project: Project, message_id: str) -> Project:
    """Return a project without a message, its blocks and variants, and every step that sends it."""
    message_of(project, message_id)
    if sequence := home_of_message(project, message_id):
        steps = sequence.steps
        for step in walk(sequence.steps):
            if isinstance(step, Send) and step.message == message_id:
                steps = replaced(steps, step.id, ())
        project = with_steps(project, sequence, steps)
    return without_messages(project, [message_id])


def _altered(project: Project, message_id: str, **values: Any) -> Project:  # noqa: ANN401
    return put(project, "messages", replace(message_of(project, message_id), **values))


def rename_message(project: Project, message_id: str, name: str) -> Project:
    """Return a project in which a message has another name."""
    return _altered(project, message_id, name=name)


def set_angle(project: Project, message_id: str, angle: Angle) -> Project:
    """Return a project in which a message does something else: reminder, proof, story ..."""
    return _altered(project, message_id, angle=angle)


def set_objection(project: Project, message_id: str, objection: Objection) -> Project:
    """Return a project in which a message answers another objection, or none."""
    return _altered(project, message_id, objection=objection)


def set_theme(project: Project, message_id: str, theme: MailTheme | None) -> Project:
    """Return a project in which an e-mail looks another way; None means as the brand says."""
    return _altered(project, message_id, theme=theme)


def set_idea(project: Project, message_id: str, idea: str) -> Project:
    """Return a project in which the variants of a message test another idea."""
    return _altered(project, message_id, idea=idea)


def blank_message(
    project: Project, sequence_id: str, channel: Channel, name: str, spot: Spot = END, mint: Mint = new_id
) -> Project:
    """Return a project with a new, unwritten message of `channel` sent at `spot`, with the blocks it cannot do without.

    Raise StudioError as `add_message` does.
    """
    blocks = tuple(Block(mint(), kind) for kind in FIRST_BLOCKS[channel])
    message = Message(mint(), name, channel, Angle.REMINDER)
    return add_message(project, sequence_id, message, spot, blocks, mint=mint)


def set_themes(project: Project, sequence_id: str, theme: MailTheme | None) -> Project:
    """Return a project in which every e-mail of a sequence looks one way; None means as the brand says."""
    for id_ in message_ids(sequence_of(project, sequence_id)):
        if message_of(project, id_).channel is Channel.EMAIL:
            project = set_theme(project, id_, theme)
    return project
