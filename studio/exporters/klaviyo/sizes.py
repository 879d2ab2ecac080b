"""How many actions a tree of steps becomes at Klaviyo, counted before anything is written."""

from __future__ import annotations

from studio.exporters.klaviyo.draft import Plan
from studio.exporters.klaviyo.facts import Asked, ask
from studio.exporters.klaviyo.waits import delay_count
from studio.model.steps import Arm, Experiment, Note, Send, Split, Step, Stop, Wait

Steps = tuple[Step, ...]

# Beyond this nobody can read a flow in Klaviyo's editor; the service publishes no limit of its own.
MOST = 400


def size(plan: Plan, steps: Steps, tail: int = 0) -> int:
    """Return how many actions steps become at most when `tail` actions follow them, repeated after each split."""
    for step in reversed(steps):
        tail = _before(plan, step, tail)
    return tail


def _before(plan: Plan, step: Step, tail: int) -> int:
    if isinstance(step, Stop):
        return 0
    if isinstance(step, Wait):
        return tail + max(delay_count(step), 1 if step.until_day else 0)
    if isinstance(step, Send):
        return 2 + 2 * tail if ask(step.only_if, plan.asker).event else 1 + tail
    if isinstance(step, Experiment):
        return len(step.paths) - 1 + sum(size(plan, path.steps, tail) for path in step.paths)
    return tail if isinstance(step, Note) else _split(plan, step, tail)


def _split(plan: Plan, split: Split, tail: int) -> int:
    total = tail
    for number, arm in enumerate(reversed(split.arms)):
        total = _arm(plan, arm, tail, total if number else tail)
    return total


def _arm(plan: Plan, arm: Arm, tail: int, otherwise: int) -> int:
    asked: Asked = ask(arm.conditions, plan.asker)
    taken = size(plan, arm.steps, tail)
    if asked.never:
        return otherwise
    if not asked.event and not asked.reader:
        return taken
    # With questions about both the event and the reader, what happens otherwise is written under each of them.
    return 1 + taken + otherwise if not (asked.event and asked.reader) else 2 + taken + 2 * otherwise
