"""Building blocks of the side panel: a section with its label, and a sentence made of pickers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from studio.i18n import Translator
from studio.model.conditions import Condition, Fact, Operator
from studio.model.telling import FACTS, NUMBERS, OPERATORS, operators
from widgets.parts.buttons import Button, IconButton
from widgets.parts.fields import ChoiceField, NumberField
from widgets.parts.labels import Label, Overline
from widgets.parts.layouts import column, row
from widgets.theme.look import Look

MOST = 1_000_000
USUAL = {
    Fact.CART_TOTAL: 1000.0,
    Fact.CART_ITEMS: 2.0,
    Fact.ORDERS: 1.0,
    Fact.SITE_MINUTES: 10.0,
    Fact.SITE_PRODUCTS: 5.0,
    Fact.CHECKOUT_VIEWS: 3.0,
    Fact.PRODUCT_VIEWS: 2.0,
    Fact.AGE: 18.0,
}
"""The number a condition begins with: most flows ask for it."""
ORDER = (
    *(Fact.CART_TOTAL, Fact.CART_ITEMS),
    *(Fact.SITE_MINUTES, Fact.SITE_PRODUCTS, Fact.PRODUCT_VIEWS, Fact.CHECKOUT_VIEWS),
    *(Fact.OPENED, Fact.CLICKED),
    *(Fact.ORDERS, Fact.AGE, Fact.BUSINESS),
    *(Fact.IS_BIRTHDAY, Fact.IS_FIRST_PURCHASE, Fact.IS_SIGNED_UP),
    *(Fact.CONSENT_EMAIL, Fact.CONSENT_SMS, Fact.CONSENT_PUSH, Fact.CONSENT_WHATSAPP, Fact.CONSENT_VOICE),
)
"""The facts as they are offered: what is in the cart, the visit, the flow so far, the person, the day, consent."""


def section(look: Look, label: str, *parts: QWidget) -> QWidget:
    """Return parts under a small label."""
    made = QWidget()
    made.setLayout(column(Overline(look, label), *parts, spacing=8))
    return made


def room_changed(widget: QWidget) -> None:
    """Let all layouts around a widget measure anew: Qt keeps the heights of wrapped text it measured before."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, QScrollArea):
        if layout := above.layout():
            layout.invalidate()
        above.updateGeometry()
        above = above.parentWidget()


class Weight(NumberField):
    """A share: any positive number, without needless noughts."""

    def __init__(self, look: Look, name: str) -> None:
        """Take the name told to whoever cannot see the field."""
        super().__init__(look, name, 0.01, 1000, decimals=2)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Return the number as people write it."""
        return self.locale().toString(value, "g", 6)


class ConditionRow(QWidget):
    """One condition: what is looked at, how it is compared, with which number."""

    edited = Signal()
    removed = Signal()

    def __init__(self, look: Look, words: Translator, currency: str) -> None:
        """Take the words, and the currency that money is in."""
        super().__init__()
        self._words, self._currency = words, currency
        self._fact = Fact.CART_TOTAL
        self.joint = Label(look, "", "small", "ink3")
        self.fact = ChoiceField(look, words("What to look at"), [(fact, words.say(FACTS[fact])) for fact in ORDER])
        self.operator = ChoiceField(look, words("How to compare"), [])
        self.number = NumberField(look, words("Number"), 0, MOST)
        self.bin = IconButton(look, "ph.x", words("Remove this condition"))
        self.number.setFixedWidth(116)
        self.setLayout(column(self.joint, self.fact, row(self.operator, self.number, None, self.bin), spacing=6))
        self.fact.edited.connect(self._other_fact)
        self.operator.edited.connect(self._told)
        self.number.edited.connect(self._told)
        self.bin.clicked.connect(self.removed)

    def show_condition(self, condition: Condition, joint: str) -> None:
        """Show a condition after its "if" or "and"."""
        self.joint.set_text(joint)
        self.fact.set_value(condition.fact)
        self._offer(condition.fact)
        self.operator.set_value(condition.operator)
        if self.number.value != condition.number:
            self.number.set_value(condition.number)

    def condition(self) -> Condition:
        """Return what is shown."""
        fact = Fact(self.fact.value)
        number = float(self.number.value) if fact in NUMBERS else 0.0
        return Condition(fact, Operator(self.operator.value), number)

    def _offer(self, fact: Fact) -> None:
        if fact is not self._fact or not self.operator.count():
            self._fact = fact
            self.operator.set_choices([(each, self._words.say(OPERATORS[each])) for each in operators(fact)])
        self.number.setVisible(fact in NUMBERS)
        self.number.setSuffix(self._unit(fact))

    def _unit(self, fact: Fact) -> str:
        if fact is Fact.CART_TOTAL and self._currency:
            return f" {self._currency}"
        return {Fact.SITE_MINUTES: self._words(" minutes"), Fact.AGE: self._words(" years")}.get(fact, "")

    def _other_fact(self, value: str) -> None:
        fact = Fact(value)
        self._offer(fact)
        self.operator.set_value(operators(fact)[0])
        self.number.set_value(USUAL.get(fact, 0.0))
        self.edited.emit()

    def _told(self, _value: object) -> None:
        self.edited.emit()


class ConditionRows(QWidget):
    """Several conditions that must all hold, and a way to add one more."""

    edited = Signal(object)
    """The conditions as the person made them: a tuple."""

    def __init__(self, look: Look, words: Translator, first: str, empty: str) -> None:
        """Take the words before the first condition ("Only if"), and what is said where there is none."""
        super().__init__()
        self._look, self._words, self._first = look, words, first
        self._currency = ""
        self.rows: list[ConditionRow] = []
        self._lines = column(spacing=12)
        self._empty = Label(look, empty, "body", "ink2", wrap=True)
        self.more = Button(look, words("Add a condition"), "quiet", "ph.plus")
        self.more.clicked.connect(self._add)
        self.setLayout(column(self._empty, self._lines, row(self.more, None), spacing=8))

    def show_conditions(self, conditions: tuple[Condition, ...], currency: str) -> None:
        """Show conditions, without a signal; rows that are there already are kept."""
        self._currency, before = currency, len(self.rows)
        while len(self.rows) > len(conditions):
            gone = self.rows.pop()
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(conditions):
            self.rows.append(self._made())
            self._lines.addWidget(self.rows[-1])
            self.rows[-1].show()
        for place, condition in enumerate(conditions):
            self.rows[place].show_condition(condition, self._words("and") if place else self._first)
        self._empty.setVisible(not conditions)
        if len(conditions) != before:
            room_changed(self)

    def conditions(self) -> tuple[Condition, ...]:
        """Return what is shown."""
        return tuple(line.condition() for line in self.rows)

    def _made(self) -> ConditionRow:
        made = ConditionRow(self._look, self._words, self._currency)
        made.edited.connect(self._tell)
        made.removed.connect(partial(self._remove, made))
        return made

    def _add(self) -> None:
        self.edited.emit((*self.conditions(), Condition(Fact.CART_TOTAL, Operator.AT_LEAST, USUAL[Fact.CART_TOTAL])))
        if self.rows:
            self.rows[-1].fact.setFocus()

    def _remove(self, line: ConditionRow) -> None:
        self.edited.emit(tuple(each.condition() for each in self.rows if each is not line))

    def _tell(self) -> None:
        self.edited.emit(self.conditions())
