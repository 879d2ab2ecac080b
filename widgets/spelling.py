"""The one door to spelling in the window: a Speller made when it is first asked for, anew where its folders change."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.settings import Settings
from widgets.preferences import Preferences

if TYPE_CHECKING:
    from studio.spelling.speller import Speller


class Spelling(QObject):
    """Holds the Speller of a program; whoever composes the desk makes this once and closes it at the end."""

    changed = Signal()
    """Spelling was switched on or off, or looks for its dictionaries elsewhere."""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        """Follow the preferences."""
        super().__init__(parent)
        self._preferences = preferences
        self._speller: Speller | None = None
        self._making = Lock()
        self._closed = False
        preferences.changed.connect(self._prefer)

    @property
    def is_on(self) -> bool:
        """Tell whether words are to be judged."""
        return self._preferences.settings.spelling and not self._closed

    def speller(self) -> Speller:
        """Return the Speller; call it inside tasks, where its questions belong. The first starts its process."""
        from studio.spelling.speller import Speller

        with self._making:
            if self._speller is None:
                self._speller = Speller(self._preferences.settings.dictionary_folders)
                if self._closed:
                    self._speller.close()
            return self._speller

    def turn(self) -> None:
        """Switch spelling on or off; the preferences keep it."""
        self._preferences.set(spelling=not self._preferences.settings.spelling)

    def close(self) -> None:
        """End the process of the Speller, for good."""
        self._closed = True
        self._let_go()

    def _prefer(self, before: Settings, after: Settings) -> None:
        parts = ("spelling", "dictionary_folders")
        if any(getattr(before, name) != getattr(after, name) for name in parts):
            self._let_go()
            self.changed.emit()

    def _let_go(self) -> None:
        with self._making:
            speller, self._speller = self._speller, None
        if speller is not None:
            speller.close()
