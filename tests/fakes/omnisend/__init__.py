"""A fake of Omnisend: pictures, templates imported from HTML, and automations that are created disabled."""

from tests.fakes.omnisend.state import KEY, Omnisend, Options

__all__ = ["KEY", "Omnisend", "Options"]
