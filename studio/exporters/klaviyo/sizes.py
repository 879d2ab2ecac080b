"""How many actions a tree of steps becomes at Klaviyo, counted before anything is written."""

from __future__ import annotations

from studio.exporters.klaviyo.arms import Taken, takeable
from studio.exporters.klaviyo.draft import Plan
from studio.exporters.klaviyo.facts import ask
from studio.exporters.klaviyo.waits import delay_count
from studio.model.steps import Experiment, Note, Send, Split, Step, Stop, Wait

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
    taken = takeable(plan, split)
    if plan.is_native(len(taken)):
        return 1 + sum(size(plan, way.steps, tail) for way in taken)
    total = tail
    for number, way in enumerate(reversed(taken)):
        total = _arm(plan, way, tail, total if number else tail)
    return total


def _arm(plan: Plan, way: Taken, tail: int, otherwise: int) -> int:
    taken = size(plan, way.steps, tail)
    if not way.asked.event and not way.asked.reader:
        return taken
    # With questions about both the event and the reader, what happens otherwise is written under each of them.
    return 1 + taken + otherwise if not (way.asked.event and way.asked.reader) else 2 + taken + 2 * otherwise
