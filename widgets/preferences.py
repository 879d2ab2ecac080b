"""The person's settings while the program runs: one value, told when it changes, kept by whoever composes us."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from studio.settings import Settings


class Preferences(QObject):
    """Holds the Settings; `changed` tells the ones before and the ones after."""

    changed = Signal(object, object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        """Begin with what was read from disk."""
        super().__init__(parent)
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """Return the settings as they are now."""
        return self._settings

    def set(self, **parts: Any) -> None:  # noqa: ANN401 - the fields of Settings
        """Give the named settings new values."""
        before, after = self._settings, replace(self._settings, **parts)
        if after != before:
            self._settings = after
            self.changed.emit(before, after)
