"""The popover of the swipe file: lines to begin from, sifted by typing and by kind, angle and tone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from studio.model.trade import Angle
from studio.presets.swipes import Swipe, SwipeKind
from widgets.desk import Desk
from widgets.names import ANGLES
from widgets.parts.chips import ChipButton
from widgets.parts.fields import SearchField
from widgets.parts.labels import Label
from widgets.parts.layouts import Flow
from widgets.write.names import SWIPE_KINDS, TONES
from widgets.write.popover import Popover
from widgets.write.snippets import readable_words
from widgets.write.swipelist import SHOWN, SIDE, WIDE, ShownSwipe, SwipeLines, SwipeModel

TALL = 330
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SwipeCard(Popover):
    """Lets the writer find a line; `picked` tells the Swipe."""

    picked = Signal(object)

    def __init__(self, desk: Desk, swipes: Sequence[Swipe], angle: Angle, kind: str, parent: QWidget) -> None:
        """Offer swipes, those of the message's angle first; `kind` is sifted for at once where it is not empty."""
        words, look = desk.words, desk.look
        super().__init__(look, words("Swipe file"), parent, WIDE)
        self._all = _offered(desk, swipes, angle)
        self.field = SearchField(look, words("Search the swipe file"))
        self.chips: dict[str, ChipButton] = {}
        self.model = SwipeModel(self)
        self.list = _list(self.model, words("Swipe file"))
        self.list.setItemDelegate(SwipeLines(look, self.list))
        self._none = Label(look, words("Nothing fits."), "body", "ink3")
        self.body.addWidget(self.field)
        angles = [angle, *(each for each in ANGLES if each is not angle)]
        self._add_chips({each: words(SWIPE_KINDS[each]) for each in SwipeKind})
        self._add_chips({each: words(ANGLES[each]) for each in angles})
        self._add_chips({each: words(TONES[each]) for each in TONES})
        self.body.addWidget(self._none)
        self.body.addWidget(self.list)
        if kind:
            self.chips[kind].setChecked(True)
        self.field.edited.connect(self.sift)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._take)
        self.sift()

    def _add_chips(self, names: dict[str, str]) -> None:
        """Add a line of chips of which at most one is chosen."""
        made = {name: ChipButton(self._look, word) for name, word in names.items()}
        for name, chip in made.items():
            others = [each for key, each in made.items() if key != name]
            chip.clicked.connect(partial(self._chosen, others))
        self.chips |= made
        self.body.addLayout(Flow(*made.values(), spacing=6))

    def _chosen(self, others: Sequence[ChipButton], *_checked: object) -> None:
        for chip in others:
            chip.setChecked(False)
        self.sift()

    def sift(self, *_typed: object) -> None:
        """Show what fits the typed words and the chosen chips."""
        wanted, chosen = self.field.value.casefold().split(), {id_ for id_, c in self.chips.items() if c.isChecked()}
        self.model.show([each for each in self._all if each.fits(wanted) and chosen <= _marks(each.swipe)])
        some = self.model.rowCount() > 0
        self._none.setVisible(not some)
        self.list.setVisible(some)
        self.list.setCurrentIndex(self.model.index(0, 0))
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the field's arrows and Enter work on the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
            if event.key() in MOVES and watched is self.field:
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)

    def _take(self, *_index: object) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            shown: ShownSwipe = index.data(SHOWN)
            self.close()
            self.picked.emit(shown.swipe)


def _marks(swipe: Swipe) -> set[str]:
    return {swipe.kind, swipe.angle, swipe.tone}


def _offered(desk: Desk, swipes: Sequence[Swipe], angle: Angle) -> list[ShownSwipe]:
    words = desk.words
    ordered = sorted(swipes, key=lambda each: each.angle is not angle)
    return [
        ShownSwipe(
            each,
            readable_words(words, each.words),
            " · ".join(
                (words(SWIPE_KINDS[each.kind]), words(ANGLES[each.angle]), words(TONES.get(each.tone, each.tone)))
            ),
        )
        for each in ordered
    ]


def _list(model: SwipeModel, name: str) -> QListView:
    """Return a bare list."""
    view = QListView()
    view.setProperty("part", "choices")
    view.setAccessibleName(name)
    view.setModel(model)
    view.setFixedHeight(TALL)
    view.setFixedWidth(WIDE - 2 * SIDE)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.entered.connect(view.setCurrentIndex)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view
