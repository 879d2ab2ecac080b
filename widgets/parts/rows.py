"""Rows of cards: findings, lines of a delivery plan, losses, and the card that holds them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.parts.buttons import Button
from widgets.parts.cards import Card
from widgets.parts.chips import Dot
from widgets.parts.labels import Label
from widgets.parts.layouts import Line, column, row
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import BLEED

TOP = Qt.AlignmentFlag.AlignTop
OUTCOME_TOKENS = {"plain": "ink2", "accent": "accent", "good": "good", "warn": "warn", "bad": "bad"}


class Glyph(QWidget):
    """A Phosphor icon that stands by itself, in a token's colour; words beside it say what it means."""

    def __init__(self, look: Look, icon: str, color: str = "ink2", side: int = 18) -> None:
        """Take the icon, the token and the size in pixels."""
        super().__init__()
        self._look, self._icon, self._color = look, icon, color
        self.setFixedSize(side, side)
        look.changed.connect(self.update)

    def show_icon(self, icon: str, color: str) -> None:
        """Show another icon."""
        self._icon, self._color = icon, color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the icon."""
        paint_icon(QPainter(self), QRectF(self.rect()), self._icon, self._look.color(self._color))


class FindingRow(QWidget):
    """What a check found: coloured dot, one sentence, the grey reason, and the fix as a word in accent."""

    fix_requested = Signal()

    def __init__(self, look: Look, text: str, reason: str, tone: str, fix: str = "") -> None:
        """Take the sentence, the reason, the tone (good, warn, bad, plain) and the word of the fix."""
        super().__init__()
        self.setAccessibleName(text)
        self.setAccessibleDescription(reason)
        words = column(Label(look, text, wrap=True), spacing=1)
        if reason:
            words.addWidget(Label(look, reason, "small", "ink3", wrap=True))
        mark = column(6, Dot(look, OUTCOME_TOKENS[tone] if tone != "plain" else "ink3"), None)
        body = row(mark, words, spacing=12, margins=(16, 12, 16, 12))
        body.setStretch(1, 1)
        self.fix: Button | None = None
        if fix:
            self.fix = Button(look, fix, "quiet")
            self.fix.clicked.connect(self._fix)
            body.addWidget(self.fix, 0, TOP)
        self.setLayout(body)

    def _fix(self) -> None:
        self.fix_requested.emit()


class PlanRow(QWidget):
    """A line of a plan: what, where, and in words what will happen to it."""

    def __init__(self, look: Look, icon: str, title: str, detail: str, outcome: str, tone: str) -> None:
        """Take a Phosphor name, the title, the detail, and the outcome with its tone."""
        super().__init__()
        self.setAccessibleName(f"{title}: {outcome}")
        what = column(None, Label(look, title, "bodystrong", wrap=True), spacing=1)
        if detail:
            what.addWidget(Label(look, detail, "small", "ink3", wrap=True))
        what.addStretch(1)
        self._outcome = Label(look, outcome, "smallmedium", OUTCOME_TOKENS[tone], wrap=True)
        body = row(Glyph(look, icon), what, self._outcome, spacing=12, margins=(16, 12, 16, 12))
        body.setStretch(1, 6)
        body.setStretch(2, 5)
        self.setLayout(body)

    def set_outcome(self, outcome: str, tone: str) -> None:
        """Say what becomes, or became, of it now."""
        self._outcome.set_text(outcome)
        self._outcome.set_color(OUTCOME_TOKENS[tone])


class LossRow(QWidget):
    """What a service cannot do, and what becomes of it there."""

    def __init__(self, look: Look, wanted: str, becomes: str) -> None:
        """Take the two sentences."""
        super().__init__()
        self.setAccessibleName(wanted)
        self.setAccessibleDescription(becomes)
        words = column(Label(look, wanted, wrap=True), spacing=1)
        if becomes:
            words.addWidget(Label(look, becomes, "small", "ink3", wrap=True))
        mark = column(Glyph(look, "ph.arrow-bend-down-right", "warn"), None)
        body = row(mark, words, spacing=12, margins=(16, 12, 16, 12))
        body.setStretch(1, 1)
        self.setLayout(body)


class Rows(Card):
    """A card of rows with hairlines between them."""

    def __init__(self, look: Look) -> None:
        """Begin without rows."""
        super().__init__(look)
        self.rows: list[QWidget] = []
        self.body.setContentsMargins(1, 1, 1, 1 + BLEED)
        self.body.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_rows(self, rows: Sequence[QWidget]) -> None:
        """Show other rows; those before are gone."""
        while (item := self.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None and old not in rows:
                old.hide()
                old.deleteLater()
        self.rows = list(rows)
        for number, each in enumerate(rows):
            if number:
                self.body.addWidget(Line(self._look))
            self.body.addWidget(each)
            each.show()
