"""What services share that take picture files: which they take, and which of them a bundle really shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters.base import Request
from studio.exporters.naming import mark
from studio.exporters.pieces import Piece
from studio.exporters.references import keys_in, lookup, with_answers
from studio.i18n import N_
from studio.model.asset import Asset

TAKEN = ("image/png", "image/jpeg", "image/gif")
_WEBP = "image/webp"
_MEGABYTE = 1024 * 1024


def image_key(digest: str) -> str:
    """Return the key of a picture's upload; pictures are known by their content alone."""
    return f"image:{digest}"


def demand_picture(asset: Asset, label: str, megabytes: int = 0, *, webp: bool = False) -> None:
    """Raise StudioError for a picture that a service refuses, by its kind or (`megabytes`, 0: any) by its size.

    Every service takes PNG, JPEG and GIF; `webp` says that it takes WebP as well.
    """
    if asset.media_type not in TAKEN and not (webp and asset.media_type == _WEBP):
        refused = (
            N_("{service} takes pictures as PNG, JPEG, GIF or WebP; “{name}” is {kind}.")
            if webp
            else N_("{service} takes pictures as PNG, JPEG or GIF; “{name}” is {kind}.")
        )
        raise StudioError(refused, service=label, name=asset.name, kind=asset.media_type)
    if megabytes and asset.size > megabytes * _MEGABYTE:
        raise StudioError(
            "{service} takes pictures of up to {most} MB; “{name}” is larger.",
            service=label,
            name=asset.name,
            most=megabytes,
        )


def marked_upload(asset: Asset, path: str, headers: Map[str, str]) -> Request:
    """Return the upload of one picture as a form; its name carries a mark of its content, so that it is sent once."""
    name = f"{asset.name} [fabel {mark('image', asset.id)}]"
    return Request(
        key=image_key(asset.id),
        kind="image",
        method="POST",
        path=path,
        body={"file": lookup("asset", asset.id), "name": name},
        name=name,
        headers=headers,
        multipart=True,
    )


def shown(bodies: Any, pictures: tuple[Asset, ...]) -> tuple[Asset, ...]:  # noqa: ANN401 - JSON
    """Return the pictures whose address is asked for in texts of any shape, such as a list of bodies."""
    asked = set(keys_in(bodies, [image_key(asset.id) for asset in pictures]))
    return tuple(asset for asset in pictures if image_key(asset.id) in asked)


def laid_out(one: Piece, pictures: tuple[Asset, ...], address: Callable[[Asset], str]) -> Piece:
    """Return an e-mail to be pasted by hand: what stands for a picture's address became an `address`."""
    keys = {image_key(asset.id): asset for asset in pictures}
    page = with_answers(one.rendered.html, keys, lambda key, _: address(keys[key]))
    return replace(one, rendered=replace(one.rendered, html=page))
