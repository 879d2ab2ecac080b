"""Keeps a sequence as a preset of the person's own: written, read back, and only then put beside the others."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from studio.edits.things import sequence_of
from studio.errors import StudioError
from studio.model.project import Project
from studio.presets.copies import read_copies
from studio.presets.structure import Preset, read_preset
from studio.presets.writing import preset_files

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


def save_preset(project: Project, sequence_id: str, name: str, folder: Path) -> Preset:
    """Return the preset `name`, made from a sequence and kept in `folder`; languages not yet complete are left out.

    Raise StudioError for a name that is taken or cannot name a folder, where the sequence's own language is not
    complete (naming what it lacks), and where the disk refuses.
    """
    if not _NAME.fullmatch(name):
        raise StudioError("“{name}” cannot name a preset: use small letters, digits and hyphens.", name=name)
    if (folder / name).exists():
        raise StudioError("There is a preset “{name}” already.", name=name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".") as place:
            _write(project, sequence_id, name, Path(place, name))
            Path(place, name).rename(folder / name)
    except OSError as error:
        why = error.strerror or str(error)
        raise StudioError("“{file}” cannot be written: {why}.", file=name, why=why) from error
    return read_preset(folder / name)


def _write(project: Project, sequence_id: str, name: str, place: Path) -> None:
    place.mkdir()
    for file, text in preset_files(project, sequence_id, name).items():
        (place / file).parent.mkdir(exist_ok=True)
        (place / file).write_text(text, "utf-8")
    preset = read_preset(place)
    source = sequence_of(project, sequence_id).source_language
    for language in preset.languages:
        try:
            read_copies(preset, (language,))
        except StudioError:
            if language == source:
                raise
            (place / f"{language}.md").unlink()
