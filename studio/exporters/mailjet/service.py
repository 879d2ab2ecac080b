"""Mailjet's API for delivery: its pair of keys, paging, its complaints, and how things are changed in place."""

from __future__ import annotations

import base64
from typing import Any

from immutables import Map

from studio.exporters.service import Listing, Resource, Service
from studio.exporters.updating import rewriting
from studio.i18n import sentence

ROOT = "/v3/REST"


def _headers(key: str) -> Map[str, str]:
    basic = base64.b64encode(key.encode()).decode()
    return Map({"authorization": f"Basic {basic}", "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    if not isinstance(body, dict):
        return f"HTTP {status}"
    said = (body.get("ErrorMessage"), body.get("ErrorInfo") if isinstance(body.get("ErrorInfo"), str) else "")
    return "; ".join(str(part) for part in said if part) or f"HTTP {status}"


update_template = rewriting("PUT", f"{ROOT}/template/{{id}}", without=("OwnerType",))
"""Gives a template another name; whose it is can never change."""


update_draft = rewriting("PUT", f"{ROOT}/campaigndraft/{{id}}")
"""Rewrites a draft's head; Mailjet refuses it for one that is scheduled or sent."""


def our_words(body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what the content of a template or a draft says."""
    headers = body.get("Headers") or {}
    said = {"Subject": headers.get("Subject"), "Sender": headers.get("From"), "Content": body.get("Html-part")}
    return Map({name: str(text) for name, text in said.items() if text})


def their_words(answer: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what Mailjet says of a content."""
    return our_words(_first(answer))


def our_head(body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what the head of a campaign's draft says."""
    said = {"Subject": body.get("Subject"), "Sender": body.get("SenderEmail")}
    return Map({name: str(text) for name, text in said.items() if text})


def their_head(answer: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what Mailjet says of a draft's head."""
    return our_head(_first(answer))


def _first(answer: Any) -> Any:  # noqa: ANN401 - JSON
    found = answer.get("Data")
    return found[0] if isinstance(found, list) and found and isinstance(found[0], dict) else {}


def _listing(path: str, name: str) -> Listing:
    """Return how a collection is paged: its `Total` counts the page only, so it is read until an empty page."""
    return Listing(path=f"{ROOT}/{path}", items="Data", id="ID", name=name, offset="Offset")


_TEMPLATE = Resource(
    kind="template",
    id="Data.0.ID",
    find=_listing("template?OwnerType=apikey&Limit=1000", "Name"),
    update=update_template,
    keep=("Data.0.ID",),
    read=f"{ROOT}/template/{{id}}",
)
_CONTENT = Resource(
    kind="content",
    id="",
    read=f"{ROOT}/template/{{id}}/detailcontent",
    repeatable=True,
    ours=our_words,
    theirs=their_words,
)
_CAMPAIGN = Resource(
    kind="campaign",
    id="Data.0.ID",
    find=_listing("campaigndraft?Limit=1000", "Title"),
    update=update_draft,
    keep=("Data.0.ID",),
    read=f"{ROOT}/campaigndraft/{{id}}",
    ours=our_head,
    theirs=their_head,
)
_WORDS = Resource(
    kind="campaignwords",
    id="",
    read=f"{ROOT}/campaigndraft/{{id}}/detailcontent",
    repeatable=True,
    ours=our_words,
    theirs=their_words,
)

SERVICE = Service(
    name="mailjet",
    label="Mailjet",
    base_url="https://api.mailjet.com",
    headers=_headers,
    words=_words,
    resources=Map({one.kind: one for one in (_TEMPLATE, _CONTENT, _CAMPAIGN, _WORDS)}),
    listings=Map({"list": _listing("contactslist?Limit=1000", "Name")}),
    check=f"{ROOT}/user",
    account_name="Data.0.Username",
    account_id="Data.0.ID",
    key_hint=sentence("Two keys with a colon between them: the API key, and the secret key."),
)
