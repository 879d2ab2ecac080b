"""A fake of Drip: Single-Email Campaigns (broadcasts) of one account."""

from tests.fakes.drip.state import ACCOUNT, KEY, Drip, Options

__all__ = ["ACCOUNT", "KEY", "Drip", "Options"]
