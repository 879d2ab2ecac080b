"""The line at the foot of the window that says what happened, with at most one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.i18n import Translator
from widgets.notices import Notice, Tone
from widgets.parts.buttons import Button, IconButton
from widgets.parts.chips import Dot
from widgets.parts.labels import Label
from widgets.theme.look import Look

STAYS = 7000
"""Milliseconds that a line stays which nobody has to act on; warnings and faults stay until they are closed."""
DOTS = {Tone.PLAIN: "ink3", Tone.GOOD: "good", Tone.WARN: "warn", Tone.BAD: "bad"}


class NoticeLine(QWidget):
    """Floats over the foot of a part of its parent and shows the latest notice."""

    def __init__(self, look: Look, words: Translator, parent: QWidget) -> None:
        """Float over the whole of `parent` at first, hidden until something is said."""
        super().__init__(parent)
        self._look = look
        self._ground = parent
        self._notice = Notice("")
        self._leave = QTimer(self, singleShot=True, interval=STAYS)
        self._leave.timeout.connect(self.hide)
        self._dot = Dot(look, "ink3")
        self._text = Label(look, "", wrap=True)
        self._offer = Button(look, "", kind="quiet")
        self._offer.clicked.connect(self._act)
        self._close = IconButton(look, "ph.x", words("Close the notice"))
        self._close.clicked.connect(self.hide)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 8, 8)
        row.setSpacing(12)
        for widget in (self._dot, self._text, self._offer, self._close):
            row.addWidget(widget, 1 if widget is self._text else 0)
        parent.installEventFilter(self)
        look.changed.connect(self.update)
        self.hide()

    @property
    def text(self) -> str:
        """Return what the line says, or the empty string where it is hidden."""
        return "" if self.isHidden() else self._notice.text

    def say(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        self._notice = notice
        self._dot.set_color(DOTS[notice.tone])
        self._text.set_text(notice.text)
        self._offer.setText(notice.offer)
        self._offer.setVisible(bool(notice.offer))
        stays = notice.tone in (Tone.WARN, Tone.BAD) or bool(notice.offer)
        self._leave.start(STAYS * 3 if stays else STAYS)
        if notice.tone is Tone.BAD:
            self._leave.stop()
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.text))

    def float_over(self, ground: QWidget) -> None:
        """Float over the foot of `ground`, a part of the parent, from now on."""
        self._ground.removeEventFilter(self)
        self._ground = ground
        ground.installEventFilter(self)
        if not self.isHidden():
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay at the foot of the ground."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Count no more."""
        self._leave.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the raised line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("line2"), 1))
        painter.setBrush(self._look.color("surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 10, 10)

    def _act(self) -> None:
        act = self._notice.act
        self.hide()
        if act is not None:
            act()

    def _place(self) -> None:
        parent, ground = self.parentWidget(), self._ground
        if parent is None:
            return
        room = QRect(ground.mapTo(parent, QPoint()), ground.size())
        width = min(720, room.width() - 32)
        height = max(48, self._row.totalHeightForWidth(width))
        self.setGeometry(room.center().x() - width // 2, room.bottom() - height - 16, width, height)
