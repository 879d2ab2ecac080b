"""Pictures for Customer.io: files in the workspace's assets, each uploaded once."""

from __future__ import annotations

from studio.exporters.base import Request
from studio.exporters.naming import mark
from studio.exporters.pictures import extension
from studio.exporters.references import answer, lookup
from studio.exporters.uploading import demand_picture, image_key
from studio.model.asset import Asset
from studio.model.findings import Place

_MEGABYTES = 2


def image_address(asset: Asset) -> str:
    """Return the reference that stands for a picture's address; raise StudioError for one that is refused."""
    demand_picture(asset, "Customer.io", _MEGABYTES)
    return answer(image_key(asset.id), "asset.path")


def image(asset: Asset) -> Request:
    """Return the upload of one picture; its name bears a mark of its content."""
    stem = asset.name.rpartition(".")[0] or asset.name
    name = f"{stem} [fabel {mark('image', asset.id)}].{extension(asset)}"
    body = {"file": lookup("asset", asset.id), "name": name}
    return Request(image_key(asset.id), "image", "POST", "/v1/assets/files", body, name, place=Place(), multipart=True)
