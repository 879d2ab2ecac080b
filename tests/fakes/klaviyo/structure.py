"""What no schema says of a Klaviyo flow: its links lead somewhere, nothing hangs loose, its experiments add up."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tests.fakes.validate import Problem, below

ROOT = "/data/attributes/definition"
EXPERIMENTS = frozenset({"ab-test", "content-experiment"})


def arms(action: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (pointer within the action, arm) of an experiment's main action and its variations, none once it ended."""
    if action["type"] not in EXPERIMENTS:
        return
    yield "/data/main_action", action["data"]["main_action"]
    for index, arm in enumerate((action["data"]["current_experiment"] or {}).get("variations", ())):
        yield f"/data/current_experiment/variations/{index}", arm


def exits(action: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Yield (pointer within the action, target) of every way out of an action."""
    for word, target in (action.get("links") or {}).items():
        yield f"/links/{word}", target
    if action["type"] == "multi-branch-split":
        for index, branch in enumerate(action["data"]["branches"]):
            yield f"/data/branches/{index}/links/next", branch.get("links", {}).get("next")


def structure_problems(definition: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with a definition that has the right shape."""
    actions = definition["actions"]
    yield from doubled_ids(actions)
    yield from loose_ends(definition)
    for index, action in enumerate(actions):
        yield from action_problems(action, f"{ROOT}/actions/{index}")


def doubled_ids(actions: list[dict[str, Any]]) -> Iterator[Problem]:
    """Yield actions, arms included, that share a temporary id."""
    placed = [(f"{ROOT}/actions/{index}", action) for index, action in enumerate(actions)]
    nested = [(at + within, arm) for at, action in placed for within, arm in arms(action)]
    counts = Counter(action["temporary_id"] for _, action in placed + nested)
    for at, action in placed + nested:
        if counts[action["temporary_id"]] > 1:
            yield Problem(f"{at}/temporary_id", f"'{action['temporary_id']}' is used more than once.")


def loose_ends(definition: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield links to nowhere, actions that nothing leads to, and loops."""
    actions = {action["temporary_id"]: action for action in definition["actions"]}
    places = {action["temporary_id"]: f"{ROOT}/actions/{index}" for index, action in enumerate(definition["actions"])}
    entry = definition["entry_action_id"]
    if entry not in actions and (actions or entry is not None):
        yield Problem(f"{ROOT}/entry_action_id", f"There is no action '{entry}'.")
    for name, action in actions.items():
        for within, target in exits(action):
            if target is not None and target not in actions:
                yield Problem(places[name] + within, f"There is no action '{target}'.")
    reached = reach(actions, entry)
    for name in actions.keys() - reached:
        yield Problem(places[name], f"Nothing leads to the action '{name}'.")
    for name in sorted(reached):
        onward = [target for _, target in exits(actions[name])]
        if any(name in reach(actions, target) for target in onward):
            yield Problem(places[name] + "/links", f"The action '{name}' leads back to itself.")


def reach(actions: Mapping[str, Mapping[str, Any]], start: str | None) -> set[str]:
    """Return the ids of all actions from a start onward."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name in actions and name not in seen:
            seen.add(name)
            waiting.extend(target for _, target in exits(actions[name]))
    return seen


def action_problems(action: Mapping[str, Any], at: str) -> Iterator[Problem]:
    """Yield what is wrong within one action."""
    data = action.get("data") or {}
    if action["type"] == "time-delay" and data.get("delay_until_time") and data.get("unit", "days") != "days":
        yield Problem(f"{at}/data/delay_until_time", "Only a delay in days can wait until a time of day.")
    if action["type"] in EXPERIMENTS:
        yield from experiment_problems(action, at)


def experiment_problems(action: Mapping[str, Any], at: str) -> Iterator[Problem]:
    """Yield arms that lead on by themselves or mix channels, and shares that do not add up."""
    kind = action["data"]["main_action"]["type"]
    for within, arm in arms(action):
        if any(target is not None for _, target in exits(arm)):
            yield Problem(f"{at}{within}/links", "An arm of an experiment leads nowhere: the experiment leads on.")
        if arm["type"] != kind:
            yield Problem(f"{at}{within}/type", f"All arms must be of the type '{kind}'.")
    test = action["data"]["current_experiment"]
    known = {arm.get("temporary_id") or arm.get("id") for arm in test["variations"]}
    shares, there = test["allocations"], f"{at}/data/current_experiment/allocations"
    for name in sorted(known.symmetric_difference(shares)):
        yield Problem(below(there, name), f"'{name}' must be both a variation and have a share.")
    if not math.isclose(sum(shares.values()), 1, abs_tol=1e-6) or min(shares.values(), default=0) < 0:
        yield Problem(there, "The shares must be fractions that add up to 1.")
