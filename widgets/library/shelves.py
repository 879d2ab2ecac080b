"""What the library shows for a view of it: sections, cards and chips, as values without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from studio.model.filing import Filing, Shelf
from studio.store.listed import Listed, ListedSequence


class Kind(StrEnum):
    """The sorts of view that the chips choose."""

    ALL = "all"
    FOLDER = "folder"
    TAG = "tag"
    ARCHIVE = "archive"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at; `name` is that of the folder or tag."""

    kind: Kind = Kind.ALL
    name: str = ""

    @property
    def shelf(self) -> Shelf:
        """Return the shelf that the view looks at."""
        return {Kind.ARCHIVE: Shelf.ARCHIVED, Kind.TRASH: Shelf.TRASHED}.get(self.kind, Shelf.ACTIVE)


@dataclass(frozen=True, slots=True)
class Section:
    """The heading of a project, above its cards."""

    project: Listed

    @property
    def key(self) -> tuple[str, str]:
        """Return project id and nothing."""
        return self.project.id, ""

    @property
    def name(self) -> str:
        """Return the project's name."""
        return self.project.name

    @property
    def filing(self) -> Filing:
        """Return how the project is filed."""
        return self.project.filing


@dataclass(frozen=True, slots=True)
class Card:
    """A sequence of a project."""

    project: Listed
    flow: ListedSequence

    @property
    def key(self) -> tuple[str, str]:
        """Return project id and sequence id."""
        return self.project.id, self.flow.id

    @property
    def name(self) -> str:
        """Return the sequence's name."""
        return self.flow.name

    @property
    def filing(self) -> Filing:
        """Return how the sequence is filed."""
        return self.flow.filing


Row = Section | Card


def arrange(shelf: Iterable[Listed], view: View) -> tuple[Row, ...]:
    """Return the sections with their cards that a view shows, in the order of the shelf."""
    rows: list[Row] = []
    for project in shelf:
        cards = [Card(project, flow) for flow in project.flows if _shows(view, project, flow)]
        if cards or _is_whole(view, project):
            rows += [Section(project), *cards]
    return tuple(rows)


def _is_whole(view: View, project: Listed) -> bool:
    """Tell whether a view is about the project itself, so that it shows even without a card."""
    return project.filing.shelf is view.shelf and _is_named(view, project.filing)


def _shows(view: View, project: Listed, flow: ListedSequence) -> bool:
    if effective(project.filing, flow.filing) is not view.shelf:
        return False
    return _is_named(view, project.filing) or _is_named(view, flow.filing)


def _is_named(view: View, filing: Filing) -> bool:
    if view.kind is Kind.FOLDER:
        return filing.folder == view.name
    return view.kind is not Kind.TAG or view.name in filing.tags


def effective(project: Filing, flow: Filing) -> Shelf:
    """Return the shelf a sequence is on: what is in a trashed or archived project is there with it."""
    return flow.shelf if project.shelf is Shelf.ACTIVE else project.shelf


def views(shelf: Iterable[Listed]) -> tuple[View, ...]:
    """Return what there is to look at: all, the folders and tags in use, and archive and trash where they hold any."""
    filings = [(effective(*pair), pair) for project in shelf for pair in _pairs(project)]
    used = [filing for shelf_, pair in filings if shelf_ is Shelf.ACTIVE for filing in pair]
    folders = sorted({filing.folder for filing in used if filing.folder}, key=str.casefold)
    tags = sorted({tag for filing in used for tag in filing.tags}, key=str.casefold)
    aside = [view for view in (View(Kind.ARCHIVE), View(Kind.TRASH)) if any(at is view.shelf for at, _ in filings)]
    return (View(), *(View(Kind.FOLDER, name) for name in folders), *(View(Kind.TAG, name) for name in tags), *aside)


def _pairs(project: Listed) -> Iterator[tuple[Filing, Filing]]:
    """Yield the filings of a project and of each thing in it."""
    yield project.filing, Filing()
    for flow in project.flows:
        yield project.filing, flow.filing


def folders_of(shelf: Iterable[Listed]) -> tuple[str, ...]:
    """Return the names of all folders, sorted."""
    filings = (filing for project in shelf for pair in _pairs(project) for filing in pair)
    return tuple(sorted({filing.folder for filing in filings if filing.folder}, key=str.casefold))
