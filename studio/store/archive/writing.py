"""Writes a project as a `.fabel`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from studio.model.project import Project
from studio.store.archive.container import write_container
from studio.store.archive.layout import files_of_project


def write_fabel(path: Path, project: Project, content: Callable[[str], bytes]) -> None:
    """Write a project to a zip at `path`, or into the folder that lies there; the same project gives the same bytes.

    Raise StudioError where the disk refuses; the old file is then untouched.
    """
    write_container(path, files_of_project(project, content))
