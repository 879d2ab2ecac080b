"""A fake of Mailjet: templates and drafts of campaigns with their contents, and contact lists."""

from tests.fakes.mailjet.state import KEY, Mailjet, Options

__all__ = ["KEY", "Mailjet", "Options"]
