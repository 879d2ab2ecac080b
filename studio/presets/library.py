"""Finds presets: the shipped ones and the user's own; a broken one is reported and stops none of the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from immutables import Map

from studio.errors import WrongUse
from studio.i18n import sentence
from studio.presets.faults import FileFault
from studio.presets.structure import Preset, read_preset


@dataclass(frozen=True, slots=True)
class Library:
    """The presets that could be read, by id in order of name, and the faults of the others."""

    presets: Map[str, Preset]
    faults: tuple[FileFault, ...]

    def preset(self, name: str) -> Preset:
        """Return a preset; raise WrongUse naming those that exist, or the fault of a broken one."""
        found = self.presets.get(name)
        if found is not None:
            return found
        for fault in self.faults:
            if str(fault.values.get("file", "")).startswith(f"{name}/"):
                raise fault
        raise WrongUse(
            "There is no preset “{name}”; there are {known}.", name=name, known=", ".join(sorted(self.presets))
        )


def read_library(folders: Iterable[Path]) -> Library:
    """Return the presets in `folders`; a later folder's preset takes the place of an earlier one with its id."""
    presets: dict[str, Preset] = {}
    faults: list[FileFault] = []
    for folder in folders:
        for file in sorted(folder.glob("*/preset.toml")):
            try:
                preset = read_preset(file.parent)
            except FileFault as fault:
                faults.append(fault)
            else:
                if preset.languages:
                    presets[preset.id] = preset
                else:
                    faults.append(FileFault(file, 1, sentence("there is no copy beside it, such as “nb.md”")))
    return Library(Map(presets), tuple(faults))
