"""Where ways meet again: the steps that several ways end with stand once, after the split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from studio.edits.tree import Node, inside, with_inside
from studio.model.steps import Arm, Experiment, Path, Split, Step, Stop

Steps = tuple[Step, ...]


def met(ways: tuple[Steps, ...], name: str) -> tuple[tuple[Steps, ...], Steps]:
    """Return the ways without what they have in common at their ends, and that once.

    Ways that end before the others go on together end in a Stop then, whose id begins with `name`.
    """
    meeting = _meeting(ways)
    shared = _shared([way for way, joins in zip(ways, meeting, strict=True) if joins])
    if not shared or sum(meeting) < 2:
        return ways, ()
    numbers = count(1)
    apart = tuple(
        way[: len(way) - len(shared)] if joins else (*way, Stop(f"{name}-stop-{next(numbers)}"))
        for way, joins in zip(ways, meeting, strict=True)
    )
    return apart, shared


def _meeting(ways: tuple[Steps, ...]) -> list[bool]:
    """Return which ways end alike: all, or the largest number of them that do."""
    lasts = [_bare(way[-1]) if way else None for way in ways]
    counted = [(lasts.count(last), last) for last in lasts if last is not None]
    most, last = max(counted, key=lambda pair: pair[0], default=(0, None))
    return [most > 1 and each == last for each in lasts]


def _shared(ways: Sequence[Steps]) -> Steps:
    length = 0
    while ways and all(len(way) > length for way in ways):
        ends = {_bare(way[-1 - length]) for way in ways}
        if len(ends) > 1:
            break
        length += 1
    return ways[0][len(ways[0]) - length :] if length else ()


def _bare(node: Node) -> Node:
    """Return a step as if it had no identity: equal ones do the same."""
    without = with_inside(node, tuple(_bare(each) for each in inside(node)))
    if isinstance(without, Split | Experiment | Arm | Path):
        return replace(without, id="", name="")
    return replace(without, id="")
