"""The pictures that a bundle really uses, collected while its messages are rendered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from immutables import Map

from studio.errors import StudioError
from studio.model.asset import Asset

EXTENSIONS: Map[str, str] = Map(
    {
        "image/png": "png",
        "image/jpeg": "jpg",
        "image/gif": "gif",
        "image/webp": "webp",
        "image/svg+xml": "svg",
    }
)


@dataclass(slots=True)
class Gallery:
    """Says a picture's address while a message is rendered, and remembers which pictures were asked for.

    `address` turns an Asset into what stands in the HTML; it may raise StudioError for a picture it cannot take.
    """

    assets: Map[str, Asset]
    address: Callable[[Asset], str]
    used: dict[str, Asset] = field(default_factory=dict)

    def say(self, digest: str) -> str:
        """Return the address of the picture with this digest; raise StudioError if the project does not hold it."""
        asset = self.assets.get(digest)
        if asset is None:
            raise StudioError("A picture is used that this project does not hold ({digest}).", digest=digest[:12])
        self.used[digest] = asset
        return self.address(asset)


def file_name(asset: Asset) -> str:
    """Return a file name for a picture that is unique by content: `<first 12 of its digest>.<extension>`."""
    return f"{asset.id[:12]}.{extension(asset)}"


def extension(asset: Asset) -> str:
    """Return the usual file name extension of a picture's media type, without the dot."""
    return EXTENSIONS.get(asset.media_type, "bin")
