"""The left column: where to? Targets with what each can do, and whether there is a key for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from widgets.deliver.delivery import Delivery, accounts_at
from widgets.deliver.targets import Target
from widgets.parts.entry import EntryButton
from widgets.parts.labels import Elided, Label, Overline
from widgets.parts.layouts import Item, Scroll, column, row
from widgets.theme.look import Look

WIDE = 260


class TargetButton(EntryButton):
    """One target: its name, what it can do, its state; the chosen one lies raised."""

    def __init__(self, look: Look, name: str, can: str) -> None:
        """Take the name and what it can do."""
        self._name, self._plain = name, can
        self._can = Elided(look, can, "small", "ink3")
        self._state = Label(look, "", "small", "ink3")
        super().__init__(look, row(Elided(look, name, "bodystrong"), self._state), row(self._can), WIDE - 28)
        self.setAutoExclusive(True)
        self.show_state("", "ink3", "")

    def show_state(self, state: str, color: str, account: str) -> None:
        """Say at the right how things stand, and under the name which account is connected."""
        self._state.set_text(state)
        self._state.set_color(color)
        self._can.set_text(f"{self._plain} · {account}" if account else self._plain)
        self.setAccessibleName(", ".join(part for part in (self._name, self._can.text(), state) if part))


class TargetList(QWidget):
    """All targets, services above files."""

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
        services = [each for each in delivery.targets if each.is_service]
        files = [each for each in delivery.targets if not each.is_service]
        inner = QWidget()
        parts: tuple[Item, ...] = (self._overline(desk.words("Where to?")), *map(self._add, services))
        beneath: tuple[Item, ...] = (14, self._overline(desk.words("Files")), *map(self._add, files)) if files else ()
        inner.setLayout(column(*parts, *beneath, None, spacing=2, margins=(14, 18, 14, 16)))
        self.setLayout(column(Scroll(desk.look, inner), spacing=0))
        delivery.changed.connect(self._follow)
        self._follow()

    def _overline(self, words: str) -> Overline:
        made = Overline(self._delivery.desk.look, words)
        made.setContentsMargins(14, 0, 0, 6)
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

    def _follow(self) -> None:
        delivery = self._delivery
        for target in delivery.targets:
            button = self.buttons[target.name]
            button.setChecked(target.name == delivery.choices.target)
            button.show_state(*self._state(target))

    def _state(self, target: Target) -> tuple[str, str, str]:
        if target.trouble is not None:
            return "–", "ink3", ""
        if not target.is_service:
            return "", "ink3", ""
        keyed = accounts_at(self._delivery.accounts, target.name)
        if not keyed:
            return self._words("no key"), "ink3", ""
        is_chosen, prepared = target.name == self._delivery.choices.target, self._delivery.prepared
        shown = self._delivery.account if is_chosen else keyed[0]
        if is_chosen and prepared is not None and prepared.trouble is not None:
            return self._words("no answer"), "warn", shown.name if shown else ""
        return self._words("connected"), "good", shown.name if shown else ""
