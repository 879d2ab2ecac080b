"""Search over all copy: what was found, by name and in the texts, in the order and words the person sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from studio.i18n import Translator
from studio.model.filing import Shelf
from studio.store.listed import Listed, ListedSequence
from widgets.here import Spot
from widgets.library.shelves import effective

if TYPE_CHECKING:
    from studio.store.search import Hit  # SQLModel is loaded after the first paint

Index = QModelIndex | QPersistentModelIndex
FOUND = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()
MOST = 60
"""How many hits a search shows; more words find the right one sooner than a longer list."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place that says what was looked for: the sentence with the marked words, where it stands, and the language."""

    project: str
    spot: Spot
    text: str
    marks: tuple[tuple[int, int], ...]
    path: tuple[str, ...]
    language: str = ""


def by_name(shelf: Iterable[Listed], typed: str) -> tuple[Found, ...]:
    """Return the sequences whose name or project's name says all the typed words."""
    wanted = typed.casefold().split()
    found = []
    for project in shelf:
        for flow in project.flows:
            if wanted and _is_found(project, flow, wanted):
                spot = Spot(sequence=flow.id, language=flow.source_language)
                found.append(Found(project.id, spot, flow.name, _marks(flow.name, wanted), (project.name,)))
    return tuple(found)


def _is_found(project: Listed, flow: ListedSequence, wanted: Sequence[str]) -> bool:
    names = f"{flow.name} {project.name}".casefold()
    own = flow.name.casefold()
    return (
        not _is_trashed(project, flow) and all(word in names for word in wanted) and any(map(own.__contains__, wanted))
    )


def _marks(name: str, wanted: Sequence[str]) -> tuple[tuple[int, int], ...]:
    folded = name.casefold()
    if len(folded) != len(name):  # a letter that folds to two: better no marks than marks beside the words
        return ()
    starts = sorted((at, at + len(word)) for word in wanted if (at := folded.find(word)) >= 0)
    return tuple(starts)


def _is_trashed(project: Listed, flow: ListedSequence) -> bool:
    return effective(project.filing, flow.filing) is Shelf.TRASHED


def in_copy(words: Translator, shelf: Iterable[Listed], hits: Iterable[Hit]) -> tuple[Found, ...]:
    """Return the hits of the workspace's search with the names of their places; what is in the trash is left out."""
    projects = {project.id: project for project in shelf}
    found = (_found(words, projects[hit.project], hit) for hit in hits if hit.project in projects)
    return tuple(each for each in found if each is not None)


def _found(words: Translator, project: Listed, hit: Hit) -> Found | None:
    flow = next((each for each in project.flows if each.id == hit.sequence), None)
    if project.filing.shelf is Shelf.TRASHED or (flow is not None and _is_trashed(project, flow)):
        return None
    message = next((sent.name for sent in flow.sendings if sent.message == hit.message), "") if flow else ""
    outside = () if hit.message else (words("Beside the messages"),)
    path = (project.name, *((flow.name,) if flow else outside), *((message,) if message else ()))
    spot = Spot(sequence=hit.sequence, message=hit.message, block=hit.block, language=hit.language)
    return Found(project.id, spot, hit.excerpt.text, hit.excerpt.marks, path, hit.language)


class FoundModel(QAbstractListModel):
    """The places that were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without any."""
        super().__init__(parent)
        self._found: tuple[Found, ...] = ()

    def show(self, found: Sequence[Found]) -> None:
        """Show these places and no others."""
        if tuple(found) == self._found:
            return
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many places there are."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the sentence, what is said aloud of it, or the place itself."""
        if not index.isValid():
            return None
        found = self._found[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (found.text, *found.path, found.language) if part)
        return found if role == FOUND else None
