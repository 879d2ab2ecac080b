"""Opens a `.fabel` as a project, or names the file and place of every fault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from immutables import Map

from studio.errors import StudioError
from studio.model.jsontext import load_json
from studio.model.project import Project
from studio.model.validity import problems
from studio.store.archive.container import read_container
from studio.store.archive.entities import Reading
from studio.store.archive.faults import ArchiveFaults
from studio.store.archive.layout import SCHEMA


@dataclass(frozen=True, slots=True)
class Opened:
    """A project out of a file, with the bytes of its pictures by digest."""

    project: Project
    content: Map[str, bytes]


def read_fabel(path: Path) -> Opened:
    """Return the project in a `.fabel` zip or folder.

    Raise ArchiveFaults naming every fault, or StudioError where it is no such file at all or from a newer Fabel.
    """
    files = read_container(path)
    _check_manifest(path, files)
    reading = Reading(files)
    project = reading.project()
    content = reading.pictures(project)
    faults = reading.faults or _invalid(project)
    if faults:
        raise ArchiveFaults(path.name, tuple(faults))
    return Opened(project, content)


def _invalid(project: Project) -> list[tuple[str, StudioError]]:
    """Return what does not fit together although every file is well formed by itself."""
    return [
        (_home(project, problem.place.message, problem.place.sequence), StudioError("{what}", what=problem.sentence))
        for problem in problems(project)
    ]


def _home(project: Project, message: str, sequence: str) -> str:
    if message in project.messages:
        return f"messages/{message}.json"
    return f"sequences/{sequence}.json" if sequence else "project.json"


def _check_manifest(path: Path, files: dict[str, bytes]) -> None:
    if "manifest.json" not in files:
        raise StudioError("“{file}” is no Fabel file: it has no manifest.json.", file=path.name)
    try:
        manifest = load_json(files["manifest.json"])
    except StudioError as fault:
        raise ArchiveFaults(path.name, (("manifest.json", fault),)) from fault
    schema = manifest.get("schema") if isinstance(manifest, dict) else None
    if isinstance(schema, int) and schema > SCHEMA:
        raise StudioError(
            "“{file}” was made by a newer Fabel (schema {schema}); please update to open it. Nothing was changed.",
            file=path.name,
            schema=schema,
        )
    if schema != SCHEMA:
        raise StudioError("“{file}”: manifest.json does not say which schema it has.", file=path.name)
