"""Brevo's campaigns: drafts, with or without a test of subjects; sending and scheduling is recorded and refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tests.fakes.brevo.bodies import (
    CAMPAIGN_CHANGE,
    NEW_CAMPAIGN,
    content_problems,
    sender_problems,
    subject_problems,
)
from tests.fakes.brevo.templates import BORN, missing, page
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.brevo.state import Brevo

SOURCES = ("htmlContent", "htmlUrl", "templateId")


def refuse_going_live(fake: Brevo, name: str, how: str) -> None:
    """Record that something was to be sent or scheduled, and raise Refusal where the account is strict."""
    fake.live.append(("campaign", name, how))
    if fake.options.strict:
        raise Refusal(400, Problem(f"/{how}", "is refused: this account takes drafts only"))


def account_problems(fake: Brevo, body: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield senders, lists and templates that the account does not have."""
    yield from sender_problems(body, fake.senders, known=fake.options.known_senders)
    for key in ("listIds", "exclusionListIds"):
        for number in body.get("recipients", {}).get(key, ()):
            if number not in fake.lists:
                yield Problem(f"/recipients/{key}", f"has the list {number}, which does not exist")
    if body.get("templateId", 0) and body["templateId"] not in fake.templates:
        yield Problem("/templateId", "does not exist")


def campaign_problems(fake: Brevo, body: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield everything that a whole campaign of the right shape does wrong."""
    yield from content_problems(body, SOURCES)
    yield from subject_problems(body)
    yield from account_problems(fake, body)


def list_campaigns(fake: Brevo, received: Received) -> Answer:
    """Answer GET /v3/emailCampaigns."""
    wanted = received.query.get("status")
    rows = {number: row for number, row in fake.campaigns.items() if wanted in {None, row["status"]}}
    return page(fake, received, "campaigns", rows, 100)


def create_campaign(fake: Brevo, received: Received) -> Answer:
    """Answer POST /v3/emailCampaigns."""
    refuse(problems(NEW_CAMPAIGN, received.body))
    body = received.body
    if "scheduledAt" in body or body.get("sendAtBestTime"):
        refuse_going_live(fake, body["name"], "scheduledAt")
    refuse(list(campaign_problems(fake, body)))
    number = next(fake.campaign_numbers)
    status = "queued" if "scheduledAt" in body else "draft"
    fake.campaigns[number] = {"type": "classic", "status": status, "createdAt": BORN, "modifiedAt": BORN, **body}
    return Answer(201, {"id": number})


def read_campaign(fake: Brevo, received: Received, number: int) -> Answer:
    """Answer GET /v3/emailCampaigns/{id}."""
    if number not in fake.campaigns:
        raise missing(number, "Campaign")
    return Answer(200, {"id": number, **fake.campaigns[number]})


def change_campaign(fake: Brevo, received: Received, number: int) -> Answer:
    """Answer PUT /v3/emailCampaigns/{id}."""
    if number not in fake.campaigns:
        raise missing(number, "Campaign")
    refuse(problems(CAMPAIGN_CHANGE, received.body))
    if "scheduledAt" in received.body:
        refuse_going_live(fake, fake.campaigns[number]["name"], "scheduledAt")
    merged = {**fake.campaigns[number], **received.body}
    refuse(list(campaign_problems(fake, merged)))
    fake.campaigns[number] = merged
    return Answer(204)


def send_campaign(fake: Brevo, received: Received, number: int) -> Answer:
    """Answer POST /v3/emailCampaigns/{id}/sendNow."""
    if number not in fake.campaigns:
        raise missing(number, "Campaign")
    refuse_going_live(fake, fake.campaigns[number]["name"], "sendNow")
    fake.campaigns[number]["status"] = "sent"
    return Answer(204)


def delete_campaign(fake: Brevo, received: Received, number: int) -> Answer:
    """Answer DELETE /v3/emailCampaigns/{id}."""
    if number not in fake.campaigns:
        raise missing(number, "Campaign")
    fake.deleted.append(("campaign", str(number)))
    del fake.campaigns[number]
    return Answer(204)
