"""What a push will do and what it did, thing by thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studio.delivery.drift import Drifted
from studio.errors import StudioError
from studio.exporters.base import Request
from studio.exporters.service import Resource
from studio.i18n import Sentence
from studio.model.journal import Entry, State


class Action(StrEnum):
    """What happens to a thing at the service."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing of a bundle: what happens to it and why; `url` is where a person sees it, where that is known.

    `news` says what is different in a thing that was there before, in a few words, where that is known.
    """

    key: str
    kind: str
    name: str
    action: Action
    reason: Sentence
    remote_id: str = ""
    url: str = ""
    news: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a push did; `trouble` is what stopped it or was refused, and everything done before is kept.

    `drift` are the things that were left as somebody changed them at the service, because nobody chose.
    """

    things: tuple[Outcome, ...]
    trouble: StudioError | None = None
    drift: tuple[Drifted, ...] = ()

    def count(self, action: Action) -> int:
        """Return how many things an action happened to."""
        return sum(thing.action is action for thing in self.things)


def outcome(resource: Resource, request: Request, entry: Entry | None, action: Action, reason: Sentence) -> Outcome:
    """Return what happened to a thing, with its id and its page at the service where the journal knows them."""
    name = (entry.name if entry else "") or request.name
    remote_id = entry.remote_id if entry and entry.state is State.DONE else ""
    url = resource.page.format(id=remote_id) if resource.page and remote_id else ""
    return Outcome(request.key, request.kind, name, action, reason, remote_id, url)
