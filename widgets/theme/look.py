"""The look that is on: which theme, and the colours, fonts and icons it gives to whoever paints."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from studio.i18n import NullTranslator, Translator
from widgets.theme.fonts import font
from widgets.theme.icons import token_icon
from widgets.theme.sheet import palette, style_sheet
from widgets.theme.style import PaperStyle
from widgets.theme.tokens import Tokens, read_tokens

THEMES = ("light", "dark")
SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}
DRESSED = "fabel_dressed"
"""Dynamic property of an application that already wears our style."""


class Look(QObject):
    """The current theme. Painters ask for colours when they paint, so a switch needs no more than `changed`."""

    changed = Signal()

    def __init__(
        self,
        choice: str = "system",
        parent: QObject | None = None,
        *,
        words: Translator | None = None,
        reduced_motion: bool = False,
    ) -> None:
        """Take the person's choice: "system", "light" or "dark".

        `words` are those of the parts themselves ("Try again", "Cancel"); English without them.
        """
        super().__init__(parent)
        self.words = words or NullTranslator()
        self.reduced_motion = reduced_motion
        self._themes = {name: read_tokens(name) for name in THEMES}
        self._choice = choice
        QApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def choice(self) -> str:
        """Return what the person chose: "system", "light" or "dark"."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Tell whether the dark theme is on."""
        return self.tokens.name == "dark"

    @property
    def tokens(self) -> Tokens:
        """Return the tokens that are on."""
        dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        system = "dark" if dark else "light"
        return self._themes[system if self._choice == "system" else self._choice]

    def color(self, name: str) -> QColor:
        """Return a token's colour."""
        return QColor(self.tokens.colors[name])

    def font(self, role: str) -> QFont:
        """Return the font of a role of `fonts.ROLES` ("body", "manuscript", "title")."""
        return QFont(font(role))

    def icon(self, name: str, color: str = "ink2") -> QIcon:
        """Return a Phosphor icon ("ph.envelope-simple") in a token's colour; it follows a switch of theme."""
        return token_icon(self, name, color)

    def duration(self, milliseconds: int) -> int:
        """Return how long a movement may take: nothing where the person wants no motion."""
        return 0 if self.reduced_motion else milliseconds

    def choose(self, choice: str) -> None:
        """Take another choice and dress the program in it."""
        self._choice = choice
        self.dress()

    def dress(self) -> None:
        """Give the application our style, palette, font and style sheet."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # The system's own frames and dialogs follow too, where the platform can.
            QApplication.styleHints().setColorScheme(SCHEMES[self._choice])
            if application.property(DRESSED) is None:
                application.setStyle(PaperStyle())
                application.setProperty(DRESSED, "paper")
            application.setPalette(self.palette())
            application.setFont(self.font("body"))
            QToolTip.setFont(self.font("small"))
            QToolTip.setPalette(self.palette())
            application.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()

    def palette(self) -> QPalette:
        """Return the palette of the theme that is on."""
        return palette(self.tokens)

    def _follow(self) -> None:
        if self._choice == "system":
            self.dress()
