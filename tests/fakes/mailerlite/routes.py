"""MailerLite's endpoints that the studio may call."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import TYPE_CHECKING, Any

from tests.fakes.mailerlite.bodies import CAMPAIGN, CAMPAIGN_CHANGE, campaign_problems
from tests.fakes.routing import Route, whole_query
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.mailerlite.state import MailerLite

PAGED = frozenset({"limit", "page"})
BORN = "2026-01-05 08:00:00"


def page(fake: MailerLite, received: Received, rows: list[dict[str, Any]]) -> Answer:
    """Answer with one page: 25 things unless more were asked for."""
    size = min(whole_query(received, "limit", 25, 1, 100), fake.options.page_size or 100)
    number = whole_query(received, "page", 1, 1, 10**6)
    meta = {"current_page": number, "last_page": ceil(len(rows) / size), "per_page": size, "total": len(rows)}
    return Answer(200, {"data": rows[(number - 1) * size : number * size], "meta": meta})


def list_groups(fake: MailerLite, received: Received) -> Answer:
    """Answer GET /api/groups."""
    return page(fake, received, [{"id": key, "name": name} for key, name in fake.groups.items()])


def list_campaigns(fake: MailerLite, received: Received) -> Answer:
    """Answer GET /api/campaigns: those of one status."""
    status = received.query.get("filter[status]", "ready")
    if status not in {"sent", "draft", "ready"}:
        raise Refusal(422, Problem("/filter/status", "The selected filter.status is invalid."))
    return page(fake, received, [told(row) for row in fake.campaigns.values() if row["status"] == status])


def told(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a campaign as it is told: without the HTML of its e-mails."""
    emails = [{key: value for key, value in email.items() if key != "content"} for email in row["emails"]]
    return {**row, "emails": emails}


def checked(fake: MailerLite, body: Any) -> None:
    """Raise Refusal for a campaign that will not do on this account."""
    refuse(list(campaign_problems(body, fake.groups)), 422)
    if not fake.options.takes_html and "content" in body["emails"][0]:
        raise Refusal(422, Problem("/emails/0/content", "Your plan does not allow custom content."))


def create_campaign(fake: MailerLite, received: Received) -> Answer:
    """Answer POST /api/campaigns: a campaign is a draft until somebody schedules it."""
    refuse(problems(CAMPAIGN, received.body), 422)
    checked(fake, received.body)
    key = str(next(fake.numbers))
    fake.campaigns[key] = {"id": key, "account_id": "7", "status": "draft", "created_at": BORN, **received.body}
    return Answer(201, {"data": told(fake.campaigns[key])})


def held(fake: MailerLite, key: str) -> dict[str, Any]:
    """Return a campaign; raise Refusal where there is none."""
    if key not in fake.campaigns:
        raise Refusal(404, Problem("", "Resource not found."))
    return fake.campaigns[key]


def read_campaign(fake: MailerLite, received: Received, key: str) -> Answer:
    """Answer GET /api/campaigns/{id}."""
    return Answer(200, {"data": told(held(fake, key))})


def change_campaign(fake: MailerLite, received: Received, key: str) -> Answer:
    """Answer PUT /api/campaigns/{id}."""
    row = held(fake, key)
    if row["status"] != "draft":
        raise Refusal(422, Problem("/status", "Only drafts can be updated."))
    refuse(problems(CAMPAIGN_CHANGE, received.body), 422)
    merged = {**row, **received.body}
    checked(fake, merged)
    fake.campaigns[key] = merged
    return Answer(200, {"data": told(merged)})


def schedule(fake: MailerLite, received: Received, key: str) -> Answer:
    """Answer POST /api/campaigns/{id}/schedule, which is noted and refused."""
    fake.live.append(("campaign", held(fake, key)["name"], "schedule"))
    raise Refusal(403, Problem("", "This action is unauthorized."))


ROUTES = (
    Route("GET", "/api/groups", list_groups, PAGED),
    Route("GET", "/api/campaigns", list_campaigns, PAGED | {"filter[status]", "filter[type]"}),
    Route("POST", "/api/campaigns", create_campaign),
    Route("GET", "/api/campaigns/{id}", read_campaign),
    Route("PUT", "/api/campaigns/{id}", change_campaign),
    Route("POST", "/api/campaigns/{id}/schedule", schedule),
)
