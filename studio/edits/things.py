"""Finding a thing in a project by its id, or refusing, and putting a changed one back."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from studio.errors import StudioError
from studio.i18n import Sentence
from studio.model.message import Block, Message, Variant
from studio.model.project import Project
from studio.model.sequence import Sequence, branches
from studio.model.steps import Send, Step

T = TypeVar("T")


def sequence_of(project: Project, id_: str) -> Sequence:
    """Return the sequence `id_`; raise StudioError where there is none."""
    if id_ not in project.sequences:
        raise StudioError("There is no sequence “{id}”.", id=id_)
    return project.sequences[id_]


def message_of(project: Project, id_: str) -> Message:
    """Return the message `id_`; raise StudioError where there is none."""
    if id_ not in project.messages:
        raise StudioError("There is no message “{id}”.", id=id_)
    return project.messages[id_]


def block_of(project: Project, id_: str) -> Block:
    """Return the block `id_`; raise StudioError where there is none."""
    if id_ not in project.blocks:
        raise StudioError("There is no block “{id}”.", id=id_)
    return project.blocks[id_]


def variant_of(project: Project, id_: str) -> Variant:
    """Return the variant `id_`; raise StudioError where there is none."""
    if id_ not in project.variants:
        raise StudioError("There is no version “{id}”.", id=id_)
    return project.variants[id_]


def home_of_block(project: Project, id_: str) -> Message:
    """Return the message that a block stands in; raise StudioError where there is none."""
    block_of(project, id_)
    return next(message for message in project.messages.values() if id_ in message.blocks)


def home_of_variant(project: Project, id_: str) -> Message:
    """Return the message that a variant belongs to; raise StudioError where there is none."""
    variant_of(project, id_)
    return next(message for message in project.messages.values() if id_ in message.variants)


def home_of_message(project: Project, id_: str) -> Sequence | None:
    """Return the sequence that sends a message, or None."""
    return next((each for each in project.sequences.values() if _sends(each.steps, id_)), None)


def _sends(steps: tuple[Step, ...], message: str) -> bool:
    for step in steps:
        if isinstance(step, Send):
            if step.message == message:
                return True
        elif any(_sends(branch.steps, message) for branch in branches(step)):
            return True
    return False


def put(project: Project, kind: str, *things: Any) -> Project:  # noqa: ANN401
    """Return a project in which `things` stand under their ids in the map `kind`; the same one if they did already."""
    held = getattr(project, kind)
    changed = held
    for thing in things:
        if held.get(thing.id) != thing:
            changed = changed.set(thing.id, thing)
    return project if changed is held else replace(project, **{kind: changed})


def drop(project: Project, kind: str, ids: Iterable[str]) -> Project:
    """Return a project without `ids` in the map `kind`."""
    held = getattr(project, kind)
    for id_ in ids:
        held = held.delete(id_)
    return replace(project, **{kind: held})


def fresh(known: Container[str], *ids: str) -> None:
    """Raise StudioError where one of the `ids` is empty, known already, or given twice."""
    for index, id_ in enumerate(ids):
        if not id_ or id_ in known or id_ in ids[:index]:
            raise StudioError("The id “{id}” is taken.", id=id_)


def refuse(faults: Iterable[Sentence]) -> None:
    """Raise the first fault as a StudioError, if there is one."""
    for fault in faults:
        raise StudioError(fault.message, **fault.values)


def placed(order: tuple[str, ...], id_: str, before: str = "") -> tuple[str, ...]:
    """Return an order with `id_` before another id or at the end; raise StudioError where that one is not there."""
    if before and before not in order:
        raise StudioError("There is nothing called “{id}” to stand before.", id=before)
    if before == id_:
        return order
    rest = tuple(each for each in order if each != id_)
    index = rest.index(before) if before else len(rest)
    return (*rest[:index], id_, *rest[index:])


def moved(things: tuple[T, ...], index: int, step: int) -> tuple[T, ...]:
    """Return things in a row with the one at `index` so many places further on, or as far as the row goes."""
    rest = (*things[:index], *things[index + 1 :])
    at = min(max(index + step, 0), len(rest))
    return (*rest[:at], things[index], *rest[at:])
