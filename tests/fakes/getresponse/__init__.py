"""A fake of GetResponse: lists, senders, autoresponders and newsletters."""

from tests.fakes.getresponse.state import KEY, GetResponse, Options

__all__ = ["KEY", "GetResponse", "Options"]
