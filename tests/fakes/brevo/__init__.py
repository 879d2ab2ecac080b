"""A fake of Brevo: templates, campaigns with tests of subjects, senders and lists."""

from tests.fakes.brevo.state import KEY, Brevo, Options

__all__ = ["KEY", "Brevo", "Options"]
