"""Where two people wrote the same words differently: it is told, both are shown, and a person chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studio.edits.choose import choose
from studio.edits.clash import Clash
from studio.edits.places import Path, place_words
from studio.errors import StudioError
from studio.i18n import Sentence
from studio.model.codec import to_plain
from studio.model.project import Project
from studio.tasks import Progress
from widgets.autosave import Autosave
from widgets.desk import Desk
from widgets.notices import Tone

if TYPE_CHECKING:
    from studio.store.kept import Kept
    from studio.store.store import Store


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that waits for a choice: what I wrote last, what the project says now, and the conflicts it settles."""

    path: Path
    place: Sentence
    mine: object
    now: object
    ids: tuple[int, ...]


def doubts(kept: Iterable[Kept], project: Project) -> tuple[Doubt, ...]:
    """Return one doubt for each place, the oldest first, with what I wrote there last."""
    by_path: dict[Path, list[Kept]] = {}
    for each in kept:
        by_path.setdefault(each.path, []).append(each)
    return tuple(
        Doubt(path, place_words(path, project), waiting[-1].mine, value_at(project, path), tuple(e.id for e in waiting))
        for path, waiting in by_path.items()
    )


def still_doubted(store: Store, project: Project) -> tuple[Doubt, ...]:
    """Return what waits in a project; a place that says by now what I wrote waits no more."""
    waiting = doubts(store.conflicts.of(project.id), project)
    for doubt in waiting:
        if doubt.mine == doubt.now:
            settle(store, doubt)
    return tuple(doubt for doubt in waiting if doubt.mine != doubt.now)


def settle(store: Store, doubt: Doubt) -> None:
    """Forget a doubt."""
    for kept_id in doubt.ids:
        store.conflicts.settle(kept_id)


def value_at(project: Project, path: Path) -> object:
    """Return what stands at a path, as plain JSON; None where nothing is."""
    value: Any = getattr(project, path[0])
    for number, name in enumerate(path[1:], 1):
        if hasattr(value, "get"):
            value = value.get(name)
        elif isinstance(value, tuple):
            value = next((each for each in value if getattr(each, "id", "") == path[number]), None)
        else:
            value = getattr(value, name, None)
        if value is None:
            return None
    return to_plain(value)


def said(plain: object) -> str:
    """Return the words in a plain value, each text on a line of its own; "" where it holds none."""
    if isinstance(plain, dict):
        own = plain.get("words")
        return own if isinstance(own, str) else "\n".join(filter(None, map(said, plain.values())))
    return "\n".join(filter(None, map(said, plain))) if isinstance(plain, list) else ""


class Choosing(QObject):
    """Tells of doubts, opens the sheet for them, and makes what a person chose an edit like any other."""

    doubts_read = Signal(object)
    """A tuple of Doubt: what waits now."""

    def __init__(
        self, desk: Desk, autosave: Autosave, over: Callable[[], QWidget | None], parent: QObject | None = None
    ) -> None:
        """Listen to what clashes; `over` gives the window over which the sheet stands."""
        super().__init__(parent)
        self._desk, self._autosave, self._over = desk, autosave, over
        self._told: set[Path] = set()
        autosave.clashed.connect(self._tell)
        desk.session.opened.connect(self._begin)
        self._begin()

    def show(self) -> None:
        """Open the sheet of both versions."""
        from widgets.versions.choosesheet import ChoosingSheet

        if self._desk.session.is_open:
            ChoosingSheet(self._desk, self, self._over()).open()

    def look(self, told: Callable[[tuple[Doubt, ...]], object], failed: Callable[[StudioError], object]) -> None:
        """Read in a task what waits in the open project."""
        store, project = self._desk.workspace.store, self._desk.session.project

        def work(_progress: Progress) -> tuple[Doubt, ...]:
            return still_doubted(store, project)

        self._desk.tasks.start(work, told, failed)

    def keep_mine(self, doubt: Doubt) -> None:
        """Let the place say what I wrote; it waits on where that no longer fits, and it is said why."""
        words, session = self._desk.notices.words, self._desk.session
        try:
            chosen = choose(session.project, doubt.path, doubt.mine)
        except StudioError as refusal:
            self._desk.notices.refuse(refusal)
            return
        session.do(words("Choose a version"), chosen)
        self._autosave.flush(partial(self._settle, doubt))

    def keep_theirs(self, doubt: Doubt) -> None:
        """Let the place say what it says now."""
        self._settle(doubt, saved=True)

    def _settle(self, doubt: Doubt, saved: bool) -> None:
        """Forget the doubt; what was chosen is in the workspace by now, or else both versions stay there."""
        if not saved:
            return
        store = self._desk.workspace.store

        def work(_progress: Progress) -> None:
            settle(store, doubt)

        self._told.discard(doubt.path)
        self._desk.tasks.start(work, self._read)

    def _read(self, _nothing: object = None) -> None:
        if self._desk.session.is_open:
            self.look(self.doubts_read.emit, self._desk.tasks.failed.emit)

    def _begin(self) -> None:
        self._told.clear()
        if self._desk.session.is_open and self._desk.workspace.is_open:
            self.look(self._remind, self._desk.tasks.failed.emit)

    def _remind(self, waiting: tuple[Doubt, ...]) -> None:
        words = self._desk.notices.words
        if waiting:
            self._say(words("Two versions of the same words wait for your choice."))
        self.doubts_read.emit(waiting)

    def _tell(self, clashes: tuple[Clash, ...]) -> None:
        """Tell of each place once, however often it is written while the doubt lasts."""
        new = [clash.path for clash in clashes if clash.path not in self._told]
        self._told.update(new)
        if new:
            words, project = self._desk.notices.words, self._desk.session.project
            place = words.say(place_words(new[0], project))
            self._say(words("{place} was written by somebody else as well. Both versions are kept.", place=place))

    def _say(self, text: str) -> None:
        self._desk.notices.say(text, Tone.WARN, self._desk.notices.words("Compare…"), self.show)
