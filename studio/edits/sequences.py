"""Verbs for sequences: add, move, copy and remove them, and what starts, admits and ends them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from studio.edits.copying import Copies, Mint, copied_node, copied_waivers
from studio.edits.steps import check_nodes, without_messages
from studio.edits.things import drop, fresh, placed, put, refuse, sequence_of
from studio.edits.tree import nodes_of
from studio.errors import StudioError
from studio.model.conditions import Condition
from studio.model.ids import new_id
from studio.model.project import Project
from studio.model.rules import sequence_faults
from studio.model.sequence import Event, Reentry, Sequence, Trigger, message_ids
from studio.model.steps import Step


def add_sequence(project: Project, sequence: Sequence, before: str = "") -> Project:
    """Return a project with one more sequence, before another one or last.

    Raise StudioError for a taken id, a step that breaks a rule, or a message that is missing or sent elsewhere.
    """
    nodes = tuple(nodes_of(sequence.steps))
    fresh(project.sequences, sequence.id)
    fresh((), *(node.id for node in nodes))
    refuse(sequence_faults(sequence))
    check_nodes(project, sequence, nodes)
    order = placed(project.sequence_order, sequence.id, before)
    return replace(put(project, "sequences", sequence), sequence_order=order)


def move_sequence(project: Project, sequence_id: str, before: str = "") -> Project:
    """Return a project in which a sequence stands before another one, or last."""
    sequence_of(project, sequence_id)
    order = placed(project.sequence_order, sequence_id, before)
    return project if order == project.sequence_order else replace(project, sequence_order=order)


def copy_sequence(project: Project, sequence_id: str, name: str, mint: Mint = new_id) -> Project:
    """Return a project with a copy of a sequence, called `name`, after the original, its messages copied too."""
    sequence = sequence_of(project, sequence_id)
    copies = Copies(project, mint)
    steps = tuple(cast("Step", copied_node(copies, step)) for step in sequence.steps)
    waivers = copied_waivers(copies, sequence.waivers)
    copy = replace(sequence, id=mint(), name=name, steps=steps, waivers=waivers)
    after = (*project.sequence_order, "")[project.sequence_order.index(sequence_id) + 1]
    return add_sequence(copies.into(project), copy, after)


def remove_sequence(project: Project, sequence_id: str) -> Project:
    """Return a project without a sequence and its messages."""
    sequence = sequence_of(project, sequence_id)
    order = tuple(id_ for id_ in project.sequence_order if id_ != sequence_id)
    project = replace(drop(project, "sequences", [sequence_id]), sequence_order=order)
    return without_messages(project, message_ids(sequence))


def _altered(project: Project, sequence_id: str, **values: Any) -> Project:  # noqa: ANN401
    sequence = replace(sequence_of(project, sequence_id), **values)
    refuse(sequence_faults(sequence))
    return put(project, "sequences", sequence)


def rename_sequence(project: Project, sequence_id: str, name: str) -> Project:
    """Return a project in which a sequence has another name."""
    return _altered(project, sequence_id, name=name)


def set_trigger(project: Project, sequence_id: str, trigger: Trigger) -> Project:
    """Return a project in which something else starts a sequence; raise StudioError for a negative number of days."""
    return _altered(project, sequence_id, trigger=trigger)


def set_entry(project: Project, sequence_id: str, conditions: tuple[Condition, ...]) -> Project:
    """Return a project in which only readers who meet all `conditions` enter a sequence."""
    return _altered(project, sequence_id, entry=conditions)


def set_exits(project: Project, sequence_id: str, exits: tuple[Event, ...]) -> Project:
    """Return a project in which these events end a sequence for a reader; an event named twice counts once."""
    return _altered(project, sequence_id, exits=tuple(dict.fromkeys(exits)))


def set_reentry(project: Project, sequence_id: str, reentry: Reentry) -> Project:
    """Return a project in which readers may enter a sequence again sooner, later or never."""
    return _altered(project, sequence_id, reentry=reentry)


def set_sequence_setting(project: Project, sequence_id: str, name: str, value: str) -> Project:
    """Return a project in which a setting of a sequence says `value`; an empty one takes the setting out."""
    settings = sequence_of(project, sequence_id).settings
    changed = settings.set(name, value)
    return _altered(project, sequence_id, settings=changed if value else changed.delete(name))


def add_language(project: Project, sequence_id: str, language: str) -> Project:
    """Return a project in which a sequence shall also be delivered in `language`; raise StudioError for a bad code."""
    languages = sequence_of(project, sequence_id).languages
    return _altered(project, sequence_id, languages=tuple(dict.fromkeys((*languages, language))))


def remove_language(project: Project, sequence_id: str, language: str) -> Project:
    """Return a project in which a sequence is not delivered in `language`; its words stay, for when it comes back.

    Raise StudioError for the language that the sequence is written in.
    """
    sequence = sequence_of(project, sequence_id)
    if language == sequence.source_language:
        raise StudioError("The sequence is written in {language}, which cannot be taken out.", language=language)
    languages = tuple(each for each in sequence.languages if each != language)
    return _altered(project, sequence_id, languages=languages)
