"""Making a thing once: the journal first, then the request, then the journal; and finding what an answer lost."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from studio.delivery import record, refusals
from studio.delivery.course import Course
from studio.delivery.dotted import at_path, kept, put, text_of
from studio.delivery.lookup import Item
from studio.delivery.marks import generation_of, named, same_thing
from studio.delivery.refusals import AnswerLost, Refused
from studio.delivery.twins import twin
from studio.errors import StudioError
from studio.exporters.base import Request
from studio.exporters.service import Call, Listing
from studio.i18n import N_
from studio.model.journal import Entry, State

PAUSES = (1.0, 2.0)
"""Seconds before each look for a thing whose answer was lost: a service may list a new thing a little late."""


class Unsure(StudioError):
    """Nobody can say whether an earlier push made the thing, so it is not made again unasked."""


def create(course: Course, request: Request, generation: int) -> Entry:
    """Make a thing and return its entry.

    The journal says SENT before the request goes out and DONE when its answer is kept, so that whatever happens in
    between is looked up before anything is made again. Raise Refused (the journal is then as before), CapReached,
    AnswerLost where the thing could not be found after a lost answer, ServiceTrouble.
    """
    _heed_hands(course, request)
    course.heed_cap(request)
    name = named(request.name, generation)
    outgoing = course.ready(request, Call(request.method, request.path, request.body), name, create=True)
    before = course.entry(request.key)
    packed, digest = record.pack(course.sent(request)), record.digest(request)
    sent = course.keep(Entry(request.key, request.kind, State.SENT, digest, name, sent=packed, at=course.moment()))
    try:
        answer = course.client.send(outgoing)
    except AnswerLost:
        return _found_after_loss(course, request, sent)
    except Refused:
        if before:
            course.keep(before)
        else:
            course.forget(request.key)
        raise
    resource = course.resource(request)
    remote_id = text_of(at_path(answer, resource.id)) if resource.id else _owner(course, request)
    if not remote_id and not _repeatable(course, request):
        return _found_after_loss(course, request, sent)
    small = json.dumps(kept(answer, course.kept_paths(request)), ensure_ascii=False)
    packed = record.pack(course.sent(request, answer))
    return course.keep(replace(sent, state=State.DONE, remote_id=remote_id or request.key, answer=small, sent=packed))


def resumed(course: Course, request: Request, sent: Entry, *, again: bool) -> Entry | None:
    """Return the thing that an interrupted push made, found by its name, or None where it must be made.

    Raise Unsure where the service cannot be asked, unless the person said that it shall be sent `again`.
    """
    find = course.resource(request).find
    if find and sent.name:
        item = _exact(course.lookup.items(find), sent.name)
        return _adopted(course, request, item, sent) if item else None
    if again or _repeatable(course, request):
        return None
    raise Unsure(
        N_(
            "An earlier push broke off while “{name}” was sent, and {service} cannot be asked whether it arrived. Look"
            " there, and say whether it shall be sent again."
        ),
        name=request.name or request.key,
        service=course.service.label,
    )


def discovered(course: Course, request: Request) -> Entry | None:
    """Return a thing that another machine pushed, found by its mark; its content is not known."""
    find = course.resource(request).find
    item = _newest(course, find, request.name) if find and request.name else None
    if item is None:
        _heed_hands(course, request)
        return None
    return _adopted(course, request, item, Entry(request.key, request.kind, State.DONE, ""))


def found_twin(course: Course, request: Request, entry: Entry) -> Entry | None:
    """Return another thing of exactly the same name where this one was deleted: of two, somebody kept the other."""
    item = twin(course.lookup, course.service, request.kind, entry.name, entry.remote_id)
    return _adopted(course, request, item, Entry(request.key, request.kind, State.DONE, "")) if item else None


def next_generation(course: Course, request: Request, entry: Entry) -> int:
    """Return the generation of a draft that takes the place of an older one: one more than anybody has made."""
    find = course.resource(request).find
    newest = _newest(course, find, request.name) if find and request.name else None
    return 1 + max(generation_of(entry.name), generation_of(newest.name) if newest else 1)


def _found_after_loss(course: Course, request: Request, sent: Entry) -> Entry:
    find = course.resource(request).find
    for pause in PAUSES if find and sent.name else ():
        course.client.wait(pause)
        item = _exact(course.lookup.fresh(find), sent.name) if find else None
        entry = _adopted(course, request, item, sent) if item else None
        if entry:
            return entry
    raise refusals.lost(course.service)


def _adopted(course: Course, request: Request, item: Item, sent: Entry) -> Entry | None:
    """Keep a thing that was found as DONE, or return None where the listing was behind the times."""
    resource = course.resource(request)
    content = course.lookup.content(resource, item)
    if content is None:
        return None
    answer = kept(content, course.kept_paths(request))
    if resource.find and resource.id:
        put(answer, resource.id, at_path(item.content, resource.find.id))
    small = json.dumps(answer, ensure_ascii=False)
    at = sent.at or course.moment()
    return course.keep(replace(sent, state=State.DONE, name=item.name, remote_id=item.id, answer=small, at=at))


def _exact(items: Iterable[Item], name: str) -> Item | None:
    return next((item for item in items if item.name == name), None)


def _newest(course: Course, find: Listing, name: str) -> Item | None:
    items = course.lookup.items(find)
    names = same_thing((item.name for item in items), name)
    return _exact(items, names[0]) if names else None


def _repeatable(course: Course, request: Request) -> bool:
    return request.method != "POST" or course.resource(request).repeatable


def where_it_lies(course: Course, request: Request, entry: Entry) -> Entry:
    """Return an entry with the present id: a thing without one of its own may lie in a new draft by now."""
    own = course.resource(request).id
    return entry if own else replace(entry, remote_id=_owner(course, request))


def _owner(course: Course, request: Request) -> str:
    """Return the id of a thing without one of its own: of what its path leads through, else its key.

    A template's content is read at the template's address, so that is what it is known by.
    """
    through = [course.entry(link.key) for link in course.references.links(request.path)]
    return through[0].remote_id if len(through) == 1 and through[0] else request.key


def _heed_hands(course: Course, request: Request) -> None:
    """Raise Unsure for a thing that only a person makes at the service, and that was not found there."""
    said = course.resource(request).by_hand
    if said:
        raise Unsure(said.message, name=request.name or request.key, service=course.service.label)
