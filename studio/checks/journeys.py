"""Which messages one reader can get both of: what stands in different arms of a split never meets."""

from __future__ import annotations

from functools import lru_cache

from studio.model.sequence import branches
from studio.model.steps import Send, Step


@lru_cache(maxsize=64)
def meeting(steps: tuple[Step, ...]) -> frozenset[tuple[str, str]]:
    """Return the pairs of messages that one reader may get, each in the order of reading."""
    pairs, earlier = set(), dict[str, None]()
    for step in steps:
        own = _messages(step)
        pairs |= {(before, after) for before in earlier for after in own if before != after}
        for branch in branches(step):
            pairs |= meeting(branch.steps)
        earlier |= dict.fromkeys(own)
    return frozenset(pairs)


def _messages(step: Step) -> tuple[str, ...]:
    if isinstance(step, Send):
        return (step.message,)
    return tuple(message for branch in branches(step) for inner in branch.steps for message in _messages(inner))
