"""What tells one sending of a thing from every other, for services whose receiver drops what it had before."""

from __future__ import annotations

from studio.delivery import record
from studio.exporters.base import Request
from studio.model.ids import new_id
from studio.model.journal import Entry, State


class Deliveries:
    """The sendings of one push, by the keys of its things; empty words where a service does not need them (`told`)."""

    def __init__(self, *, told: bool) -> None:
        """Know of none yet."""
        self._told = told
        self._words: dict[str, str] = {}

    def word(self, request: Request, last: Entry | None) -> str:
        """Return the word for a request in this push: that of the `last` one where it may have arrived, else a new one.

        The word lies in the journal before anything is sent, so a lost answer is followed by the same delivery again.
        """
        if self._told and request.key not in self._words:
            repeated = last and last.state is State.SENT and last.digest == record.digest(request)
            self._words[request.key] = record.unpack(last).delivery if last and repeated else new_id()
        return self._words.get(request.key, "")
