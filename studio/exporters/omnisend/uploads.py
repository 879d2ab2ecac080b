"""The requests that create a flow at Omnisend, in the order in which they must be sent."""

from __future__ import annotations

from immutables import Map

from studio.errors import StudioError
from studio.exporters import references
from studio.exporters.base import Request, Work
from studio.exporters.naming import flow_name, mark
from studio.exporters.omnisend.draft import Json
from studio.exporters.omnisend.letters import Template
from studio.exporters.pieces import place_of
from studio.model.asset import Asset
from studio.model.findings import Place

VERSION = "2026-03-15"
LARGEST_PICTURE = 5 * 1024 * 1024
LARGEST_TEMPLATE = 1_000_000
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
_JSON = Map({"content-type": "application/json", "omnisend-version": VERSION})


def picture_key(digest: str) -> str:
    """Return the name of a picture's request; pictures are known by their content alone."""
    return f"image:{digest}"


def picture_address(asset: Asset) -> str:
    """Return the reference that stands for a picture's address; raise StudioError for one that Omnisend refuses."""
    if asset.media_type not in _PICTURES:
        raise StudioError(
            "Omnisend takes pictures as PNG, JPEG, GIF or WebP; “{name}” is {kind}.",
            name=asset.name,
            kind=asset.media_type,
        )
    if asset.size > LARGEST_PICTURE:
        raise StudioError("Omnisend takes pictures of up to 5 MB; “{name}” is larger.", name=asset.name)
    return references.answer(picture_key(asset.id), "url")


def picture(asset: Asset) -> Request:
    """Return the upload of one picture; its name carries a mark of its content, so that it is uploaded once."""
    name = f"{asset.name} [fabel {mark('image', asset.id)}]"
    return Request(
        key=picture_key(asset.id),
        kind="image",
        method="POST",
        path="/api/images/upload",
        body={"file": references.lookup("asset", asset.id), "name": name},
        name=name,
        headers=Map({"omnisend-version": VERSION}),
        place=Place(),
        multipart=True,
    )


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
