"""One push on its way: what the journal knows now, what refers to what, and how a request is made ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from immutables import Map

from studio.delivery import drift, guard, record
from studio.delivery.deliveries import Deliveries
from studio.delivery.http import Client
from studio.delivery.lookup import Lookup
from studio.delivery.marks import renamed
from studio.delivery.outgoing import Outgoing
from studio.delivery.references import Known, Link, References
from studio.delivery.weighing import Matter, Scales
from studio.errors import ServiceTrouble
from studio.exporters.base import Bundle, Request
from studio.exporters.service import Call, Resource, Service
from studio.i18n import N_
from studio.model.journal import Entry, Flow, Journal, State


class CapReached(ServiceTrouble):
    """A service takes no more things of a kind today."""


class Course:
    """The state of one push; only this holds what changes while it runs."""

    def __init__(
        self,
        bundle: Bundle,
        service: Service,
        client: Client,
        journal: Journal,
        flow: Flow,
        content: Callable[[str], bytes],
        now: Callable[[], datetime],
    ) -> None:
        """Read what the journal knows of the flow; nothing is sent."""
        self.client, self.service, self.lookup = client, service, Lookup(client)
        self.references = References((request.key for request in bundle.requests), service.listings)
        self.names = Map({request.key: request.name for request in bundle.requests})
        self._journal, self._flow, self._now = journal, flow, now
        self._entries = journal.entries(flow)
        self.is_first = not self._entries
        self._deliveries = Deliveries(told=bool(service.sign))
        self._known = Known(self._answer, self.lookup.id, content)
        self.scales = Scales(flow, self.references, self._answer)
        every = (request for request in bundle.requests)
        self._links = frozenset(link for request in every for link in self.links(request))

    def entry(self, key: str) -> Entry | None:
        """Return what the journal knows of a thing."""
        return self._entries.get(key)

    def keep(self, entry: Entry) -> Entry:
        """Write an entry to the journal, durably, and return it."""
        self._journal.write(self._flow, entry)
        self._entries = self._entries.set(entry.key, entry)
        return entry

    def forget(self, key: str) -> None:
        """Take an entry out of the journal, durably: what it says was sent does not exist."""
        self._journal.forget(self._flow, key)
        self._entries = self._entries.delete(key)

    def resource(self, request: Request) -> Resource:
        """Return what the service says of this kind of thing."""
        return self.service.resources[request.kind]

    def kept_paths(self, request: Request) -> frozenset[str]:
        """Return which parts of the answer are kept: the id, what an update needs, what other requests refer to."""
        resource = self.resource(request)
        linked = (link.path for link in self._links if link.key == request.key)
        return frozenset((resource.id, *resource.keep, *linked)) - {""}

    def links(self, request: Request) -> frozenset[Link]:
        """Return what a request refers to, in its body and its path."""
        return self.references.links([request.path, request.body])

    def stamps(self, request: Request) -> Map[str, str]:
        """Return the present state of everything a request refers to."""
        return Map({link.key: record.stamp(self.entry(link.key)) for link in self.links(request)})

    def matter(self, request: Request, entry: Entry) -> Matter:
        """Return a thing that exists, ready to be weighed, with what it refers to that changed since it was sent."""
        now, then = self.stamps(request), record.unpack(entry).stamps
        touched = frozenset(key for key, stamp in now.items() if then.get(key) != stamp)
        return Matter(request, entry, self.resource(request), touched, now)

    def sent(self, request: Request, answer: Any = None) -> record.Sent:  # noqa: ANN401 - JSON of any shape
        """Return what the journal keeps of a request as it goes out, and of what the service says it has now."""
        resource = self.resource(request)
        ours = drift.digests(self.scales.says(resource, request.body))
        told = drift.digests(drift.of_theirs(resource, answer))
        seen = {name: told.get(name, digest) for name, digest in ours.items()}
        delivery = self._deliveries.word(request, self.entry(request.key))
        return record.Sent(request.body, self.stamps(request), Map(seen), delivery=delivery)

    def missing(self, request: Request) -> str:
        """Return the name of a thing that a request needs and that is not at the service, or nothing."""
        keys = sorted(link.key for link in self.links(request))
        return next((self.names[key] or key for key in keys if not record.stamp(self.entry(key))), "")

    def ready(self, request: Request, call: Call, name: str, *, create: bool) -> Outgoing:
        """Return a call as it goes out, references filled in; raise StudioError where it may or can not be sent."""
        resource = self.resource(request)
        body = renamed(call.body, request.name, name)
        filled: Any = (self.references.parts if request.multipart else self.references.filled)(body, self._known)
        path = self.references.path(call.path, self._known)
        guard.check(call.method, path, filled)
        rate = resource.rate if create else resource.update_rate
        endpoint = f"{request.kind}:{'create' if create else 'update'}"
        delivery = self._deliveries.word(request, self.entry(request.key))
        known = Outgoing(call.method, path, filled, request.headers, endpoint, rate)
        return replace(known, any_answer=resource.any_answer, delivery=delivery)

    def moment(self) -> str:
        """Return the present moment as the journal writes it (ISO 8601, UTC)."""
        return self._now().isoformat(timespec="seconds")

    def heed_cap(self, request: Request) -> None:
        """Raise CapReached where the service takes no more things of this kind today."""
        cap = self.resource(request).rate.per_day
        if cap and self._journal.sent_today(self._flow.account, request.kind, self.moment()[:10]) >= cap:
            raise CapReached(
                N_("{service} takes {cap} of these a day and has had them: push again tomorrow."),
                service=self.service.label,
                cap=cap,
            )

    def _answer(self, link: Link) -> object:
        entry = self.entry(link.key)
        return record.answer_part(entry, link.path) if entry and entry.state is State.DONE else None
