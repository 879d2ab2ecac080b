"""The Write screen: the whole sequence as one manuscript, the find bar above it and the preview beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.edits.change import Change
from studio.i18n import Translator, sentence
from studio.model.project import Project
from studio.model.sequence import Sequence, message_ids
from studio.model.trade import Channel
from widgets.desk import Desk
from widgets.here import Spot
from widgets.parts.layouts import column
from widgets.parts.states import States
from widgets.screen import Screen
from widgets.write.commands import add_commands
from widgets.write.engine.view import ManuscriptView
from widgets.write.errands import show_head
from widgets.write.side import Side
from widgets.write.workshop import Workshop


class WriteScreen(Screen):
    """The manuscript with all that stands around it."""

    name = "write"
    title = sentence("Write")
    icon = "ph.article"

    def __init__(self, desk: Desk) -> None:
        """Build the screen; it shows the sequence that `desk.here` is at."""
        super().__init__()
        self._desk = desk
        self.view = ManuscriptView(desk)
        self.shop = Workshop(desk, self.view, self)
        self._arrange()
        self._actions()
        desk.session.opened.connect(self._show_state)
        desk.session.changed.connect(self._changed)
        desk.here.moved.connect(self._moved)
        self._show_state()

    def _arrange(self) -> None:
        manuscript = QWidget()
        manuscript.setLayout(column(self.shop.bar, self.view, spacing=0))
        self.states = States(self._desk.look, manuscript)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.states, 1)
        self.side = Side(self._desk, self, whole)
        self.setFocusProxy(self.view)

    def _actions(self) -> None:
        words, group = self._desk.words, self._desk.words("Write")
        add_commands(self._desk, self.shop.bench, self)
        add = partial(self._desk.actions.add, group=group, home=self)
        add("write.side", words("Show or hide the preview"), self.side.turn, keys="Ctrl+Alt+P", icon="ph.columns")
        onward = partial(QWidget.focusNextChild, self)
        add("write.onward", words("Leave the text"), onward, keys="F6", icon="ph.columns")
        deliver = partial(self.go_requested.emit, "deliver")
        self._deliver = add("write.deliver", words("Deliver …"), deliver, keys="Ctrl+Alt+Return", icon="")
        library = partial(self.go_requested.emit, "library")
        self.shop.mending.preferences_requested.connect(partial(self.go_requested.emit, "preferences"))
        self._library = add("write.library", words("Go to the library"), library, icon="ph.books")

    def set_side(self, panel: QWidget) -> None:
        """Show a panel beside the manuscript (the preview)."""
        self.side.take(panel)

    def primary(self) -> QAction | None:
        """Return "Deliver …"."""
        return self._deliver

    def crumbs(self) -> tuple[str, ...]:
        """Return the name of the sequence and how much it holds."""
        sequence = self._sequence()
        return (sequence.name, held(self._desk.words, self._desk.session.project, sequence)) if sequence else ()

    def shows_languages(self) -> bool:
        """Show the tabs that switch the text."""
        return True

    def entered(self) -> None:
        """Go to the first sequence where none is open, and let the checks look."""
        if self._desk.session.is_open and self._sequence() is None and self._desk.session.project.sequence_order:
            first = self._desk.session.project.sequences[self._desk.session.project.sequence_order[0]]
            self._desk.here.go(sequence=first.id, language=first.source_language)
        self._show_state()
        self.shop.look()

    def focus_first(self) -> None:
        """Put the focus into the manuscript."""
        self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold the preview before the words are cut."""
        super().resizeEvent(event)
        self.side.fit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody sees the screen; entering it looks anew."""
        super().hideEvent(event)
        self.shop.rest()

    def _sequence(self) -> Sequence | None:
        if not self._desk.session.is_open:
            return None
        return self._desk.session.project.sequences.get(self._desk.here.spot.sequence)

    def _show_state(self) -> None:
        words, sequence = self._desk.words, self._sequence()
        if not self._desk.session.is_open:
            said = words("Choose one in the library, or begin with a proven sequence.")
            self.states.show_empty(words("No project is open"), said, self._library, "ph.books")
        elif sequence is None or not message_ids(sequence):
            said = words("Begin with a preset in the library, or add a message in the flow.")
            self.states.show_empty(words("There is nothing to write in yet"), said, self._library, "ph.article")
        else:
            self.states.show_content()
        self.head_changed.emit()

    def _changed(self, change: Change) -> None:
        if change.sequences or change.messages or change.fields:
            self._show_state()

    def _moved(self, before: Spot, after: Spot) -> None:
        if before.sequence != after.sequence:
            self._show_state()
        if before.message != after.message and not after.block and not self.view.hasFocus():
            show_head(self.view, after.message)


def held(words: Translator, project: Project, sequence: Sequence) -> str:
    """Return how much a sequence holds, in words ("3 e-mails")."""
    ids = message_ids(sequence)
    mails = all(project.messages[id_].channel is Channel.EMAIL for id_ in ids)
    if len(ids) == 1:
        return words("1 e-mail") if mails else words("1 message")
    return words("{count} e-mails", count=len(ids)) if mails else words("{count} messages", count=len(ids))
