"""The requests that create a flow at Klaviyo, in the order in which they must be sent."""

from __future__ import annotations

from immutables import Map

from studio.errors import StudioError
from studio.exporters import references
from studio.exporters.base import Request, Work
from studio.exporters.klaviyo.facts import Json
from studio.exporters.klaviyo.letters import Template
from studio.exporters.naming import flow_name, mark
from studio.exporters.pieces import place_of
from studio.model.asset import Asset
from studio.model.findings import Place

REVISION = "2026-07-15"
MEDIA = "application/vnd.api+json"
LARGEST_PICTURE = 5 * 1024 * 1024
_PICTURES = ("image/png", "image/jpeg", "image/gif")
JSON = Map({"content-type": MEDIA, "revision": REVISION})


def picture_key(digest: str) -> str:
    """Return the name of a picture's request; pictures are known by their content alone."""
    return f"image:{digest}"


def picture_address(asset: Asset) -> str:
    """Return the reference that stands for a picture's address; raise StudioError for one that Klaviyo refuses."""
    if asset.media_type not in _PICTURES:
        raise StudioError(
            "Klaviyo takes pictures as PNG, JPEG or GIF; “{name}” is {kind}.", name=asset.name, kind=asset.media_type
        )
    if asset.size > LARGEST_PICTURE:
        raise StudioError("Klaviyo takes pictures of up to 5 MB; “{name}” is larger.", name=asset.name)
    return references.answer(picture_key(asset.id), "data.attributes.image_url")


def picture(asset: Asset) -> Request:
    """Return the upload of one picture; its name carries a mark of its content, so that it is uploaded once."""
    name = f"{asset.name} [fabel {mark('image', asset.id)}]"
    return Request(
        key=picture_key(asset.id),
        kind="image",
        method="POST",
        path="/api/image-upload",
        body={"file": references.lookup("asset", asset.id), "name": name},
        name=name,
        headers=Map({"revision": REVISION}),
        place=Place(),
        multipart=True,
    )


def template(work: Work, one: Template) -> Request:
    """Return the creation of one template as code, which Klaviyo's editor leaves untouched."""
    attributes = {"name": one.name, "editor_type": "CODE", "html": one.html, "text": one.text}
    return Request(
        key=one.key,
        kind="template",
        method="POST",
        path="/api/templates",
        body={"data": {"type": "template", "attributes": attributes}},
        name=one.name,
        headers=JSON,
        place=place_of(work, one.message, one.variant),
    )


def flow(work: Work, definition: Json) -> Request:
    """Return the creation of the flow as a draft; the answer tells the definition with the ids of its actions."""
    attributes = {"name": flow_name(work), "definition": definition}
    return Request(
        key="flow",
        kind="flow",
        method="POST",
        path="/api/flows?additional-fields[flow]=definition",
        body={"data": {"type": "flow", "attributes": attributes}},
        name=flow_name(work),
        headers=JSON,
        place=place_of(work),
    )
