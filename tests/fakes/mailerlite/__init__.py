"""A fake of MailerLite: campaigns and groups."""

from tests.fakes.mailerlite.state import KEY, MailerLite, Options

__all__ = ["KEY", "MailerLite", "Options"]
