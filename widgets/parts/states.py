"""A panel's four states: what it shows, that there is nothing, that it is busy, that something went wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from widgets.parts.buttons import Button
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.parts.rows import Glyph
from widgets.theme.look import Look

WIDE, NARROW, MARGIN = 420, 240, 24
CENTER = Qt.AlignmentFlag.AlignHCenter


class _Message(QWidget):
    """Icon or bar, title, sentence and one button, in the middle of the panel."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._run: Callable[[], object] | None = None
        self.glyph = Glyph(look, "ph.note-blank", "ink3", 32)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.title = Label(look, "", "panel", "ink", wrap=True)
        self.sentence = Label(look, "", "body", "ink2", wrap=True)
        for label in (self.title, self.sentence):
            label.setAlignment(CENTER)
            label.setFixedWidth(WIDE)
        self.button = Button(look, "")
        self.button.clicked.connect(self._clicked)
        parts = (self.glyph, self.bar, self.title, self.sentence, self.button)
        middle = column(None, *parts, None, spacing=12, margins=(MARGIN,) * 4)
        for part in (self.glyph, self.bar, self.button):
            middle.setAlignment(part, CENTER)
        for label in (self.title, self.sentence):
            middle.setAlignment(label, CENTER)
        self.setLayout(row(None, middle, None))
        self.layout().setStretch(1, 8)  # type: ignore[union-attr]

    def say(self, title: str, sentence: str, button: str, run: Callable[[], object] | None) -> None:
        """Show words, and a button where there is something to run."""
        for label, words in ((self.title, title), (self.sentence, sentence)):
            label.set_text(words)
            label.setVisible(bool(words))
        self._run = run
        self.button.set_text(button)
        self.button.setVisible(run is not None)
        self.setAccessibleName(title or sentence)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let a panel be narrower than the words are at their widest."""
        return QSize(NARROW, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the words where the panel ends."""
        super().resizeEvent(event)
        for label in (self.title, self.sentence):
            label.setFixedWidth(max(NARROW - 2 * MARGIN, min(WIDE, event.size().width() - 2 * MARGIN)))

    def _clicked(self) -> None:
        if self._run is not None:
            self._run()


class States(QStackedWidget):
    """Shows its content, or says why there is none."""

    def __init__(self, look: Look, content: QWidget) -> None:
        """Take the content, which is shown first."""
        super().__init__()
        self._look = look
        self.content = content
        self.message = _Message(look)
        self.addWidget(content)
        self.addWidget(self.message)

    @property
    def state(self) -> str:
        """Return which state is shown: "content", "empty", "busy" or "trouble"."""
        return "content" if self.currentWidget() is self.content else str(self.message.property("state"))

    def show_content(self) -> None:
        """Show the content."""
        self.setCurrentWidget(self.content)

    def show_empty(self, title: str, sentence: str, action: QAction | None, icon: str = "ph.note-blank") -> None:
        """Say that there is nothing yet and what to do about it."""
        self.message.glyph.show_icon(icon, "ink3")
        self.message.say(title, sentence, action.text() if action else "", action.trigger if action else None)
        self._show("empty")

    def show_busy(self, sentence: str, cancel: Callable[[], object] | None = None) -> None:
        """Say what is going on; `cancel` gives it up."""
        self.message.glyph.show_icon("ph.hourglass", "ink3")
        self.message.say("", sentence, self._look.words("Cancel"), cancel)
        self._show("busy")

    def show_trouble(self, sentence: str, retry: Callable[[], object] | None = None) -> None:
        """Say what went wrong; `retry` tries again."""
        self.message.glyph.show_icon("ph.warning-circle", "bad")
        self.message.say("", sentence, self._look.words("Try again"), retry)
        self._show("trouble")

    def _show(self, state: str) -> None:
        self.message.setProperty("state", state)
        moves = state == "busy" and not self._look.reduced_motion
        self.message.bar.setVisible(moves)
        self.message.glyph.setVisible(not moves)
        self.setCurrentWidget(self.message)
