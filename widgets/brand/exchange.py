"""A brand in and out of a TOML file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.edits.assets import add_asset
from studio.edits.brand import apply_brand
from studio.model.project import Project
from studio.presets.brandfile import BrandFile, read_brand
from studio.presets.brandwriting import write_brand
from studio.tasks import Progress
from widgets.brand.doors import Doors
from widgets.desk import Desk
from widgets.notices import Tone
from widgets.takingback import taking_back

FILTER = " (*.toml)"


class Exchange(QObject):
    """Reads and writes brand files in tasks; a faulty one is named by file and line, and nothing has changed."""

    def __init__(self, desk: Desk, home: QWidget, doors: Doors) -> None:
        """Ask over `home`."""
        super().__init__(home)
        self._desk, self._home, self._doors = desk, home, doors

    def take_in(self) -> None:
        """Ask for a brand file and take it in."""
        words = self._desk.words
        self._doors.open(self._home, words("Choose a brand file"), words("Brand files") + FILTER, self._read)

    def give_out(self) -> None:
        """Ask where the brand is to be written, and write it."""
        words = self._desk.words
        self._doors.save(self._home, words("Export the brand"), words("Brand files") + FILTER, self._write)

    def _read(self, path: str) -> None:
        if not path:
            return
        workspace, project = self._desk.workspace, self._desk.session.project.id

        def work(_progress: Progress) -> BrandFile:
            found = read_brand(Path(path))
            for asset in found.assets:
                workspace.store.assets.put(found.content[asset.id], asset.media_type)
            return found

        def done(found: BrandFile) -> None:
            if self._desk.session.is_open and self._desk.session.project.id == project:
                self._take(found)

        self._desk.tasks.start(work, done)

    def _take(self, found: BrandFile) -> None:
        words, session = self._desk.words, self._desk.session
        session.do(words("Import a brand"), with_brand(session.project, found))
        said = words("The project has the brand of {name} now.", name=found.brand.name or "–")
        self._desk.notices.say(said, Tone.GOOD, words("Undo"), taking_back(self._desk))

    def _write(self, path: str) -> None:
        if not path:
            return
        workspace, project = self._desk.workspace, self._desk.session.project

        def work(_progress: Progress) -> str:
            write_brand(Path(path), project.brand, project.assets, workspace.store.assets.get)
            return Path(path).name

        self._desk.tasks.start(work, self._written)

    def _written(self, name: str) -> None:
        said = self._desk.words("“{file}” is written, with its pictures beside it.", file=name)
        self._desk.notices.say(said, Tone.GOOD)


def with_brand(project: Project, found: BrandFile) -> Project:
    """Return a project with a brand and its pictures; one that is there already keeps its alt text."""
    for asset in found.assets:
        project = add_asset(project, project.assets.get(asset.id, asset))
    return apply_brand(project, found.brand)
