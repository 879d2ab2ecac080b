"""The top bar: where we are, in which language, whether it is saved, undo and redo, and one primary button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from studio.i18n import Translator
from widgets.frame.crumbs import Crumbs
from widgets.parts.buttons import Button, IconButton
from widgets.parts.labels import Elided
from widgets.parts.rows import Glyph
from widgets.savestate import SaveState, Stage
from widgets.theme.look import Look

HEIGHT = 56


class TopBar(QWidget):
    """The bar over every screen; the window tells it what to show."""

    def __init__(self, look: Look, languages: QWidget, undo: QAction, redo: QAction) -> None:
        """Take the language tabs and the two actions of the history."""
        super().__init__()
        self._look = look
        self.setFixedHeight(HEIGHT)
        self.crumbs = Crumbs(look)
        self.languages = languages
        self.saved = Elided(look, "", "small", "ink3")
        self.tick = Glyph(look, "ph.check", "ink3", 14)
        self.primary = Button(look, "", kind="primary")
        self.primary.hide()
        self.leave = Button(look, "")
        self.leave.hide()
        back, forth = (IconButton(look, icon, action.text()) for icon, action in _history(undo, redo))
        back.show_action(undo)
        forth.show_action(redo)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(12)
        row.addWidget(self.crumbs)
        row.addWidget(languages)
        row.addStretch(1)
        row.addWidget(self.tick)
        row.addSpacing(-8)
        row.addWidget(self.saved)
        row.addWidget(back)
        row.addWidget(forth)
        row.addWidget(self.leave)
        row.addWidget(self.primary)
        self.saved.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self.update)

    def show_primary(self, action: QAction | None, leave: QAction | None) -> None:
        """Show the one primary action and the quiet way out, or none of them."""
        for button, each in ((self.primary, action), (self.leave, leave)):
            if each is not None:
                button.show_action(each)
            button.setVisible(each is not None)

    def show_saved(self, state: SaveState, words: Translator) -> None:
        """Show how far the writer's words have come; why they are not saved is told by the tooltip."""
        self.saved.set_text(words.say(state.short))
        self.tick.setVisible(state.stage is Stage.SAVED)
        self.saved.set_color("bad" if state.stage is Stage.UNSAVED else "ink3")
        self.saved.setToolTip(words.say(state.sentence))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the hairline under the bar."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color("line"))


def _history(undo: QAction, redo: QAction) -> tuple[tuple[str, QAction], ...]:
    return ("ph.arrow-u-up-left", undo), ("ph.arrow-u-up-right", redo)
