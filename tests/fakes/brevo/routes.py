"""Brevo's endpoints that the studio may call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.brevo import campaigns, templates
from tests.fakes.routing import Route
from tests.fakes.wire import Answer, Received

if TYPE_CHECKING:
    from tests.fakes.brevo.state import Brevo

ACCOUNT = {
    "organization_id": "fake-organization",
    "email": "owner@shop.example",
    "firstName": "Kari",
    "lastName": "Nordmann",
    "companyName": "Shop Example",
    "address": {"street": "Bryggen 1", "city": "Bergen", "zipCode": "5003", "country": "Norway"},
    "plan": [{"type": "free", "credits": 300, "creditsType": "sendLimit"}],
    "relay": {"enabled": False},
}
PAGED = frozenset({"limit", "offset", "sort"})


def read_account(fake: Brevo, received: Received) -> Answer:
    """Answer GET /v3/account."""
    return Answer(200, fake.account)


def list_senders(fake: Brevo, received: Received) -> Answer:
    """Answer GET /v3/senders, which has no pages."""
    return Answer(200, {"senders": fake.senders})


def list_lists(fake: Brevo, received: Received) -> Answer:
    """Answer GET /v3/contacts/lists."""
    return templates.page(fake, received, "lists", fake.lists, 50)


ROUTES = (
    Route("GET", "/v3/account", read_account),
    Route("GET", "/v3/senders", list_senders),
    Route("GET", "/v3/contacts/lists", list_lists, PAGED),
    Route("GET", "/v3/smtp/templates", templates.list_templates, PAGED | {"templateStatus"}),
    Route("POST", "/v3/smtp/templates", templates.create_template),
    Route("GET", "/v3/smtp/templates/{id}", templates.read_template),
    Route("PUT", "/v3/smtp/templates/{id}", templates.change_template),
    Route("DELETE", "/v3/smtp/templates/{id}", templates.delete_template),
    Route("GET", "/v3/emailCampaigns", campaigns.list_campaigns, PAGED | {"status", "type"}),
    Route("POST", "/v3/emailCampaigns", campaigns.create_campaign),
    Route("GET", "/v3/emailCampaigns/{id}", campaigns.read_campaign, frozenset({"statistics"})),
    Route("PUT", "/v3/emailCampaigns/{id}", campaigns.change_campaign),
    Route("DELETE", "/v3/emailCampaigns/{id}", campaigns.delete_campaign),
    Route("POST", "/v3/emailCampaigns/{id}/sendNow", campaigns.send_campaign),
)
