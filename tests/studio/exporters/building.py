"""Short ways for tests to build a bundle and to look into it."""

import json

from studio.exporters.base import Bundle, Resolved, Work
from studio.exporters.klaviyo.graph import id_of, outs
from studio.exporters.registry import exporter


def built(work: Work, target: str = "klaviyo", **options) -> Bundle:
    """Return the bundle of a target with some options set."""
    made = exporter(target)
    return made.build(work, made.options(**options), Resolved())


def definition(work: Work, **options) -> dict:
    """Return the flow definition that Klaviyo is sent."""
    return built(work, **options).requests[-1].body["data"]["attributes"]["definition"]


def actions(work: Work, **options) -> list[dict]:
    """Return the actions of the flow that Klaviyo is sent."""
    return definition(work, **options)["actions"]


def ways(made: dict) -> list[list[str]]:
    """Return every way through a definition, from the entry to an end, as names of what happens."""
    held = {id_of(action): action for action in made["actions"]}

    def follow(name):
        action = held[name]
        tails = [tail for target in outs(action) for tail in (follow(target) if target else [[]])]
        return [[said(action), *tail] for tail in tails]

    return follow(made["entry_action_id"])


def said(action: dict) -> str:
    """Return a word for an action: the message it sends, the length it waits, or its type."""
    data = action["data"]
    if action["type"] == "time-delay":
        return f"{data['value']} {data['unit']}"
    message = data.get("message") or data.get("main_action", {}).get("data", {}).get("message")
    return message["name"] if message else action["type"]


def losses(bundle: Bundle) -> list[str]:
    """Return the ids of what a bundle lost."""
    return [loss.id for loss in bundle.losses]


def as_json(content: bytes):
    """Return a file's JSON."""
    return json.loads(content.decode())
