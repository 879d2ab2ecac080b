"""What the deliver screen has done for it off the GUI thread: planning, pushing, writing files, ticking steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from studio.delivery.accounts import Account
from studio.delivery.book import Kept, refuse_strange_key, refuse_to_write, with_defaults
from studio.delivery.by_hand import Task, tasks, tick
from studio.delivery.consignment import Delivered, Foreseen, Parcel, deliver, foresee, packed
from studio.delivery.estimate import Estimate, Quota, estimate, quotas
from studio.delivery.gate import Gate, gate
from studio.delivery.locked import locked, place_of_lock
from studio.delivery.lookup import Lookup
from studio.delivery.past import Past, pushes
from studio.delivery.reading import resolved_for
from studio.errors import StudioError
from studio.exporters.base import Exporter, Resolved, Work
from studio.exporters.disk import refuse_another, write_bundle, write_page
from studio.exporters.service import Service
from studio.exporters.works import works
from studio.exporters.write import sheet_page
from studio.i18n import sentence
from studio.model.journal import Flow
from studio.model.project import Project
from studio.store.store import Store
from studio.tasks import Cancelled, Progress
from widgets.deliver.doors import Doors
from widgets.deliver.drifting import Verdicts
from widgets.deliver.lying import Lying, lying
from widgets.desk import Desk


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall be delivered where: a sequence of a project in some languages, to a target with its options."""

    project: Project
    sequence: str
    languages: tuple[str, ...]
    target: Exporter
    options: Any
    kept: Kept | None = None

    @property
    def account(self) -> Account | None:
        """Return the account to deliver to, without what belongs to it."""
        return self.kept.account if self.kept else None

    @property
    def journal_name(self) -> str:
        """Return under which account the journal keeps this; without one the ticks still have a place."""
        return self.account.id if self.account else f"{self.target.name}:"

    @property
    def flows(self) -> dict[str, tuple[str, ...]]:
        """Return the flow with its languages, as delivery wants it."""
        return {self.sequence: self.languages}


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a build sheet, of the flow it belongs to."""

    flow: Flow
    task: Task


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything the screen shows of a wish before anything is sent.

    `compared` tells whether the account was read; `trouble` why it could not be.
    """

    wish: Wish
    parcels: tuple[Parcel, ...]
    gate: Gate
    foreseen: Foreseen = field(default_factory=lambda: Foreseen(()))
    estimate: Estimate = field(default_factory=lambda: Estimate(0, 0))
    quotas: tuple[Quota, ...] = ()
    past: tuple[Past, ...] = ()
    steps: tuple[Step, ...] = ()
    compared: bool = False
    trouble: StudioError | None = None
    lying: tuple[Lying, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether nothing of it goes to a service: all is on the build sheet, or in files."""
        return not any(parcel.bundle.requests for parcel in self.parcels)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a push did, and how the service stands after it."""

    delivered: Delivered
    past: tuple[Past, ...] = ()
    lying: tuple[Lying, ...] = ()
    quotas: tuple[Quota, ...] = ()


def prepare(wish: Wish, desk: Desk, doors: Doors, verdicts: Verdicts, progress: Progress) -> Prepared:
    """Build the bundles and foresee what happens with these choices; raise StudioError where nothing can be built."""
    progress.said(sentence("Building what will be delivered."), 0, 0)
    store = desk.workspace.store
    some = works(wish.project, wish.flows, store.assets.get, desk.words)
    theirs = (with_defaults(work, wish.kept) if wish.kept else work for work in some)
    parcels = packed(wish.target, wish.options, theirs, partial(_read, wish, desk, doors, progress))
    made = Prepared(wish, parcels, gate(wish.project, wish.flows))
    service = wish.target.service
    return made if service is None else _foreseen(made, service, desk, doors, verdicts, progress)


def _read(wish: Wish, desk: Desk, doors: Doors, progress: Progress, work: Work) -> Resolved:
    """Return what the options want read of the account before a flow is built; mostly nothing is."""
    account, service = wish.account, wish.target.service
    if account is None or service is None:
        return Resolved()
    return resolved_for(
        lambda: doors.connect(service, account, desk.keys().find(account), progress), work, wish.options
    )


def _foreseen(
    made: Prepared, service: Service, desk: Desk, doors: Doors, verdicts: Verdicts, progress: Progress
) -> Prepared:
    foreseen, trouble = _compared(made, service, desk, doors, verdicts, progress)
    wish, journal = made.wish, desk.workspace.store.journal
    compared = foreseen is not None
    if foreseen is None:
        foreseen = foresee(made.parcels, service, wish.journal_name, journal)
    return Prepared(
        wish,
        made.parcels,
        made.gate,
        foreseen,
        estimate((told.thing for told in foreseen.told), service),
        quotas(service, wish.journal_name, journal) if wish.account else (),
        past_of(made.parcels, wish, desk.workspace.store),
        steps_of(made.parcels, wish, desk.workspace.store),
        compared,
        trouble,
        lying(made.parcels, service, wish.journal_name, journal),
    )


def _compared(
    made: Prepared, service: Service, desk: Desk, doors: Doors, verdicts: Verdicts, progress: Progress
) -> tuple[Foreseen | None, StudioError | None]:
    """Return the plan after a look at the account, or None where there is none to look at, and the trouble with it."""
    account = made.wish.account
    if account is None:
        return None, None
    progress.said(sentence("Reading what is at {service}.", service=service.label), 0, 0)
    try:
        with doors.connect(service, account, desk.keys().find(account), progress) as client:
            journal = desk.workspace.store.journal
            return foresee(made.parcels, service, account.id, journal, Lookup(client), verdicts), None
    except Cancelled:
        raise
    except StudioError as trouble:
        return None, trouble


def past_of(parcels: tuple[Parcel, ...], wish: Wish, store: Store) -> tuple[Past, ...]:
    """Return the pushes that the journal remembers of these flows."""
    flows = [parcel.flow(wish.journal_name) for parcel in parcels]
    return pushes(entry for flow in flows for entry in store.journal.entries(flow).values())


def steps_of(parcels: tuple[Parcel, ...], wish: Wish, store: Store) -> tuple[Step, ...]:
    """Return the steps of all build sheets, with their ticks."""
    found = []
    for parcel in parcels:
        flow = parcel.flow(wish.journal_name)
        sheet = parcel.bundle.sheet
        found += [Step(flow, task) for task in tasks(sheet, store.journal, flow)] if sheet else []
    return tuple(found)


def send(
    prepared: Prepared, desk: Desk, doors: Doors, again: frozenset[str], verdicts: Verdicts, progress: Progress
) -> Sent:
    """Push what was prepared; raise StudioError where it cannot begin, and Cancelled where it was called off."""
    progress.said(sentence("Knocking at {service}.", service=prepared.wish.target.label), 0, 0)
    wish = prepared.wish
    if wish.kept is None or wish.account is None or wish.target.service is None:
        raise StudioError("Add an account first.")
    refuse_to_write(wish.kept)
    key = desk.keys().find(wish.account)
    store = desk.workspace.store  # the one it began with, whichever is open when it ends
    connected = doors.connect(wish.target.service, wish.account, key, progress)
    with locked(place_of_lock(wish.account.id, wish.project.id, wish.sequence)), connected as client:
        refuse_strange_key(wish.kept, wish.target.service, client)
        done = deliver(prepared.parcels, client, wish.account.id, store.journal, progress, again, verdicts)
    lies = lying(prepared.parcels, wish.target.service, wish.account.id, store.journal)
    left = quotas(wish.target.service, wish.account.id, store.journal)
    return Sent(done, past_of(prepared.parcels, wish, store), lies, left)


def save(prepared: Prepared, folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Write what was prepared below a folder and return the folder of each flow."""
    written = []
    refuse_another((parcel.work for parcel in prepared.parcels), prepared.wish.target, folder)
    for number, parcel in enumerate(prepared.parcels):
        said = sentence("Writing {language}.", language=parcel.work.language)
        progress.said(said, number, len(prepared.parcels))
        written.append(write_bundle(parcel.bundle, parcel.work, prepared.wish.target, folder))
    return tuple(written)


def write_tick(step: Step, done: bool, desk: Desk) -> Callable[[Progress], None]:
    """Return the work that notes a step as done or not."""

    def work(_progress: Progress) -> None:
        tick(desk.workspace.store.journal, step.flow, step.task, done=done)

    return work


def save_page(prepared: Prepared, path: Path, _progress: Progress) -> Path:
    """Write the build sheet as a page, and that of each further language beside it; return the first."""
    sheets = [parcel for parcel in prepared.parcels if parcel.bundle.sheet]
    for number, parcel in enumerate(sheets):
        there = path.with_stem(f"{path.stem}-{parcel.work.language}") if number else path
        write_page(there, sheet_page(parcel.bundle, parcel.work, prepared.wish.target))
    return path
