"""ActiveCampaign's API for delivery: an address for every account, limits, its complaints, changes in place.

Paths and fields are those of the service's own descriptions of version 3.
"""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.activecampaign.updates import update_campaign, update_words, words_of
from studio.exporters.service import Listing, Rate, Resource, Service
from studio.exporters.updating import left_alone


def _headers(key: str) -> Map[str, str]:
    return Map({"api-token": key, "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    if not isinstance(body, dict):
        return f"HTTP {status}"
    errors = body.get("errors")
    said = [_one(error) for error in errors] if isinstance(errors, list) else []
    return "; ".join(words for words in (str(body.get("message") or ""), *said) if words) or f"HTTP {status}"


def _one(error: Any) -> str:  # noqa: ANN401 - a text or an object
    if not isinstance(error, dict):
        return str(error)
    return ": ".join(part for part in (str(error.get("title") or ""), str(error.get("detail") or "")) if part)


# A message that was only made has its mark in the subject; one that has its words has it in the name.
_MESSAGES = Listing("/api/3/messages?limit=50", "messages", name="name|subject", offset="offset", total="meta.total")

_MESSAGE = Resource(
    kind="message",
    id="message.id",
    find=_MESSAGES,
    update=left_alone,
    keep=("message.id",),
    read="/api/3/messages/{id}",
)

_CONTENT = Resource(
    kind="content",
    id="message.id",
    find=_MESSAGES,
    update=update_words,
    keep=("message.id",),
    read="/api/3/messages/{id}",
    ours=words_of,
    theirs=words_of,
)

_CAMPAIGN = Resource(
    kind="campaign",
    id="id",
    find=Listing("/api/3/campaigns?limit=100", "campaigns", offset="offset", total="meta.total"),
    update=update_campaign,
    keep=("id",),
    read="/api/3/campaigns/{id}",
)

# Settings are put at an address of their own, as often as one likes.
_SETTINGS = Resource(kind="settings", id="")

SERVICE = Service(
    name="activecampaign",
    label="ActiveCampaign",
    base_url="",
    headers=_headers,
    words=_words,
    resources=Map({"message": _MESSAGE, "content": _CONTENT, "campaign": _CAMPAIGN, "settings": _SETTINGS}),
    check="/api/3/users/me",
    account_name="user.email",
    rate=Rate(per_second=5),
    address_hint="https://<account>.api-us1.com",
)
