"""What works behind the window once its shell stands: saving, leaving, opening, versions, and what was done last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.tasks import Progress
from widgets.autosave import Autosave
from widgets.desk import Desk
from widgets.leaving import Leaving
from widgets.library.opening import Opening
from widgets.trail import Trail
from widgets.versions.actions import VersionActions
from widgets.versions.choosing import Choosing
from widgets.versions.keeping import Versions
from widgets.window import StudioWindow


class Backstage(QObject):
    """Made after the first paint, because it needs the rooms of the trade; it outlives a window in another language."""

    def __init__(self, desk: Desk, home: Path, over: Callable[[], QWidget], parent: QObject) -> None:
        """Work at a desk; `home` is the folder of the person's data, `over` the window that sheets stand over."""
        super().__init__(parent)
        self._over = over
        self.autosave = Autosave(desk, home / "unsaved", self)
        self.leaving = Leaving(desk, self.autosave, self)
        self.opening = Opening(desk, self.leaving.leave, self)
        self.trail = Trail(self)
        self.versions = Versions(desk, self)
        self.choosing = Choosing(desk, self.autosave, over, self)
        desk.workspace.opened.connect(self._warm_up)
        self._tasks = desk.tasks

    def serve(self, desk: Desk, window: StudioWindow) -> None:
        """Bring our actions to a window, and note what is done there."""
        VersionActions(desk, self.versions, self.choosing, self._over, window)
        self.trail.follow(desk.actions)
        window.screen_shown.connect(self.trail.note)

    def _warm_up(self) -> None:
        """Read the e-mail templates before the first message is shown, which spares the writer a pause there."""
        self._tasks.start(_read_templates, _ready, key="warm up")

    def close(self) -> None:
        """Stop for good."""
        self.autosave.close()


def _read_templates(_progress: Progress) -> None:
    from studio.model.trade import MailTheme
    from studio.render.engine import theme_of

    for theme in MailTheme:
        theme_of(theme)


def _ready(_nothing: None) -> None:
    """Nobody waited."""
