"""Omnisend's API for delivery: headers, limits, paging, its complaints, and how things are changed in place.

Paths, fields and limits are those of the service's own description of version 2026-03-15.
"""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.omnisend.drift import facets
from studio.exporters.omnisend.updates import enable, update_flow
from studio.exporters.omnisend.uploads import VERSION
from studio.exporters.service import Listing, Rate, Resource, Service
from studio.exporters.updating import left_alone
from studio.i18n import sentence

_RATE = Rate(per_minute=400)


def _headers(key: str) -> Map[str, str]:
    return Map({"authorization": f"Omnisend-API-Key {key}", "omnisend-version": VERSION, "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    if not isinstance(body, dict):
        return f"HTTP {status}"
    errors = body.get("errors")
    fields = [_field(one) for one in errors if isinstance(one, dict)] if isinstance(errors, list) else []
    said = str(body.get("detail") or body.get("title") or "")
    return "; ".join(words for words in (said, *fields) if words) or f"HTTP {status}"


def _field(error: dict[str, Any]) -> str:
    words, where = str(error.get("message") or error.get("code") or ""), str(error.get("field") or "")
    return f"{words} ({where})" if where else words


def _listing(path: str, items: str, id: str = "id") -> Listing:  # noqa: A002 - as Listing calls it
    return Listing(path=path, items=items, id=id, next="paging.cursors.after", cursor="after", rate=_RATE)


_PICTURE = Resource(
    kind="image",
    id="id",
    rate=_RATE,
    find=_listing("/api/images?limit=250", "images"),
    update=left_alone,
    update_rate=_RATE,
    keep=("id", "url"),
    read="/api/images/{id}",
)

# Nothing updates a template: the service reads HTML only when it imports it, and then keeps blocks of its own.
_TEMPLATE = Resource(
    kind="template",
    id="id",
    rate=_RATE,
    find=_listing("/api/email-templates?limit=100", "templates"),
    update_rate=_RATE,
    keep=("id",),
    read="/api/email-templates/{id}",
)

_FLOW = Resource(
    kind="flow",
    id="id",
    rate=_RATE,
    find=_listing("/api/automations?limit=250", "automations"),
    update=update_flow,
    update_rate=_RATE,
    keep=("id",),
    read="/api/automations/{id}",
    ours=facets,
    theirs=facets,
    live=enable,
)

SERVICE = Service(
    name="omnisend",
    label="Omnisend",
    base_url="https://api.omnisend.com",
    headers=_headers,
    words=_words,
    resources=Map({"image": _PICTURE, "template": _TEMPLATE, "flow": _FLOW}),
    listings=Map({"segment": _listing("/api/segments?limit=250", "segments")}),
    check="/api/brands/current",
    account_name="name",
    account_id="brandID",
    retry_in_body="retryAfter",
    probes=Map(
        {
            "automations.read": "/api/automations?limit=1",
            "email-templates.read": "/api/email-templates?limit=1",
            "images.read": "/api/images?limit=1",
        }
    ),
    scopes=Map(
        {
            "automations.read": sentence("to find flows that exist"),
            "automations.write": sentence("to make flows"),
            "email-templates.read": sentence("to find templates that exist"),
            "email-templates.write": sentence("to make templates"),
            "images.read": sentence("to find pictures that exist"),
            "images.write": sentence("to upload pictures"),
            "brands.read": sentence("to see whose account it is"),
            "segments.read": sentence("to find segments by their names"),
        }
    ),
)
