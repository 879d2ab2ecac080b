"""SMS, push, WhatsApp and calls: the fields that their channel has, and the same words as one text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from immutables import Map

from studio.model.kinds import block_kind
from studio.model.message import Block
from studio.model.trade import Channel
from studio.render.reader import Reader, Scene

# The order in which the reader meets them; a caller greets, and says that it is an AI before anything else.
ORDER: Map[Channel, tuple[str, ...]] = Map(
    {
        Channel.SMS: ("text",),
        Channel.PUSH: ("title", "text", "url"),
        Channel.WHATSAPP: ("header", "text", "footer", "button", "url"),
        Channel.VOICE: ("persona", "opening", "disclosure", "text", "answers", "offer", "handover"),
    }
)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a message, tags still held out, and the block in which each stands."""

    words: Map[str, str]
    blocks: Map[str, str]


def fields_of(channel: Channel, blocks: Iterable[Block], scene: Scene) -> Fields:
    """Return the fields of a message; several blocks of the channel follow each other on new lines."""
    words: dict[str, list[str]] = {name: [] for name in ORDER[channel]}
    places: dict[str, str] = {}
    for block in blocks:
        kind = block_kind(block.kind)
        if kind.channel is channel:
            reader = Reader(scene, block, kind, kind.settings.update(block.settings))
            for name in ORDER[channel]:
                _take(reader, name, words[name], places)
    joined = {name: said[0] if name == "url" and said else "\n".join(said) for name, said in words.items()}
    return Fields(Map(joined), Map(places))


def _take(reader: Reader, name: str, words: list[str], places: dict[str, str]) -> None:
    said = (reader.address(name) if name in reader.kind.links else reader.said(name)).plain
    if said:
        words.append(said)
        places.setdefault(name, reader.block.id)


def text_of(channel: Channel, fields: Map[str, str]) -> str:
    """Return the fields as one text in reading order, empty ones left out."""
    parting = "\n\n" if channel is Channel.VOICE else "\n"
    return parting.join(fields[name] for name in ORDER[channel] if fields.get(name))
