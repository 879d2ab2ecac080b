"""Remedies that keep a send to a part of the day: the wait right before it is changed, or a new one put there."""

from __future__ import annotations

from studio.checks.coach.journey import Passage
from studio.edits.tree import inside, nodes_of
from studio.model.remedies import AddWait, Remedy, Retime
from studio.model.sequence import Sequence
from studio.model.steps import Send, Wait


def wait_before(flow: Sequence, send: Send) -> Wait | None:
    """Return the wait that stands right before a send in the same arm, or None."""
    for nodes in (flow.steps, *(inside(node) for node in nodes_of(flow.steps))):
        ids = [node.id for node in nodes]
        if send.id in ids:
            place = ids.index(send.id)
            before = nodes[place - 1] if place else None
            return before if isinstance(before, Wait) else None
    return None


def into_window(
    flow: Sequence, passage: Passage, window: str, weekdays: tuple[int, ...] | None = None
) -> tuple[Remedy, ...]:
    """Return the remedy that lets a message leave inside `window`, on `weekdays` where these are given."""
    wait = wait_before(flow, passage.send)
    if wait is None:
        return (AddWait(passage.send.id, window=window, weekdays=weekdays or ()),)
    return (Retime(wait.id, until_time="", window=window, weekdays=weekdays),)
