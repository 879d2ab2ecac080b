"""The Flow screen: the sequence as a readable outline, with a side panel for what is selected."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget

from studio.i18n import sentence
from studio.model.trade import Channel
from widgets.desk import Desk
from widgets.flow import adding
from widgets.flow.model import FlowModel
from widgets.flow.offers import Offers
from widgets.flow.panel import Panel
from widgets.flow.told import START
from widgets.flow.tools import Tools
from widgets.flow.verbs import Verbs
from widgets.flow.view import FlowView
from widgets.here import Spot
from widgets.parts.buttons import Button
from widgets.parts.layouts import Line, column, row
from widgets.parts.states import States
from widgets.screen import Screen

WIDE, NARROW = 372, 336
"""Pixels of the side panel, and of it in a small window."""
SMALL = 1100


class FlowScreen(Screen):
    """Outline at the left, side panel at the right."""

    name = "flow"
    title = sentence("Flow")
    icon = "ph.tree-structure"

    def __init__(self, desk: Desk) -> None:
        """Build the screen for a desk."""
        super().__init__()
        self._desk = desk
        self.verbs = Verbs(desk)
        self.model = FlowModel(desk, self.verbs)
        self.view = FlowView(desk.look, self.verbs, self.model, desk.words("Flow"))
        self.offers = Offers(desk, self.verbs, self.view, self)
        self.tools = Tools(desk, self.verbs, self.view, self)
        self.panel = Panel(desk, self.verbs, self.model)
        self._add_actions()
        self._build()
        self._connect()
        self._follow_state()
        self._go_to_message()

    def _add_actions(self) -> None:
        words = self._desk.words
        add = partial(self._desk.actions.add, group=words("Flow"), home=self)
        self._add = add("flow.add", words("Add a step …"), self.offers.after, keys="A; Ins", icon="ph.plus")
        add("flow.add_before", words("Add a step before …"), self.offers.before, keys="Shift+Ins", icon="ph.plus")
        self._first = add("flow.first", words("Add the first message"), self._add_first, icon="ph.envelope-simple")
        add("flow.panel", words("Go to the side panel"), self.panel.focus_page, keys="F6", icon="ph.columns")
        add("flow.whole", words("Settings of the whole flow"), self._show_whole, keys="Ctrl+.", icon="ph.gear-six")
        deliver = partial(self.go_requested.emit, "deliver")
        self._deliver = add("flow.deliver", words("Deliver …"), deliver)

    def _build(self) -> None:
        look = self._desk.look
        more = Button(look, "", "quiet", "ph.plus")
        more.show_action(self._add)
        outline = QWidget()
        whole = column(self.view, row(None, more, None, margins=(0, 6, 0, 10)), spacing=0)
        whole.setStretch(0, 1)
        outline.setLayout(whole)
        self.states = States(look, outline)
        self.edge = Line(look, vertical=True)
        self.panel.setProperty("part", "flow-panel")
        self.panel.setFixedWidth(WIDE)
        sides = row(self.states, self.edge, self.panel, spacing=0)
        sides.setStretch(0, 1)
        self.setLayout(sides)

    def _connect(self) -> None:
        self.verbs.picked.connect(self.view.pick)
        self.view.picked.connect(self._picked)
        self.view.menu_requested.connect(self.offers.at)
        self.tools.write_requested.connect(partial(self.go_requested.emit, "write"))
        for signal in (self.model.opened, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._follow_state)
        self._desk.here.moved.connect(self._moved)

    def primary(self) -> QAction | None:
        """Return the way to deliver."""
        return self._deliver

    def crumbs(self) -> tuple[str, ...]:
        """Return the sequence's name."""
        sequence = self.verbs.sequence
        return (sequence.name,) if sequence else ()

    def shows_languages(self) -> bool:
        """Show language tabs: cards quote the copy."""
        return True

    def focus_first(self) -> None:
        """Put the focus on the outline."""
        self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the outline more of a small window."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(NARROW if self.width() < SMALL else WIDE)

    def _follow_state(self, *_: object) -> None:
        """Show the outline, or say what to do first."""
        words, sequence = self._desk.words, self.verbs.sequence
        self.panel.setVisible(sequence is not None)
        self.edge.setVisible(sequence is not None)
        if sequence is None:
            said = words("Open a sequence in the library, or begin a new one from a preset.")
            self.states.show_empty(words("No sequence is open"), said, None, "ph.tree-structure")
        elif not sequence.steps:
            said = words("A flow is a row of messages with waits between them. Begin with the one that comes first.")
            self.states.show_empty(words("Nothing happens yet"), said, self._first, "ph.tree-structure")
        else:
            self.states.show_content()

    def _picked(self, id_: str) -> None:
        self.panel.show_step(id_)
        message = self.model.told(id_).message
        if message:
            self._desk.here.go(message=message)

    def _moved(self, before: Spot, after: Spot) -> None:
        """Follow the writer to another sequence, language or message."""
        if before.sequence != after.sequence:
            self.model.show_sequence()
            self.head_changed.emit()
        elif before.language != after.language:
            self.model.retell()
            self.panel.refresh()
        if before.message != after.message or before.sequence != after.sequence:
            self._go_to_message()

    def _go_to_message(self) -> None:
        message = self._desk.here.spot.message
        if self.model.told(self.view.current_id()).message != message:
            self.view.pick(self.model.sending(message) if message else "")

    def _add_first(self) -> None:
        adding.add(self.verbs, Channel.EMAIL, START)
        self.view.setFocus()

    def _show_whole(self) -> None:
        self.view.pick(START)
        self.panel.focus_page()
