"""MailerLite's API for delivery: headers, the limit of a minute, paging, its complaints, and changes in place.

Paths and fields are those of its documentation and its own clients.
"""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.service import Listing, Rate, Resource, Service
from studio.exporters.updating import rewriting


def _headers(key: str) -> Map[str, str]:
    return Map({"authorization": f"Bearer {key}", "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    if not isinstance(body, dict):
        return f"HTTP {status}"
    errors = body.get("errors")
    fields = [_field(name, said) for name, said in errors.items()] if isinstance(errors, dict) else []
    named = f"({'; '.join(fields)})" if fields else ""
    return " ".join(part for part in (str(body.get("message") or ""), named) if part) or f"HTTP {status}"


def _field(name: str, said: Any) -> str:  # noqa: ANN401 - a text or a list of them
    return f"{name}: {' '.join(map(str, said)) if isinstance(said, list) else said}"


update_campaign = rewriting("PUT", "/api/campaigns/{id}", without=("type",))
"""Rewrites a draft, but not its type; MailerLite refuses it for a campaign that was sent."""


def ours(body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON of any shape
    """Return what a draft says as it is sent, as far as MailerLite tells it back: not its HTML."""
    return _said(body["emails"])


def theirs(answer: Any) -> Map[str, str]:  # noqa: ANN401 - JSON of any shape
    """Return what a draft says at MailerLite: the first subject and the sender."""
    told = answer.get("data")
    return _said((told.get("emails") if isinstance(told, dict) else None) or [])


def _said(emails: list[Any]) -> Map[str, str]:
    one = emails[0] if emails and isinstance(emails[0], dict) else {}
    name, address = str(one.get("from_name") or ""), str(one.get("from") or "")
    return Map({"Subject": str(one.get("subject") or ""), "Sender": f"{name} <{address}>" if address else name})


# Only drafts are made, and only by their status are they listed.
_CAMPAIGN = Resource(
    kind="campaign",
    id="data.id",
    find=Listing("/api/campaigns?filter[status]=draft&limit=100", "data", page="page", total="meta.total"),
    update=update_campaign,
    keep=("data.id",),
    read="/api/campaigns/{id}",
    ours=ours,
    theirs=theirs,
)

SERVICE = Service(
    name="mailerlite",
    label="MailerLite",
    base_url="https://connect.mailerlite.com",
    headers=_headers,
    words=_words,
    resources=Map({"campaign": _CAMPAIGN}),
    listings=Map({"list": Listing("/api/groups?limit=100", "data", page="page", total="meta.total")}),
    check="/api/groups?limit=1",
    rate=Rate(per_minute=120),
)
