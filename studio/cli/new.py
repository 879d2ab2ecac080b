"""`new`: a client's flow out of a preset, as a `.fabel` file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from immutables import Map

from studio.cli.surroundings import Surroundings
from studio.errors import StudioError, WrongUse
from studio.model.brand import Brand
from studio.model.project import Project
from studio.model.style import USUAL_FORMALITY, Formality
from studio.paths import shipped
from studio.presets.brandfile import read_brand
from studio.presets.growth import plant
from studio.presets.library import read_library


def run(wish: Namespace, world: Surroundings) -> int:
    """Grow a project from a preset and write it; the same input gives the same file."""
    from studio.render.personas import sample_personas
    from studio.store.archive.writing import write_fabel

    target = Path(wish.output)
    if target.suffix != ".fabel" and not target.is_dir():
        raise StudioError("The file should end in “.fabel”, found “{file}”.", file=target.name)
    _refuse_other_folder(target)
    preset = read_library(world.preset_folders).preset(wish.preset)
    languages = tuple(dict.fromkeys(wish.language or [_own_language(preset.languages, world)]))
    brand = read_brand(Path(wish.brand) if wish.brand else shipped("resources", "sample", "brand.toml"))
    spoken = with_forms(brand.brand, wish.form_of_address)
    project = plant(preset, languages, spoken, assets=brand.assets, personas=sample_personas(), tone=wish.tone)
    if not wish.force:
        _refuse_other_work(target, project, brand.content.__getitem__)
    write_fabel(target, project, brand.content.__getitem__)
    counted = {"count": len(project.messages), "languages": ", ".join(languages)}
    world.say(world.words("{file}: {count} messages in {languages}", file=target.name, **counted))
    return 0


def with_forms(brand: Brand, wishes: Sequence[str]) -> Brand:
    """Return a brand with forms of address as wished ("nl=formal"); raise WrongUse for what cannot be."""
    forms = dict(brand.style.formality)
    for wish in wishes:
        language, _, form = wish.partition("=")
        if language not in USUAL_FORMALITY or form not in list(Formality):
            raise WrongUse(
                "“{wish}” is no form of address; write it like nl=formal, for one of {known}.",
                wish=wish,
                known=", ".join(sorted(USUAL_FORMALITY)),
            )
        forms[language] = Formality(form)
    return replace(brand, style=replace(brand.style, formality=Map(forms)))


def _own_language(known: tuple[str, ...], world: Surroundings) -> str:
    """Return the interface's language where the preset is written in it, else English, else the first."""
    return next((code for code in (world.words.language, "en") if code in known), known[0])


def _refuse_other_work(target: Path, project: Project, content: Callable[[str], bytes]) -> None:
    """Raise StudioError where a file is there already that says something else: it may be somebody's work."""
    from studio.store.archive.container import read_container
    from studio.store.archive.layout import files_of_project

    there = target.is_file() or (target / "manifest.json").is_file()
    if there and read_container(target) != files_of_project(project, content):
        raise StudioError("“{file}” is there already and says something else; --force replaces it.", file=target.name)


def _refuse_other_folder(target: Path) -> None:
    """Raise StudioError for a folder that holds something, but no flow: its files are not mixed with ours."""
    if target.is_dir() and not (target / "manifest.json").is_file() and any(target.iterdir()):
        raise StudioError("“{folder}” is a folder with other files; name an empty one, or a file.", folder=str(target))
