"""The verbs that file things: into folders, under tags, aside, into the trash and out of it, each with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from studio.edits.filing import archive, file_in, filing_of, restore, tag, trash, untag
from studio.edits.sequences import remove_sequence
from studio.model.project import Project
from studio.store.clock import now
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.library.opening import Opening
from widgets.library.revising import Revising, Undo
from widgets.library.shelves import Card, Row, Section
from widgets.library.telling import is_trashed
from widgets.notices import Question

OneVerb = Callable[[Project, str], Project]
"""A verb of `studio.edits.filing` for a project and the id of one of its sequences, or none for itself."""


class Keeping:
    """Files the rows it is given; many rows are one notice with one Undo."""

    def __init__(self, desk: Desk, revising: Revising, opening: Opening) -> None:
        """Work at this desk."""
        self._desk, self._revising, self._opening = desk, revising, opening

    def trash(self, rows: Sequence[Row]) -> None:
        """Throw rows away; they lie in the trash, whole."""
        words = self._desk.words
        said = _said(rows, words("“{name}” is in the trash."), words("{count} things are in the trash."))
        self._each(rows, words("Move to the trash"), partial(_trash, now()), said)

    def archive(self, rows: Sequence[Row]) -> None:
        """Put rows aside."""
        words = self._desk.words
        said = _said(rows, words("“{name}” is in the archive."), words("{count} things are in the archive."))
        self._each(rows, words("Archive"), partial(_archive, now()), said)

    def restore(self, rows: Sequence[Row]) -> None:
        """Take rows back to where people work; a card whose project was put aside comes back with the project."""
        words = self._desk.words
        said = _said(rows, words("“{name}” is back."), words("{count} things are back."))
        whole = [Section(row.project) if _is_aside(row) else row for row in rows]
        self._each(whole, words("Restore"), restore, said)

    def file_in(self, rows: Sequence[Row], folder: str) -> None:
        """File rows in a folder, or in none."""
        words = self._desk.words
        self._each(rows, words("Move to a folder"), partial(_file_in, folder), "")

    def set_tags(self, row: Row, tags: Sequence[str]) -> None:
        """Give a row these tags and no others."""
        self._each([row], self._desk.words("Change the tags"), partial(_set_tags, tuple(tags)), "")

    def ask_to_empty(self, rows: Sequence[Row]) -> None:
        """Ask whether to remove for good what these rows, which are in the trash, stand for."""
        doomed = tuple(row for row in rows if is_trashed(row))
        if not doomed:
            return
        words = self._desk.words
        names = ", ".join(dict.fromkeys(f"“{row.name}”" for row in doomed[:6])) + (" …" if len(doomed) > 6 else "")
        text = words("{names} will be gone for good. What was pushed to a service stays there.", names=names)
        choices = (("empty", words("Remove for good")), ("keep", words("Keep")))
        question = Question(words("Empty the trash?"), text, choices, danger=True)
        self._desk.notices.ask(question, partial(self._answered, doomed))

    def _answered(self, rows: tuple[Row, ...], answer: str) -> None:
        if answer != "empty":
            return
        session = self._desk.session
        projects = {row.project.id for row in rows if isinstance(row, Section)}
        if session.is_open and session.project.id in projects:
            self._opening.close(partial(self._empty, rows, projects))
        else:
            self._empty(rows, projects)

    def _empty(self, rows: tuple[Row, ...], projects: set[str]) -> None:
        label = self._desk.words("Remove for good")
        for project_id, sequences in _by_project(rows).items():
            if project_id not in projects:
                self._revising.do(project_id, label, partial(_without, tuple(sequences)))
        if projects:
            self._remove(tuple(projects))

    def _remove(self, projects: tuple[str, ...]) -> None:
        store = self._desk.workspace.store

        def work(_progress: Progress) -> None:
            for project_id in projects:
                store.remove(project_id)

        self._desk.tasks.start(work, self._removed)

    def _removed(self, _nothing: None) -> None:
        self._desk.workspace.shelf_changed.emit()

    def _each(self, rows: Sequence[Row], label: str, verb: OneVerb, said: str) -> None:
        """Do a verb to every row, project by project, and say so once all is done."""
        groups = _by_project(rows)
        undos: list[Undo] = []

        def done(undo: Undo) -> None:
            undos.append(undo)
            if said and len(undos) == len(groups):
                self._desk.notices.say(said, offer=self._desk.words("Undo"), act=partial(_all, undos))

        for project_id, sequences in groups.items():
            self._revising.do(project_id, label, partial(_to_all, verb, tuple(sequences)), done)


def _is_aside(row: Row) -> bool:
    return isinstance(row, Card) and row.project.filing.shelf is not row.filing.shelf and not row.filing.since


def _by_project(rows: Sequence[Row]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for row in rows:
        project_id, sequence_id = row.key
        if sequence_id not in groups.setdefault(project_id, []):
            groups[project_id].append(sequence_id)
    return groups


def _to_all(verb: OneVerb, sequences: tuple[str, ...], project: Project) -> Project:
    for sequence_id in sequences:
        project = verb(project, sequence_id)
    return project


def _trash(at: str, project: Project, sequence_id: str) -> Project:
    return trash(project, at, sequence_id)


def _archive(at: str, project: Project, sequence_id: str) -> Project:
    return archive(project, at, sequence_id)


def _file_in(folder: str, project: Project, sequence_id: str) -> Project:
    return file_in(project, folder, sequence_id)


def _set_tags(tags: tuple[str, ...], project: Project, sequence_id: str) -> Project:
    for name in filing_of(project, sequence_id).tags:
        if name not in tags:
            project = untag(project, name, sequence_id)
    for name in tags:
        project = tag(project, name, sequence_id)
    return project


def _without(sequences: tuple[str, ...], project: Project) -> Project:
    for sequence_id in sequences:
        project = remove_sequence(project, sequence_id)
    return project


def _all(undos: Sequence[Undo]) -> None:
    for undo in undos:
        undo()


def _said(rows: Sequence[Row], one: str, many: str) -> str:
    """Fill in a sentence, which comes unfilled so that what is translated stays whole."""
    return one.format(name=rows[0].name) if len(rows) == 1 else many.format(count=len(rows))
