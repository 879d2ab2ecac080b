"""The room beside the manuscript: a panel that folds where it is narrow, or when the person wants."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.desk import Desk
from widgets.parts.layouts import Line

WIDE, MEDIUM, NARROW = 430, 390, 1100
"""Pixels of the panel, of the panel where words need the room, and of the screen below which it folds by itself."""
ROOMY = 1324
"""Pixels of the screen from which on the panel is wide: a phone is shown in its true size in it."""


class Side(QObject):
    """Shows the panel while there is room and the person wants it; what they want is kept in the preferences."""

    def __init__(self, desk: Desk, home: QWidget, layout: QHBoxLayout) -> None:
        """Put the panel at the end of a layout."""
        super().__init__(home)
        self._desk, self._home, self._layout = desk, home, layout
        self._panel: QWidget | None = None
        self._line = Line(desk.look, vertical=True)
        self._line.hide()
        layout.addWidget(self._line)
        self._forced = False

    def take(self, panel: QWidget) -> None:
        """Hold a panel in place of the one before."""
        if self._panel is not None:
            self._layout.removeWidget(self._panel)
            self._panel.deleteLater()
        self._panel = panel
        self._layout.addWidget(panel)
        self.fit()

    @property
    def is_open(self) -> bool:
        """Tell whether the panel is to be seen."""
        return self._panel is not None and not self._panel.isHidden()

    def turn(self) -> None:
        """Open or fold the panel, as the person asks; where the screen is narrow it lies over less of the words."""
        wanted = not self.is_open
        self._forced = wanted and self._is_narrow()
        self._desk.preferences.set(preview_open=wanted)
        self.fit()

    def fit(self) -> None:
        """Open or fold the panel as room and preferences say."""
        wanted = self._desk.preferences.settings.preview_open
        shown = wanted and (self._forced or not self._is_narrow())
        if self._panel is not None:
            self._panel.setFixedWidth(WIDE if self._home.width() >= ROOMY else MEDIUM)
            self._panel.setVisible(shown)
            self._line.setVisible(shown)

    def _is_narrow(self) -> bool:
        return self._home.width() < NARROW
