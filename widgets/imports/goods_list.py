"""Products to choose from: a line with a tick for each, narrowed by typing, and what was passed over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.i18n import Translator
from studio.imports.products import Goods
from studio.model.persona import CartItem
from studio.tags.amounts import money
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import CheckField
from widgets.parts.labels import Label
from widgets.parts.layouts import Scroll, column, row
from widgets.parts.texts import SearchField

AT_ONCE = 40
"""So many lines are shown; typing narrows the rest."""
FIRST = 3
"""So many products are ticked at the beginning."""


class GoodsList(QWidget):
    """Holds which products go into the cart, in the order of their source."""

    changed = Signal()

    def __init__(self, desk: Desk, language: str) -> None:
        """Begin empty; prices are written as in `language`."""
        super().__init__()
        self._desk, self._language = desk, language
        self._goods = Goods(())
        self._chosen: set[str] = set()
        self.ticks: dict[str, CheckField] = {}
        words, look = desk.words, desk.look
        self.search = SearchField(look, words("Find a product"))
        self.search.edited.connect(self._show)
        self.count = Label(look, "", "small", "ink3")
        self.passed = Button(look, "", "quiet")
        self.passed.clicked.connect(self._tell_passed)
        self._lines = column(spacing=2)
        self._left = column(spacing=2, margins=(0, 10, 0, 0))
        inner = QWidget()
        inner.setLayout(column(self._lines, self._left, None, margins=(2, 2, 14, 2)))
        foot = row(self.count, None, self.passed)
        self.setLayout(column(self.search, Scroll(look, inner), foot, spacing=8))

    @property
    def items(self) -> tuple[CartItem, ...]:
        """Return the products that are ticked."""
        return tuple(item for item in self._goods.items if item.id in self._chosen)

    def offer(self, goods: Goods) -> None:
        """Show other products, the first of them ticked."""
        self._goods = goods
        self._chosen = {item.id for item in goods.items[:FIRST]}
        count = len(goods.skipped)
        self.passed.set_text(_remarks(count, self._desk.words))
        self.passed.setVisible(bool(count))
        self.search.set_value("")
        self._empty(self._left)
        self._show("")

    def _show(self, typed: object) -> None:
        wanted = str(typed).casefold().split()
        fit = [item for item in self._goods.items if all(word in _line(item).casefold() for word in wanted)]
        self._empty(self._lines)
        self.ticks = {}
        for item in fit[:AT_ONCE]:
            tick = CheckField(self._desk.look, self._named(item))
            tick.set_value(item.id in self._chosen)
            tick.edited.connect(partial(self._tick, item.id))
            self.ticks[item.id] = tick
            self._lines.addWidget(tick)
        self._tell(len(fit))

    def _named(self, item: CartItem) -> str:
        price = money(item.price, self._goods.currency, self._language) if self._goods.currency else f"{item.price:g}"
        return " · ".join(part for part in (item.name, item.variant, price) if part)

    def _tick(self, id_: str, chosen: object) -> None:
        self._chosen = self._chosen | {id_} if chosen else self._chosen - {id_}
        self._tell(len(self.ticks))
        self.changed.emit()

    def _tell(self, fit: int) -> None:
        words = self._desk.words
        said = words("{count} of {total} chosen", count=len(self._chosen), total=len(self._goods.items))
        more = words("{count} more fit: type to narrow them", count=fit - AT_ONCE) if fit > AT_ONCE else ""
        self.count.set_text(" · ".join(part for part in (said, more) if part))

    def _tell_passed(self) -> None:
        """Show every remark below the products."""
        self.passed.hide()
        for remark in self._goods.skipped:
            self._left.addWidget(Label(self._desk.look, self._desk.words.say(remark), "small", "ink3", wrap=True))

    def _empty(self, lines: QVBoxLayout) -> None:
        while (item := lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


def _remarks(count: int, words: Translator) -> str:
    if count == 1:
        return words("1 remark on what was left out")
    return words("{count} remarks on what was left out", count=count)


def _line(item: CartItem) -> str:
    return f"{item.name} {item.variant}"
