"""Rows of blocks: where Omnisend lets ways meet again, and what may stand at the end of a row."""

from __future__ import annotations

from studio.exporters.omnisend.draft import WAYS, Blocks, Draft
from studio.exporters.omnisend.facts import Above, ask, asker_of
from studio.exporters.omnisend.letters import takes
from studio.exporters.omnisend.waits import delays
from studio.model.sequence import branches
from studio.model.steps import Experiment, Send, Split, Step, Stop, Wait

_PAIR = 2
Steps = tuple[Step, ...]


def must_repeat(draft: Draft, step: Split | Experiment, rest: Steps, above: Above) -> bool:
    """Return whether what follows must be written into each way: one stops, or its last wait would end a row."""
    ways = [way.steps for way in branches(step)]
    if not _does_something(draft, rest):
        return False
    return any(map(_stops, ways)) or any(
        _waits_last(draft, way) if _nests(draft, step, above) else _hides_a_wait(draft, way) for way in ways
    )


def _nests(draft: Draft, step: Split | Experiment, above: Above) -> bool:
    """Return whether a step becomes splits or tests inside each other, whose inner ones nothing follows."""
    if isinstance(step, Experiment):
        return len(step.paths) > _PAIR
    asked = [ask(arm.conditions, asker_of(draft), above) for arm in step.arms]
    several = any(len(one.questions) > 1 or any(question.rest() for question in one.questions) for one in asked)
    return several or sum(not one.never for one in asked) > _PAIR


def _waits_last(draft: Draft, steps: Steps) -> bool:
    for step in reversed(steps):
        if isinstance(step, Wait) and delays(draft, step):
            return True
        if any(_waits_last(draft, way.steps) for way in branches(step)):
            return True
        if _does_something(draft, (step,)):
            return False
    return False


def _hides_a_wait(draft: Draft, steps: Steps) -> bool:
    """Return whether a way ends with a split or a test of its own, one way of which ends with a wait."""
    for step in reversed(steps):
        if any(_waits_last(draft, way.steps) for way in branches(step)):
            return True
        if _does_something(draft, (step,)) or (isinstance(step, Wait) and delays(draft, step)):
            return False
    return False


def _does_something(draft: Draft, steps: Steps) -> bool:
    for step in steps:
        if isinstance(step, Stop):
            return False
        if isinstance(step, Send) and takes(draft.plan.message(step.message)):
            return True
        if any(_does_something(draft, way.steps) for way in branches(step)):
            return True
    return False


def _stops(steps: Steps) -> bool:
    return any(isinstance(step, Stop) or any(_stops(way.steps) for way in branches(step)) for step in steps)


def settled(row: Blocks, *, followed: bool) -> Blocks:
    """Return a row of blocks without waits at its end and without empty splits.

    A wait may end a way through a split or a test only where blocks come after that (`followed`).
    """
    kept: Blocks = []
    for block in reversed(row):
        if block["type"] == "delay" and not kept and not followed:
            continue
        data, names = block[block["type"]], WAYS.get(block["type"], ())
        for name in names:
            data[name] = settled(data[name], followed=bool(kept))
        if not names or any(data[name] for name in names):
            kept.insert(0, block)
    return kept
