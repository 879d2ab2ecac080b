"""A fake of Mailchimp: file manager, templates, and campaigns with their content."""

from tests.fakes.mailchimp.state import KEY, Mailchimp, Options

__all__ = ["KEY", "Mailchimp", "Options"]
