"""What a message shows: its blocks version by version, its offers and its words in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Block, Message, Setting
from studio.model.project import Project


@dataclass(frozen=True, slots=True)
class Face:
    """A message as one of its versions shows it; `variant` is empty where all versions show the same blocks."""

    variant: str
    blocks: tuple[Block, ...]

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of its blocks in reading order."""
        return tuple(block.kind for block in self.blocks)


def faces(project: Project, message: Message) -> tuple[Face, ...]:
    """Return a message as its versions show it, those with the same blocks once."""
    found: dict[tuple[Block, ...], str] = {}
    plain = tuple(project.blocks[id_] for id_ in message.blocks)
    for id_ in message.variants:
        overrides = project.variants[id_].overrides
        chosen = (overrides.get(block.id, block) for block in plain)
        found.setdefault(tuple(block for block in chosen if isinstance(block, Block)) if overrides else plain, id_)
    found.pop(plain, "")
    shared = (Face("", plain),) if len(found) < len(message.variants) or not message.variants else ()
    return (*shared, *(Face(variant, blocks) for blocks, variant in found.items()))


@dataclass(frozen=True, slots=True)
class Shown:
    """A block as a version shows it: `id` is the message's block whose place it takes, `variant` empty for all."""

    id: str
    block: Block
    variant: str = ""


def shown(project: Project, message: Message) -> Iterator[Shown]:
    """Yield every block of a message in reading order, followed by what versions put in its place."""
    for id_ in message.blocks:
        yield Shown(id_, project.blocks[id_])
        for variant in message.variants:
            override = project.variants[variant].overrides.get(id_)
            if isinstance(override, Block):
                yield Shown(id_, override, variant)


def offers(project: Project, message: Message) -> tuple[Shown, ...]:
    """Return the offer blocks of a message, in all versions."""
    return tuple(each for each in shown(project, message) if each.block.kind == "discount")


def makes_offer(project: Project, message: Message) -> bool:
    """Return whether any version of a message holds an offer."""
    return bool(offers(project, message))


def setting(block: Block, name: str) -> Setting:
    """Return a setting of a block, or its kind's default where the block says nothing."""
    return block.settings.get(name, BLOCK_KINDS[block.kind].settings[name])


def hours(block: Block) -> int:
    """Return how many hours an offer lasts, 0 where it has no end."""
    return int(setting(block, "hours"))


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a message in one language: where they stand, and what they say."""

    block: str
    name: str
    words: str
    variant: str = ""


def said(project: Project, message: Message, language: str) -> Iterator[Said]:
    """Yield the words of a message in one language: subjects and preheaders, then its blocks, none empty."""
    for id_ in message.variants:
        variant = project.variants[id_]
        for name, text in (("subject", variant.subject), ("preheader", variant.preheader)):
            if words := text.words(language):
                yield Said("", name, words, id_)
    for each in shown(project, message):
        for name in BLOCK_KINDS[each.block.kind].texts:
            if words := each.block.words(name, language):
                yield Said(each.id, name, words, each.variant)
