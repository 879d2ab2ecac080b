"""What is done off the GUI thread to bring a flow in: listing flows, reading one, keeping it as a project."""

from __future__ import annotations

from dataclasses import dataclass

from studio.delivery.book import Kept
from studio.delivery.imports.klaviyo import import_flow, read_flows
from studio.edits.duplicate import copy_project
from studio.exporters.registry import exporter
from studio.exporters.service import Service
from studio.i18n import sentence
from studio.imports.klaviyo.project import Imported
from studio.imports.klaviyo.remote import RemoteFlow
from studio.model.project import Project
from studio.tasks import Progress
from widgets.deliver.doors import Doors
from widgets.desk import Desk
from widgets.library.making import free_name

KLAVIYO = "klaviyo"


@dataclass(frozen=True, slots=True)
class Account:
    """An account whose flows can be brought in, and these."""

    kept: Kept
    flows: tuple[RemoteFlow, ...]


def klaviyo() -> Service:
    """Return Klaviyo."""
    service = exporter(KLAVIYO).service
    if service is None:  # pragma: no cover - Klaviyo is a service
        raise LookupError(KLAVIYO)
    return service


def accounts(desk: Desk, doors: Doors, _progress: Progress) -> tuple[Kept, ...]:
    """Return the accounts at Klaviyo that have a key."""
    return tuple(each for each in doors.accounts(desk) if each.account.service == KLAVIYO)


def flows_at(kept: Kept, desk: Desk, doors: Doors, progress: Progress) -> Account:
    """Return the flows of an account; raise StudioError where it refuses or nobody answers."""
    progress.said(sentence("Reading what is at {service}.", service="Klaviyo"), 0, 0)
    with doors.connect(klaviyo(), kept.account, desk.keys().find(kept.account), progress) as client:
        return Account(kept, read_flows(client))


def look_at(kept: Kept, flow: str, desk: Desk, doors: Doors, progress: Progress) -> Imported:
    """Return a flow as the project it would become; nothing is kept yet."""
    with doors.connect(klaviyo(), kept.account, desk.keys().find(kept.account), progress) as client:
        return import_flow(client, flow, progress)


def keep(imported: Imported, desk: Desk, _progress: Progress) -> Project:
    """Put a flow that was brought in into the workspace; one that is there already gets a copy beside it."""
    store, project = desk.workspace.store, imported.project
    there = store.projects()
    if any(each.id == project.id for each in there):
        name = desk.words("{name} copy", name=project.name)
        project = copy_project(project, free_name(name, tuple(each.name for each in there)))
    for asset in project.assets.values():
        if asset.id in imported.pictures:
            store.assets.put(imported.pictures[asset.id], asset.media_type)
    return store.create(project).project
