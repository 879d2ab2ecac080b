"""Whether a project holds together: every reference resolves, nothing is owned twice, every noun keeps its rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from studio.i18n import Sentence, sentence
from studio.model.findings import Place
from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Block, Message, Variant
from studio.model.project import Project
from studio.model.rules import block_faults, message_faults, sequence_faults, step_faults, weight_faults
from studio.model.sequence import Sequence, branches, message_ids, walk
from studio.model.steps import Send

NO_PICTURE = ("", "brand")
"""What an asset setting may say besides a digest: none, or the brand's own portrait."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold together, and where."""

    place: Place
    sentence: Sentence


Problems = Iterator[Problem]


def problems(project: Project) -> tuple[Problem, ...]:
    """Return everything that does not hold together, in reading order; nothing for a sound project."""
    owners = _owners(project)
    return (
        *_project_problems(project),
        *(found for sequence in project.sequences.values() for found in _sequence_problems(project, sequence)),
        *_owned_problems(project, owners),
        *(found for message in project.messages.values() for found in _message_problems(project, message, owners)),
    )


def _owners(project: Project) -> dict[str, str]:
    """Return by message the first sequence that sends it, in the project's order."""
    owners: dict[str, str] = {}
    for id_ in (*project.sequence_order, *project.sequences):
        if sequence := project.sequences.get(id_):
            for message in message_ids(sequence):
                owners.setdefault(message, id_)
    return owners


def _project_problems(project: Project) -> Problems:
    for things in (project.personas, project.snippets, project.glossary, project.assets):
        yield from (Problem(Place(), _misfiled(key)) for key, thing in things.items() if key != thing.id or not key)
    listed = Counter(project.sequence_order)
    for id_ in sorted(listed.keys() | project.sequences.keys()):
        if id_ not in project.sequences:
            yield Problem(Place(sequence=id_), sentence("There is no sequence “{id}”.", id=id_))
        elif listed[id_] != 1:
            yield Problem(Place(sequence=id_), sentence("The order of the sequences must name each one once."))
    for asset in (project.brand.logo, project.brand.portrait):
        yield from _asset_problems(project, Place(), asset)


def _misfiled(key: str) -> Sentence:
    return sentence("What is filed under “{id}” has another id.", id=key)


def _asset_problems(project: Project, place: Place, asset: object) -> Problems:
    if asset not in NO_PICTURE and asset not in project.assets:
        yield Problem(place, sentence("There is no picture “{id}”.", id=asset))


def _sequence_problems(project: Project, sequence: Sequence) -> Problems:
    place = Place(sequence=sequence.id)
    if project.sequences.get(sequence.id) is not sequence or not sequence.id:
        yield Problem(place, _misfiled(sequence.id))
    yield from (Problem(place, fault) for fault in sequence_faults(sequence))
    steps = tuple(walk(sequence.steps))
    ids = Counter(node.id for step in steps for node in (step, *branches(step)))
    for id_ in sorted(id_ for id_, times in ids.items() if times > 1 or not id_):
        yield Problem(place, sentence("The step “{id}” stands in the sequence twice.", id=id_))
    for step in steps:
        here = Place(sequence.id, step.message) if isinstance(step, Send) else place
        if isinstance(step, Send) and step.message not in project.messages:
            yield Problem(here, sentence("There is no message “{id}”.", id=step.message))
        yield from (Problem(here, fault) for fault in step_faults(step))


def _owned_problems(project: Project, owners: dict[str, str]) -> Problems:
    """Yield messages sent by two sequences, and blocks and variants that have no message or two."""
    for sequence in project.sequences.values():
        for id_ in message_ids(sequence):
            if owners.get(id_) != sequence.id:
                yield Problem(Place(sequence.id, id_), sentence("The message “{id}” is sent by two sequences.", id=id_))
    messages = project.messages.values()
    blocks = Counter(id_ for message in messages for id_ in message.blocks)
    for id_ in sorted(id_ for id_ in project.blocks if blocks[id_] != 1):
        yield Problem(Place(block=id_), sentence("The block “{id}” must stand in one message.", id=id_))
    variants = Counter(id_ for message in messages for id_ in message.variants)
    for id_ in sorted(id_ for id_ in project.variants if variants[id_] != 1):
        yield Problem(Place(variant=id_), sentence("The version “{id}” must belong to one message.", id=id_))
    yield from _override_problems(project)


def _override_problems(project: Project) -> Problems:
    """Yield override blocks whose id is taken; one may share the id of the block it stands for."""
    for variant in project.variants.values():
        for key, override in variant.overrides.items():
            if isinstance(override, Block) and override.id != key and override.id in project.blocks:
                place = Place(block=key, variant=variant.id)
                yield Problem(place, sentence("The block “{id}” stands here and in a message.", id=override.id))


def _message_problems(project: Project, message: Message, owners: dict[str, str]) -> Problems:
    sequence = owners.get(message.id, "")
    place = Place(sequence, message.id)
    if project.messages.get(message.id) is not message or not message.id:
        yield Problem(place, _misfiled(message.id))
    yield from (Problem(place, fault) for fault in message_faults(message))
    for id_ in message.blocks:
        here = Place(sequence, message.id, id_)
        block = project.blocks.get(id_)
        if block is None or block.id != id_ or not id_:
            yield Problem(here, sentence("There is no block “{id}”.", id=id_))
        else:
            yield from _block_problems(project, here, block, message)
    for id_ in message.variants:
        here = Place(sequence, message.id, variant=id_)
        variant = project.variants.get(id_)
        if variant is None or variant.id != id_ or not id_:
            yield Problem(here, sentence("There is no version “{id}”.", id=id_))
        else:
            yield from _variant_problems(project, here, variant, message)


def _block_problems(project: Project, place: Place, block: Block, message: Message) -> Problems:
    yield from (Problem(place, fault) for fault in block_faults(block, message.channel))
    kind = BLOCK_KINDS.get(block.kind)
    for name in sorted(kind.assets) if kind else ():
        yield from _asset_problems(project, place, block.settings.get(name, ""))


def _variant_problems(project: Project, place: Place, variant: Variant, message: Message) -> Problems:
    yield from (Problem(place, fault) for fault in weight_faults(variant.weight))
    for id_, override in variant.overrides.items():
        here = replace(place, block=id_)
        if id_ not in message.blocks:
            yield Problem(here, sentence("There is no block “{id}”.", id=id_))
        if isinstance(override, Block):
            yield from _block_problems(project, here, override, message)
