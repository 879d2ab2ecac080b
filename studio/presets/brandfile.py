"""Reads a brand from a TOML file: colours, type, senders, facts per language, and pictures beside it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.i18n import sentence
from studio.model.asset import Asset, content_id
from studio.model.brand import Brand, Colors
from studio.model.codec import from_plain
from studio.model.localized import Localized, Text
from studio.presets.faults import FileFault, line_of, read_toml

MOST_BYTES = 5_000_000
_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}


@dataclass(frozen=True, slots=True)
class BrandFile:
    """A brand as read, with the pictures it names: assets, and their bytes by digest."""

    brand: Brand
    assets: tuple[Asset, ...]
    content: Map[str, bytes]


def read_brand(file: Path) -> BrandFile:
    """Return the brand in `file`; facts may also stand in `facts/<language>.toml` beside it.

    Raise FileFault naming file and line for anything unknown or of the wrong type.
    """
    text, data = _first_schema(file)
    pictures = {name: data.pop(name) for name in ("logo", "portrait") if data.get(name)}
    assets, content = _pictures(file, text, pictures)
    try:
        facts = _facts(file, data.pop("facts", {}))
        brand = from_plain(Brand, {**data, **{name: asset.id for name, asset in assets.items()}})
        _check_colors(brand.colors)
    except FileFault:
        raise
    except StudioError as fault:
        raise _in_file(file, text, fault) from fault
    held = Brand(**{name: getattr(brand, name) for name in Brand.__dataclass_fields__ if name != "facts"}, facts=facts)
    return BrandFile(held, tuple(assets.values()), content)


def _first_schema(file: Path) -> tuple[str, dict[str, Any]]:
    text, data = read_toml(file)
    if data.pop("schema", None) != 1:
        raise FileFault(
            file, line_of(text, "schema"), sentence("expected “schema = 1”; a newer schema needs a newer Fabel")
        )
    return text, data


def _in_file(file: Path, text: str, fault: StudioError) -> FileFault:
    place = str(fault.values.get("name") or fault.values.get("place") or "").rpartition(".")[2]
    return FileFault(file, line_of(text, place), sentence(fault.message, **fault.values))


def _facts(file: Path, inline: Any) -> Map[str, Localized]:  # noqa: ANN401 - unchecked TOML
    tables = dict(from_plain(Map[str, Map[str, str]], inline, "facts"))
    for own in sorted((file.parent / "facts").glob("*.toml")):
        tables.setdefault(own.stem, _own_facts(own))
    facts: dict[str, dict[str, Text]] = {}
    for language, words in tables.items():
        for name, word in words.items():
            facts.setdefault(name, {})[language] = Text(word)
    return Map({name: Localized(Map(texts)) for name, texts in facts.items()})


def _own_facts(file: Path) -> Map[str, str]:
    text, data = _first_schema(file)
    try:
        return from_plain(Map[str, str], data, "facts")
    except StudioError as fault:
        raise _in_file(file, text, fault) from fault


def _check_colors(colors: Colors) -> None:
    for name in Colors.__dataclass_fields__:
        value = getattr(colors, name)
        if len(value) != 7 or value[0] != "#" or set(value[1:].lower()) - set("0123456789abcdef"):
            raise StudioError("{name}: expected a colour like #1f5f5b, found {got}.", name=name, got=value)


def _pictures(file: Path, text: str, names: dict[str, Any]) -> tuple[dict[str, Asset], Map[str, bytes]]:
    assets, content = {}, {}
    for role, name in names.items():
        try:
            data = (file.parent / str(name)).read_bytes()
        except (OSError, ValueError) as error:  # a name may hold what no file system takes
            why = getattr(error, "strerror", None) or str(error)
            fault = sentence("the picture “{name}” cannot be read ({why})", name=name, why=why)
            raise FileFault(file, line_of(text, str(name)), fault) from error
        assets[role] = picture(str(name), data)
        content[assets[role].id] = data
    return assets, Map(content)


def picture(name: str, data: bytes) -> Asset:
    """Return the Asset for a picture's bytes; raise StudioError for what no mail program shows or is over 5 MB."""
    kind = next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), "")
    if not kind:
        raise StudioError("“{name}” is no PNG, JPEG or GIF picture.", name=name)
    if len(data) > MOST_BYTES:
        raise StudioError("“{name}” is over 5 MB, too large for an e-mail.", name=name)
    width, height = struct.unpack(">II", data[16:24]) if kind == "image/png" and len(data) >= 24 else (0, 0)
    return Asset(content_id(data), Path(name).name, kind, len(data), width, height)
