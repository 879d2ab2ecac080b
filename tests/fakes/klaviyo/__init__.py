"""A fake of Klaviyo: flows, templates, images, metrics and lists, as strict as its description says."""

from tests.fakes.klaviyo.state import KEY, Klaviyo, Options

__all__ = ["KEY", "Klaviyo", "Options"]
