"""The left column: where to? Targets in their groups, searched by typing, each with its state and account."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from widgets.accounts.book import called
from widgets.deliver.account_switch import AccountSwitch
from widgets.deliver.delivery import Delivery
from widgets.deliver.targets import GROUPS, Group, Target, fitting
from widgets.deliver.used import nearest_first
from widgets.parts.entry import EntryButton
from widgets.parts.labels import Elided, Label, Overline
from widgets.parts.layouts import Item, Scroll, column, row
from widgets.parts.texts import SearchField
from widgets.theme.look import Look

WIDE = 260
SIDE = 14
ROOM = WIDE - 4 * SIDE
"""Pixels of the line under a name."""


class TargetButton(EntryButton):
    """One target: its name, what it can do, its state; the chosen one lies raised."""

    def __init__(self, look: Look, name: str, can: str) -> None:
        """Take the name and what it can do."""
        self._name, self._plain = name, can
        self._can = Elided(look, can, "small", "ink3")
        self._state = Label(look, "", "small", "ink3")
        super().__init__(look, row(Elided(look, name, "bodystrong"), self._state), row(self._can), WIDE - 2 * SIDE)
        self.setAutoExclusive(True)
        self.show_state("", "ink3", "")

    def show_state(self, state: str, color: str, more: str) -> None:
        """Say at the right how things stand, and under the name more of it, such as the account."""
        self._state.set_text(state)
        self._state.set_color(color)
        said = f"{self._plain} · {more}" if more else self._plain
        cut = self._can.fontMetrics().horizontalAdvance(said) > ROOM
        # Whose account it is says more than what the service takes, where not both can be read.
        self._can.set_text(more if more and cut else said)
        self.setToolTip(said if cut else "")
        self.setAccessibleName(", ".join(part for part in (self._name, said, state) if part))


class _Search(SearchField):
    """The line that filters; Down goes into the list."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type, or go down into what is left of the list."""
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class TargetList(QWidget):
    """All targets by group; typing narrows them, Enter takes the first."""

    chosen = Signal(str)

    def __init__(self, delivery: Delivery) -> None:
        """Show the targets of a delivery and follow it."""
        super().__init__()
        self._delivery, desk = delivery, delivery.desk
        self._words = desk.words
        self.setObjectName("deliver-targets")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDE)
        self.buttons: dict[str, TargetButton] = {}
        self._heads: dict[Group, Overline] = {}
        self.search = _Search(desk.look, desk.words("Where to?"))
        self.search.setAccessibleName(desk.words("Find a target"))
        self.none = Label(desk.look, desk.words("No target fits."), "small", "ink3", wrap=True)
        self.none.setContentsMargins(SIDE, 6, SIDE, 0)
        self.switch = AccountSwitch(desk)
        self.switch.chosen.connect(self._choose_account)
        self.switch.wanted.connect(desk.actions["deliver.account"].trigger)
        self._list = column(*self._groups(), self.switch, self.none, None, spacing=2, margins=(SIDE, 0, SIDE, 16))
        inner = QWidget()
        inner.setLayout(self._list)
        self._scroll = Scroll(desk.look, inner)
        head = column(self.search, margins=(SIDE, 16, SIDE, 8))
        self.setLayout(column(head, self._scroll, spacing=0))
        self.search.edited.connect(self._keep)
        self.search.returnPressed.connect(self._take_first)
        self.search.left_down.connect(self._go_down)
        delivery.changed.connect(self._follow)
        self._keep("")

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, from above: the line that filters, the targets, and the accounts under one."""
        found: list[QWidget] = [self.search, *self.buttons.values()]
        if self.switch.isVisibleTo(self):
            found.insert(found.index(self.buttons[self._delivery.choices.target]) + 1, self.switch)
        return tuple(found)

    def _groups(self) -> Iterable[Item]:
        for group in Group:
            held = [each for each in self._delivery.targets if each.group is group]
            if held:
                self._heads[group] = self._overline(self._words(GROUPS[group]))
                yield self._heads[group]
                yield from map(self._add, held)

    def _overline(self, words: str) -> Overline:
        made = Overline(self._delivery.desk.look, words)
        made.setContentsMargins(SIDE, 10, 0, 4)
        return made

    def _add(self, target: Target) -> TargetButton:
        say = self._words.say
        button = TargetButton(self._delivery.desk.look, say(target.label), say(target.can))
        button.clicked.connect(partial(self._choose, target.name))
        self.buttons[target.name] = button
        return button

    def _choose(self, name: str) -> None:
        self.chosen.emit(name)
        self._follow()  # while a push runs nothing else can be chosen

    def _choose_account(self, id_: str) -> None:
        self._delivery.choose(account=id_)

    def _keep(self, typed: object) -> None:
        accounts = {
            each.name: " ".join(called(one) for one in self._delivery.accounts if one.account.service == each.name)
            for each in self._delivery.targets
        }
        fit = fitting(self._delivery.targets, str(typed), self._words, accounts)
        names = [target.name for target in fit]
        for name, button in self.buttons.items():
            button.setVisible(name in names)
        for group, head in self._heads.items():
            head.setVisible(any(target.group is group for target in fit))
        self.none.setVisible(not fit)
        self._follow()

    def _shown(self) -> list[str]:
        return [name for name, button in self.buttons.items() if not button.isHidden()]

    def _take_first(self) -> None:
        shown = self._shown()
        if shown:
            self._choose(shown[0])
            self.buttons[shown[0]].setFocus(Qt.FocusReason.TabFocusReason)

    def _go_down(self) -> None:
        shown = self._shown()
        if shown:
            self.buttons[shown[0]].setFocus(Qt.FocusReason.TabFocusReason)

    def _follow(self) -> None:
        delivery = self._delivery
        for target in delivery.targets:
            button = self.buttons[target.name]
            button.setChecked(target.name == delivery.choices.target)
            button.show_state(*state_of(delivery, target))
        self._place_switch()

    def _place_switch(self) -> None:
        """Show the accounts under the chosen target, where there are several."""
        delivery = self._delivery
        button = self.buttons[delivery.choices.target]
        keyed = nearest_first(delivery.desk, delivery.accounts, delivery.target.name)
        shown = len(keyed) > 1 and not button.isHidden()
        if shown:
            self._list.removeWidget(self.switch)
            self._list.insertWidget(self._list.indexOf(button) + 1, self.switch)
            self.switch.offer(keyed, delivery.account)
            self.switch.setEnabled(delivery.way.kind not in ("pushing", "saving"))
        self.switch.setVisible(shown)


def state_of(delivery: Delivery, target: Target) -> tuple[str, str, str]:
    """Return how things stand with a target in a word or two, the colour of that, and what belongs under its name."""
    words = delivery.desk.words
    if target.trouble is not None:
        return "–", "ink3", ""
    if not target.is_service:
        return "", "ink3", ""
    keyed = nearest_first(delivery.desk, delivery.accounts, target.name)
    if not keyed:
        return (words("beta"), "warn", "") if target.is_beta else (words("no key"), "ink3", "")
    is_chosen, prepared = target.name == delivery.choices.target, delivery.prepared
    shown = delivery.account if is_chosen else keyed[0]
    named = called(shown) if shown and not (is_chosen and len(keyed) > 1) else ""
    more = " · ".join(part for part in (words("beta") if target.is_beta else "", named) if part)
    if is_chosen and prepared is not None and prepared.trouble is not None:
        return words("no answer"), "warn", more
    if shown is not None and shown.read_only:
        return words("read only"), "ink2", more
    return words("connected"), "good", more
