"""A fake receiver of webhooks: checks every signature, and knows a delivery that it has had before."""

from tests.fakes.webhook.state import KEY, Webhook

__all__ = ["KEY", "Webhook"]
