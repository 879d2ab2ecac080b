"""Steps on the clipboard: one taken out of a project with all it sends, and put into this or another project as new."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

from immutables import Map

from studio.edits.assets import assets_in
from studio.edits.copying import Copies, Mint, copied_node
from studio.edits.steering import after
from studio.edits.steps import add_step, step_of
from studio.edits.things import message_of, put, refuse, sequence_of
from studio.edits.tree import END, Spot, nodes_of
from studio.errors import StudioError
from studio.model.asset import Asset
from studio.model.codec import from_plain, to_plain
from studio.model.ids import new_id
from studio.model.jsontext import load_json
from studio.model.message import Block, Message, Variant
from studio.model.project import Project
from studio.model.rules import block_faults, message_faults, weight_faults
from studio.model.sequence import message_ids
from studio.model.steps import Send, Step


@dataclass(frozen=True, slots=True)
class Carried:
    """A step and all that lies in it, the messages it sends, their blocks and variants, and the pictures they show."""

    steps: tuple[Step, ...]
    messages: tuple[Message, ...] = ()
    blocks: tuple[Block, ...] = ()
    variants: tuple[Variant, ...] = ()
    assets: tuple[Asset, ...] = ()


def carried(project: Project, sequence_id: str, step_id: str) -> Carried:
    """Return a step of a sequence with all that it needs elsewhere; raise StudioError where there is none."""
    step = step_of(sequence_of(project, sequence_id), step_id)
    sent = dict.fromkeys(node.message for node in nodes_of((step,)) if isinstance(node, Send))
    messages = tuple(message_of(project, id_) for id_ in sent)
    blocks = tuple(project.blocks[id_] for message in messages for id_ in message.blocks)
    variants = tuple(project.variants[id_] for message in messages for id_ in message.variants)
    overrides = (each for variant in variants for each in variant.overrides.values())
    shown = sorted(frozenset[str]().union(*(assets_in(block) for block in (*blocks, *overrides))))
    assets = tuple(project.assets[id_] for id_ in shown if id_ in project.assets)
    return Carried((step,), messages, blocks, variants, assets)


def to_text(load: Carried) -> str:
    """Return what is carried as text, for a clipboard."""
    return json.dumps(to_plain(load), ensure_ascii=False)


def from_text(text: str) -> Carried:
    """Return what a clipboard's text carries; raise StudioError for text that carries no step."""
    load = from_plain(Carried, load_json(text.encode("utf-8", "replace")))
    known = {message.id: message for message in load.messages}
    blocks, variants = {block.id for block in load.blocks}, {variant.id for variant in load.variants}
    nodes = tuple(nodes_of(load.steps))
    sent = [node.message for node in nodes if isinstance(node, Send)]
    whole = all({*message.blocks} <= blocks and {*message.variants} <= variants for message in load.messages)
    if len(load.steps) != 1 or not whole or any(id_ not in known for id_ in sent):
        raise StudioError("What was copied holds no step of a flow.")
    _check(load)
    return load


def _check(load: Carried) -> None:
    blocks = {block.id: block for block in load.blocks}
    for message in load.messages:
        refuse(message_faults(message))
        for id_ in message.blocks:
            refuse(block_faults(blocks[id_], message.channel))
    for variant in load.variants:
        refuse(weight_faults(variant.weight))


def put_down(project: Project, sequence_id: str, load: Carried, spot: Spot = END, mint: Mint = new_id) -> Project:
    """Return a project in which what is carried stands at `spot` of a sequence: new ids, and names of their own.

    Pictures that the project lacks come along. Raise StudioError as `add_step` does.
    """
    sequence = sequence_of(project, sequence_id)
    source = replace(
        project,
        messages=Map({message.id: message for message in load.messages}),
        blocks=Map({block.id: block for block in load.blocks}),
        variants=Map({variant.id: variant for variant in load.variants}),
    )
    copies = Copies(source, mint)
    step = cast("Step", copied_node(copies, load.steps[0]))
    taken = {project.messages[id_].name for id_ in message_ids(sequence)}
    for id_, message in copies.messages.items():
        copies.messages[id_] = replace(message, name=own_name(message.name, taken.__contains__))
        taken.add(copies.messages[id_].name)
    new = [asset for asset in load.assets if asset.id not in project.assets]
    return add_step(put(copies.into(project), "assets", *new), sequence_id, step, spot)


def own_name(name: str, taken: Callable[[str], bool]) -> str:
    """Return `name`, or the first of "name 2", "name 3" … that is not taken."""
    stem, _, number = name.rpartition(" ")
    stem, count = (stem, int(number)) if stem and number.isdecimal() and len(number) < 4 else (name, 1)
    found = name
    while taken(found):
        count += 1
        found = f"{stem} {count}"
    return found


def duplicate_step(project: Project, sequence_id: str, step_id: str, mint: Mint = new_id) -> Project:
    """Return a project with a copy of a step right after it; its messages have names of their own."""
    load = carried(project, sequence_id, step_id)
    return put_down(project, sequence_id, load, after(sequence_of(project, sequence_id).steps, step_id), mint)
