"""A sequence taken over from another project (a grown preset, a colleague's file) without disturbing what is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import cast

from immutables import Map

from studio.edits.extract import sequence_alone
from studio.edits.sequences import add_sequence
from studio.edits.things import put
from studio.edits.tree import Node, inside, with_inside
from studio.model.localized import Localized
from studio.model.message import Block, Hidden, Message, Variant
from studio.model.project import Project, Snippet
from studio.model.steps import Send, Step

Naming = Callable[[str], str]
OWNED = ("sequences", "messages", "blocks", "variants")


def adopt(project: Project, other: Project, sequence_id: str, before: str = "") -> Project:
    """Return a project that also holds a sequence of another one, with its messages and the pictures they show.

    Brand, readers and glossary stay the project's own, and so do its snippets: the newcomer brings those that are not
    there yet, and the words of languages in which they were not written. Ids stay as they are; where one is taken,
    all of the newcomer get the first ending (`-2`, `-3` …) with which none is, so the same two projects give the same
    outcome. Raise StudioError where the other project has no such sequence.
    """
    guest = sequence_alone(replace(other, brand=project.brand), sequence_id)
    name = _naming(project, guest)
    project = put(project, "assets", *(asset for id_, asset in guest.assets.items() if id_ not in project.assets))
    project = put(project, "snippets", *(_snippet(project, snippet) for snippet in guest.snippets.values()))
    project = put(project, "blocks", *(replace(block, id=name(block.id)) for block in guest.blocks.values()))
    project = put(project, "variants", *(_variant(variant, name) for variant in guest.variants.values()))
    project = put(project, "messages", *(_message(message, name) for message in guest.messages.values()))
    sequence = guest.sequences[sequence_id]
    steps = tuple(cast("Step", _node(step, name)) for step in sequence.steps)
    waivers = tuple(replace(waiver, message=waiver.message and name(waiver.message)) for waiver in sequence.waivers)
    return add_sequence(project, replace(sequence, id=name(sequence_id), steps=steps, waivers=waivers), before)


def _naming(project: Project, guest: Project) -> Naming:
    for number in count(1):
        ending = f"-{number}" if number > 1 else ""
        if not any(f"{id_}{ending}" in getattr(project, kind) for kind in OWNED for id_ in getattr(guest, kind)):
            break
    return lambda id_: f"{id_}{ending}"


def _snippet(project: Project, brought: Snippet) -> Snippet:
    own = project.snippets.get(brought.id)
    if own is None:
        return brought
    return replace(own, text=Localized(Map({**brought.text.texts, **own.text.texts})))


def _variant(variant: Variant, name: Naming) -> Variant:
    overrides = {name(key): _override(each, name) for key, each in variant.overrides.items()}
    return replace(variant, id=name(variant.id), overrides=Map(overrides))


def _override(override: Block | Hidden, name: Naming) -> Block | Hidden:
    return replace(override, id=name(override.id)) if isinstance(override, Block) else override


def _message(message: Message, name: Naming) -> Message:
    blocks, variants = (tuple(map(name, ids)) for ids in (message.blocks, message.variants))
    return replace(message, id=name(message.id), blocks=blocks, variants=variants)


def _node(node: Node, name: Naming) -> Node:
    node = with_inside(node, tuple(_node(each, name) for each in inside(node)))
    return replace(node, message=name(node.message)) if isinstance(node, Send) else node
