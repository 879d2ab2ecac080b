"""The requests that create a flow at Omnisend, in the order in which they must be sent."""

from __future__ import annotations

from immutables import Map

from studio.errors import StudioError
from studio.exporters import references
from studio.exporters.base import Request, Work
from studio.exporters.naming import flow_name
from studio.exporters.omnisend.draft import Json
from studio.exporters.pieces import place_of
from studio.exporters.post import Template
from studio.exporters.uploading import demand_picture, image_key, marked_upload
from studio.model.asset import Asset

VERSION = "2026-03-15"
LARGEST_PICTURE = 5
"""Megabytes."""
LARGEST_TEMPLATE = 1_000_000
_JSON = Map({"content-type": "application/json", "omnisend-version": VERSION})


def picture_address(asset: Asset) -> str:
    """Return the reference that stands for a picture's address; raise StudioError for one that Omnisend refuses."""
    demand_picture(asset, "Omnisend", LARGEST_PICTURE, webp=True)
    return references.answer(image_key(asset.id), "url")


def picture(asset: Asset) -> Request:
    """Return the upload of one picture."""
    return marked_upload(asset, "/api/images/upload", Map({"omnisend-version": VERSION}))


def template(work: Work, one: Template) -> Request:
    """Return the import of one template from HTML; raise StudioError where it is larger than Omnisend takes."""
    if len(one.html.encode()) > LARGEST_TEMPLATE:
        raise StudioError("Omnisend takes e-mails of up to 1 MB; “{name}” is larger.", name=one.message.name)
    return Request(
        key=one.key,
        kind="template",
        method="POST",
        path="/api/email-templates/import",
        body={"name": one.name, "html": one.html},
        name=one.name,
        headers=_JSON,
        place=place_of(work, one.message, one.variant),
    )


def flow(work: Work, automation: Json) -> Request:
    """Return the creation of the automation, which Omnisend always creates disabled."""
    return Request(
        key="flow",
        kind="flow",
        method="POST",
        path="/api/automations",
        body={"name": flow_name(work), **automation},
        name=flow_name(work),
        headers=_JSON,
        place=place_of(work),
    )
