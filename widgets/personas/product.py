"""One product of a cart: two quiet lines with its picture before them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.i18n import N_, Sentence
from studio.model.persona import KEPT
from studio.render.personas import SAMPLE
from widgets.brand.bonds import tidy_web, web_fault
from widgets.desk import Desk
from widgets.parts.buttons import IconButton
from widgets.parts.cells import Cell, Complaint, NumberCell
from widgets.parts.layouts import column, row
from widgets.personas.bonds import Whose, of_item
from widgets.personas.thumb import Thumb
from widgets.tied import Ties

MOST = 9_999_999.0
MOST_PIECES = 999
TEXTS = {
    "name": N_("Product"),
    "variant": N_("Size or colour"),
    "image": N_("Address of its picture"),
    "url": N_("Link to the product"),
}


class ProductRow(QWidget):
    """The fields of the product at `index`, and what can be done with it."""

    wanted = Signal(int, int)
    """The index, and how far to move it: 0 takes it away."""

    def __init__(self, desk: Desk, whose: Whose, index: int, count: int) -> None:
        """Build the fields for the persona that `whose` names."""
        super().__init__()
        self._desk, self._whose, self.index = desk, whose, index
        self._ties = Ties(desk)
        self.thumb = Thumb(desk)
        self.cells = {field: self._cell(field, desk.words(label)) for field, label in TEXTS.items()}
        self.quantity = self._number("quantity", desk.words("Quantity"), 1, MOST_PIECES)
        self.price = self._number("price", desk.words("Price of one piece"), 0, MOST, decimals=2)
        self.quantity.setFixedWidth(68)
        self.price.setFixedWidth(112)
        self.buttons = self._buttons(count)
        first = row(self.cells["name"], self.cells["variant"], self.quantity, self.price, spacing=2)
        first.setStretch(0, 4)
        first.setStretch(1, 3)
        second = row(self.cells["image"], self.cells["url"], *self.buttons, spacing=2)
        second.setStretch(0, 1)
        second.setStretch(1, 1)
        self.wrong = Complaint(desk.look)
        self.wrong.setContentsMargins(10, 0, 0, 0)
        self.wrong.watch([self.cells["image"], self.cells["url"]])
        whole = row(self.thumb, column(first, second, self.wrong, spacing=0), spacing=8, margins=(14, 8, 8, 8))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def refresh(self) -> None:
        """Show what the cart says now."""
        self._ties.refresh()
        self.thumb.show_address(str(self.cells["image"].value))

    def release(self) -> None:
        """Hear the fields no more; the row is about to go."""
        self._ties.release()

    def _cell(self, field: str, label: str) -> Cell:
        cell = Cell(self._desk.look, self._named(label), label)
        judge, tidy = {"image": (picture_fault, tidy_web), "url": (web_fault, tidy_web)}.get(field, (None, None))
        step = self._desk.words("Change a product")
        self._ties.tie(cell, of_item(self._whose, self.index, field, step, judge, tidy), cell)
        return cell

    def _number(self, field: str, label: str, least: float, most: float, *, decimals: int = 0) -> NumberCell:
        made = NumberCell(self._desk.look, self._named(label), least, most, decimals=decimals)
        made.setToolTip(label)
        self._ties.tie(made, of_item(self._whose, self.index, field, self._desk.words("Change a product")))
        return made

    def _named(self, label: str) -> str:
        return self._desk.words("{field} of product {number}", field=label, number=self.index + 1)

    def _buttons(self, count: int) -> list[IconButton]:
        words, number = self._desk.words, self.index + 1
        made = []
        for icon, name, slot, possible in (
            ("ph.arrow-up", words("Move product {number} up", number=number), self._up, self.index > 0),
            ("ph.arrow-down", words("Move product {number} down", number=number), self._down, number < count),
            ("ph.x", words("Remove product {number}", number=number), self._away, True),
        ):
            button = IconButton(self._desk.look, icon, name)
            button.setEnabled(possible)
            button.clicked.connect(slot)
            made.append(button)
        return made

    def _up(self) -> None:
        self.wanted.emit(self.index, -1)

    def _down(self) -> None:
        self.wanted.emit(self.index, 1)

    def _away(self) -> None:
        self.wanted.emit(self.index, 0)


def picture_fault(address: str) -> Sentence | None:
    """Return what is wrong with the address of a picture; those of the project and the sample shop have names."""
    return None if address.startswith((SAMPLE, KEPT)) else web_fault(address)
