"""What services share that take picture files: which they take, and which of them a bundle really shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from studio.errors import StudioError
from studio.exporters.pieces import Piece
from studio.exporters.references import keys_in, with_answers
from studio.exporters.updating import left_alone
from studio.model.asset import Asset

TAKEN = ("image/png", "image/jpeg", "image/gif")
_MEGABYTE = 1024 * 1024


def image_key(digest: str) -> str:
    """Return the key of a picture's upload; pictures are known by their content alone."""
    return f"image:{digest}"


def demand_picture(asset: Asset, label: str, megabytes: int = 0) -> None:
    """Raise StudioError for a picture that a service refuses, by its kind or (`megabytes`, 0: any) by its size."""
    if asset.media_type not in TAKEN:
        raise StudioError(
            "{service} takes pictures as PNG, JPEG or GIF; “{name}” is {kind}.",
            service=label,
            name=asset.name,
            kind=asset.media_type,
        )
    if megabytes and asset.size > megabytes * _MEGABYTE:
        raise StudioError(
            "{service} takes pictures of up to {most} MB; “{name}” is larger.",
            service=label,
            name=asset.name,
            most=megabytes,
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


leave_picture = left_alone
"""A picture is known by its content, so the one that exists is the right one."""
