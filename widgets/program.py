"""The window as a program: makes the desk, shows the shell at once, and opens the workspace after the first paint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from shiboken6 import delete

from studio.i18n import Translator
from studio.settings import Settings
from studio.tasks import Progress
from widgets.actions import Actions
from widgets.desk import Desk
from widgets.entries import Entry
from widgets.here import Here, Spot
from widgets.notices import Notices
from widgets.preferences import Preferences
from widgets.savestate import SaveState
from widgets.screen import Screen
from widgets.session import Session
from widgets.spelling import Spelling
from widgets.tasks import Tasks
from widgets.theme.look import Look
from widgets.wearing import Wearing
from widgets.window import StudioWindow
from widgets.workspace import Opener, Workspace

if TYPE_CHECKING:
    from studio.delivery.keys import KeyStore
    from studio.store.store import Store
    from widgets.backstage import Backstage


SOON = 300
"""Milliseconds after which it is tried again to speak another language, while something is under way."""


@dataclass(frozen=True)
class House:
    """What the program is given from outside: who speaks, who stores, who keeps keys and preferences."""

    home: Path
    """The folder of the person's own data."""
    version: Callable[[], str]
    """Tells which Fabel this is, for reports."""
    speak: Callable[[str], Translator]
    """The Translator of an interface language; empty for the system's."""
    settings: Settings
    keep: Callable[[Settings], None]
    open_store: Callable[[str], Opener]
    """Gives the opener of a workspace by its address; empty for the person's own."""
    keys: Callable[[], KeyStore]
    demo: Callable[[Store], str]
    """Puts the sample shop into a workspace, where it is not there yet, and gives its project's id."""
    entries: tuple[Entry, ...]


class Program(QObject):
    """One running window with its desk; another interface language builds the window anew around the same project."""

    begun = Signal()
    """The shell is painted, and everything behind it works."""

    def __init__(self, house: House, files: tuple[Path, ...] = (), *, inline: bool = False) -> None:
        """Make the desk and the shell; `show` opens the window.

        `inline` does all work at once, for tests and pictures.
        """
        super().__init__()
        self._house, self._files = house, files
        self._address = house.settings.workspace
        self.desk = desk_of(house, self, inline=inline)
        self.backstage: Backstage | None = None
        self._wearing = Wearing(self.desk, house.keep, self)
        self.window = self._new_window()
        self.desk.preferences.changed.connect(self._prefer)
        self.desk.workspace.opened.connect(self._workspace_opened)

    def show(self) -> None:
        """Show the shell, and let the rest begin once it is painted."""
        self.window.restore(self._house.settings.window)
        self.window.painted.connect(self.begin)
        self.window.show()

    def begin(self) -> None:
        """Bring everything behind the shell to work, show the library, and open the workspace."""
        from widgets.backstage import Backstage

        if self.backstage is not None:
            return
        self.backstage = Backstage(self.desk, self._house.home, self.over, self)
        self.backstage.autosave.state_changed.connect(self._tell_saved)
        self.backstage.serve(self.desk, self.window)
        self._tell_saved(self.backstage.autosave.state)
        self.window.show_screen("library")
        self.desk.workspace.open()
        self.begun.emit()

    def over(self) -> StudioWindow:
        """Return the window that sheets stand over; another language makes another one."""
        return self.window

    def open_files(self, files: Sequence[str | Path]) -> None:
        """Bring `.fabel` files into the workspace, in the library's own way."""
        from widgets.library.screen import LibraryScreen

        self.window.show_screen("library")
        library = self.window.current
        if isinstance(library, LibraryScreen):
            library.doors.read([Path(file) for file in files])

    def close(self) -> None:
        """End all work and let go of everything; the window is closed already, or goes with us."""
        if self.backstage is not None:
            self.backstage.close()
        self.desk.spelling.close()  # a task that waits for its answer hears that it is over
        self.desk.tasks.close()
        self.desk.workspace.close()
        self.window.hide()
        delete(self.window)  # at once, for there may be no loop any more that would do it later

    def _new_window(self) -> StudioWindow:
        window = StudioWindow(self.desk, self._house.entries)
        window.closing.connect(self._closing)
        window.screen_built.connect(self._furnish)
        return window

    def _furnish(self, screen: Screen) -> None:
        """Give a screen that was built just now what only the program knows."""
        from widgets.library.screen import LibraryScreen

        if isinstance(screen, LibraryScreen) and self.backstage is not None:
            screen.opening.leave = self.backstage.leaving.leave
            screen.demo_requested.connect(self._bring_demo)

    def _closing(self, event: QCloseEvent) -> None:
        if self.backstage is not None:
            self.backstage.leaving.hold(self.window.close, event)

    def _tell_saved(self, state: SaveState) -> None:
        self.window.bar.show_saved(state, self.desk.words)

    def _workspace_opened(self) -> None:
        """Open what was asked for, else where the writer was last."""
        files, self._files = self._files, ()
        settings = self._house.settings
        if files:
            self.open_files(files)
        elif settings.last_project and not self.desk.session.is_open and self.backstage is not None:
            sequence, message, language = settings.last_spot
            spot = Spot(sequence=sequence, message=message, language=language, persona=settings.persona)
            self.backstage.opening(settings.last_project, spot, partial(self.window.show_screen, settings.screen))

    def _bring_demo(self) -> None:
        """Put the sample shop on the shelf and open it."""
        store, demo = self.desk.workspace.store, self._house.demo

        def work(_progress: Progress) -> str:
            return demo(store)

        def done(project: str) -> None:
            self.desk.workspace.shelf_changed.emit()
            if self.backstage is not None:
                self.backstage.opening(project, None, partial(self.window.show_screen, "write"))

        self.desk.tasks.start(work, done, key="demo")

    def _prefer(self, before: Settings, after: Settings) -> None:
        if after.workspace not in (before.workspace, self._address) and self.backstage is not None:
            stay = partial(self.desk.preferences.set, workspace=self._address, last_project=before.last_project)
            self.backstage.leaving.leave(self._move, stay)
        if after.language != before.language:
            QTimer.singleShot(0, self._speak_anew)

    def _move(self) -> None:
        """Let go of the workspace and open the other one."""
        self.desk.session.open(None)
        self.desk.here.go(sequence="", message="", block="", field="", variant="")
        self.desk.workspace.close()
        self._address = self.desk.preferences.settings.workspace
        self.desk.workspace.use(self._house.open_store(self._address))
        self.window.show_screen("library")

    def _speak_anew(self) -> None:
        """Build the window in another language; project, history and place stay, and a delivery ends first."""
        if self.desk.tasks.minded:
            QTimer.singleShot(SOON, self, self._speak_anew)
            return
        words = self._house.speak(self.desk.preferences.settings.language)
        self.desk.notices.words = self.desk.look.words = words
        before, actions = self.desk.actions, Actions(self.desk.look, self.desk.preferences.settings.shortcuts, self)
        self.desk = self._wearing.desk = replace(self.desk, words=words, actions=actions)
        old, self.window = self.window, self._new_window()
        if self.backstage is not None:
            self.backstage.serve(self.desk, self.window)
            self._tell_saved(self.backstage.autosave.state)
        self.window.setGeometry(old.geometry())
        self.window.show_screen(old.screen_name)
        self.window.show()
        old.retire()
        before.deleteLater()


def desk_of(house: House, parent: QObject, *, inline: bool) -> Desk:
    """Return the desk of a program, in the language and look of its settings."""
    settings = house.settings
    words = house.speak(settings.language)
    look = Look(settings.theme, parent, words=words, reduced_motion=settings.reduced_motion)
    look.dress()
    here, tasks = Here(parent), Tasks(parent, inline=inline)
    preferences = Preferences(settings, parent)
    return Desk(
        words=words,
        look=look,
        here=here,
        session=Session(here, parent),
        tasks=tasks,
        notices=Notices(words, parent),
        actions=Actions(look, settings.shortcuts, parent),
        workspace=Workspace(house.open_store(settings.workspace), tasks, parent),
        preferences=preferences,
        spelling=Spelling(preferences, parent),
        keys=house.keys,
        home=house.home,
    )
