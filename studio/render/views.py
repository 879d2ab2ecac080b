"""What each kind of block gives its template and the text part: one small function per kind, found by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from immutables import Map

from studio.i18n import sentence
from studio.model.findings import Severity
from studio.model.kinds import block_kind
from studio.model.message import Block
from studio.render.colons import colon_in
from studio.render.reader import Reader, Scene
from studio.render.said import Link, bare
from studio.render.view_goods import cart, discount, product, review
from studio.render.view_signature import signature

View = Mapping[str, object]


def view(block: Block, scene: Scene) -> View:
    """Return what a template may print of a block; `kind` and `id` are always there."""
    kind = block_kind(block.kind)
    settings = kind.settings.update(block.settings) if block.settings else kind.settings
    reader = Reader(scene, block, kind, settings)
    return {"kind": block.kind, "id": block.id, "colon": colon_in(scene.language), **VIEWS[block.kind](reader)}


def _heading(reader: Reader) -> View:
    return {"text": reader.said("text"), "level": min(3, max(1, int(reader.settings["level"])))}


def _paragraph(reader: Reader) -> View:
    return {"text": reader.said("text")}


def _list(reader: Reader) -> View:
    return {"lines": reader.lines("text"), "ordered": bool(reader.settings["ordered"])}


def _quote(reader: Reader) -> View:
    return {"text": reader.said("text"), "author": reader.said("author")}


def _image(reader: Reader) -> View:
    picture = reader.picture("asset", int(reader.settings["width"]), natural=True)
    if picture is None:
        said = sentence("This block shows no picture, because none is chosen or the project has lost it.")
        reader.scene.remarks.note("render.picture_missing", Severity.ERROR, said, block=reader.block.id)
    return {"picture": picture, "caption": reader.said("caption"), "url": reader.address("url")}


def _button(reader: Reader) -> View:
    url = reader.address("url") or reader.scene.typesetter.address("", reader.block.id)
    return {"label": reader.said("label"), "url": url, "solid": reader.settings["style"] == "solid"}


def _entries(reader: Reader) -> View:
    return {"entries": reader.entries("text")}


def _divider(_: Reader) -> View:
    return {}


def _spacer(reader: Reader) -> View:
    return {"height": min(200, max(0, int(reader.settings["height"])))}


def _social(reader: Reader) -> View:
    typesetter = reader.scene.typesetter
    socials = reader.scene.brand.socials
    links = tuple(Link(bare(social.label), typesetter.address(social.url, reader.block.id)) for social in socials)
    return {"text": reader.said("text"), "links": links}


def _footer(reader: Reader) -> View:
    paths = {"unsubscribe": "{{ links.unsubscribe }}", "preferences": "{{ links.preferences }}"}
    links = tuple(
        Link(reader.said(name), reader.scene.typesetter.address(path, reader.block.id))
        for name, path in paths.items()
        if reader.words(name)
    )
    brand = reader.scene.brand
    named = brand.name if brand.name and brand.name not in brand.address else ""
    address = " · ".join(part for part in (named, *brand.address.splitlines()) if part)
    return {"text": reader.said("text"), "links": links, "address": bare(address)}


VIEWS: Map[str, Callable[[Reader], View]] = Map(
    {
        "heading": _heading,
        "paragraph": _paragraph,
        "list": _list,
        "quote": _quote,
        "image": _image,
        "button": _button,
        "cart": cart,
        "product": product,
        "review": review,
        "guarantees": _entries,
        "faq": _entries,
        "discount": discount,
        "signature": signature,
        "divider": _divider,
        "spacer": _spacer,
        "social": _social,
        "footer": _footer,
    }
)
