"""Preferences at work: kept on disk, and worn by look and keys as soon as they change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from studio.errors import StudioError
from studio.settings import Settings
from widgets.desk import Desk
from widgets.here import Spot


class Wearing(QObject):
    """Keeps every change of the preferences and of the writer's place, and puts theme, motion and keys on."""

    def __init__(self, desk: Desk, keep: Callable[[Settings], None], parent: QObject) -> None:
        """Listen to the desk's preferences; `keep` writes them and raises StudioError where the disk refuses."""
        super().__init__(parent)
        self.desk = desk
        """The desk whose actions are bound; a window in another language brings its own."""
        self._keep = keep
        desk.preferences.changed.connect(self._wear)
        desk.here.moved.connect(self._remember)

    def _remember(self, before: Spot, after: Spot) -> None:
        """Keep where the writer is, for the next start."""
        place = (after.sequence, after.message, after.language)
        if after.sequence and place != (before.sequence, before.message, before.language):
            self.desk.preferences.set(last_spot=place)

    def _wear(self, before: Settings, after: Settings) -> None:
        try:
            self._keep(after)
        except StudioError as refusal:
            self.desk.notices.refuse(refusal)
        if after.theme != before.theme:
            self.desk.look.choose(after.theme)
        self.desk.look.reduced_motion = after.reduced_motion
        if after.shortcuts != before.shortcuts:
            self.desk.actions.rebind(after.shortcuts)
