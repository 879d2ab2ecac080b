"""The fakes' own tests take the fixtures directly, so that they also run alone."""

from tests.fakes.fixtures import brevo_fake, hand_clock, klaviyo_fake, klaviyo_with_schema, serve

__all__ = ["brevo_fake", "hand_clock", "klaviyo_fake", "klaviyo_with_schema", "serve"]
