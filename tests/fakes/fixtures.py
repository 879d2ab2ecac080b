"""The fakes as fixtures; a conftest takes them with `pytest_plugins = ["tests.fakes.fixtures"]`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.fakes import (
    activecampaign,
    brevo,
    customerio,
    drip,
    getresponse,
    hubspot,
    klaviyo,
    mailchimp,
    mailerlite,
    mailjet,
    omnisend,
    sendgrid,
)
from tests.fakes.klaviyo.oracle import CREATE_FLOW, schema_is_there
from tests.fakes.rates import HandClock
from tests.fakes.server import Fake, serving

Serve = Callable[[Fake], None]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Return a function that serves a fake until the test ends; a crash of the fake then fails the test."""
    served: list[Fake] = []
    with ExitStack() as stack:

        def begin(fake: Fake) -> None:
            served.append(stack.enter_context(serving(fake)))

        yield begin
    for fake in served:
        if fake.crashes:
            raise fake.crashes[0]


@pytest.fixture
def hand_clock() -> HandClock:
    """Return the clock by which the fakes of this test count their limits; it stands still until it is turned."""
    return HandClock()


@pytest.fixture
def klaviyo_fake(serve: Serve, hand_clock: HandClock) -> klaviyo.Klaviyo:
    """Return a Klaviyo that answers at its `url`."""
    fake = klaviyo.Klaviyo(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def klaviyo_with_schema(serve: Serve, hand_clock: HandClock) -> klaviyo.Klaviyo:
    """Return a Klaviyo that also validates flows against the vendor's description, or skip where it is absent."""
    if not schema_is_there():
        pytest.skip(f"the vendor's description is not beside the repository ({CREATE_FLOW.name})")
    fake = klaviyo.Klaviyo(klaviyo.Options(schema=True), clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def brevo_fake(serve: Serve, hand_clock: HandClock) -> brevo.Brevo:
    """Return a Brevo that answers below its `url` at `/v3`."""
    fake = brevo.Brevo(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def drip_fake(serve: Serve, hand_clock: HandClock) -> drip.Drip:
    """Return a Drip whose account answers at its `address`."""
    fake = drip.Drip(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def mailchimp_fake(serve: Serve, hand_clock: HandClock) -> mailchimp.Mailchimp:
    """Return a Mailchimp that answers below its `url` at `/3.0`."""
    fake = mailchimp.Mailchimp(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def getresponse_fake(serve: Serve, hand_clock: HandClock) -> getresponse.GetResponse:
    """Return a GetResponse that answers at its `address`."""
    fake = getresponse.GetResponse(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def omnisend_fake(serve: Serve, hand_clock: HandClock) -> omnisend.Omnisend:
    """Return an Omnisend that answers below its `url` at `/api`."""
    fake = omnisend.Omnisend(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def sendgrid_fake(serve: Serve, hand_clock: HandClock) -> sendgrid.SendGrid:
    """Return a SendGrid that answers below its `url` at `/v3`."""
    fake = sendgrid.SendGrid(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def mailjet_fake(serve: Serve, hand_clock: HandClock) -> mailjet.Mailjet:
    """Return a Mailjet that answers at its `url`."""
    fake = mailjet.Mailjet(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def mailerlite_fake(serve: Serve, hand_clock: HandClock) -> mailerlite.MailerLite:
    """Return a MailerLite that answers below its `url` at `/api`."""
    fake = mailerlite.MailerLite(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def hubspot_fake(serve: Serve, hand_clock: HandClock) -> hubspot.HubSpot:
    """Return a HubSpot that answers at its `url`."""
    fake = hubspot.HubSpot(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def activecampaign_fake(serve: Serve, hand_clock: HandClock) -> activecampaign.ActiveCampaign:
    """Return an ActiveCampaign that answers below its `url` at `/api/3`."""
    fake = activecampaign.ActiveCampaign(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def customerio_fake(serve: Serve, hand_clock: HandClock) -> customerio.CustomerIo:
    """Return a Customer.io that answers at its `url`."""
    fake = customerio.CustomerIo(clock=hand_clock)
    serve(fake)
    return fake
