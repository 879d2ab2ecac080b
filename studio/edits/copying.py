"""Copies of blocks, variants, messages and steps, in which everything has a new id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from immutables import Map

from studio.edits.tree import Node, inside, with_inside
from studio.model.message import Block, Hidden, Message, Variant
from studio.model.project import Project
from studio.model.sequence import Waiver
from studio.model.steps import Send

Mint = Callable[[], str]


@dataclass(slots=True)
class Copies:
    """What has been copied so far: `messages` by the id of the original; a message sent twice is copied once."""

    project: Project
    mint: Mint
    messages: dict[str, Message] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    variants: list[Variant] = field(default_factory=list)

    def into(self, project: Project) -> Project:
        """Return a project that also holds the copied messages with their blocks and variants."""
        return replace(
            project,
            messages=project.messages.update({each.id: each for each in self.messages.values()}),
            blocks=project.blocks.update({each.id: each for each in self.blocks}),
            variants=project.variants.update({each.id: each for each in self.variants}),
        )


def copied_variant(variant: Variant, mint: Mint, blocks: Mapping[str, str]) -> Variant:
    """Return a copy of a variant whose overrides stand for the copies of its blocks (`blocks`: old id -> new id)."""
    overrides: dict[str, Block | Hidden] = {}
    for key, override in variant.overrides.items():
        overrides[blocks.get(key, key)] = copied_override(override, key, blocks.get(key, key), mint)
    return replace(variant, id=mint(), overrides=Map(overrides))


def copied_override(override: Block | Hidden, key: str, new_key: str, mint: Mint) -> Block | Hidden:
    """Return a copy of what stands for the block `key`; an override that shares its block's id goes on sharing it."""
    if not isinstance(override, Block):
        return override
    return replace(override, id=new_key if override.id == key else mint())


def copied_message(copies: Copies, message: Message) -> Message:
    """Return a copy of a message and note it, with its blocks and variants, in `copies`."""
    if message.id in copies.messages:
        return copies.messages[message.id]
    project, mint = copies.project, copies.mint
    ids = {id_: mint() for id_ in message.blocks}
    blocks = [replace(project.blocks[old], id=new) for old, new in ids.items()]
    variants = [copied_variant(project.variants[id_], mint, ids) for id_ in message.variants]
    copy = replace(message, id=mint(), blocks=tuple(ids.values()), variants=tuple(variant.id for variant in variants))
    copies.messages[message.id] = copy
    copies.blocks += blocks
    copies.variants += variants
    return copy


def copied_node(copies: Copies, node: Node) -> Node:
    """Return a copy of a step, arm or path with all that lies in it; the messages it sends are copied too."""
    copy = with_inside(node, tuple(copied_node(copies, each) for each in inside(node)))
    if isinstance(copy, Send):
        message = copied_message(copies, copies.project.messages[copy.message])
        return replace(copy, id=copies.mint(), message=message.id)
    return replace(copy, id=copies.mint())


def copied_waivers(copies: Copies, waivers: tuple[Waiver, ...]) -> tuple[Waiver, ...]:
    """Return what a sequence leaves on purpose, said of the copies of its messages."""
    new = {old: copy.id for old, copy in copies.messages.items()}
    return tuple(replace(waiver, message=new.get(waiver.message, waiver.message)) for waiver in waivers)
