"""The field for an address with the merge tags that are links, and the popover that links words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.tags.catalogue import Kind, label
from studio.words.addresses import address_fault, as_address
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.chips import ChipButton
from widgets.parts.fields import Field, LineField
from widgets.parts.layouts import Flow, column, row
from widgets.write.offers import known_tags
from widgets.write.popover import Popover

LINKS = tuple(info.path for info in known_tags() if info.kind is Kind.URL)


class AddressField(QWidget):
    """A line for an address, and under it the links that the service or the brand fills in."""

    edited = Signal(object)
    """An address of good shape, or "", as the person typed or chose it."""

    def __init__(self, desk: Desk, name: str) -> None:
        """Take the accessible name."""
        super().__init__()
        self._words = desk.words
        self.line = LineField(desk.look, name, "https://")
        self.field = Field(desk.look, name, self.line)
        self._chips = [self._chip(desk, path) for path in LINKS]
        self.setLayout(column(self.field, Flow(*self._chips, spacing=6), spacing=8))
        self.setFocusProxy(self.line)
        self.line.edited.connect(self._typed)
        self.line.settled.connect(self._settled)

    def _chip(self, desk: Desk, path: str) -> ChipButton:
        chip = ChipButton(desk.look, desk.words.say(label(path)))
        chip.clicked.connect(partial(self._choose, f"{{{{ {path} }}}}"))
        return chip

    @property
    def value(self) -> str:
        """Return the address as it would be kept."""
        return as_address(self.line.value)

    @property
    def is_good(self) -> bool:
        """Tell whether the address has a good shape, or there is none."""
        return not self.value or address_fault(self.value) is None

    def set_value(self, address: str) -> None:
        """Show an address, without a signal."""
        self.line.set_value(address)
        self._mark()

    def say_fault(self) -> bool:
        """Say in one sentence what is wrong, if something is, and return whether all is well."""
        fault = address_fault(self.value) if self.value else None
        self.field.say_wrong(self._words.say(fault) if fault else "")
        return fault is None

    def _choose(self, address: str, *_checked: object) -> None:
        self.line.set_value(address)
        self.say_fault()
        self._typed()

    def _typed(self, *_text: object) -> None:
        self._mark()
        if self.field.is_wrong:
            self.say_fault()
        if self.is_good:
            self.edited.emit(self.value)

    def _settled(self) -> None:
        if self.say_fault() and self.line.value != self.value:
            self.line.set_value(self.value)

    def _mark(self) -> None:
        for path, chip in zip(LINKS, self._chips, strict=True):
            chip.setChecked(self.value == f"{{{{ {path} }}}}")


class LinkEditor(Popover):
    """Asks for the address that words link to; `chosen` tells it, "" takes the link away."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, address: str, parent: QWidget) -> None:
        """Begin with the address that the words link to now, or with none."""
        words = desk.words
        super().__init__(desk.look, words("Link"), parent)
        self.address = AddressField(desk, words("Address"))
        self.address.set_value(address)
        self.address.line.selectAll()
        self.link = Button(desk.look, words("Link"), "primary")
        self.unlink = Button(desk.look, words("Take the link away"), "quiet")
        self.body.addWidget(self.address)
        self.body.addLayout(row(self.unlink, None, self.link))
        self.unlink.setVisible(bool(address))
        self.link.clicked.connect(self._take)
        self.unlink.clicked.connect(self._drop)
        self.address.line.returnPressed.connect(self._take)

    def _take(self) -> None:
        if self.address.value and self.address.say_fault():
            address = self.address.value
            self.close()
            self.chosen.emit(address)

    def _drop(self) -> None:
        self.close()
        self.chosen.emit("")
