"""Drip's API for delivery: its key, its hourly limit, paging, its complaints, and how a draft is changed in place."""

from __future__ import annotations

import base64
from typing import Any

from immutables import Map

from studio.exporters.service import Listing, Rate, Resource, Service
from studio.exporters.updating import rewriting
from studio.i18n import sentence

# All of an account's requests together (documented); only calls for many people at once have 50, and none is used.
HOURLY = Rate(per_hour=3600)


def _headers(key: str) -> Map[str, str]:
    basic = base64.b64encode(f"{key}:".encode()).decode()
    return Map({"authorization": f"Basic {basic}", "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    errors = body.get("errors") if isinstance(body, dict) else None
    if not isinstance(errors, list):
        return f"HTTP {status}"
    return "; ".join(filter(None, map(_error, errors))) or f"HTTP {status}"


def _error(error: Any) -> str:  # noqa: ANN401 - JSON
    if not isinstance(error, dict):
        return ""
    said = (error.get("attribute"), error.get("message") or error.get("code"))
    return ": ".join(str(part) for part in said if part)


update_broadcast = rewriting("PATCH", "/broadcasts/{id}")
"""Rewrites a draft; Drip refuses it (409) for one that is scheduled or sent."""


def ours(body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what a broadcast that is sent says, by what Drip tells of it again; its preview text it never tells."""
    sent = body["broadcasts"][0]
    return Map({"Subject": sent["subject"], "Content": sent["content"]["html"]["value"], "State": "draft"})


def theirs(answer: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what Drip says of a broadcast; one that somebody deleted is still read, and only its state tells."""
    found = (answer.get("broadcasts") or [{}])[0]
    state = "deleted" if found.get("status") == "deleted" else "draft"
    said = {"Subject": found.get("subject"), "Content": found.get("html_body"), "State": state}
    return Map({name: str(text or "") for name, text in said.items()})


_BROADCAST = Resource(
    kind="broadcast",
    id="broadcasts.0.id",
    find=Listing(
        "/broadcasts?per_page=100&sort=created_at&direction=desc", "broadcasts", page="page", total="meta.total_count"
    ),
    update=update_broadcast,
    keep=("broadcasts.0.id",),
    read="/broadcasts/{id}",
    ours=ours,
    theirs=theirs,
)

SERVICE = Service(
    name="drip",
    label="Drip",
    base_url="",
    headers=_headers,
    words=_words,
    resources=Map({"broadcast": _BROADCAST}),
    check="/broadcasts?per_page=1",
    rate=HOURLY,
    address_hint="https://api.getdrip.com/v2/1234567",
    key_hint=sentence(
        "The API token of your Drip user, under User Settings. The number in the address is the account."
    ),
)
