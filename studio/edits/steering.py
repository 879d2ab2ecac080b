"""Where a step goes when it is moved by keys: up, down, out of its arm or into one; and what lies beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studio.edits.tree import END, ROOT, Node, Spot, inside, nodes_of
from studio.model.sequence import branches
from studio.model.steps import Arm, Path, Step


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a step stands: the list that holds it (`branch`, empty for the trunk), its index and its neighbours."""

    branch: str
    index: int
    siblings: tuple[Step, ...]

    def spot(self, index: int) -> Spot:
        """Return the place before the step at `index` of this list, or its end."""
        return Spot(self.branch, self.siblings[index].id if index < len(self.siblings) else "")


def standing(steps: tuple[Step, ...], step_id: str) -> Standing | None:
    """Return where a step stands in a tree, or None where it is not there (or is an arm or a path)."""
    for branch, held in _lists(steps):
        for index, step in enumerate(held):
            if step.id == step_id:
                return Standing(branch, index, held)
    return None


def _lists(steps: tuple[Step, ...]) -> Iterator[tuple[str, tuple[Step, ...]]]:
    yield ROOT, steps
    for node in nodes_of(steps):
        if isinstance(node, (Arm, Path)):
            yield node.id, node.steps


def before(steps: tuple[Step, ...], step_id: str) -> Spot:
    """Return the place right before a step; the end of the trunk where there is no such step."""
    here = standing(steps, step_id)
    return here.spot(here.index) if here else END


def after(steps: tuple[Step, ...], step_id: str) -> Spot:
    """Return the place right after a step; the end of the trunk where there is no such step."""
    here = standing(steps, step_id)
    return here.spot(here.index + 1) if here else END


def up(steps: tuple[Step, ...], step_id: str) -> Spot | None:
    """Return the place one up: before the neighbour above, else at the end of the arm above, else before the fork."""
    here = standing(steps, step_id)
    if here is None:
        return None
    if here.index:
        return here.spot(here.index - 1)
    fork, place = _fork_around(steps, here.branch)
    if fork is None:
        return None
    return Spot(inside(fork)[place - 1].id) if place else before(steps, fork.id)


def down(steps: tuple[Step, ...], step_id: str) -> Spot | None:
    """Return the place one down: after the neighbour below, else in the arm below, else after the fork."""
    here = standing(steps, step_id)
    if here is None:
        return None
    if here.index + 1 < len(here.siblings):
        return here.spot(here.index + 2)
    fork, place = _fork_around(steps, here.branch)
    if fork is None:
        return None
    ways = inside(fork)
    return first_in(ways[place + 1]) if place + 1 < len(ways) else after(steps, fork.id)


def out(steps: tuple[Step, ...], step_id: str) -> Spot | None:
    """Return the place after the fork whose arm a step stands in, or None on the trunk."""
    here = standing(steps, step_id)
    fork, _ = _fork_around(steps, here.branch) if here else (None, 0)
    return after(steps, fork.id) if fork else None


def into(steps: tuple[Step, ...], step_id: str) -> Spot | None:
    """Return the end of the first arm of the fork above a step, else the start of that of the fork below, or None."""
    here = standing(steps, step_id)
    if here is None:
        return None
    above = branches(here.siblings[here.index - 1]) if here.index else ()
    if above:
        return Spot(above[0].id)
    below = branches(here.siblings[here.index + 1]) if here.index + 1 < len(here.siblings) else ()
    return first_in(below[0]) if below else None


def first_in(way: Node) -> Spot:
    """Return the place before everything that lies in an arm or a path."""
    held = inside(way)
    return Spot(way.id, held[0].id if held else "")


def _fork_around(steps: tuple[Step, ...], branch: str) -> tuple[Step | None, int]:
    """Return the fork that an arm or path belongs to, and which of its ways it is."""
    for node in nodes_of(steps):
        for place, way in enumerate(inside(node)):
            if way.id == branch and not isinstance(node, (Arm, Path)):
                return node, place
    return None, 0
