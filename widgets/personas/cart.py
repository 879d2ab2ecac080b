"""The cart of a reader: what lies in it, in which order, and what it costs together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from studio.edits.personas import adds_up, cart_total, persona_of
from studio.edits.things import moved
from studio.errors import StudioError
from studio.model.ids import new_id
from studio.model.persona import CartItem, Persona
from studio.tags.amounts import money
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, NumberField
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.parts.rows import Rows
from widgets.personas.bonds import Whose, of_persona, with_cart
from widgets.personas.product import MOST, ProductRow
from widgets.takingback import taking_back
from widgets.tied import Ties


class Cart(QWidget):
    """The products, the button that adds one, and the total."""

    def __init__(self, desk: Desk, whose: Whose) -> None:
        """Build an empty cart for the persona that `whose` names."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk, self._whose = desk, whose
        self._ties = Ties(desk)
        self._built = ("", -1)
        self.rows: list[ProductRow] = []
        self.card = Rows(look)
        self.none = Label(look, words("The cart is empty."), color="ink3")
        self.add = Button(look, words("Add a product"), icon="ph.plus")
        self.bring = Button(look, "", "quiet")
        """Shows the action that brings products in, once it is bound."""
        self.total = NumberField(look, words("Total"), 0, MOST, decimals=2)
        self.total.setFixedWidth(160)
        self.adding = Label(look, "", "small", "ink3", wrap=True)
        self.sum = Button(look, words("Let it follow"), kind="quiet")
        self._ties.tie(self.total, of_persona(whose, "event.total", words("Change the total")))
        self.add.clicked.connect(self.add_product)
        self.sum.clicked.connect(self._sum)
        line = row(self.total, self.adding, self.sum, spacing=12)
        line.setStretch(1, 1)
        holder = QWidget()
        holder.setLayout(line)
        self.setLayout(
            column(
                self.card,
                self.none,
                row(self.add, self.bring, None, spacing=12),
                4,
                Field(look, words("Total"), holder),
            )
        )

    def refresh(self) -> None:
        """Show the cart as it is now; rows are built anew only where products came or went."""
        persona = self._desk.session.project.personas.get(self._whose())
        if persona is None:
            return
        built = (persona.id, len(persona.event.items))
        if built != self._built:
            self._build(built)
        for each in self.rows:
            each.refresh()
        self._ties.refresh()
        self._tell(persona)

    def add_product(self) -> None:
        """Add a product and begin with its name."""
        project = self._desk.session.project
        if self._whose() in project.personas:
            items = persona_of(project, self._whose()).event.items
            self._put((*items, CartItem(new_id(), "", 0.0)), self._desk.words("Add a product"))
            self.rows[-1].cells["name"].setFocus()

    def _build(self, built: tuple[str, int]) -> None:
        count = built[1]
        if self._built[1] != count:
            for each in self.rows:
                each.release()
            self.rows = [ProductRow(self._desk, self._whose, index, count) for index in range(count)]
            for each in self.rows:
                each.wanted.connect(self._change)
            self.card.set_rows(self.rows)
        self._built = built
        self.card.setVisible(count > 0)
        self.none.setVisible(count == 0)

    def _change(self, index: int, step: int) -> None:
        words, items = self._desk.words, persona_of(self._desk.session.project, self._whose()).event.items
        if step:
            self._put(moved(items, index, step), words("Move a product"))
            self.rows[index + step].buttons[0 if step < 0 else 1].setFocus()
            return
        self._put((*items[:index], *items[index + 1 :]), words("Remove a product"))
        said = words("“{name}” is out of the cart.", name=items[index].name or "–")
        self._desk.notices.say(said, offer=words("Undo"), act=taking_back(self._desk))

    def _put(self, items: tuple[CartItem, ...], step: str) -> None:
        session = self._desk.session
        session.do(step, with_cart(session.project, self._whose(), items))

    def _tell(self, persona: Persona) -> None:
        words, follows = self._desk.words, adds_up(persona)
        amount = _written(persona, cart_total(persona.event.items))
        said = words("It follows the products.") if follows else words("The products add up to {sum}.", sum=amount)
        self.adding.set_text(said)
        self.adding.set_color("ink3" if follows else "warn")
        self.sum.setVisible(not follows)

    def _sum(self) -> None:
        session, words = self._desk.session, self._desk.words
        total = cart_total(persona_of(session.project, self._whose()).event.items)
        bond = of_persona(self._whose, "event.total", words("Change the total"))
        session.do(bond.label, bond.write(session.project, total))
        self.total.setFocus()


def _written(persona: Persona, amount: float) -> str:
    try:
        return money(amount, persona.event.currency, persona.language or "en")
    except StudioError:
        return f"{amount} {persona.event.currency}"
