"""What clicks on painted controls and actions of the palette do to messages, variants and blocks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from studio.edits.blocks import set_beat
from studio.edits.messages import rename_message, set_angle, set_idea, set_objection
from studio.edits.translate import still_good
from studio.errors import StudioError
from studio.model.project import Project
from studio.model.trade import Angle, Beat, Objection
from widgets.desk import Desk
from widgets.parts.popup import Choice
from widgets.write.asking import AskLine
from widgets.write.blockeditor import BlockEditor
from widgets.write.easel import Control
from widgets.write.engine.rows import Row, RowKind, State
from widgets.write.engine.view import ManuscriptView
from widgets.write.menus import Menus
from widgets.write.offers import angle_choices, beat_choices, objection_choices

NOT_ASKED = QPoint(-1, -1)


class Deeds(QObject):
    """Opens the list or popover that a control stands for, and makes the edit."""

    file_requested = Signal(str, str)
    """A block and its setting want a picture from a file."""

    def __init__(self, desk: Desk, view: ManuscriptView, menus: Menus) -> None:
        """Work for this view."""
        super().__init__(view)
        self._desk, self._view, self._menus = desk, view, menus

    def run(self, control: Control) -> None:
        """Do what a click on a control asks for."""
        at = self._view.viewport().mapToGlobal(control.rect.bottomLeft().toPoint()) + QPoint(0, 4)
        doing: dict[str, Callable[[Row, QPoint], None]] = {
            "name": self.ask_name,
            "angle": self.choose_angle,
            "objection": self.choose_objection,
            "idea": self.ask_idea,
            "beat": self.choose_beat,
            "settings": self.open_settings,
        }
        if control.what in doing:
            doing[control.what](control.row, at)
        elif control.what == "checked":
            self.mark_checked(control.row)

    def attempt(self, label: str, make: Callable[[Project], Project]) -> bool:
        """Make an edit, or say why it cannot be made; return whether it was."""
        try:
            project = make(self._desk.session.project)
        except StudioError as refusal:
            self._desk.notices.refuse(refusal)
            return False
        self._desk.session.do(label, project)
        return True

    def go_to(self, row: Row) -> None:
        """Put the caret into a row."""
        self._desk.here.go(message=row.message, block=row.block, field=row.field, variant=row.variant, offset=0)
        self._view.setFocus()

    def ask_name(self, row: Row, at: QPoint = NOT_ASKED) -> None:
        """Ask for the name of a message."""
        message, words = self._desk.session.project.messages[row.message], self._desk.words
        asked = AskLine(self._desk, words("Name of the message"), message.name, self._view)
        asked.answered.connect(partial(self._rename, message.id))
        asked.open_at(self._spot(at), asked.line)

    def _rename(self, message: str, name: str) -> None:
        if name:
            self.attempt(self._desk.words("Name a message"), partial(rename_message, message_id=message, name=name))

    def ask_idea(self, row: Row, at: QPoint = NOT_ASKED) -> None:
        """Ask for the one idea that the variants of a message test."""
        message, words = self._desk.session.project.messages[row.message], self._desk.words
        hint = words("One idea at a time: the subject’s tone, its length, a name or none.")
        asked = AskLine(self._desk, words("What do the variants test?"), message.idea, self._view, hint)
        asked.answered.connect(partial(self._keep_idea, message.id))
        asked.open_at(self._spot(at), asked.line)

    def _keep_idea(self, message: str, idea: str) -> None:
        self.attempt(self._desk.words("Name the idea of a test"), partial(set_idea, message_id=message, idea=idea))

    def choose_angle(self, row: Row, at: QPoint = NOT_ASKED) -> None:
        """Offer the angles of a message."""
        label, message = self._desk.words("Choose an angle"), row.message

        def take(choice: str) -> None:
            self.attempt(label, lambda project: set_angle(project, message, Angle(choice)))

        self._offer(angle_choices(self._desk.words), at, take, self._desk.session.project.messages[message].angle)

    def choose_objection(self, row: Row, at: QPoint = NOT_ASKED) -> None:
        """Offer the objections a message may answer."""
        label, message = self._desk.words("Choose an objection"), row.message

        def take(choice: str) -> None:
            self.attempt(label, lambda project: set_objection(project, message, Objection(choice)))

        now = self._desk.session.project.messages[message].objection
        self._offer(objection_choices(self._desk.words), at, take, now)

    def choose_beat(self, row: Row, at: QPoint = NOT_ASKED) -> None:
        """Offer the beats of a block."""
        label, block = self._desk.words("Choose a beat"), row.block

        def take(choice: str) -> None:
            self.attempt(label, lambda project: set_beat(project, block, Beat(choice)))

        if block:
            now = self._desk.session.project.blocks[block].beat
            self._offer(beat_choices(self._desk.words), at, take, now)

    def open_settings(self, row: Row, at: QPoint = NOT_ASKED) -> None:
        """Open the settings of a block."""
        if row.block:
            editor = BlockEditor(self._desk, row.block, row.variant, self._view)
            editor.file_requested.connect(self.file_requested)
            editor.open_at(self._spot(at), editor.first())

    def mark_checked(self, row: Row) -> None:
        """Let a stale translation count as made from what the source says now."""
        spot, project = self._desk.here.spot, self._desk.session.project
        spoken, source = row.spoken, project.sequences[spot.sequence].source_language
        if spoken is not None and row.state is State.STALE:
            label = self._desk.words("Mark a translation as checked")
            self.attempt(label, lambda now: still_good(now, spoken, spot.language, source))

    def _offer(self, choices: list[Choice], at: QPoint, take: Callable[[str], None], current: str) -> None:
        self._menus.offer(choices, self._spot(at), take, filtered=len(choices) > 8, current=current)

    def _spot(self, at: QPoint) -> QPoint:
        return self._view.places.caret() if at == NOT_ASKED else at


def head_of(view: ManuscriptView, message: str) -> Row | None:
    """Return the row of a message's head, or None."""
    return next((row for row in view.rows if row.kind is RowKind.HEAD and row.message == message), None)
