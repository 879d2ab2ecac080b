"""What HubSpot refuses in a workflow although its shape is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tests.fakes.validate import Problem

FIELDS = {"0-1": {"delta", "time_unit"}, "0-4": {"content_id"}}


def flow_problems(flow: Mapping[str, Any], emails: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield everything that a workflow of the right shape does wrong."""
    actions = {action["actionId"]: action for action in flow["actions"]}
    if len(actions) != len(flow["actions"]):
        yield Problem("/actions", "actionId must be unique")
    if flow["actions"] and flow.get("startActionId") not in actions:
        yield Problem("/startActionId", "must be the id of an action")
    edges = [edge for action in flow["actions"] for edge in out_of(action)]
    for edge in edges:
        if edge["nextActionId"] not in actions:
            yield Problem("/actions", f"nextActionId {edge['nextActionId']} does not exist")
    trunk = Counter(edge["nextActionId"] for edge in edges if edge["edgeType"] == "STANDARD")
    trunk[flow.get("startActionId")] += 1
    for name in actions:
        if trunk[name] != 1:
            yield Problem("/actions", f"action {name} must have exactly one STANDARD edge to it, not {trunk[name]}")
    for action in flow["actions"]:
        yield from _action(action, emails)


def out_of(action: Mapping[str, Any]) -> list[Any]:
    """Return the edges out of an action."""
    held = [action, *action.get("listBranches", ()), *action.get("testBranches", ())]
    return [one["connection"] for one in held if "connection" in one] + (
        [action["defaultBranch"]] if "defaultBranch" in action else []
    )


def _action(action: Mapping[str, Any], emails: Mapping[str, Any]) -> Iterator[Problem]:
    at = f"/actions/{action['actionId']}"
    if action["type"] == "AB_TEST_BRANCH" and sum(one.get("percentage", 0) for one in action["testBranches"]) != 100:
        yield Problem(at, "percentages must add up to 100")
    if action["type"] != "SINGLE_CONNECTION":
        return
    fields = action["fields"]
    if set(fields) != FIELDS[action["actionTypeId"]]:
        yield Problem(f"{at}/fields", f"must be {', '.join(sorted(FIELDS[action['actionTypeId']]))}")
    elif action["actionTypeId"] == "0-4" and fields["content_id"] not in emails:
        yield Problem(f"{at}/fields/content_id", "is not an e-mail of this account")
    elif action["actionTypeId"] == "0-1" and not (fields["delta"].isdecimal() and int(fields["delta"])):
        yield Problem(f"{at}/fields/delta", "must be a number of minutes above zero")
