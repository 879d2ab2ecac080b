"""Brevo's API for delivery: headers, the hourly limit, paging, its complaints, and how things are changed in place."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.service import Call, Listing, Rate, Resource, Service

# All endpoints used here share 100 requests an hour on general plans (documented).
HOURLY = Rate(per_hour=100)


def _headers(key: str) -> Map[str, str]:
    return Map({"api-key": key, "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    if not isinstance(body, dict):
        return f"HTTP {status}"
    code, message = str(body.get("code") or ""), str(body.get("message") or "")
    return ": ".join(part for part in (code, message) if part) or f"HTTP {status}"


def update_template(
    remote_id: str,
    answer: str,  # noqa: ARG001 - the shape of an Updater
    before: Any,  # noqa: ANN401, ARG001
    after: Any,  # noqa: ANN401
    touched: frozenset[str],  # noqa: ARG001
) -> tuple[Call, ...]:
    """Return the call that gives a template its new words, and leaves it active if somebody made it so."""
    body = {name: value for name, value in after.items() if name != "isActive"}
    return (Call("PUT", f"/v3/smtp/templates/{remote_id}", body),)


def update_campaign(
    remote_id: str,
    answer: str,  # noqa: ARG001 - the shape of an Updater
    before: Any,  # noqa: ANN401, ARG001
    after: Any,  # noqa: ANN401
    touched: frozenset[str],  # noqa: ARG001
) -> tuple[Call, ...]:
    """Return the call that rewrites a draft; Brevo refuses it for a campaign that has been sent."""
    return (Call("PUT", f"/v3/emailCampaigns/{remote_id}", after),)


def _listing(path: str, items: str) -> Listing:
    return Listing(path=path, items=items, offset="offset", total="count", rate=HOURLY)


_TEMPLATE = Resource(
    kind="template",
    id="id",
    find=_listing("/v3/smtp/templates?limit=1000", "templates"),
    update=update_template,
    keep=("id",),
)

_CAMPAIGN = Resource(
    kind="campaign",
    id="id",
    find=_listing("/v3/emailCampaigns?limit=100", "campaigns"),
    update=update_campaign,
    keep=("id",),
)

SERVICE = Service(
    name="brevo",
    label="Brevo",
    base_url="https://api.brevo.com",
    headers=_headers,
    words=_words,
    resources=Map({"template": _TEMPLATE, "campaign": _CAMPAIGN}),
    check="/v3/account",
    account_name="companyName",
    rate=HOURLY,
)
