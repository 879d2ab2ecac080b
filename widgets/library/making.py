"""The verbs that make and change things: new projects and sequences, names, copies, and a move to another project."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from studio.edits.adopt import adopt
from studio.edits.brand import rename_project
from studio.edits.duplicate import copy_project
from studio.edits.filing import restore
from studio.edits.sequences import add_sequence, copy_sequence, remove_sequence, rename_sequence
from studio.i18n import Translator
from studio.model.brand import Brand
from studio.model.ids import new_id
from studio.model.project import Client, Project
from studio.model.sequence import Event, Sequence, Trigger
from studio.paths import shipped
from studio.presets.brandfile import read_brand
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.here import Spot
from widgets.library.opening import Opening, Then
from widgets.library.revising import Revising, Undo
from widgets.library.shelves import Card, Row
from widgets.notices import Tone

SAMPLE, EMPTY, FILE = "sample", "empty", "file"


@dataclass(frozen=True, slots=True)
class NewProject:
    """What a new project begins with; `brand` is SAMPLE, EMPTY or FILE, which `brand_file` names."""

    name: str
    client: str
    languages: tuple[str, ...]
    brand: str = SAMPLE
    brand_file: Path | None = None


class Making:
    """Makes and changes what the rows stand for."""

    def __init__(self, desk: Desk, revising: Revising, opening: Opening) -> None:
        """Work at this desk."""
        self._desk, self._revising, self._opening = desk, revising, opening

    def found(self, wish: NewProject, then: Then) -> None:
        """Make a project with one empty sequence in the workspace, open it, and call `then`."""
        store, sequence = self._desk.workspace.store, self._desk.words("New sequence")

        def work(_progress: Progress) -> Project:
            project, content = founded(wish, sequence)
            for asset in project.assets.values():
                store.assets.put(content[asset.id], asset.media_type)
            return store.create(project).project

        self._desk.tasks.start(work, partial(self._founded, then), key="library.found")

    def _founded(self, then: Then, project: Project) -> None:
        self._desk.workspace.shelf_changed.emit()
        self._opening(project.id, None, then)

    def add_sequence(self, row: Row, then: Then) -> None:
        """Add an empty sequence to a project, in the languages of its first one, and open it."""
        made = _blank(self._desk.words("New sequence"), _languages(row, self._desk.words))
        there = partial(self._opening, row.project.id, Spot(sequence=made.id), then)

        def done(_undo: Undo) -> None:
            there()

        self._revising.do(row.project.id, self._desk.words("New sequence"), partial(_with, made), done)

    def rename(self, row: Row, name: str) -> None:
        """Give a project or a sequence another name."""
        verb = partial(_rename_sequence, row.flow.id, name) if isinstance(row, Card) else partial(_rename, name)
        self._revising.do(row.project.id, self._desk.words("Rename"), verb)

    def duplicate(self, row: Row, taken: Iterable[str]) -> None:
        """Copy a sequence within its project, or a whole project; `taken` are the names beside it."""
        name = free_name(self._desk.words("{name} copy", name=row.name), taken)
        if isinstance(row, Card):
            label = self._desk.words("Duplicate the sequence")
            self._revising.do(row.project.id, label, partial(_copy_sequence, row.flow.id, name))
        else:
            self._duplicate_project(row.project.id, name)

    def _duplicate_project(self, project_id: str, name: str) -> None:
        store, session = self._desk.workspace.store, self._desk.session
        here = session.project if session.is_open and session.project.id == project_id else None

        def work(_progress: Progress) -> Project:
            copy = restore(copy_project(here or store.load(project_id), name))
            return store.create(copy).project

        self._desk.tasks.start(work, self._arrived)

    def _arrived(self, project: Project) -> None:
        words = self._desk.words
        self._desk.workspace.shelf_changed.emit()
        open_it = partial(self._opening, project.id)
        said = words("“{name}” is in the library.", name=project.name)
        self._desk.notices.say(said, Tone.GOOD, words("Open"), open_it)

    def move(self, card: Card, project_id: str) -> None:
        """Move a sequence to another project: it arrives there before it leaves."""
        store, session = self._desk.workspace.store, self._desk.session
        here = session.project if session.is_open and session.project.id == card.project.id else None

        def work(_progress: Progress) -> Project:
            return here or store.load(card.project.id)

        self._desk.tasks.start(work, partial(self._move, card, project_id))

    def _move(self, card: Card, project_id: str, source: Project) -> None:
        label = self._desk.words("Move the sequence")
        leave = partial(self._leave, card, label)
        self._revising.do(project_id, label, partial(_adopted, source, card.flow.id), leave)

    def _leave(self, card: Card, label: str, undo_arrival: Undo) -> None:
        words = self._desk.words
        said = words("“{name}” has moved.", name=card.name)

        def done(undo_leaving: Undo) -> None:
            self._desk.notices.say(said, offer=words("Undo"), act=partial(_both, undo_leaving, undo_arrival))

        self._revising.do(card.project.id, label, partial(_without, card.flow.id), done)


def founded(wish: NewProject, sequence: str) -> tuple[Project, dict[str, bytes]]:
    """Return a new project and its pictures; raise StudioError for a brand file that cannot be used."""
    flow = _blank(sequence, wish.languages)
    project = Project(new_id(), wish.name, Client(wish.client), Brand(wish.client or wish.name))
    content: dict[str, bytes] = {}
    if wish.brand != EMPTY:
        from studio.render.personas import sample_personas  # the renderer is not needed before

        sample = shipped("resources", "sample", "brand.toml")
        read = read_brand(wish.brand_file if wish.brand == FILE and wish.brand_file else sample)
        content = dict(read.content)
        people = {persona.id: persona for persona in sample_personas()}
        assets = {asset.id: asset for asset in read.assets}
        project = replace(
            project,
            brand=read.brand,
            assets=project.assets.update(assets),
            personas=project.personas.update(people),
        )
    return add_sequence(project, flow), content


def _blank(name: str, languages: tuple[str, ...]) -> Sequence:
    return Sequence(new_id(), name, languages[0], languages, Trigger(Event.CART_ABANDONED))


def _languages(row: Row, words: Translator) -> tuple[str, ...]:
    """Return the languages of a project's first sequence, its source first, else the interface's."""
    if not row.project.flows:
        return (words.language,)
    first = row.project.flows[0]
    return tuple(dict.fromkeys((first.source_language, *first.languages)))


def free_name(name: str, taken: Iterable[str]) -> str:
    """Return a name that none of the `taken` ones is, with a number where needed."""
    known, number = {each.casefold() for each in taken}, 2
    found = name
    while found.casefold() in known:
        found, number = f"{name} {number}", number + 1
    return found


def _with(made: Sequence, project: Project) -> Project:
    return add_sequence(project, made)


def _without(sequence_id: str, project: Project) -> Project:
    return remove_sequence(project, sequence_id)


def _rename(name: str, project: Project) -> Project:
    return rename_project(project, name)


def _rename_sequence(sequence_id: str, name: str, project: Project) -> Project:
    return rename_sequence(project, sequence_id, name)


def _copy_sequence(sequence_id: str, name: str, project: Project) -> Project:
    return copy_sequence(project, sequence_id, name)


def _adopted(source: Project, sequence_id: str, project: Project) -> Project:
    return adopt(project, source, sequence_id)


def _both(first: Undo, second: Undo) -> None:
    first()
    second()
