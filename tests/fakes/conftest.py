"""The fakes' own tests take the fixtures directly, so that they also run alone."""

from tests.fakes.fixtures import (
    activecampaign_fake,
    brevo_fake,
    customerio_fake,
    drip_fake,
    getresponse_fake,
    hand_clock,
    klaviyo_fake,
    klaviyo_with_schema,
    mailchimp_fake,
    mailerlite_fake,
    mailjet_fake,
    sendgrid_fake,
    serve,
)

__all__ = [
    "activecampaign_fake",
    "brevo_fake",
    "customerio_fake",
    "drip_fake",
    "getresponse_fake",
    "hand_clock",
    "klaviyo_fake",
    "klaviyo_with_schema",
    "mailchimp_fake",
    "mailerlite_fake",
    "mailjet_fake",
    "sendgrid_fake",
    "serve",
]
