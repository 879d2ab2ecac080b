"""Mailchimp's API for delivery: the data centre in the key, paging, its complaints, and what can be changed in place.

Paths and fields are those of the service's own description of version 3.0.
"""

from __future__ import annotations

import base64
import re
from typing import Any

from immutables import Map

from studio.exporters.mailchimp.updates import (
    campaign_facets,
    content_facets,
    update_campaign,
    update_template,
)
from studio.exporters.service import Listing, Resource, Service
from studio.exporters.updating import left_alone
from studio.i18n import sentence

_CENTRE = re.compile(r".+-(?P<centre>[a-z]{2,6}[0-9]{1,4})")


def _headers(key: str) -> Map[str, str]:
    basic = base64.b64encode(f"fabel:{key}".encode()).decode()
    return Map({"authorization": f"Basic {basic}", "accept": "application/json"})


def address_of(key: str) -> str:
    """Return the address of the data centre that a key ends in (`…-us21`), or nothing where it names none."""
    found = _CENTRE.fullmatch(key.strip())
    return f"https://{found['centre']}.api.mailchimp.com" if found else ""


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    if not isinstance(body, dict):
        return f"HTTP {status}"
    said = str(body.get("detail") or body.get("title") or "")
    errors = body.get("errors")
    fields = [_field(one) for one in errors if isinstance(one, dict)] if isinstance(errors, list) else []
    named = "; ".join(field for field in fields if field)
    return " ".join(part for part in (said, f"({named})" if named else "") if part) or f"HTTP {status}"


def _field(error: dict[str, Any]) -> str:
    parts = (str(error.get("field") or ""), str(error.get("message") or ""))
    return ": ".join(part for part in parts if part)


def _listing(path: str, items: str, name: str = "name") -> Listing:
    fields = f"{items}.id,{items}.{name},total_items"
    return Listing(f"/3.0/{path}?count=1000&fields={fields}", items, name=name, offset="offset", total="total_items")


_PICTURE = Resource(
    kind="image",
    id="id",
    find=_listing("file-manager/files", "files"),
    update=left_alone,
    keep=("id", "full_size_url"),
    read="/3.0/file-manager/files/{id}",
)

_TEMPLATE = Resource(
    kind="template",
    id="id",
    find=_listing("templates", "templates"),
    update=update_template,
    keep=("id",),
    read="/3.0/templates/{id}?fields=id,name",
)

_CAMPAIGN = Resource(
    kind="campaign",
    id="id",
    find=_listing("campaigns", "campaigns", "settings.title"),
    update=update_campaign,
    keep=("id",),
    read="/3.0/campaigns/{id}?fields=id,settings,variate_settings",
    ours=campaign_facets,
    theirs=campaign_facets,
)

# Content lies in its campaign: it is found and read there, and put as often as one likes.
_CONTENT = Resource(
    kind="content",
    id="",
    find=_CAMPAIGN.find,
    read="/3.0/campaigns/{id}/content?fields=html,variate_contents",
    ours=content_facets,
    theirs=content_facets,
)

SERVICE = Service(
    name="mailchimp",
    label="Mailchimp",
    base_url="",
    headers=_headers,
    words=_words,
    resources=Map({"image": _PICTURE, "template": _TEMPLATE, "campaign": _CAMPAIGN, "content": _CONTENT}),
    listings=Map({"list": _listing("lists", "lists")}),
    check="/3.0/?fields=account_id,account_name",
    account_name="account_name",
    account_id="account_id",
    address_of=address_of,
    address_hint="https://us21.api.mailchimp.com",
    key_hint=sentence("The key ends in a hyphen and the data centre, for example -us21: leave it there."),
)
