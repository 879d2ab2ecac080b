"""Verbs for steps anywhere in the tree of a sequence: add, move, copy, remove, and what single steps say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from studio.edits.copying import Copies, Mint, copied_node
from studio.edits.things import drop, fresh, home_of_message, message_of, put, refuse, sequence_of
from studio.edits.tree import END, ROOT, Node, Nodes, Spot, inserted, inside, node_of, nodes_of, replaced, with_inside
from studio.errors import StudioError
from studio.model.conditions import Condition
from studio.model.ids import new_id
from studio.model.project import Project
from studio.model.rules import step_faults
from studio.model.sequence import Sequence, message_ids
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Step, Stop, Wait

STEPS = (Send, Wait, Split, Experiment, Note, Stop)


def add_step(project: Project, sequence_id: str, step: Step, spot: Spot = END) -> Project:
    """Return a project in which a step, with all that lies in it, stands at `spot`.

    Raise StudioError where the step breaks a rule, an id is taken, or it sends a message that does not exist or
    belongs to another sequence.
    """
    sequence = sequence_of(project, sequence_id)
    new = tuple(nodes_of((step,)))
    fresh({node.id for node in nodes_of(sequence.steps)}, *(node.id for node in new))
    check_nodes(project, sequence, new)
    return with_steps(project, sequence, _placed(sequence.steps, step, spot))


def check_nodes(project: Project, sequence: Sequence, nodes: Nodes) -> None:
    """Raise StudioError where a new node breaks a rule or sends what `sequence` may not send."""
    for node in nodes:
        if isinstance(node, STEPS):
            refuse(step_faults(node))
        if isinstance(node, Send):
            home = home_of_message(project, message_of(project, node.message).id)
            if home is not None and home.id != sequence.id:
                raise StudioError("The message “{id}” belongs to another sequence.", id=node.message)


def _placed(steps: tuple[Step, ...], step: Step, spot: Spot) -> tuple[Step, ...]:
    if spot.branch != ROOT:
        node_of(steps, spot.branch, Arm, Path)
    return inserted(steps, step, spot.branch, spot.before)


def step_of(sequence: Sequence, id_: str) -> Step:
    """Return the step `id_` of a sequence; raise StudioError where there is none."""
    return cast("Step", node_of(sequence.steps, id_, *STEPS))


def with_steps(project: Project, sequence: Sequence, steps: tuple[Step, ...]) -> Project:
    """Return a project in which a sequence has these steps."""
    return put(project, "sequences", replace(sequence, steps=steps))


def move_step(
    project: Project, sequence_id: str, step_id: str, spot: Spot = END, into: str = "", mint: Mint = new_id
) -> Project:
    """Return a project in which a step, with all that lies in it, stands at `spot` of the sequence `into`.

    Without `into` it stays in its sequence; in another one, ids that are taken there are given anew. Raise StudioError
    where the step would come to lie in itself, or sends a message that the old sequence still sends.
    """
    sequence = sequence_of(project, sequence_id)
    step = step_of(sequence, step_id)
    if into not in ("", sequence_id):
        taken = frozenset(node.id for node in nodes_of(sequence_of(project, into).steps))
        left = with_steps(project, sequence, replaced(sequence.steps, step_id, ()))
        return add_step(left, into, cast("Step", _freed(step, taken, mint)), spot)
    if spot.before == step_id:
        return project
    if spot.branch in {node.id for node in nodes_of((step,))}:
        raise StudioError("A step cannot be moved into itself.")
    return with_steps(project, sequence, _placed(replaced(sequence.steps, step_id, ()), step, spot))


def _freed(node: Node, taken: frozenset[str], mint: Mint) -> Node:
    node = with_inside(node, tuple(_freed(each, taken, mint) for each in inside(node)))
    return replace(node, id=mint()) if node.id in taken else node


def copy_step(
    project: Project, sequence_id: str, step_id: str, spot: Spot = END, into: str = "", mint: Mint = new_id
) -> Project:
    """Return a project with a copy of a step at `spot` of the sequence `into` (empty: the same sequence).

    All that lies in the step and every message it sends are copied too, with new ids.
    """
    sequence = sequence_of(project, sequence_id)
    target = sequence_of(project, into or sequence_id)
    copies = Copies(project, mint)
    copy = cast("Step", copied_node(copies, step_of(sequence, step_id)))
    return with_steps(copies.into(project), target, _placed(target.steps, copy, spot))


def remove_step(project: Project, sequence_id: str, step_id: str) -> Project:
    """Return a project without a step and all that lies in it; a message that is then not sent any more goes too."""
    sequence = sequence_of(project, sequence_id)
    step = step_of(sequence, step_id)
    return without_nodes(project, sequence, (step,), replaced(sequence.steps, step_id, ()))


def without_nodes(project: Project, sequence: Sequence, gone: Nodes, steps: tuple[Step, ...]) -> Project:
    """Return a project in which a sequence has `steps`, without the messages that only the nodes `gone` sent."""
    changed = with_steps(project, sequence, steps)
    left = set(message_ids(changed.sequences[sequence.id]))
    sent = dict.fromkeys(node.message for node in nodes_of(gone) if isinstance(node, Send))
    return without_messages(changed, [id_ for id_ in sent if id_ not in left])


def without_messages(project: Project, ids: Iterable[str]) -> Project:
    """Return a project without messages, their blocks and variants; the steps that send them are not touched."""
    messages = [message_of(project, id_) for id_ in ids]
    project = drop(project, "blocks", (id_ for message in messages for id_ in message.blocks))
    project = drop(project, "variants", (id_ for message in messages for id_ in message.variants))
    return drop(project, "messages", (message.id for message in messages))


def altered_node(project: Project, sequence_id: str, id_: str, *kinds: type, **values: Any) -> Project:  # noqa: ANN401
    """Return a project in which the node `id_`, one of `kinds`, has other values; raise StudioError for bad ones."""
    sequence = sequence_of(project, sequence_id)
    node: Any = replace(node_of(sequence.steps, id_, *kinds), **values)
    if isinstance(node, STEPS):
        refuse(step_faults(node))
    return with_steps(project, sequence, replaced(sequence.steps, id_, (node,)))


def set_wait(
    project: Project,
    sequence_id: str,
    step_id: str,
    minutes: int,
    until_time: str = "",
    weekdays: tuple[int, ...] = (),
    window: str = "",
    *,
    until_day: str | None = None,
    days: int | None = None,
) -> Project:
    """Return a project in which a wait lasts `minutes`, then until "HH:MM" and one of `weekdays` (ISO, 1 is Monday).

    `window` ("HH:MM-HH:MM") is a part of the day in place of the time. `until_day` "delivery" and `days` (less than 0:
    before it) wait for the delivery, without minutes; what a wait says of it stays where they are None. Raise
    StudioError for a negative duration, an impossible time, a weekday outside 1..7, or minutes besides a day.
    """
    ends: dict[str, Any] = {"until_time": until_time, "weekdays": tuple(sorted(weekdays)), "window": window}
    ends |= {name: value for name, value in (("until_day", until_day), ("days", days)) if value is not None}
    return altered_node(project, sequence_id, step_id, Wait, minutes=minutes, **ends)


def set_only_if(project: Project, sequence_id: str, step_id: str, conditions: tuple[Condition, ...]) -> Project:
    """Return a project in which a send is skipped for readers who fail one of `conditions`."""
    return altered_node(project, sequence_id, step_id, Send, only_if=conditions)


def write_note(project: Project, sequence_id: str, step_id: str, words: str) -> Project:
    """Return a project in which a note says `words`."""
    return altered_node(project, sequence_id, step_id, Note, words=words)


def rename_step(project: Project, sequence_id: str, step_id: str, name: str) -> Project:
    """Return a project in which a split or an experiment has another name."""
    return altered_node(project, sequence_id, step_id, Split, Experiment, name=name)
