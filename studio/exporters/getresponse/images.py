"""Pictures for GetResponse: files among its multimedia, each uploaded once."""

from __future__ import annotations

from studio.exporters.base import Request
from studio.exporters.references import answer, lookup
from studio.exporters.uploading import demand_picture, image_key
from studio.model.asset import Asset
from studio.model.findings import Place

# The part of a picture's digest that delivery makes its file's name of, which GetResponse calls it by.
_NAME = 12


def image_address(asset: Asset) -> str:
    """Return the reference that stands for a picture's address; raise StudioError for one that is refused."""
    demand_picture(asset, "GetResponse")
    return answer(image_key(asset.id), "url")


def image(asset: Asset) -> Request:
    """Return the upload of one picture."""
    body = {"file": lookup("asset", asset.id)}
    name = asset.id[:_NAME]
    return Request(image_key(asset.id), "image", "POST", "/multimedia", body, name, place=Place(), multipart=True)
