"""The e-mails of a flow as finished pages with everything inside, to be shown small beside the steps that send them."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path

from studio.exporters.base import Sheet, Work
from studio.exporters.pictures import Gallery, file_name
from studio.exporters.pieces import piece, reader, sample_dialect
from studio.model.asset import Asset
from studio.model.findings import Place
from studio.model.trade import Channel
from studio.render.personas import beside, kept_pictures, reader_of, sample_pictures

LARGEST = 200_000
"""Bytes of a picture that is still carried along in a small view of its e-mail."""


def glimpses(sheet: Sheet, work: Work) -> dict[Place, str]:
    """Return each e-mail that a step of the sheet sends, by the step's place, filled in for an invented reader.

    Pictures are part of the page; one of more than `LARGEST` bytes is left out.
    """
    gallery, dialect = Gallery(work.project.assets, _address), sample_dialect(work)
    found: dict[Place, str] = {}
    for place in dict.fromkeys(step.place for step in sheet.steps):
        message = work.project.messages.get(place.message)
        if message is not None and message.channel is Channel.EMAIL:
            variant = work.project.variants.get(place.variant)
            found[place] = piece(work, message, variant, dialect, gallery.say).rendered.html
    person = reader_of(work.project.personas.values() or (reader(work),), work.language)
    kept = (work.project.assets[digest] for digest in kept_pictures(person) if digest in work.project.assets)
    inside = {_address(asset): _of_asset(asset, work) for asset in (*gallery.used.values(), *kept)}
    inside |= {beside(path.name): _of_file(path) for path in sample_pictures(person)}
    return {place: _with(page, inside) for place, page in found.items()}


def _address(asset: Asset) -> str:
    return f"pictures/{file_name(asset)}"


def _with(page: str, inside: dict[str, str]) -> str:
    for address, content in inside.items():
        page = page.replace(f'"{address}"', f'"{content}"')
    return page


def _of_asset(asset: Asset, work: Work) -> str:
    return _inside(asset.media_type, work.content(asset.id)) if asset.size <= LARGEST else "data:,"


@cache
def _of_file(path: Path) -> str:
    return _inside(f"image/{path.suffix.lstrip('.')}", path.read_bytes())


def _inside(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"
