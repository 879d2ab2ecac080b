"""A fake of SendGrid: dynamic templates with versions, Single Sends and lists."""

from tests.fakes.sendgrid.state import KEY, Options, SendGrid

__all__ = ["KEY", "Options", "SendGrid"]
