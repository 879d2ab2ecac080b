"""Verbs for the arms of a split and the paths of an experiment: the ways that readers take."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from studio.edits.copying import Copies, Mint, copied_node
from studio.edits.steps import STEPS, altered_node, check_nodes, with_steps, without_nodes
from studio.edits.things import fresh, placed, refuse, sequence_of
from studio.edits.tree import Nodes, inside, node_of, nodes_of, replaced, with_inside
from studio.errors import StudioError
from studio.model.conditions import Condition
from studio.model.ids import new_id
from studio.model.project import Project
from studio.model.rules import step_faults
from studio.model.sequence import Sequence
from studio.model.steps import Arm, Experiment, Path, Split

Fork = Split | Experiment
Way = Arm | Path


def add_arm(project: Project, sequence_id: str, fork_id: str, way: Way, before: str = "") -> Project:
    """Return a project with one more arm of a split, or path of an experiment, before another one.

    Without `before` an arm comes before the default arm, a path last. Raise StudioError for an arm without
    conditions, a weight of 0, or steps that `add_step` would refuse.
    """
    sequence = sequence_of(project, sequence_id)
    fork = _fork(sequence, fork_id, way)
    new = tuple(nodes_of((way,)))
    fresh({node.id for node in nodes_of(sequence.steps)}, *(node.id for node in new))
    check_nodes(project, sequence, new)
    return _with_way(project, sequence, fork, way, before)


def _fork(sequence: Sequence, fork_id: str, way: Way) -> Fork:
    if isinstance(way, Arm):
        return node_of(sequence.steps, fork_id, Split)
    return node_of(sequence.steps, fork_id, Experiment)


def _with_way(project: Project, sequence: Sequence, fork: Fork, way: Way, before: str) -> Project:
    ways = {each.id: each for each in (*inside(fork), way)}
    last = fork.arms[-1].id if isinstance(fork, Split) else ""
    order = placed(tuple(each.id for each in inside(fork)), way.id, before or last)
    return _with_ways(project, sequence, fork, tuple(cast("Way", ways[id_]) for id_ in order))


def _with_ways(project: Project, sequence: Sequence, fork: Fork, ways: tuple[Way, ...]) -> Project:
    changed = cast("Fork", with_inside(fork, ways))
    for node in nodes_of((changed,)):
        if isinstance(node, STEPS):
            refuse(step_faults(node))
    return with_steps(project, sequence, replaced(sequence.steps, fork.id, (changed,)))


def _fork_of(sequence: Sequence, way_id: str) -> tuple[Fork, Way]:
    way = cast("Way", node_of(sequence.steps, way_id, Arm, Path))
    forks = (node for node in nodes_of(sequence.steps) if isinstance(node, (Split, Experiment)))
    return next(fork for fork in forks if way_id in (each.id for each in inside(fork))), way


def move_arm(project: Project, sequence_id: str, way_id: str, before: str = "") -> Project:
    """Return a project in which an arm or path stands before another one of its fork; the order of arms counts.

    Without `before` an arm comes before the default arm. Raise StudioError for the default arm, which stays last.
    """
    sequence = sequence_of(project, sequence_id)
    fork, way = _fork_of(sequence, way_id)
    _keep_default(fork, way)
    return _with_way(project, sequence, fork, way, before)


def _keep_default(fork: Fork, way: Way) -> None:
    if isinstance(fork, Split) and fork.arms[-1].id == way.id:
        raise StudioError("The last arm of a split takes everybody else and stays where it is.")


def copy_arm(project: Project, sequence_id: str, way_id: str, mint: Mint = new_id) -> Project:
    """Return a project with a copy of an arm or path beside it, its steps and messages included.

    Raise StudioError for the default arm, of which there is only one.
    """
    sequence = sequence_of(project, sequence_id)
    fork, way = _fork_of(sequence, way_id)
    _keep_default(fork, way)
    copies = Copies(project, mint)
    copy = cast("Way", copied_node(copies, way))
    ids = [each.id for each in inside(fork)]
    after = (*ids, "")[ids.index(way_id) + 1]
    return _with_way(copies.into(project), sequence, fork, copy, after)


def remove_arm(project: Project, sequence_id: str, way_id: str) -> Project:
    """Return a project without an arm or path and its steps; of two, the other's steps take the place of the fork.

    Raise StudioError for the default arm of a split with more than two arms.
    """
    sequence = sequence_of(project, sequence_id)
    fork, way = _fork_of(sequence, way_id)
    left = tuple(each for each in inside(fork) if each.id != way_id)
    if len(left) > 1:
        _keep_default(fork, way)
        instead: Nodes = (with_inside(fork, left),)
    else:
        instead = inside(left[0])
    return without_nodes(project, sequence, (way,), replaced(sequence.steps, fork.id, instead))


def set_conditions(project: Project, sequence_id: str, arm_id: str, conditions: tuple[Condition, ...]) -> Project:
    """Return a project in which readers take an arm who meet all `conditions`.

    Raise StudioError for conditions on the default arm and for none on another.
    """
    sequence = sequence_of(project, sequence_id)
    fork, _ = _fork_of(sequence, arm_id)
    arm = node_of(sequence.steps, arm_id, Arm)
    changed = replace(arm, conditions=conditions)
    return _with_ways(project, sequence, fork, _with_one(fork, changed))


def _with_one(fork: Fork, changed: Way) -> tuple[Way, ...]:
    return tuple(changed if each.id == changed.id else cast("Way", each) for each in inside(fork))


def set_path_weight(project: Project, sequence_id: str, path_id: str, weight: float) -> Project:
    """Return a project in which a path of an experiment has another share; raise StudioError unless it is above 0."""
    sequence = sequence_of(project, sequence_id)
    fork, _ = _fork_of(sequence, path_id)
    path = node_of(sequence.steps, path_id, Path)
    changed = replace(path, weight=weight)
    return _with_ways(project, sequence, fork, _with_one(fork, changed))


def rename_arm(project: Project, sequence_id: str, way_id: str, name: str) -> Project:
    """Return a project in which an arm or path has another name."""
    return altered_node(project, sequence_id, way_id, Arm, Path, name=name)
