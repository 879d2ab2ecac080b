"""Files in and out: `.fabel` files into the workspace and out of it, and a sequence kept as a preset."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from immutables import Map

from studio.edits.assets import used_assets
from studio.edits.duplicate import copy_project
from studio.edits.filing import restore
from studio.edits.sequences import remove_sequence
from studio.errors import StudioError
from studio.model.project import Project
from studio.paths import user_presets
from studio.presets.saving import save_preset
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.library.making import free_name
from widgets.library.opening import Opening
from widgets.library.revising import Revising
from widgets.library.shelves import Row
from widgets.notices import Question, Tone

if TYPE_CHECKING:
    from studio.store.archive.reading import Opened
    from studio.store.store import Store  # SQLModel is loaded after the first paint

ENDING = ".fabel"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A project out of a file; `there` is the name of the project in the workspace that has its id, or empty."""

    opened: Opened
    there: str
    names: tuple[str, ...]


class Exchange:
    """Reads and writes files in tasks; a file that cannot be used is one sentence, and nothing has changed."""

    def __init__(self, desk: Desk, revising: Revising, opening: Opening) -> None:
        """Work at this desk."""
        self._desk, self._revising, self._opening = desk, revising, opening

    def read(self, files: Iterable[Path]) -> None:
        """Bring the projects of `.fabel` files into the workspace."""
        for file in files:
            store = self._desk.workspace.store
            self._desk.tasks.start(partial(_read, store, file), self._came, self._refused)

    def _refused(self, refusal: StudioError) -> None:
        """Say what is wrong; of many faults the first, and how many more there are."""
        from studio.store.archive.faults import ArchiveFaults

        if not isinstance(refusal, ArchiveFaults):
            self._desk.notices.refuse(refusal)
            return
        (place, fault), more = refusal.faults[0], len(refusal.faults) - 1
        words, file = self._desk.words, refusal.values["file"]
        said = words("“{file}” cannot be opened: {place}: {fault}", file=file, place=place, fault=fault)
        others = words("({count} more)", count=more)
        self._desk.notices.say(f"{said} {others}" if more else said, Tone.BAD)

    def _came(self, incoming: Incoming) -> None:
        if not incoming.there:
            self._keep(incoming, restore(incoming.opened.project))
            return
        words = self._desk.words
        question = Question(
            words("This project is here already"),
            words("The file holds “{name}”, which is in the library. What shall become of it?", name=incoming.there),
            (("replace", words("Replace")), ("both", words("Keep both")), ("cancel", words("Cancel"))),
        )
        self._desk.notices.ask(question, partial(self._answered, incoming))

    def _answered(self, incoming: Incoming, answer: str) -> None:
        project = restore(incoming.opened.project)
        if answer == "both":
            name = self._desk.words("{name} copy", name=project.name)
            self._keep(incoming, copy_project(project, free_name(name, incoming.names)))
        elif answer == "replace":
            self._replace(incoming, project)

    def _keep(self, incoming: Incoming, project: Project) -> None:
        store = self._desk.workspace.store

        def work(_progress: Progress) -> Project:
            _keep_pictures(store, incoming.opened)
            return store.create(project).project

        self._desk.tasks.start(work, self.arrived)

    def _replace(self, incoming: Incoming, project: Project) -> None:
        """Replace a project as an edit that can be undone, with a snapshot of what it was."""
        store, words = self._desk.workspace.store, self._desk.words
        name, session = words("Before it was replaced"), self._desk.session
        here = session.project if session.is_open and session.project.id == project.id else None

        def work(_progress: Progress) -> Project:
            store.snapshots.take(here or store.load(project.id), name)
            _keep_pictures(store, incoming.opened)
            return project

        def done(_project: Project) -> None:
            self._revising.do(project.id, words("Replace from a file"), partial(_become, project), told)

        def told(undo: Callable[[], None]) -> None:
            said = words("“{name}” was replaced.", name=project.name)
            self._desk.notices.say(said, offer=words("Undo"), act=undo)

        self._desk.tasks.start(work, done)

    def arrived(self, project: Project) -> None:
        """Say that a project is in the library, with the way to open it."""
        words = self._desk.words
        self._desk.workspace.shelf_changed.emit()
        said = words("“{name}” is in the library.", name=project.name)
        self._desk.notices.say(said, Tone.GOOD, words("Open"), partial(self._opening, project.id))

    def write(self, rows: Sequence[Row], file: Path) -> None:
        """Write a project, or the chosen sequences of one, to a `.fabel` file with their pictures."""
        project_id = rows[0].project.id
        chosen = {row.key[1] for row in rows if row.project.id == project_id}
        keep = frozenset() if "" in chosen else frozenset(chosen)
        store, session = self._desk.workspace.store, self._desk.session
        here = session.project if session.is_open and session.project.id == project_id else None

        def work(_progress: Progress) -> str:
            from studio.store.archive.writing import write_fabel

            write_fabel(file, only(here or store.load(project_id), keep), store.assets.get)
            return file.name

        self._desk.tasks.start(work, self._written)

    def _written(self, name: str) -> None:
        self._desk.notices.say(self._desk.words("“{file}” is written.", file=name), Tone.GOOD)

    def save_preset(
        self, row: Row, name: str, saved: Callable[[], object], refused: Callable[[StudioError], None]
    ) -> None:
        """Keep a sequence as a preset of the person's own."""
        store, session = self._desk.workspace.store, self._desk.session
        here = session.project if session.is_open and session.project.id == row.project.id else None

        def work(_progress: Progress) -> None:
            save_preset(here or store.load(row.project.id), row.key[1], name, user_presets())

        def done(_nothing: None) -> None:
            said = self._desk.words("“{name}” is among your presets.", name=name)
            self._desk.notices.say(said, Tone.GOOD)
            saved()

        self._desk.tasks.start(work, done, refused)


def _read(store: Store, file: Path, _progress: Progress) -> Incoming:
    from studio.store.archive.reading import read_fabel

    opened = read_fabel(file)
    names = {listed.id: listed.name for listed in store.projects()}
    return Incoming(opened, names.get(opened.project.id, ""), tuple(names.values()))


def _keep_pictures(store: Store, opened: Opened) -> None:
    for asset in opened.project.assets.values():
        store.assets.put(opened.content[asset.id], asset.media_type)


def _become(project: Project, _before: Project) -> Project:
    return project


def only(project: Project, sequences: frozenset[str]) -> Project:
    """Return a project with some of its sequences and the pictures they show; without a choice, all of it."""
    if not sequences:
        return project
    for sequence_id in project.sequence_order:
        if sequence_id not in sequences:
            project = remove_sequence(project, sequence_id)
    shown = used_assets(project)
    return replace(project, assets=Map({id_: asset for id_, asset in project.assets.items() if id_ in shown}))


def slug(name: str) -> str:
    """Return a name of small letters, digits and hyphens, as folders of presets have."""
    import re
    import unicodedata

    plain = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o").replace("æ", "ae").replace("ß", "ss"))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")[:60]
