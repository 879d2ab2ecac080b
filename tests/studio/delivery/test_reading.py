"""An account tells which fields its events really have."""

import pytest

from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.reading import event_profile, read_profile
from studio.errors import StudioError
from studio.exporters.base import Resolved
from studio.exporters.klaviyo.service import SERVICE
from studio.exporters.registry import exporter
from tests.studio.exporters.projects import MESSAGES, send, with_mail, work

CART = work(send("m9"), project=with_mail(MESSAGES, "m9", "Emne", words="[Kurven]({{ cart.url }})"))


@pytest.fixture
def client(klaviyo_fake, hand_clock):
    timing = Timing(hand_clock, hand_clock.advance, lambda: 0.0)
    with Client(SERVICE, Secret(klaviyo_fake.key), klaviyo_fake.url, timing) as client:
        yield client


def test_the_fields_of_an_event_are_read_with_their_samples(client):
    found = event_profile(client, "Checkout Started")
    assert found.names[:2] == ("$value", "Item Count")
    assert found.samples["extra.checkout_url"] == ("https://shop.example/checkouts/1",)
    assert "extra.line_items" not in found.samples


def test_an_event_without_fields_has_none(client):
    assert event_profile(client, "SHFULF").names == ()


def test_an_event_that_is_not_there_is_said(client):
    with pytest.raises(StudioError, match="Nothing"):
        event_profile(client, "Nothing")


def test_the_profile_that_was_read_names_the_account_s_own_fields(client):
    resolved = read_profile(client, "APCHKO")
    target = exporter("klaviyo")
    built = target.build(CART, target.options(profile="read"), resolved)
    html = next(one.body["data"]["attributes"]["html"] for one in built.requests if one.kind == "template")
    assert "{{ event.cart_url" in html


def test_a_profile_that_was_not_read_is_refused():
    target = exporter("klaviyo")
    with pytest.raises(StudioError, match="were not read"):
        target.build(CART, target.options(profile="read"), Resolved())


def test_an_event_without_a_cart_is_no_profile(client):
    with pytest.raises(StudioError, match="no fields"):
        read_profile(client, "SHFULF")
