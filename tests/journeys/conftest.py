"""Desks at which a shipped preset's flow is pushed to a fake."""

import pytest

from tests.journeys.desk import Desk, planted


@pytest.fixture
def klaviyo_desk(klaviyo_fake):
    return Desk("klaviyo", klaviyo_fake, klaviyo_fake.url, *planted("cart-classic", "nb", "sv"))


@pytest.fixture
def brevo_desk(brevo_fake):
    return Desk("brevo", brevo_fake, brevo_fake.url, *planted("welcome-story", "nb"))


@pytest.fixture
def ladder_desk(klaviyo_with_schema):
    return Desk("klaviyo", klaviyo_with_schema, klaviyo_with_schema.url, *planted("cart-incentive-ladder", "nb"))
