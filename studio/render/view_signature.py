"""The view of a signature: the greeting, the name as it is signed, and a portrait or initials beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from studio.model.spans import Words, parse_spans
from studio.render.reader import Reader
from studio.render.said import NOTHING, Picture, Said, bare

OF_THE_BRAND = "brand"
LONGEST_NAME = 40
_SIZE = 64
_LETTER = re.compile(r"[^\W\d_]")


def signature(reader: Reader) -> Mapping[str, object]:
    """Return the last line as the signed `name`, what stands above it as `greeting`; long lines are no names."""
    greeting, _, name = reader.words("text").rpartition("\n")
    if len(re.sub(r"\{\{.*?\}\}", "", name)) > LONGEST_NAME:
        greeting, name = reader.words("text"), ""
    signed = reader.set(name.strip(), rich=True)
    portrait = _portrait(reader, signed)
    return {
        "greeting": reader.set(greeting.strip(), rich=True),
        "name": signed,
        "role": reader.said("role"),
        "portrait": portrait,
        "initials": NOTHING if portrait else _initials(reader, name),
    }


def _portrait(reader: Reader, name: Said) -> Picture | None:
    wanted, brand = str(reader.settings["portrait"]), reader.scene.brand
    asset = reader.scene.project.assets.get(brand.portrait if wanted == OF_THE_BRAND else wanted)
    if asset is None:
        return None
    alt = asset.alt.words(reader.scene.language)
    words = reader.attribute(alt) if alt else (name or bare(brand.name))
    return Picture(reader.scene.source(asset, reader.block.id), _without_marks(words), _SIZE)


def _without_marks(said: Said) -> Said:
    return Said(re.sub(r"<[^>]*>", "", said.html), said.plain)


def _initials(reader: Reader, name: str) -> Said:
    """Return the first letters of two words of the name, else of the shop; nothing where no portrait is wished."""
    if not reader.settings["portrait"]:
        return NOTHING
    written = "".join(span.words for span in parse_spans(_spelled(name, reader)) if isinstance(span, Words))
    words = [word for word in re.split(r"[\s,]+", written) if _LETTER.match(word)]
    words = words or reader.scene.brand.name.split()
    return bare("".join(word[0].upper() for word in words[:2]))


def _spelled(name: str, reader: Reader) -> str:
    return re.sub(r"\{\{\s*([\w.]+).*?\}\}", lambda tag: reader.scene.constants.get(tag.group(1), ""), name)
