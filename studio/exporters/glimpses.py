"""The messages of a flow as finished pages with everything inside, shown small beside the steps that send them."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from studio.exporters.base import Sheet, Work
from studio.exporters.phones import PHONES, phone_page
from studio.exporters.pictures import Gallery, file_name
from studio.exporters.pieces import Piece, piece, reader, sample_dialect, versions
from studio.model.asset import Asset
from studio.model.findings import Place
from studio.model.project import Project
from studio.model.trade import Channel
from studio.render.personas import beside, kept_pictures, reader_of, sample_pictures

LARGEST = 200_000
"""Bytes of a picture that is still carried along in a small view of its e-mail."""
MOST = 8_000_000
"""Characters that the pictures in all small views of a sheet may take together; a view beyond that goes without."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A version of a message as its reader gets it: a finished page, on a phone's narrow screen or not.

    `name` and `subject` tell versions apart; `name` is empty where there is one only.
    """

    page: str
    name: str = ""
    subject: str = ""
    phone: bool = False


def pictured(project: Project, place: Place) -> tuple[Place, ...]:
    """Return which versions of its message a step at `place` shows: the one it names, else all that are tested.

    Only e-mails are tested; without a message in the project there is nothing to show.
    """
    message = project.messages.get(place.message)
    if message is None or place.variant in message.variants:
        return (place,) if message is not None else ()
    some = versions(project, message)
    some = some if message.channel is Channel.EMAIL else some[:1]
    return tuple(replace(place, variant=one.id if one else "") for one in some)


def glimpses(sheet: Sheet, work: Work) -> dict[Place, tuple[Glimpse, ...]]:
    """Return what each step of the sheet sends, by the step's place, filled in for an invented reader.

    E-mails have their pictures in the page, but none of more than `LARGEST` bytes, and of all together `MOST`
    characters. Short messages are shown on a phone, calls not at all.
    """
    gallery, dialect = Gallery(work.project.assets, _address), sample_dialect(work)
    found: dict[Place, list[Piece]] = {}
    for place in dict.fromkeys(step.place for step in sheet.steps):
        for one in pictured(work.project, place):
            message, variant = work.project.messages[one.message], work.project.variants.get(one.variant)
            if message.channel is Channel.EMAIL or message.channel in PHONES:
                found.setdefault(place, []).append(piece(work, message, variant, dialect, gallery.say))
    inside = _inside_pages(work, gallery)
    return {place: tuple(_glimpse(work, one, inside) for one in some) for place, some in found.items()}


class _Inside:
    """The pictures that pages carry with them, by their address, as long as there is room."""

    def __init__(self, contents: dict[str, str]) -> None:
        self._contents, self._room = contents, MOST

    def put(self, page: str) -> str:
        """Return a page with its pictures in it, or with none where they would be too much."""
        shown = {f'"{address}"': content for address, content in self._contents.items()}
        used = sum(page.count(address) * len(content) for address, content in shown.items())
        fits = used <= self._room
        self._room -= used if fits else 0
        for address, content in shown.items():
            page = page.replace(address, f'"{content if fits else NOTHING}"')
        return page


NOTHING = "data:,"


def _inside_pages(work: Work, gallery: Gallery) -> _Inside:
    person = reader_of(work.project.personas.values() or (reader(work),), work.language)
    kept = (work.project.assets[digest] for digest in kept_pictures(person) if digest in work.project.assets)
    inside = {_address(asset): _of_asset(asset, work) for asset in (*gallery.used.values(), *kept)}
    return _Inside(inside | {beside(path.name): _of_file(path) for path in sample_pictures(person)})


def _glimpse(work: Work, one: Piece, inside: _Inside) -> Glimpse:
    if one.message.channel in PHONES:
        return Glimpse(phone_page(one, work.project.brand.name, work.words), phone=True)
    subject = one.rendered.subject if one.variant_name else ""
    return Glimpse(inside.put(one.rendered.html), one.variant_name, subject)


def _address(asset: Asset) -> str:
    return f"pictures/{file_name(asset)}"


def _of_asset(asset: Asset, work: Work) -> str:
    return _inside(asset.media_type, work.content(asset.id)) if asset.size <= LARGEST else NOTHING


@cache
def _of_file(path: Path) -> str:
    return _inside(f"image/{path.suffix.lstrip('.')}", path.read_bytes())


def _inside(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"
