"""Writes a brand as the TOML file that the reader reads, with its pictures beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path, PurePosixPath

from studio.edits.brand import PICTURES
from studio.errors import StudioError
from studio.model.asset import Asset
from studio.model.brand import Brand
from studio.model.codec import to_plain
from studio.presets.tomltext import toml_value

FOLDER = "pictures"
_FIELDS = ("name", "url", "voice", "currency", "theme", "address", "sample")


def brand_text(brand: Brand, pictures: Mapping[str, str]) -> str:
    """Return a brand as TOML; `pictures` gives the file names of its logo and portrait, where it has them."""
    return "".join(f"{line}\n" for line in _lines(brand, pictures))


def _lines(brand: Brand, pictures: Mapping[str, str]) -> Iterator[str]:
    yield "schema = 1"
    yield from (f"{name} = {toml_value(getattr(brand, name))}" for name in _FIELDS)
    yield from (f"{role} = {toml_value(name)}" for role, name in pictures.items())
    yield from ("socials = [", *(f"    {toml_value(asdict(link))}," for link in brand.socials), "]")
    if style := to_plain(brand.style):
        yield f"style = {toml_value(style)}"
    for table in ("sender", "fonts", "colors"):
        yield f"\n[{table}]"
        yield from (f"{name} = {toml_value(value)}" for name, value in asdict(getattr(brand, table)).items())
    for language in sorted({code for fact in brand.facts.values() for code in fact.texts}):
        yield f"\n[facts.{toml_value(language)}]"
        for name, fact in sorted(brand.facts.items()):
            if words := fact.words(language):
                yield f"{toml_value(name)} = {toml_value(words)}"


def write_brand(file: Path, brand: Brand, assets: Mapping[str, Asset], content: Callable[[str], bytes]) -> None:
    """Write a brand into `file` and its pictures into the folder "pictures" beside it.

    `content` gives the bytes of a picture by digest. Raise StudioError where the disk refuses.
    """
    pictures = {role: assets[digest] for role in PICTURES if (digest := getattr(brand, role)) in assets}
    names = {role: f"{FOLDER}/{_file_name(role, asset)}" for role, asset in pictures.items()}
    try:
        for role, asset in pictures.items():
            (file.parent / FOLDER).mkdir(exist_ok=True)
            (file.parent / names[role]).write_bytes(content(asset.id))
        file.write_text(brand_text(brand, names), "utf-8", newline="\n")
    except OSError as error:
        why = error.strerror or str(error)
        raise StudioError("“{file}” cannot be written: {why}.", file=file.name, why=why) from error


def _file_name(role: str, asset: Asset) -> str:
    """Return a name that no other picture of the brand has, with the ending that its content asks for."""
    return f"{role}{PurePosixPath(asset.name).suffix or '.' + asset.media_type.partition('/')[2]}"
