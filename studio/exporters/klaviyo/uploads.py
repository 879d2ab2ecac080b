"""The requests that create a flow at Klaviyo, in the order in which they must be sent."""

from __future__ import annotations

from immutables import Map

from studio.exporters import references
from studio.exporters.base import Request, Work
from studio.exporters.klaviyo.facts import Json
from studio.exporters.naming import flow_name
from studio.exporters.pieces import place_of
from studio.exporters.post import Template
from studio.exporters.uploading import demand_picture, image_key, marked_upload
from studio.model.asset import Asset

REVISION = "2026-07-15"
MEDIA = "application/vnd.api+json"
LARGEST_PICTURE = 5
"""Megabytes."""
JSON = Map({"content-type": MEDIA, "revision": REVISION})


def picture_address(asset: Asset) -> str:
    """Return the reference that stands for a picture's address; raise StudioError for one that Klaviyo refuses."""
    demand_picture(asset, "Klaviyo", LARGEST_PICTURE)
    return references.answer(image_key(asset.id), "data.attributes.image_url")


def picture(asset: Asset) -> Request:
    """Return the upload of one picture."""
    return marked_upload(asset, "/api/image-upload", Map({"revision": REVISION}))


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
