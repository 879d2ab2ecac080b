"""A preset grown for the open project or for a new one; reads files, so it is called in tasks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from immutables import Map

from studio.edits.adopt import adopt
from studio.edits.brand import apply_brand
from studio.model.brand import Brand
from studio.model.ids import new_id
from studio.model.project import Client, Project
from studio.model.style import Formality
from studio.paths import shipped, user_presets
from studio.presets.brandfile import read_brand
from studio.presets.growth import plant
from studio.presets.library import Library, read_library
from studio.render.personas import sample_personas


@dataclass(frozen=True, slots=True)
class Grown:
    """A project that holds one grown sequence, and the bytes of the pictures it brings, by digest."""

    project: Project
    sequence: str
    content: Map[str, bytes]


def shelves(own: Iterable[str] = ()) -> Library:
    """Return the presets that ship, the person's own, and those of further folders."""
    return read_library((shipped("presets"), user_presets(), *map(Path, own)))


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be grown: a preset of a library in languages (the first the source), a tone and forms of address."""

    library: Library
    preset: str
    languages: tuple[str, ...]
    tone: str
    forms: Map[str, Formality] = Map()  # noqa: RUF009 - a frozen value


def _addressing(brand: Brand, forms: Map[str, Formality]) -> Brand:
    style = replace(brand.style, formality=brand.style.formality.update(forms))
    return replace(brand, style=style) if forms else brand


def grown(wish: Wish, home: Project | None) -> Grown:
    """Return what is wished for, in the brand of `home`, else of the sample shop.

    Raise StudioError for a language or tone that the preset does not have, or a faulty copy file.
    """
    preset, tone = wish.library.preset(wish.preset), wish.tone
    if home is not None:
        brand, assets, personas = _addressing(home.brand, wish.forms), home.assets.values(), home.personas.values()
        project = plant(preset, wish.languages, brand, assets=assets, personas=personas, tone=tone)
        return Grown(project, project.sequence_order[0], Map())
    sample = read_brand(shipped("resources", "sample", "brand.toml"))
    brand, people = _addressing(sample.brand, wish.forms), sample_personas()
    project = plant(preset, wish.languages, brand, assets=sample.assets, personas=people, tone=tone)
    return Grown(project, project.sequence_order[0], sample.content)


def planted(home: Project, made: Grown) -> tuple[Project, str]:
    """Return a project that also holds the grown sequence, and that sequence's id in it.

    A form of address that was chosen for it becomes the client's.
    """
    project = apply_brand(adopt(home, made.project, made.sequence), made.project.brand)
    (sequence,) = set(project.sequence_order) - set(home.sequence_order)
    return project, sequence


def named(made: Grown, client: str) -> Project:
    """Return the grown project as a client's own, under a new id."""
    project = made.project
    brand = replace(project.brand, name=client)
    return replace(project, id=new_id(), name=client, client=Client(client), brand=brand)
