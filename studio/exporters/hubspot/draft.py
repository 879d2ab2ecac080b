"""The workflow while it grows: actions with ids of our own, and what was lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters.base import Work
from studio.exporters.hubspot.options import Options
from studio.exporters.ledger import Ledger
from studio.exporters.ways import Ways
from studio.model.message import Message
from studio.model.steps import Step

Json = dict[str, Any]

MOST = 400
"""Actions of one workflow: beyond this nobody can read it; the service publishes no limit of its own."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One version of an e-mail: the key of its marketing e-mail, and its share of a hundred readers."""

    key: str
    share: int


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the compiler reads: the flow, the choices, and each e-mail's versions by its message's id."""

    work: Work
    options: Options
    letters: Map[str, tuple[Letter, ...]]

    def message(self, message: str) -> Message:
        """Return a message of the project."""
        return self.work.project.messages[message]


@dataclass(slots=True)
class Draft:
    """The actions by id, the losses, and the ids of the messages that are sent.

    `steps` are those that are compiled, `ways` what became of them.
    """

    plan: Plan
    actions: dict[str, Json] = field(default_factory=dict)
    sent: set[str] = field(default_factory=set)
    ways: Ways = field(default_factory=Ways)
    steps: tuple[Step, ...] = ()
    ledger: Ledger = field(init=False)

    def __post_init__(self) -> None:
        """Begin without losses."""
        self.ledger = Ledger(self.plan.work, "hubspot")

    def add(self, kind: str, **fields: Any) -> str:  # noqa: ANN401 - JSON
        """Add an action and return its id; raise StudioError where there are more than anybody can read."""
        if len(self.actions) >= MOST:
            raise StudioError(
                "At HubSpot this flow would need more than {most} actions. Use fewer splits and tests.", most=MOST
            )
        name = f"a{len(self.actions) + 1}"
        self.actions[name] = {"type": kind, "actionId": name, **fields}
        return name


def onward(target: str | None) -> Json | None:
    """Return the connection to an action, or None where the workflow ends."""
    return {"edgeType": "STANDARD", "nextActionId": target} if target else None


def connections(action: Json) -> Iterator[Json]:
    """Yield the connections out of an action, in order."""
    held = [action, *action.get("listBranches", ()), *action.get("testBranches", ())]
    yield from (one["connection"] for one in held if one.get("connection"))
    if action.get("defaultBranch"):
        yield action["defaultBranch"]


def in_order(draft: Draft, start: str | None) -> list[Json]:
    """Return the actions that can be reached, numbered from 1 in reading order.

    The first way to an action is an edge of the tree, every other one a jump, as HubSpot tells them apart.
    """
    found: list[Json] = []
    numbers: dict[str, str] = {}
    _visit(draft, start, numbers, found)
    taken = {start}
    for action in found:
        action["actionId"] = numbers[action["actionId"]]
        for connection in connections(action):
            target = connection["nextActionId"]
            connection["edgeType"] = "GOTO" if target in taken else "STANDARD"
            taken.add(target)
            connection["nextActionId"] = numbers[target]
    return found


def _visit(draft: Draft, name: str | None, numbers: dict[str, str], found: list[Json]) -> None:
    ahead = [name]
    while ahead:
        here = ahead.pop()
        if here is None or here in numbers:
            continue
        numbers[here] = str(len(numbers) + 1)
        found.append(draft.actions[here])
        ahead.extend(reversed([one["nextActionId"] for one in connections(draft.actions[here])]))
