"""The push: brings everything of a bundle to a service, resumes where it broke off, and never makes anything twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import chain, compress

from studio.delivery import creating, guard, record
from studio.delivery.course import CapReached, Course
from studio.delivery.creating import Unsure
from studio.delivery.decision import GONE, Change, Keep, Replace, there
from studio.delivery.drift import OURS_AGAIN, Choice, Drifted
from studio.delivery.http import Client
from studio.delivery.marks import generation_of, named
from studio.delivery.pace import utc_now
from studio.delivery.references import Unanswered
from studio.delivery.refusals import KeyRefused, NotThere, Refused
from studio.delivery.report import Action, Outcome, Report, outcome
from studio.delivery.twins import told_of_twins
from studio.delivery.weighing import Weighed
from studio.errors import ServiceTrouble, StudioError
from studio.exporters.base import Bundle, Request
from studio.exporters.service import Service
from studio.i18n import Sentence, sentence
from studio.model.journal import Entry, Flow, Journal, State
from studio.tasks import Cancelled, Progress, stop_if_cancelled


def push(
    bundle: Bundle,
    service: Service,
    client: Client,
    journal: Journal,
    flow: Flow,
    progress: Progress,
    content: Callable[[str], bytes],
    again: Collection[str] = (),
    now: Callable[[], datetime] = utc_now,
    choices: Mapping[str, Choice] | None = None,
) -> Report:
    """Send what is new or changed, in the order of the bundle, and return what happened to each thing.

    `content` gives an asset's bytes by its digest; `again` holds the keys that the person wants sent although nobody
    knows whether they arrived, and `choices` by key whose words shall stand in what somebody changed at the service, or
    in what runs there, where readers get a change at once: without one it is left as it is there. A thing that the
    service refuses is skipped with its reason, and so is what needs it; the report's `trouble` is the first refusal.
    Where the network, the service or the key fails the push ends, and the report says so, as it does for whatever else
    goes wrong once something was done; pushing again resumes. Raise StudioError before anything is sent for a name the
    account does not know or a body that would go live, and Cancelled where the person called it off (the journal is
    then in order, too).
    """
    course = Course(bundle, service, client, journal, flow, content, now)
    for request in bundle.requests:
        guard.check(request.method, request.path, request.body)
    run = _Run(course, progress, frozenset(again), choices or {})
    try:
        run.go(bundle.requests)
    except KeyboardInterrupt:
        raise Cancelled from None
    return Report(tuple(run.things), run.trouble, tuple(run.drifted))


class _Run:
    """The things of a bundle, one after the other."""

    def __init__(
        self, course: Course, progress: Progress, again: frozenset[str], choices: Mapping[str, Choice]
    ) -> None:
        self.things: list[Outcome] = []
        self.drifted: list[Drifted] = []
        self.trouble: StudioError | None = None
        self._course, self._progress, self._again, self._choices = course, progress, again, choices

    def go(self, requests: tuple[Request, ...]) -> None:
        try:
            self._know_names(requests)
            for number, request in enumerate(requests):
                stop_if_cancelled(self._progress)
                self._progress.said(
                    sentence("Working on “{name}”.", name=request.name or request.key), number, len(requests)
                )
                self.things.append(self._one(request))
        except Cancelled:
            raise
        except StudioError as trouble:
            if not (_did_something(self.things) or isinstance(trouble, (ServiceTrouble, KeyRefused))):
                raise
            self.trouble = trouble
            reason = sentence("It was not reached: {trouble}", trouble=trouble)
            self.things += [self._outcome(left, Action.SKIPPED, reason) for left in requests[len(self.things) :]]
        if self._course.is_first:
            self.things = list(told_of_twins(self.things, self._course.service, self._course.lookup))
        if self.trouble is None:
            self._progress.said(sentence("Done."), len(requests), len(requests))

    def _know_names(self, requests: tuple[Request, ...]) -> None:
        """Look up metrics and lists before anything is made, so that a wrong name leaves nothing half done."""
        course = self._course
        names = [course.references.names(request.body) for request in requests]
        waiting = [record.is_open(request, course.entry(request.key)) for request in requests]
        course.lookup.settle(chain(*compress(names, waiting)), chain(*names))

    def _one(self, request: Request) -> Outcome:
        missing = self._course.missing(request)
        if missing:
            return self._outcome(
                request, Action.SKIPPED, sentence("It needs “{name}”, which is not there.", name=missing)
            )
        try:
            return self._delivered(request)
        except KeyRefused:
            raise
        except (Refused, CapReached, Unsure, Unanswered) as trouble:
            self.trouble = self.trouble or trouble
            return self._outcome(request, Action.SKIPPED, Sentence(trouble.message, trouble.values))

    def _delivered(self, request: Request) -> Outcome:
        known = self._course.entry(request.key)
        entry = self._existing(request, known)
        if entry is None:
            creating.create(self._course, request, generation_of(known.name) if known else 1)
            return self._outcome(request, Action.CREATED, sentence("It is new."))
        return self._settled(request, entry, found=known is None or known.state is State.SENT)

    def _settled(self, request: Request, entry: Entry, *, found: bool) -> Outcome:
        """Do what a thing that exists needs, after a look at what somebody made of it at the service."""
        course = self._course
        weighed = course.scales.weigh(course.matter(request, entry), course.lookup, self._choices.get(request.key))
        if weighed.gone and not found:
            return self._made_again(request, entry)
        if weighed.stays:
            return self._stays(request, entry, weighed, weighed.stays)
        match weighed.decision:
            case Keep(note):
                return self._left(request, entry, note=note, found=found)
            case Replace(reason):
                return self._replaced(request, entry, Action.REPLACED, reason)
            case Change() as change:
                return self._changed(request, entry, change)

    def _stays(self, request: Request, entry: Entry, weighed: Weighed, reason: Sentence) -> Outcome:
        """Leave a thing as somebody made it at the service, and remember where that was chosen."""
        if weighed.drifted:
            self.drifted.append(weighed.drifted)
        if weighed.left:
            self._course.keep(replace(entry, sent=record.pack(replace(record.unpack(entry), left=weighed.left))))
        action = Action.SKIPPED if weighed.waits else Action.UNCHANGED
        return self._outcome(request, action, reason)

    def _existing(self, request: Request, known: Entry | None) -> Entry | None:
        """Return the thing as it is at the service, looked up where the journal is not sure."""
        if known is None:
            return creating.discovered(self._course, request)
        if known.state is State.SENT:
            return creating.resumed(self._course, request, known, again=request.key in self._again)
        return creating.where_it_lies(self._course, request, known)

    def _left(self, request: Request, entry: Entry, *, note: bool, found: bool) -> Outcome:
        if note:
            # Nothing is sent, so the thing keeps the name that it has at the service.
            self._course.keep(replace(self._brought_up_to_date(request, entry), name=entry.name))
        return self._outcome(request, Action.UNCHANGED, there(found=found))

    def _changed(self, request: Request, entry: Entry, change: Change) -> Outcome:
        """Update in place; where that is refused, or the thing is gone, make a new draft.

        What is known by its delivery alone is sent as something new is: the journal knows of it first, so that nobody
        takes what stood there before for what the receiver has.
        """
        course, generation = self._course, generation_of(entry.name)
        if course.service.sign and course.resource(request).update is None:
            creating.create(course, request, generation)
            return self._outcome(request, Action.UPDATED, change.reason)
        name = named(request.name, generation)
        try:
            for call in change.calls:
                course.client.send(course.ready(request, call, name, create=False))
        except KeyRefused:
            raise
        except NotThere:
            return self._made_again(request, entry)
        except Refused as said:
            reason = sentence("The change failed ({said}) A new draft is made; the old one is left alone.", said=said)
            return self._replaced(request, entry, Action.REPLACED, reason)
        shown = self._shown(request, entry, change)
        course.keep(replace(self._brought_up_to_date(request, entry, shown), at=course.moment()))
        return self._outcome(request, Action.UPDATED, change.reason)

    def _shown(self, request: Request, entry: Entry, change: Change) -> object:
        """Return what the service says of a thing just changed, where it may keep something else than was sent."""
        course, resource = self._course, self._course.resource(request)
        if change.reason == OURS_AGAIN or (resource.read and course.scales.rewritten(resource, entry)):
            return course.lookup.reading_anew(resource, entry.remote_id)
        return None

    def _made_again(self, request: Request, entry: Entry) -> Outcome:
        """Make what was deleted at the service; where it was one of twins the other one takes its place."""
        other = creating.found_twin(self._course, request, entry)
        if other:
            return self._settled(request, other, found=True)
        return self._replaced(request, entry, Action.CREATED, GONE)

    def _replaced(self, request: Request, entry: Entry, action: Action, reason: Sentence) -> Outcome:
        creating.create(self._course, request, creating.next_generation(self._course, request, entry))
        return self._outcome(request, action, reason)

    def _brought_up_to_date(self, request: Request, entry: Entry, shown: object = None) -> Entry:
        packed = record.pack(self._course.sent(request, shown))
        name = named(request.name, generation_of(entry.name))
        return replace(entry, digest=record.digest(request), sent=packed, name=name)

    def _outcome(self, request: Request, action: Action, reason: Sentence) -> Outcome:
        return outcome(self._course.resource(request), request, self._course.entry(request.key), action, reason)


def _did_something(things: Iterable[Outcome]) -> bool:
    return any(thing.action not in (Action.UNCHANGED, Action.SKIPPED) for thing in things)
