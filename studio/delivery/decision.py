"""What is to be done with one thing, decided from the journal alone; planning and pushing share it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from studio.delivery import record
from studio.exporters.base import Request
from studio.exporters.service import Call, Resource
from studio.i18n import Sentence, sentence
from studio.model.journal import Entry

GONE = sentence("It was deleted at the service and is made again.")
"""Why a thing is made although the journal knows of it."""


@dataclass(frozen=True, slots=True)
class Keep:
    """The thing is at the service as it should be; `note` is written where only the journal must learn of a change."""

    note: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """The thing is brought up to date in place by these calls."""

    calls: tuple[Call, ...]
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Replace:
    """The thing is left as it is, and a new draft takes its place."""

    reason: Sentence


Decision = Keep | Change | Replace


def decide(
    request: Request, entry: Entry, resource: Resource, touched: frozenset[str], *, afresh: bool = False
) -> Decision:
    """Return what a thing that exists needs; `touched` are the keys it refers to that changed since it was sent.

    With `afresh` everything is written again, as if nothing were known of what was sent.
    """
    if entry.digest == record.digest(request) and not touched and not afresh:
        return Keep()
    before = None if afresh else record.unpack(entry).body
    calls = _calls(request, entry, resource, before, touched)
    if calls is None:
        return Replace(sentence("It cannot be changed in place: a new draft is made and the old one is left alone."))
    return Change(calls, _why(entry, touched)) if calls else Keep(note=True)


def _calls(
    request: Request,
    entry: Entry,
    resource: Resource,
    before: Any,  # noqa: ANN401 - JSON of any shape
    touched: frozenset[str],
) -> tuple[Call, ...] | None:
    if resource.update:
        return resource.update(entry.remote_id, entry.answer, before, request.body, touched)
    if request.method != "POST" or resource.repeatable:
        return (Call(request.method, request.path, request.body),)
    return None


def _why(entry: Entry, touched: frozenset[str]) -> Sentence:
    if not entry.digest:
        return sentence("It was found at the service by its name and is brought up to date.")
    if touched:
        return sentence("It or something that it uses has changed.")
    return sentence("Its content has changed.")


def there(*, found: bool) -> Sentence:
    """Return why nothing is sent: the thing was `found` at the service just now, or the journal knows of it."""
    return sentence("It was found at the service.") if found else sentence("It is already there.")
