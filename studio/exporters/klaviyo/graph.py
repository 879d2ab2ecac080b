"""A flow definition as a graph: how its actions are told apart, where they lead, and what lies inside a test."""

from __future__ import annotations

from collections.abc import Iterator

from studio.exporters.klaviyo.facts import Json

SENDING = ("send-email", "send-sms", "send-mobile-push", "send-whatsapp")
TESTS = ("ab-test", "content-experiment")


def id_of(action: Json) -> str:
    """Return an action's id, temporary or real."""
    return str(action.get("temporary_id") or action.get("id"))


def branches_of(action: Json) -> list[Json]:
    """Return the branches of a split into several ways, and nothing for other actions."""
    return list((action.get("data") or {}).get("branches") or []) if action["type"] == "multi-branch-split" else []


def outs(action: Json) -> tuple[str | None, ...]:
    """Return where every way out of an action leads, in order; None where it ends there."""
    links = tuple((action.get("links") or {}).values())
    return links + tuple((branch.get("links") or {}).get("next") for branch in branches_of(action))


def targets(action: Json) -> tuple[str, ...]:
    """Return the ids of the actions that an action leads to, in order."""
    return tuple(str(target) for target in outs(action) if target is not None)


def versions_in(action: Json) -> Iterator[Json]:
    """Yield the actions inside a test: the main one, then the variations; nothing for others.

    At the service a test that has ended holds no experiment any more, and the main action may be missing too.
    """
    if action["type"] in TESTS:
        data = action.get("data") or {}
        yield from filter(None, (data.get("main_action"),))
        yield from (data.get("current_experiment") or {}).get("variations") or ()


def messages_in(definition: Json) -> Iterator[Json]:
    """Yield every action that sends a message, those inside tests included."""
    for action in definition["actions"]:
        for one in (action, *versions_in(action)):
            if one["type"] in SENDING:
                yield one
