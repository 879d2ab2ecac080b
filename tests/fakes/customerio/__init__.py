"""A fake of Customer.io's App API: automations that a person built, and newsletters with test groups."""

from tests.fakes.customerio.state import KEY, CustomerIo, Options

__all__ = ["KEY", "CustomerIo", "Options"]
