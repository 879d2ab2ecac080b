"""Brevo's API for delivery: headers, the hourly limit, paging, its complaints, and how things are changed in place."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.brevo.facets import facets
from studio.exporters.service import Listing, Rate, Resource, Service
from studio.exporters.updating import rewriting

# All endpoints used here share 100 requests an hour on general plans (documented).
HOURLY = Rate(per_hour=100)


def _headers(key: str) -> Map[str, str]:
    return Map({"api-key": key, "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    if not isinstance(body, dict):
        return f"HTTP {status}"
    code, message = str(body.get("code") or ""), str(body.get("message") or "")
    return ": ".join(part for part in (code, message) if part) or f"HTTP {status}"


update_template = rewriting("PUT", "/v3/smtp/templates/{id}", without=("isActive",))
"""Gives a template its new words, and leaves it active if somebody made it so."""


update_campaign = rewriting("PUT", "/v3/emailCampaigns/{id}")
"""Rewrites a draft; Brevo refuses it for a campaign that has been sent."""


def in_use(answer: Any) -> bool:  # noqa: ANN401 - JSON
    """Return whether a template is active: automations and transactional mail use it then."""
    return answer.get("isActive") is True


def going_out(answer: Any) -> bool:  # noqa: ANN401 - JSON
    """Return whether a campaign is on its way: neither a draft any more nor already with its readers."""
    return bool(answer.get("status")) and answer["status"] not in ("draft", "sent", "archive")


# With 100 requests an hour nothing is read one by one: the lists hold subjects and HTML, too, and one look shows all.
def _listing(path: str, items: str) -> Listing:
    return Listing(path=path, items=items, offset="offset", total="count", rate=HOURLY)


_TEMPLATE = Resource(
    kind="template",
    id="id",
    find=_listing("/v3/smtp/templates?limit=100", "templates"),
    update=update_template,
    keep=("id",),
    ours=facets,
    theirs=facets,
    runs=in_use,
)

_CAMPAIGN = Resource(
    kind="campaign",
    id="id",
    find=_listing("/v3/emailCampaigns?limit=100", "campaigns"),
    update=update_campaign,
    keep=("id",),
    ours=facets,
    theirs=facets,
    runs=going_out,
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
    account_id="organization_id|email|companyName",  # two accounts may bear one company's name
    rate=HOURLY,
    retry_header="x-sib-ratelimit-reset",
)
