"""HubSpot's API for delivery: headers, limits, paging, its complaints, and how things are changed in place.

Paths and fields are those of the service's own descriptions: automation v4, which it calls unfinished, and marketing
e-mails of 2026-09. The upload of coded templates follows its documentation.
"""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.hubspot.drift import email_facets, flow_facets
from studio.exporters.hubspot.updates import KEPT, keep_flow, runs, switch_on, update_email
from studio.exporters.hubspot.uploads import EMAILS, FILES, FLOWS
from studio.exporters.service import Listing, Rate, Resource, Service
from studio.exporters.updating import left_alone
from studio.i18n import sentence

# A hundred calls in ten seconds for all endpoints together, in the smallest accounts.
_ALL = Rate(per_second=10)


def _headers(key: str) -> Map[str, str]:
    return Map({"authorization": f"Bearer {key}", "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    if not isinstance(body, dict):
        return f"HTTP {status}"
    errors = body.get("errors")
    said = [str(body.get("message") or body.get("category") or "")]
    said += (
        [str(one.get("message") or "") for one in errors if isinstance(one, dict)] if isinstance(errors, list) else []
    )
    return "; ".join(words for words in dict.fromkeys(said) if words) or f"HTTP {status}"


def _listing(path: str) -> Listing:
    return Listing(path=path, items="results", next="paging.next.after", cursor="after")


_PICTURE = Resource(
    kind="image",
    id="id",
    update=left_alone,
    keep=("id", "url"),
    read=f"{FILES}/{{id}}",
    repeatable=True,
)

_TEMPLATE = Resource(kind="template", id="id", repeatable=True)

_EMAIL = Resource(
    kind="email",
    id="id",
    find=_listing(f"{EMAILS}?limit=100"),
    update=update_email,
    keep=("id",),
    read=f"{EMAILS}/{{id}}/draft",
    ours=email_facets,
    theirs=email_facets,
)

_VARIATION = Resource(
    kind="variation",
    id="id",
    find=_listing(f"{EMAILS}?limit=100"),
    update=left_alone,
    keep=("id",),
    read=f"{EMAILS}/{{id}}/draft",
)

_WORDS = Resource(kind="words", id="id", repeatable=True)

_FLOW = Resource(
    kind="flow",
    id="id",
    find=_listing(f"{FLOWS}?limit=100"),
    update=keep_flow,
    keep=KEPT,
    read=f"{FLOWS}/{{id}}",
    ours=flow_facets,
    theirs=flow_facets,
    live=switch_on,
    runs=runs,
)

SERVICE = Service(
    name="hubspot",
    label="HubSpot",
    base_url="https://api.hubapi.com",
    headers=_headers,
    words=_words,
    resources=Map(
        {
            "image": _PICTURE,
            "template": _TEMPLATE,
            "email": _EMAIL,
            "variation": _VARIATION,
            "words": _WORDS,
            "flow": _FLOW,
        }
    ),
    check="/account-info/v3/details",
    account_name="portalId",
    account_id="portalId",
    rate=_ALL,
    key_hint=sentence("The access token of a private app, which begins with “pat-”."),
    scopes=Map(
        {
            "automation": sentence("to make workflows"),
            "files": sentence("to upload pictures"),
            "content": sentence("to upload templates and make e-mails"),
        }
    ),
    probes=Map({"automation": f"{FLOWS}?limit=1", "content": f"{EMAILS}?limit=1"}),
)
