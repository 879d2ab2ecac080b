"""The sheet of versions: keep this one by name, look at an earlier one beside the present, go back to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.errors import StudioError
from studio.i18n import Translator
from studio.model.project import Project
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.cards import CardButton
from widgets.parts.fields import LineField
from widgets.parts.labels import Elided, Label
from widgets.parts.layouts import Scroll, column, row
from widgets.parts.rows import Rows
from widgets.parts.sheet import Sheet
from widgets.parts.states import States
from widgets.versions.differing import Differing, differing, readable
from widgets.versions.keeping import Versions
from widgets.versions.pair import Pair

if TYPE_CHECKING:
    from studio.store.snapshots import Snapshot

SIZE = (940, 620)
LIST = 280
"""Pixels of the list of versions."""


class VersionsSheet(Sheet):
    """Lists the versions of the open project, the latest first, and shows what one says differently."""

    def __init__(self, desk: Desk, versions: Versions, parent: QWidget | None) -> None:
        """Read the list; `shown` holds what is compared with the present."""
        self._words = words = desk.notices.words
        super().__init__(desk.look, words("Versions"), parent)
        self._desk, self._versions = desk, versions
        self._then: Project | None = None
        self._current: Snapshot | None = None
        self.cards: list[CardButton] = []
        self.name = LineField(desk.look, words("Name of this version"), words("Name this version"))
        self.keep = Button(desk.look, words("Keep"))
        self.remove = self.add_button(Button(desk.look, words("Delete"), kind="quiet"))
        self.leave = self.add_button(Button(desk.look, words("Close")))
        self.back = self.add_button(Button(desk.look, words("Go back to this version"), kind="primary"))
        self._lay_out()
        self._connect()
        self._show_none()
        self._read_list()

    def _lay_out(self) -> None:
        look = self._desk.look
        self.resize(*SIZE)
        self._list = column(spacing=8, margins=(2, 2, 2, 2))
        held = QWidget()
        held.setLayout(column(self._list, None))
        self.list = States(look, Scroll(look, held))
        self.list.setFixedWidth(LIST)
        self.rows = Rows(look)
        self.rows.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        room = QWidget()
        room.setLayout(column(self.rows, None, margins=(2, 2, 2, 2)))
        self.shown = States(look, Scroll(look, room))
        named = row(self.name, self.keep)
        left = QWidget()
        left.setFixedWidth(LIST)
        left.setLayout(column(named, self.list, spacing=12))
        whole = row(left, self.shown, spacing=24)
        whole.setStretch(1, 1)
        self.body.addLayout(whole)

    def _connect(self) -> None:
        self.keep.clicked.connect(self._keep)
        self.name.edited.connect(self._allow)
        self.name.returnPressed.connect(self._keep)
        self.leave.clicked.connect(self.reject)
        self.back.clicked.connect(self._go_back)
        self.remove.clicked.connect(self._remove)
        self._versions.changed.connect(self._read_list)
        self._allow()

    def _allow(self, _text: object = None) -> None:
        self.keep.setEnabled(bool(self.name.value.strip()))

    def _keep(self) -> None:
        if name := self.name.value.strip():
            self._versions.keep(name)
            self.name.set_value("")
            self._allow()

    def _read_list(self) -> None:
        self._versions.read_list(self._show_list, partial(_trouble, self.list, self._words, self._read_list))

    def _show_list(self, snapshots: tuple[Snapshot, ...]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [self._card(number, snapshot) for number, snapshot in enumerate(snapshots)]
        for card in self.cards:
            self._list.addWidget(card)
        if snapshots:
            self.list.show_content()
        else:
            words = self._words
            sentence = words("Fabel keeps one before your first change of a day, and each hour while you work.")
            self.list.show_empty(words("No versions yet"), sentence, None, "ph.clock-counter-clockwise")

    def _card(self, number: int, snapshot: Snapshot) -> CardButton:
        look, words = self._desk.look, self._words
        name, when = snapshot.name or words("Kept by itself"), moment(snapshot.at, words.language)
        card = CardButton(look, f"{name}, {when}")
        color = "ink2" if snapshot.automatic else "ink"
        card.body.addLayout(
            column(Elided(look, name, "bodystrong", color), Label(look, when, "small", "ink3"), spacing=2)
        )
        card.chosen.connect(partial(self._look_at, number, snapshot))
        return card

    def _look_at(self, number: int, snapshot: Snapshot) -> None:
        self._current = snapshot
        for index, card in enumerate(self.cards):
            card.set_current(index == number)
        self.shown.show_busy(self._words("Reading the version…"), None)
        again = partial(self._look_at, number, snapshot)
        self._versions.read(snapshot, self._compare, partial(_trouble, self.shown, self._words, again))

    def _compare(self, then: Project) -> None:
        words = self._words
        found = differing(then, self._desk.session.project)
        self._then = then if found else None
        self.back.setEnabled(bool(found))
        self.remove.setEnabled(True)
        if found:
            self.rows.set_rows([self._pair(each) for each in found])
            self.shown.show_content()
        else:
            sentence = words("Nothing was changed since this version was kept.")
            self.shown.show_empty(words("The same as now"), sentence, None, "ph.equals")

    def _pair(self, each: Differing) -> QWidget:
        words = self._words
        place = words.say(each.place)
        if not (each.then or each.now):
            return _told(self._desk, words("{place} was changed.", place=place))
        nothing = words("(nothing)")
        then, now = (readable(words, text) or nothing for text in (each.then, each.now))
        return Pair(self._desk.look, place, (words("Then"), then), (words("Now"), now))

    def _show_none(self) -> None:
        words = self._words
        self._then = self._current = None
        self.back.setEnabled(False)
        self.remove.setEnabled(False)
        sentence = words("What it says differently stands here beside what the project says now.")
        self.shown.show_empty(words("Choose a version"), sentence, None, "ph.clock-counter-clockwise")

    def _go_back(self) -> None:
        if self._then is not None:
            self._versions.go_back(self._then)
            self.accept()

    def _remove(self) -> None:
        if self._current is not None:
            self._versions.remove(self._current)
            self._show_none()


def moment(at: str, language: str) -> str:
    """Return when a snapshot was taken, by this computer's clock, as one writes it in a language."""
    taken = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale(language).toString(taken, QLocale.FormatType.ShortFormat)


def _told(desk: Desk, text: str) -> QWidget:
    held = QWidget()
    held.setLayout(column(Label(desk.look, text, "body", "ink2", wrap=True), margins=(16, 12, 16, 12)))
    return held


def _trouble(states: States, words: Translator, again: Callable[[], object], refusal: StudioError) -> None:
    states.show_trouble(words.say(refusal), again)
