"""ActiveCampaign's endpoints that the studio may call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.fakes.activecampaign.bodies import CAMPAIGN, CAMPAIGN_CHANGE, MESSAGE, MESSAGE_CHANGE
from tests.fakes.routing import Route, whole_query
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.activecampaign.state import ActiveCampaign

PAGED = frozenset({"limit", "offset"})
DRAFT = "0"
BLANK = {"name": "", "subject": "", "preheader_text": "", "text": "", "html": "", "format": "mime"}


def page(fake: ActiveCampaign, received: Received, word: str, rows: list[dict[str, Any]]) -> Answer:
    """Answer with one page: twenty things unless more were asked for; the total is a text."""
    limit = min(whole_query(received, "limit", 20, 1, 100), fake.options.page_size or 100)
    start = whole_query(received, "offset", 0, 0, 10**9)
    return Answer(200, {word: rows[start : start + limit], "meta": {"total": str(len(rows))}})


def held(rows: Mapping[str, dict[str, Any]], key: str, kind: str) -> dict[str, Any]:
    """Return a thing; raise Refusal where there is none."""
    if key not in rows:
        raise Refusal(404, Problem("", f"No Result found for {kind} with id {key}"))
    return rows[key]


def read_user(fake: ActiveCampaign, received: Received) -> Answer:
    """Answer GET /api/3/users/me."""
    return Answer(200, {"user": {"id": "1", "username": "admin", "email": "owner@shop.example"}})


def list_messages(fake: ActiveCampaign, received: Received) -> Answer:
    """Answer GET /api/3/messages."""
    return page(fake, received, "messages", list(fake.messages.values()))


def create_message(fake: ActiveCampaign, received: Received) -> Answer:
    """Answer POST /api/3/messages: a new message has no name and no words."""
    refuse(problems(MESSAGE, received.body))
    said = dict(received.body["message"])
    address = said.pop("email")
    key = str(next(fake.numbers))
    fake.messages[key] = {**BLANK, "fromemail": address, **said, "id": key}
    return Answer(201, {"message": fake.messages[key]})


def read_message(fake: ActiveCampaign, received: Received, key: str) -> Answer:
    """Answer GET /api/3/messages/{id}."""
    return Answer(200, {"message": held(fake.messages, key, "Message")})


def change_message(fake: ActiveCampaign, received: Received, key: str) -> Answer:
    """Answer PUT /api/3/messages/{id}."""
    row = held(fake.messages, key, "Message")
    refuse(problems(MESSAGE_CHANGE, received.body))
    row.update(received.body["message"])
    return Answer(200, {"message": row})


def list_campaigns(fake: ActiveCampaign, received: Received) -> Answer:
    """Answer GET /api/3/campaigns, which tells ids as texts."""
    return page(fake, received, "campaigns", list(fake.campaigns.values()))


def create_campaign(fake: ActiveCampaign, received: Received) -> Answer:
    """Answer POST /api/3/campaign: a draft without words; its id is a number here."""
    refuse(problems(CAMPAIGN, received.body))
    key = str(next(fake.numbers))
    fake.campaigns[key] = {"id": key, "status": DRAFT, **received.body}
    return Answer(200, {**received.body, "id": int(key)})


def read_campaign(fake: ActiveCampaign, received: Received, key: str) -> Answer:
    """Answer GET /api/3/campaigns/{id}."""
    return Answer(200, {"campaign": held(fake.campaigns, key, "Campaign")})


def change_campaign(fake: ActiveCampaign, received: Received, key: str) -> Answer:
    """Answer PUT /api/3/campaigns/{id}/edit."""
    row = held(fake.campaigns, key, "Campaign")
    refuse(problems(CAMPAIGN_CHANGE, received.body))
    if "scheduledDate" in received.body:
        fake.live.append(("campaign", row["name"], "scheduledDate"))
        raise Refusal(400, Problem("", "This account takes drafts only"))
    if row["status"] != DRAFT:
        raise Refusal(400, Problem("", "Campaign can not be edited"))
    row.update(received.body)
    return Answer(200, {**row, "id": int(key)})


ROUTES = (
    Route("GET", "/api/3/users/me", read_user),
    Route("GET", "/api/3/messages", list_messages, PAGED),
    Route("POST", "/api/3/messages", create_message),
    Route("GET", "/api/3/messages/{id}", read_message),
    Route("PUT", "/api/3/messages/{id}", change_message),
    Route("GET", "/api/3/campaigns", list_campaigns, PAGED),
    Route("POST", "/api/3/campaign", create_campaign),
    Route("GET", "/api/3/campaigns/{id}", read_campaign),
    Route("PUT", "/api/3/campaigns/{id}/edit", change_campaign),
)
