"""The table of losses on the screen: wanted, what it becomes, and the places, each a way there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from studio.model.findings import Place
from widgets.deliver.aside import Aside
from widgets.deliver.grown import growing_rows
from widgets.deliver.losses import LossLine, Places, as_table, counted, loss_lines, noticed_lines
from widgets.deliver.work import Prepared
from widgets.desk import Desk
from widgets.notices import Tone
from widgets.parts.buttons import Button
from widgets.parts.inputs import tell_cut
from widgets.parts.labels import Elided, Label
from widgets.parts.layouts import column, row
from widgets.parts.rows import Glyph
from widgets.theme.focus import FocusRing
from widgets.theme.look import Look
from widgets.theme.paint import paint_ring

Go = Callable[[Place], None]
ASIDE, NARROW, INDENT = 210, 530, 30
FEW = 6
"""So many places of a loss are shown at once; a press shows the rest."""
MANY = 5
"""From so many rows on, kinds of losses are told apart by name."""


class PlaceLink(QPushButton):
    """The name of a place in accent, on one line; a press goes there."""

    def __init__(self, look: Look, name: str) -> None:
        """Take the name."""
        super().__init__(name.replace("&", "&&"))
        self._look, self._name = look, name
        self._ring = FocusRing(self)
        self.setFont(look.font("small"))
        self.setAccessibleName(look.words("Go to {place}", place=name))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the name."""
        return QSize(self.fontMetrics().horizontalAdvance(self._name) + 8, self.fontMetrics().height() + 6)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few letters."""
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell whole what is cut."""
        super().resizeEvent(event)
        tell_cut(self, self._name, self.sizeHint().width())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the name, underlined under the pointer."""
        painter, room = QPainter(self), self.rect().adjusted(4, 0, -4, 0)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(self._look.color("accent"))
        shown = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self._ring.shown:
            paint_ring(painter, self._look, self.rect(), 4)


class PlaceColumn(QWidget):
    """The places of one loss, below each other."""

    def __init__(self, look: Look, line: LossLine, names: Places, go: Go) -> None:
        """Show the first of them, and the way to the others."""
        super().__init__()
        self._look, self._line, self._names, self._go = look, line, names, go
        self._lines = column(spacing=0)
        self.setLayout(self._lines)
        self._add(line.places[:FEW])
        left = len(line.places) - FEW
        self.more: Button | None = None
        if left > 0:
            self.more = Button(look, look.words("and {count} more", count=left), "quiet")
            self.more.clicked.connect(self._show_rest)
            self._lines.addWidget(self.more)

    def _add(self, places: tuple[Place, ...]) -> None:
        for place in places:
            link = PlaceLink(self._look, self._names.name(place))
            link.clicked.connect(partial(self._go, place))
            self._lines.addWidget(link)

    def _show_rest(self) -> None:
        if self.more is not None:
            self.more.hide()
            self.more.deleteLater()
            self.more = None
            self._add(self._line.places[FEW:])


class LossTableRow(QWidget):
    """One loss: the arrow, what was wanted over what it becomes, and the places at the right, or below in a narrow."""

    def __init__(self, look: Look, line: LossLine, names: Places, go: Go, *, icon: str = "") -> None:
        """Take the loss and what names its places."""
        super().__init__()
        self.line = line
        self.setAccessibleName(line.wanted)
        self.setAccessibleDescription(line.becomes)
        said = column(Label(look, line.wanted, wrap=True), spacing=1)
        if line.becomes:
            said.addWidget(Label(look, line.becomes, "small", "ink3", wrap=True))
        mark = column(Glyph(look, icon or "ph.arrow-bend-down-right", "warn"), None)
        told = row(mark, said, spacing=12)
        told.setStretch(1, 1)
        words = QWidget()
        words.setLayout(told)
        self.places = PlaceColumn(look, line, names, go)
        outer = column(margins=(16, 12, 12, 12))
        outer.addLayout(Aside(words, self.places, ASIDE, NARROW, INDENT - 4))
        self.setLayout(outer)


class KindHead(QWidget):
    """The name of a kind of losses, and how many there are."""

    def __init__(self, look: Look, name: str, count: int) -> None:
        """Take both."""
        super().__init__()
        self.setAccessibleName(f"{name}: {count}")
        words = Elided(look, name, "smallstrong", "ink2")
        line = row(words, Label(look, str(count), "small", "ink3"), margins=(16, 10, 16, 6))
        line.setStretch(0, 1)
        self.setLayout(line)


class LossesView(QWidget):
    """All losses of a delivery, grouped by kind, and what was noticed besides; the table can be copied."""

    def __init__(self, desk: Desk, go: Go) -> None:
        """Begin empty; `go` shows a place on another screen."""
        super().__init__()
        self._desk, self._go = desk, go
        look, words = desk.look, desk.words
        self._lines: tuple[LossLine, ...] = ()
        self._names: Places | None = None
        self.title = Label(look, "", "strong", wrap=True)
        self.count = Label(look, "", "small", "ink3")
        self.copy = Button(look, words("Copy the table"), "quiet", "ph.copy")
        self.copy.clicked.connect(self._copy)
        self.card = growing_rows(look)
        self.noticed_title = Label(look, words("Noticed while it was built"), "strong", wrap=True)
        self.noticed = growing_rows(look)
        head = row(self.title, self.count, self.copy, spacing=12)
        head.setStretch(0, 1)
        self.setLayout(column(head, self.card, 12, self.noticed_title, self.noticed, spacing=6))

    @property
    def rows(self) -> list[QWidget]:
        """Return the rows of the losses, without the names of their kinds."""
        return [each for each in self.card.rows if isinstance(each, LossTableRow)]

    def show_losses(self, prepared: Prepared, title: str) -> None:
        """Show what is lost in a delivery under a title; without losses the section is not there."""
        words = self._desk.words
        self._names = Places(prepared.parcels, words)
        self._lines, noticed = loss_lines(prepared.parcels, words), noticed_lines(prepared.parcels, words)
        self.title.set_text(title)
        self.count.set_text(counted(self._lines, words))
        kinds = groupby(self._lines, _kind)
        make = partial(LossTableRow, self._desk.look, names=self._names, go=self._go)
        self.card.set_rows(
            [each for kind, some in kinds for each in self._of_kind(kind, [make(line) for line in some])]
        )
        self.noticed.set_rows([make(line, icon="ph.info") for line in noticed])
        for part in (self.title, self.count, self.copy, self.card):
            part.setVisible(bool(self._lines))
        for part in (self.noticed_title, self.noticed):
            part.setVisible(bool(noticed))
        self.setVisible(bool(self._lines or noticed))

    def _of_kind(self, kind: str, rows: list[LossTableRow]) -> list[QWidget]:
        """Return the rows of one kind, under its name with their number where there are many rows in all."""
        if len(self._lines) < MANY:
            return [*rows]
        head = KindHead(self._desk.look, self._desk.words(kind), sum(len(each.line.places) for each in rows))
        return [head, *rows]

    def _copy(self) -> None:
        if self._names is not None:
            QGuiApplication.clipboard().setText(as_table(self._lines, self._names, self._desk.words))
            self._desk.notices.say(self._desk.words("Copied."), Tone.GOOD)


def _kind(line: LossLine) -> str:
    return line.kind
