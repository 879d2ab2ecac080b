"""What is done off the GUI thread for pushes that wait: keeping them, sending one now, dropping one."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from functools import partial
from typing import Any

from studio.delivery.book import Kept, options_for, refuse_strange_key, refuse_to_write, with_defaults
from studio.delivery.consignment import Delivered, deliver, packed
from studio.delivery.gate import gate
from studio.delivery.locked import locked, place_of_lock
from studio.delivery.queue import delayed, flows_of, later, option_words, undecided
from studio.delivery.reading import resolved_for
from studio.errors import StudioError
from studio.exporters.base import Exporter
from studio.exporters.registry import exporter
from studio.exporters.works import works
from studio.i18n import sentence
from studio.model.findings import Severity
from studio.model.queue import Waiting
from studio.tasks import Cancelled, Progress
from widgets.deliver.doors import Doors
from widgets.deliver.work import Prepared, Wish
from widgets.desk import Desk


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """A push that waits, in names: of its project and sequence ("" where they are gone) and of its target."""

    waiting: Waiting
    project: str
    sequence: str
    target: str


def lines_of(desk: Desk, _progress: Progress) -> tuple[Line, ...]:
    """Return what waits in the open workspace."""
    return tuple(_line(each, desk) for each in desk.workspace.store.queue.waiting())


def _line(waiting: Waiting, desk: Desk) -> Line:
    try:
        project = desk.workspace.store.load(waiting.project)
    except StudioError:
        return Line(waiting, "", "", _label(waiting.target))
    flow = project.sequences.get(waiting.sequence)
    return Line(waiting, project.name, flow.name if flow else "", _label(waiting.target))


def _label(target: str) -> str:
    try:
        return exporter(target).label
    except StudioError:
        return target


def put_off(prepared: Prepared, desk: Desk, trouble: StudioError | None, _progress: Progress) -> tuple[Waiting, ...]:
    """Keep a push for later, with the trouble that it met; raise StudioError where the workspace cannot keep it."""
    wish, now = prepared.wish, datetime.now(UTC)
    some = wishes(wish, now)
    some = tuple(delayed(each, trouble, now) for each in some) if trouble else some
    for each in some:
        desk.workspace.store.queue.put(each)
    return some


def wishes(wish: Wish, now: datetime) -> tuple[Waiting, ...]:
    """Return a wish as the pushes that wait for it; raise StudioError where there is no account to push to."""
    if wish.account is None:
        raise StudioError("Add an account first.")
    words = own_words(wish.target, wish.kept, wish.options)
    return later(wish.project, wish.flows, wish.target.name, wish.account.id, words, now)


def own_words(target: Exporter, kept: Kept | None, options: Any) -> tuple[str, ...]:  # noqa: ANN401 - the target's own
    """Return options as the words of what differs from what the account begins with."""
    try:
        usual = options_for(target, kept, ())
    except StudioError:
        usual = target.options()
    names = (field.name for field in dataclasses.fields(target.options))
    changed = ((name, getattr(options, name)) for name in names if getattr(options, name) != getattr(usual, name))
    return tuple(f"{name}={str(value).lower() if isinstance(value, bool) else value}" for name, value in changed)


def run_now(waiting: Waiting, desk: Desk, doors: Doors, progress: Progress) -> Delivered:
    """Send a push that waits, with the newest words, and take it out of the queue; it waits on after a trouble.

    Raise StudioError for what went wrong, Cancelled where it was called off.
    """
    queue = desk.workspace.store.queue
    try:
        done = _sent(waiting, desk, doors, progress)
    except Cancelled:
        raise
    except StudioError as trouble:
        queue.put(delayed(waiting, trouble, datetime.now(UTC)))
        raise
    left = done.trouble or undecided(done)
    if left is not None:
        queue.put(delayed(waiting, left, datetime.now(UTC)))
        raise left
    queue.drop(waiting.id)
    return done


def _sent(waiting: Waiting, desk: Desk, doors: Doors, progress: Progress) -> Delivered:
    store, target = desk.workspace.store, exporter(waiting.target)
    progress.said(sentence("Building what will be delivered."), 0, 0)
    kept = next((each for each in doors.accounts(desk) if each.account.id == waiting.account), None)
    if kept is None or target.service is None:
        raise StudioError("There is no key for the account “{name}” any more.", name=waiting.account)
    refuse_to_write(kept)
    project = store.load(waiting.project)
    flows = flows_of(waiting, project)
    if gate(project, flows).count(Severity.ERROR):
        raise StudioError("The checks find errors that readers would see; open it under Deliver and mend them first.")
    some = (with_defaults(work, kept) for work in works(project, flows, store.assets.get, desk.words))
    chosen = options_for(target, kept, option_words(waiting))
    connect = partial(doors.connect, target.service, kept.account, desk.keys().find(kept.account), progress)
    parcels = packed(target, chosen, some, lambda work: resolved_for(connect, work, chosen))
    with locked(place_of_lock(kept.account.id, waiting.project, waiting.sequence)), connect() as client:
        refuse_strange_key(kept, target.service, client)
        return deliver(parcels, client, kept.account.id, store.journal, progress)


def drop(waiting: Waiting, desk: Desk, _progress: Progress) -> None:
    """Take a push out of the queue."""
    desk.workspace.store.queue.drop(waiting.id)


def drop_arrived(wish: Wish, desk: Desk, _progress: Progress) -> None:
    """Take out what waited for a push that has arrived by now."""
    queue = desk.workspace.store.queue
    for each in queue.waiting():
        same = (each.project, each.sequence, each.target) == (wish.project.id, wish.sequence, wish.target.name)
        if same and wish.account and each.account == wish.account.id and set(each.languages) <= set(wish.languages):
            queue.drop(each.id)
