"""Klaviyo's API for delivery: headers, limits, paging, its complaints, and how things are changed in place.

Paths, fields and limits are those of the service's own description of revision 2026-07-15.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from immutables import Map

from studio.exporters.klaviyo.coupons import coupon_facets, update_coupon
from studio.exporters.klaviyo.facets import flow_facets, live_flow, runs, template_facets
from studio.exporters.klaviyo.lint import MOST_TEMPLATES
from studio.exporters.klaviyo.news import flow_news
from studio.exporters.klaviyo.scopes import PROBES, SCOPES
from studio.exporters.klaviyo.updates import update_flow, update_template
from studio.exporters.klaviyo.uploads import MEDIA, REVISION
from studio.exporters.service import Listing, Rate, Resource, Service
from studio.exporters.updating import left_alone
from studio.i18n import sentence

_LIBRARY = Rate(per_second=75, per_minute=750)
_FLOWS = Rate(per_second=3, per_minute=60)


def _headers(key: str) -> Map[str, str]:
    # Calls that no request of a bundle brings along (going live) need the type as well; files have their own.
    media = {"accept": MEDIA, "content-type": MEDIA}
    return Map({"authorization": f"Klaviyo-API-Key {key}", "revision": REVISION, **media})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    errors = body.get("errors") if isinstance(body, dict) else None
    said = [_one(error) for error in errors if isinstance(error, dict)] if isinstance(errors, list) else []
    return "; ".join(words for words in said if words) or f"HTTP {status}"


def _one(error: dict[str, Any]) -> str:
    detail = str(error.get("detail") or error.get("title") or error.get("code") or "")
    source = error.get("source")
    where = (source.get("pointer") or source.get("parameter") or "") if isinstance(source, dict) else ""
    return f"{detail} ({where})" if where and where != "/data" else detail


def _listing(path: str, rate: Rate) -> Listing:
    return Listing(path=path, items="data", name="attributes.name", next="links.next", rate=rate)


_PICTURE = Resource(
    kind="image",
    id="data.id",
    rate=Rate(per_second=3, per_minute=100, per_day=500),
    find=_listing("/api/images?page[size]=100", Rate(per_second=10, per_minute=150)),
    update=left_alone,
    keep=("data.id", "data.attributes.image_url"),
    read="/api/images/{id}",
)

_TEMPLATE = Resource(
    kind="template",
    id="data.id",
    rate=_LIBRARY,
    find=_listing("/api/templates?fields[template]=name&page[size]=10", _LIBRARY),
    update=update_template,
    update_rate=_LIBRARY,
    keep=("data.id",),
    cap=MOST_TEMPLATES,
    read="/api/templates/{id}?fields[template]=name,html,text",
    ours=template_facets,
    theirs=template_facets,
)

_FLOW = Resource(
    kind="flow",
    id="data.id",
    rate=Rate(per_second=1, per_minute=15, per_day=100),
    find=_listing("/api/flows?fields[flow]=name&page[size]=50", _FLOWS),
    update=update_flow,
    update_rate=_FLOWS,
    keep=("data.id", "data.attributes.definition"),
    read="/api/flows/{id}?additional-fields[flow]=definition",
    page="https://www.klaviyo.com/flow/{id}/edit",
    news=flow_news,
    ours=flow_facets,
    theirs=flow_facets,
    live=live_flow,
    runs=runs,
)

_COUPON = Resource(
    kind="coupon",
    id="data.id",
    rate=_FLOWS,
    find=replace(_listing("/api/coupons", _LIBRARY), name="attributes.external_id"),
    update=update_coupon,
    update_rate=_FLOWS,
    keep=("data.id",),
    read="/api/coupons/{id}",
    ours=coupon_facets,
    theirs=coupon_facets,
)

# Several integrations of one shop may each record a metric of the same name.
_METRICS = replace(_listing("/api/metrics", Rate(per_second=10, per_minute=150)), source="attributes.integration.name")

SERVICE = Service(
    name="klaviyo",
    label="Klaviyo",
    base_url="https://a.klaviyo.com",
    headers=_headers,
    words=_words,
    resources=Map({"image": _PICTURE, "template": _TEMPLATE, "flow": _FLOW, "coupon": _COUPON}),
    listings=Map(
        {
            "metric": _METRICS,
            "list": _listing("/api/lists?page[size]=10", _LIBRARY),
            "segment": _listing("/api/segments?page[size]=10", _LIBRARY),
        }
    ),
    check="/api/accounts",
    account_name="data.0.attributes.contact_information.organization_name",
    account_id="data.0.id",
    key_hint=sentence("A private key, which begins with “pk_”."),
    scopes=SCOPES,
    probes=PROBES,
)
