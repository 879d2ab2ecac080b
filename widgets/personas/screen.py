"""The personas screen: the invented readers at the left, the one that is edited at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.edits.change import Change, added
from studio.i18n import sentence
from widgets.desk import Desk
from widgets.here import Spot
from widgets.library.choosing import ChooseFile, ask_for_file
from widgets.parts.buttons import Button
from widgets.parts.labels import Elided, Label
from widgets.parts.layouts import Line, Scroll, column, row
from widgets.parts.states import States
from widgets.personas.deeds import Deeds
from widgets.personas.editor import Editor
from widgets.personas.people import SLIM, WIDE, People, order_of
from widgets.screen import Screen

if TYPE_CHECKING:
    from widgets.deliver.doors import Doors

ROOMY = 1240
"""From this width on the column of readers takes all of its own."""


class PersonasScreen(Screen):
    """Whom the copy is tried out on."""

    name = "personas"
    title = sentence("Personas")
    icon = "ph.users"
    at_foot = True

    def __init__(self, desk: Desk) -> None:
        """Build list and editor."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk = desk
        self.people, self.editor = People(look, words), Editor(desk)
        self.deeds = Deeds(desk, self._whose, self)
        self.heading = Elided(look, "", "title")
        self.choose_file: ChooseFile = ask_for_file
        self.ways_out: Doors | None = None
        """How shops are reached; None for the real ways."""
        self._add_actions()
        self._content = QWidget()
        self._content.setLayout(self._columns())
        self.states = States(look, self._content)
        self.setLayout(column(self.states))
        self.people.chosen.connect(self.show_persona)
        desk.session.changed.connect(self._changed)
        desk.session.edited.connect(self._edited)
        desk.session.opened.connect(self._opened)
        desk.here.moved.connect(self._moved)

    def primary(self) -> QAction | None:
        """Return the action that makes a reader."""
        return self.make

    def entered(self) -> None:
        """Show the readers of the open project, whom previews show first."""
        if self._desk.session.is_open:
            shown = self._desk.here.spot.persona
            known = self._desk.session.project.personas
            wish = self.editor.shown if self.editor.shown in known else shown
            self.show_persona(wish)

    def focus_first(self) -> None:
        """Put the focus on the reader that is edited."""
        self.people.focus(self.editor.shown)

    def show_persona(self, persona_id: str) -> None:
        """Edit a reader; one that is not there gives way to the first."""
        project = self._desk.session.project
        if persona_id not in project.personas:
            persona_id = next(iter(order_of(project)), "")
        self.editor.show_persona(persona_id)
        self._refresh()
        self.people.reveal(persona_id)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the list give way before words are cut."""
        super().resizeEvent(event)
        self.people.setFixedWidth(WIDE if event.size().width() >= ROOMY else SLIM)

    def _whose(self) -> str:
        return self.editor.shown

    def _bring_goods(self) -> None:
        """Fill the cart of the reader that is edited from a shop or a file."""
        from widgets.deliver.doors import Doors  # with `requests`: loaded when somebody wants to import
        from widgets.imports.goods_sheet import GoodsSheet

        GoodsSheet(self._desk, self.ways_out or Doors(), self.editor.shown, self, self.choose_file).open()

    def _add_actions(self) -> None:
        words, deeds = self._desk.words, self.deeds
        add = partial(self._desk.actions.add, group=words("Personas"), home=self)
        self.make = add("personas.new", words("New persona"), deeds.make, keys="Ctrl+N", icon="ph.user-plus")
        self.use = add("personas.use", words("Use in previews"), deeds.use, keys="Ctrl+Return", icon="ph.eye")
        self.copy = add("personas.duplicate", words("Duplicate"), deeds.duplicate, keys="Ctrl+D")
        self.away = add("personas.remove", words("Remove"), deeds.remove, keys="Ctrl+Shift+Del")
        hard = words("Add the hard ones")
        self.hard = add("personas.hard", hard, deeds.bring_hard_ones, keys="Ctrl+Shift+H", icon="ph.users-three")
        self.goods = add("personas.goods", words("Products for the preview…"), self._bring_goods, keys="Ctrl+Shift+I")
        add("personas.product", words("Add a product"), self.editor.cart.add_product, keys="Ctrl+Shift+N")

    def _columns(self) -> QHBoxLayout:
        words, look = self._desk.words, self._desk.look
        buttons = [Button(look, "") for _ in range(4)]
        for button, action in zip(buttons, (self.use, self.copy, self.away, self.hard), strict=True):
            button.show_action(action)
        self.editor.cart.bring.show_action(self.goods)
        hint = words("Invented, for trying out your copy: no service is ever told of them.")
        title = column(self.heading, Label(look, hint, color="ink2", wrap=True), spacing=4)
        head = row(title, *buttons[:3], spacing=8)
        head.setStretch(0, 1)
        for button in buttons[:3]:
            head.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        page = QWidget()
        page.setLayout(column(head, self.editor, None, spacing=24, margins=(40, 28, 40, 40)))
        self.people.add_foot(buttons[3])
        whole = row(self.people, Line(look, vertical=True), Scroll(look, page), spacing=0)
        whole.setStretch(2, 1)
        return whole

    def _refresh(self) -> None:
        words, project, spot = self._desk.words, self._desk.session.project, self._desk.here.spot
        people = project.personas
        self.people.show_people(project, self.editor.shown, spot.persona)
        for action in (self.use, self.copy, self.away, self.goods):
            action.setEnabled(bool(people))
        if not people:
            hint = words("Invented readers show how your copy meets a missing name, a long one, or a cart of twelve.")
            self.states.show_empty(words("Nobody to write for yet"), hint, self.hard, "ph.users")
            return
        self.states.show_content()
        self.heading.set_text(people[self.editor.shown].name or words("Nameless"))

    def _changed(self, change: Change) -> None:
        if not change.personas:
            return
        if self.editor.shown in self._desk.session.project.personas:
            self.editor.refresh()
            self._refresh()
        else:
            self.show_persona("")

    def _edited(self, change: Change) -> None:
        """Go to the reader that came by what was done here."""
        if came := list(added(change.personas)):
            self.show_persona(came[0])

    def _opened(self) -> None:
        if self._desk.session.is_open and self.isVisible():
            self.entered()

    def _moved(self, before: Spot, after: Spot) -> None:
        if before.persona != after.persona and self._desk.session.is_open:
            self._refresh()
