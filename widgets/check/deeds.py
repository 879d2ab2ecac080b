"""What can be done about a finding: mend it, show its place, leave it with a reason, take it up again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from studio.edits.mending import label, mend, unwaive, waive
from studio.errors import StudioError
from studio.model.findings import Finding, Place
from studio.model.project import Project
from widgets.check.leaving import LeaveSheet
from widgets.check.told import AGAIN, LEAVE, SHOW, Line
from widgets.desk import Desk
from widgets.parts.popup import Choice, Picker


class Deeds(QObject):
    """Carries deeds out through the session, each one step of the history."""

    done = Signal()
    """Something was changed: the checks should look again at once."""
    go_requested = Signal(str)
    """The name of the screen that shows the place."""

    def __init__(self, desk: Desk, home: QWidget) -> None:
        """Open sheets and pickers over `home`."""
        super().__init__(home)
        self._desk, self._home = desk, home
        self.sheet: LeaveSheet | None = None
        """The sheet that was opened last."""
        self.picker: Picker | None = None
        self._picked: Line | None = None

    def do(self, id_: str, line: Line) -> None:
        """Do the deed with an id: the number of a remedy, or a name."""
        finding = line.finding
        if finding is None:
            return
        if id_.isdigit():
            self.mend(finding, int(id_))
        elif id_ == SHOW:
            self.show_place(finding.place)
        elif id_ == LEAVE and finding.place.sequence:
            self.ask_why(line, finding)
        elif id_ == AGAIN:
            self.take_up(finding)

    def mend(self, finding: Finding, number: int) -> None:
        """Carry a remedy out."""
        remedy = finding.remedies[number]
        text = self._desk.words.say(label(remedy))
        self._change(text, partial(_mended, place=finding.place, remedy=remedy))

    def offer(self, line: Line, at: QPoint) -> None:
        """Offer all ways to mend a finding; the only one is done at once."""
        finding = line.finding
        if finding is None or not finding.remedies:
            return
        if len(finding.remedies) == 1:
            self.mend(finding, 0)
            return
        if self.picker is None:
            self.picker = Picker(self._desk.look, self._home)
            self.picker.picked.connect(self._take_picked)
        self._picked = line
        said = [self._desk.words.say(label(remedy)) for remedy in finding.remedies]
        self.picker.offer([Choice(str(number), text) for number, text in enumerate(said)], at, filtered=False)

    def _take_picked(self, id_: str) -> None:
        if self._picked is not None:
            self.do(id_, self._picked)

    def show_place(self, place: Place) -> None:
        """Go to a place: a message's on Write, the flow's on Flow, the brand's on Brand."""
        session, here = self._desk.session, self._desk.here
        if not place.message:
            if place.sequence:
                here.go(sequence=place.sequence)
            self.go_requested.emit("flow" if place.sequence else "brand")
            return
        if place.message not in session.project.messages:
            self._desk.notices.refuse(StudioError("This message is gone meanwhile."))
            return
        block = place.block if place.block in session.project.blocks else ""
        parts = {"sequence": place.sequence, "message": place.message, "language": place.language}
        named = {name: value for name, value in parts.items() if value}
        here.go(**named, block=block, variant=place.variant, field="", offset=0)
        self.go_requested.emit("write")

    def ask_why(self, line: Line, finding: Finding) -> None:
        """Ask why a finding is left as it is."""
        message = self._desk.session.project.messages.get(finding.place.message)
        self.sheet = LeaveSheet(self._desk, line, message.name if message else "", self._home)
        self.sheet.left.connect(partial(self._leave, finding))
        self.sheet.open()

    def _leave(self, finding: Finding, reason: str) -> None:
        place = finding.place
        self._change(
            self._desk.words("Leave as it is"),
            partial(waive, sequence_id=place.sequence, rule=finding.id, message=place.message, reason=reason),
        )

    def take_up(self, finding: Finding) -> None:
        """Heed the rule again that was left: in the message, or everywhere where it was left everywhere."""
        place = finding.place
        flow = self._desk.session.project.sequences.get(place.sequence)
        waived = {(each.rule, each.message) for each in flow.waivers} if flow else set()
        message = place.message if (finding.id, place.message) in waived else ""
        again = partial(unwaive, sequence_id=place.sequence, rule=finding.id, message=message)
        self._change(self._desk.words("Take up again"), again)

    def _change(self, text: str, verb: Callable[[Project], Project]) -> None:
        session = self._desk.session
        try:
            project = verb(session.project)
        except StudioError as refusal:
            self._desk.notices.refuse(refusal)
        else:
            session.do(text, project)
        self.done.emit()


def _mended(project: Project, *, place: Place, remedy: object) -> Project:
    return mend(project, place, remedy)  # type: ignore[arg-type]
