"""A fake receiver of webhooks: checks every signature, and knows a delivery that it has had before."""

from tests.fakes.webhook.state import KEY, SAID, Webhook

__all__ = ["KEY", "SAID", "Webhook"]
