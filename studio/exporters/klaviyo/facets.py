"""What a person may have changed at Klaviyo: the words of templates, and those of each message in a flow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from immutables import Map

from studio.exporters.klaviyo.facts import Json
from studio.exporters.klaviyo.graph import SENDING, versions_in
from studio.exporters.service import Call
from studio.i18n import N_

CONTENT, PLAIN = N_("Content"), N_("Plain text")
_PARTS: Map[str, str] = Map(
    {
        "subject_line": N_("Subject"),
        "preview_text": N_("Preview text"),
        "from_email": N_("Sender's address"),
        "from_label": N_("Sender's name"),
        "title": N_("Title"),
        "body": N_("Text"),
        "vendor_id": N_("WhatsApp template"),
    }
)


def template_facets(document: Any) -> Map[str, str]:  # noqa: ANN401 - a body as sent, or what the service answers
    """Return the HTML and the text part of a template."""
    attributes = _attributes(document)
    return Map({CONTENT: str(attributes.get("html") or ""), PLAIN: str(attributes.get("text") or "")})


def flow_facets(document: Any) -> Map[str, str]:  # noqa: ANN401 - a body as sent, or what the service answers
    """Return the words of each message of a flow, “Subject – First reminder”, and all waits in their order.

    A message that stands in several ways has one entry for each, with a number behind its name.
    """
    definition = _attributes(document).get("definition")
    actions = definition.get("actions") if isinstance(definition, dict) else None
    if not isinstance(actions, list):
        return Map()
    waits = "\n".join(_wait(action["data"]) for action in actions if action["type"] == "time-delay")
    return Map({**dict(_words(actions)), **({N_("Waits"): waits} if waits else {})})


def live_flow(remote_id: str, answer: str) -> tuple[Call, ...]:  # noqa: ARG001 - the shape of `Resource.live`
    """Return the call that switches a flow on, with all its actions."""
    body = {"data": {"type": "flow", "id": remote_id, "attributes": {"status": "live"}}}
    return (Call("PATCH", f"/api/flows/{remote_id}", body),)


def runs(document: Any) -> bool:  # noqa: ANN401 - JSON
    """Return whether a flow is switched on: then its messages go out, or lie ready for somebody to send (manual)."""
    return _attributes(document).get("status") in ("live", "manual")


def _attributes(document: Any) -> Json:  # noqa: ANN401 - JSON
    data = document.get("data") if isinstance(document, dict) else None
    found = data.get("attributes") if isinstance(data, dict) else None
    return found if isinstance(found, dict) else {}


def _words(actions: list[Json]) -> Iterator[tuple[str, str]]:
    seen: Counter[str] = Counter()
    for action in actions:
        for one in tuple(versions_in(action)) or (action,):
            said = (one.get("data") or {}).get("message") if one["type"] in SENDING else None
            if not isinstance(said, dict):
                continue
            name = str(said.get("name") or "")
            seen[name] += 1
            shown = f"{name} ({seen[name]})" if seen[name] > 1 else name
            yield from ((f"{label} – {shown}", str(said[part])) for part, label in _PARTS.items() if said.get(part))


def _wait(data: Json) -> str:
    days = ", ".join(data.get("delay_until_weekdays") or ())
    until = str(data.get("delay_until_time") or "")
    return " ".join(filter(None, (str(data.get("value")), str(data.get("unit") or ""), until, days)))
