"""A preset grown for the open project or for a new one; reads files, so it is called in tasks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from immutables import Map

from studio.edits.adopt import adopt
from studio.model.ids import new_id
from studio.model.project import Client, Project
from studio.paths import shipped, user_presets
from studio.presets.brandfile import read_brand
from studio.presets.copies import read_copies
from studio.presets.growth import grow
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


def grown(library: Library, preset_id: str, languages: tuple[str, ...], tone: str, home: Project | None) -> Grown:
    """Return a preset in these languages, the first the source; in the brand of `home`, else of the sample shop.

    Raise StudioError for a language or tone that the preset does not have, or a faulty copy file.
    """
    preset = library.preset(preset_id)
    copies = read_copies(preset, languages, tone)
    if home is not None:
        assets, personas = home.assets.values(), home.personas.values()
        project = grow(preset, copies, home.brand, assets=assets, personas=personas, tone=tone)
        return Grown(project, project.sequence_order[0], Map())
    sample = read_brand(shipped("resources", "sample", "brand.toml"))
    project = grow(preset, copies, sample.brand, assets=sample.assets, personas=sample_personas(), tone=tone)
    return Grown(project, project.sequence_order[0], sample.content)


def planted(home: Project, made: Grown) -> tuple[Project, str]:
    """Return a project that also holds the grown sequence, and that sequence's id in it."""
    project = adopt(home, made.project, made.sequence)
    (sequence,) = set(project.sequence_order) - set(home.sequence_order)
    return project, sequence


def named(made: Grown, client: str) -> Project:
    """Return the grown project as a client's own, under a new id."""
    project = made.project
    brand = replace(project.brand, name=client)
    return replace(project, id=new_id(), name=client, client=Client(client), brand=brand)
