"""A whole flow as plain JSON: what starts it, its steps, and every message as its readers get it."""

from __future__ import annotations

from typing import Any

from studio.exporters.base import Work
from studio.exporters.naming import flow_mark, flow_name
from studio.exporters.pieces import Piece, messages_of, sequence_of
from studio.model.codec import to_plain
from studio.model.message import Message
from studio.model.trade import Channel

SCHEMA = 1


def flow_plain(work: Work, written: tuple[Piece, ...]) -> dict[str, Any]:
    """Return the flow as JSON values: `id` and `name` as at a service, trigger, conditions, steps, and its messages.

    Times are minutes, weekdays ISO numbers (1 is Monday), weights shares of one test. The same values always give the
    same JSON; `id` belongs to project, sequence and language for ever.
    """
    sequence, project = sequence_of(work), work.project
    return {
        "schema": SCHEMA,
        "id": flow_mark(work, "flow"),
        "name": flow_name(work),
        "project": {"id": project.id, "name": project.name},
        "sequence": {"id": sequence.id, "name": sequence.name},
        "language": work.language,
        "sender": to_plain(project.brand.sender),
        "trigger": to_plain(sequence.trigger),
        "entry": to_plain(sequence.entry),
        "exits": to_plain(sequence.exits),
        "reentry": {"days": sequence.reentry.days},
        "steps": to_plain(sequence.steps),
        "messages": [message_plain(message, _of(message, written)) for message in messages_of(work)],
    }


def message_plain(message: Message, versions: tuple[Piece, ...]) -> dict[str, Any]:
    """Return a message with all its versions as JSON values."""
    return {
        "id": message.id,
        "name": message.name,
        "channel": message.channel.value,
        "angle": message.angle.value,
        "objection": message.objection.value if message.objection else None,
        "versions": [_version(one) for one in versions],
    }


def scripts_plain(work: Work, written: tuple[Piece, ...]) -> list[dict[str, Any]]:
    """Return the call scripts of a flow as JSON values, for services that speak them."""
    calls = (message for message in messages_of(work) if message.channel is Channel.VOICE)
    return [message_plain(message, _of(message, written)) for message in calls]


def _of(message: Message, written: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(one for one in written if one.message.id == message.id)


def _version(one: Piece) -> dict[str, Any]:
    said = one.rendered
    held: dict[str, Any] = {
        "id": one.variant_id,
        "name": one.variant.name if one.variant else "",
        "weight": one.variant.weight if one.variant else 1.0,
    }
    if said.channel is Channel.EMAIL:
        return held | {"subject": said.subject, "preheader": said.preheader, "html": said.html, "text": said.text}
    return held | {"fields": dict(sorted(said.fields.items()))}
