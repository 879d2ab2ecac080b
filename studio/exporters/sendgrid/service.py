"""SendGrid's API for delivery: headers, paging, scopes, its complaints, and how things are changed in place.

Paths and fields are those of the service's own descriptions of version 3.
"""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.sendgrid.updates import (
    VERSION_PARTS,
    draft_facets,
    our_version,
    their_version,
    update_draft,
    update_template,
    update_version,
)
from studio.exporters.service import Listing, Resource, Service
from studio.i18n import sentence

_MOST_TEMPLATES = 300
_NEXT = "_metadata.next"
_TEMPLATES = "/v3/templates?generations=dynamic&page_size=200"


def _headers(key: str) -> Map[str, str]:
    return Map({"authorization": f"Bearer {key}", "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    errors = body.get("errors") if isinstance(body, dict) else None
    said = [_one(error) for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
    return "; ".join(words for words in said if words) or f"HTTP {status}"


def _one(error: dict[str, Any]) -> str:
    field, message = str(error.get("field") or ""), str(error.get("message") or "")
    return f"{message} ({field})" if field and message else message or field


_TEMPLATE = Resource(
    kind="template",
    id="id",
    find=Listing(_TEMPLATES, "result", next=_NEXT),
    update=update_template,
    keep=("id",),
    cap=_MOST_TEMPLATES,
    read="/v3/templates/{id}",
)

_VERSION = Resource(
    kind="version",
    id="template_id",
    find=Listing(_TEMPLATES, "result.*.versions", id="template_id", next=_NEXT),
    update=update_version,
    keep=VERSION_PARTS,
    read="/v3/templates/{id}",
    ours=our_version,
    theirs=their_version,
)

_DRAFT = Resource(
    kind="campaign",
    id="id",
    find=Listing("/v3/marketing/singlesends?page_size=100", "result", next=_NEXT),
    update=update_draft,
    keep=("id",),
    read="/v3/marketing/singlesends/{id}",
    ours=draft_facets,
    theirs=draft_facets,
)

SERVICE = Service(
    name="sendgrid",
    label="SendGrid",
    base_url="https://api.sendgrid.com",
    headers=_headers,
    words=_words,
    resources=Map({"template": _TEMPLATE, "version": _VERSION, "campaign": _DRAFT}),
    listings=Map({"list": Listing("/v3/marketing/lists?page_size=1000", "result", next=_NEXT)}),
    check="/v3/user/username",
    account_name="username",
    account_id="user_id",
    scopes=Map(
        {
            "templates.create": sentence("to make templates"),
            "templates.versions.create": sentence("to fill templates"),
            "marketing.read": sentence("to find drafts and lists"),
            "user.username.read": sentence("to tell whose account a key opens"),
        }
    ),
    scopes_at="/v3/scopes",
    scopes_in="scopes",
)
