"""What people do in Klaviyo's own editor, so that a push meets a thing that is no longer as it was left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tests.fakes.klaviyo.structure import arms

if TYPE_CHECKING:
    from tests.fakes.klaviyo.state import Klaviyo


def edit_template(fake: Klaviyo, name: str, **fields: Any) -> None:
    """Change the first template whose name begins with `name`, for example its `html`."""
    found = next(one for one in fake.templates.values() if one["name"].startswith(name))
    found.update(fields)


def edit_message(fake: Klaviyo, name: str, **fields: Any) -> None:
    """Change what every message of that name says in all flows, for example its `subject_line`."""
    found = [said for said in messages(fake) if said.get("name") == name]
    if not found:
        raise LookupError(name)
    for said in found:
        said.update(fields)


def edit_waits(fake: Klaviyo, **fields: Any) -> None:
    """Change every delay of all flows, for example its `value`."""
    for flow in fake.flows.values():
        for action in flow["definition"]["actions"]:
            if action["type"] == "time-delay":
                action["data"].update(fields)


def messages(fake: Klaviyo) -> Iterator[dict[str, Any]]:
    """Yield every message of all flows, those inside tests included."""
    for flow in fake.flows.values():
        for action in flow["definition"]["actions"]:
            for one in (action, *(arm for _, arm in arms(action))):
                if "message" in (one.get("data") or {}):
                    yield one["data"]["message"]


def end_tests(fake: Klaviyo) -> None:
    """End every test of all flows: what remains is the main action, and no experiment."""
    for flow in fake.flows.values():
        for action in flow["definition"]["actions"]:
            if action["type"] == "ab-test":
                action["data"]["current_experiment"] = None
