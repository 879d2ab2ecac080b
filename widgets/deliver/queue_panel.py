"""The quiet panel of what waits: each push in words, with “run now” and “drop”."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from studio.delivery.queue import SAID
from studio.i18n import Translator
from widgets.deliver.waiting_work import Line
from widgets.deliver.waitlist import Waitlist
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.labels import Label, Overline
from widgets.parts.layouts import column, row


class WaitingRow(QWidget):
    """One push that waits."""

    def __init__(self, desk: Desk, line: Line, waitlist: Waitlist) -> None:
        """Take the push in names."""
        super().__init__()
        words, look = desk.words, desk.look
        title = line.sequence or words("A sequence that is gone")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # while it is being sent the row itself holds the keys
        self.run = Button(look, words("Run now"), "quiet")
        self.run.setAccessibleName(words("Run “{name}” now", name=title))
        self.drop = Button(look, words("Drop"), "quiet")
        self.drop.setAccessibleName(words("Drop “{name}” from the queue", name=title))
        self.run.clicked.connect(partial(waitlist.run, line.waiting))
        self.drop.clicked.connect(partial(waitlist.drop, line.waiting))
        self.run.setEnabled(not waitlist.running and bool(line.sequence))
        self.drop.setEnabled(waitlist.running != line.waiting.id)
        parts = (
            Label(look, title, "smallstrong", "ink", wrap=True),
            Label(look, where(line), "small", "ink2", wrap=True),
            Label(look, reason(line, words, sending=waitlist.running == line.waiting.id), "small", "ink3", wrap=True),
            row(self.run, self.drop, None, spacing=10),
        )
        self.setLayout(column(*parts, spacing=1))


def where(line: Line) -> str:
    """Return where a push goes, in which languages, and for which project."""
    languages = ", ".join(line.waiting.languages)
    account = line.waiting.account.partition(":")[2]
    return " · ".join(part for part in (f"{line.target} {languages}".strip(), account, line.project) if part)


def reason(line: Line, words: Translator, *, sending: bool) -> str:
    """Return why a push waits, and until when where it must."""
    if sending:
        return words("It is being sent …")
    said = words.say(SAID[line.waiting.reason])
    moment = line.waiting.not_before[:16].replace("T", " ")
    return words("{reason} Not before {moment} UTC.", reason=said, moment=moment) if moment else said


class QueuePanel(QWidget):
    """All pushes that wait in the workspace; without any it is not there."""

    left = Signal()
    """The row that held the focus is gone, and no other is there to take it."""

    def __init__(self, desk: Desk, waitlist: Waitlist) -> None:
        """Follow what waits."""
        super().__init__()
        self._desk, self._waitlist = desk, waitlist
        self.rows: list[WaitingRow] = []
        self._lines = column(spacing=12)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(Overline(desk.look, desk.words("Waiting to be pushed")), self._lines, spacing=8))
        self.hide()
        waitlist.changed.connect(self.follow)

    def follow(self) -> None:
        """Show what waits now; the focus stays with the push that it is on, or goes to the next one."""
        held = next((at for at, old in enumerate(self.rows) if old.isAncestorOf(_focus(self))), None)
        for old in self.rows:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [WaitingRow(self._desk, line, self._waitlist) for line in self._waitlist.lines]
        for each in self.rows:
            self._lines.addWidget(each)
        self.setVisible(bool(self.rows))
        if held is not None:
            self._hold(held)

    def _hold(self, at: int) -> None:
        """Put the focus on what can be done with a row, or tell that there is none."""
        if not self.rows:
            self.left.emit()
            return
        row = self.rows[min(at, len(self.rows) - 1)]
        next((each for each in (row.run, row.drop) if each.isEnabled()), row).setFocus()


def _focus(widget: QWidget) -> QWidget:
    """Return what has the focus in a widget's window, or the widget itself."""
    return widget.window().focusWidget() or widget
