"""What clicks and keys do with the remarks beside the manuscript: mend, tell why, leave, go to the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from studio.edits.mending import label, mend, waive
from studio.errors import StudioError
from studio.model.findings import Finding, Place
from studio.model.project import Project
from studio.model.remedies import Remedy
from widgets.desk import Desk
from widgets.parts.popup import Choice
from widgets.write.easel import Control
from widgets.write.engine.view import ManuscriptView
from widgets.write.layer import Layer
from widgets.write.menus import Menus
from widgets.write.remarkcard import RemarkCard
from widgets.write.remarks import Remark
from widgets.write.strokes import shown_span

ICONS = {"error": "ph.warning-circle", "warning": "ph.warning", "advice": "ph.lightbulb"}


class Mending(QObject):
    """Carries out what a writer decides about remarks, each one step of the history."""

    mended = Signal()
    """Something was changed: the checks should look again at once."""
    preferences_requested = Signal()

    def __init__(self, desk: Desk, view: ManuscriptView, layer: Layer, menus: Menus) -> None:
        """Work on the remarks that a layer shows."""
        super().__init__(view)
        self._desk, self._view, self._layer, self._menus = desk, view, layer, menus

    def run(self, control: Control) -> None:
        """Do what a click on a control of a remark asks for."""
        if control.what == "preferences":
            self.preferences_requested.emit()
        elif control.what == "remarks":
            self.offer(self._layer.beside.remarks.here(control.row), self._under(control))
        elif control.what in ("go", "fix", "why") and (remark := self._named(control.key)) is not None:
            if control.what == "go":
                self.go_to(remark)
            elif control.what == "fix":
                self.mend(remark.finding.place, remark.finding.remedies[0])
            else:
                self.open(remark, self._under(control))

    def fix_here(self) -> None:
        """Open what is remarked where the writer is: the only remark at once, several to be chosen from."""
        row = self._view.chosen or self._view.row
        found = self._layer.beside.remarks.here(row) if row is not None else []
        if found:
            self.offer(found, self._view.places.caret())
        else:
            self._desk.notices.say(self._desk.words("There is no remark about these words."))

    def step(self, by: int) -> None:
        """Go to the next remark (1) or the one before (-1), around the ends."""
        remarks, here = self._layer.beside.remarks.all, self._here()
        if not remarks:
            self._desk.notices.say(self._desk.words("There are no remarks in this language."))
            return
        places = [self._landing(each) for each in remarks]
        onward = [number for number, place in enumerate(places) if (place > here if by > 0 else place < here)]
        self.go_to(remarks[(onward or range(len(places)))[0 if by > 0 else -1]])

    def go_to(self, remark: Remark) -> None:
        """Put the caret to what a remark is about; of a message or a card to the first words there."""
        number, offset = self._landing(remark)
        row = self._view.rows[number]
        spot = {"message": row.message, "block": row.block, "field": row.field, "variant": row.variant}
        self._desk.here.go(**spot, offset=offset)
        self._view.setFocus()

    def _landing(self, remark: Remark) -> tuple[int, int]:
        """Return the number of the row, and the offset in it, to which a remark leads."""
        rows, number = self._view.rows, self._view.page.number(remark.row.key)
        if number is None:
            return min(remark.number, len(rows) - 1), 0
        row, stroke = rows[number], remark.stroke
        now = stroke.now(row.words) if stroke is not None else None
        if now is not None:
            return number, shown_span(now, row.rich)[0]
        words = (each for each in range(number, len(rows)) if not rows[each].is_protected)
        return next(words, number), 0

    def offer(self, found: list[Remark], at: QPoint) -> None:
        """Open the card of the only remark, or a list of several."""
        if len(found) == 1:
            self.open(found[0], at)
            return
        words = self._desk.words
        choices = [
            Choice(str(number), words.say(each.finding.message), "", ICONS[each.finding.severity])
            for number, each in enumerate(found)
        ]
        self._menus.offer(choices, at, lambda name: self.open(found[int(name)], at), filtered=False)

    def open(self, remark: Remark, at: QPoint) -> None:
        """Open the card of a remark."""
        card = RemarkCard(self._desk, remark.finding, self._view)
        card.remedy_chosen.connect(partial(self.mend, remark.finding.place))
        card.left.connect(partial(self.leave, remark.finding))
        card.open_at(at, card.first())

    def mend(self, place: Place, remedy: Remedy) -> None:
        """Carry a remedy out, or say why it cannot be."""
        said = self._desk.words.say(label(remedy))
        self._change(said, lambda project: mend(project, place, remedy))

    def leave(self, finding: Finding, reason: str) -> None:
        """Leave what a finding says, with a reason; it is not shown any more."""
        place = finding.place
        verb = partial(waive, sequence_id=place.sequence, rule=finding.id, message=place.message, reason=reason)
        self._change(self._desk.words("Leave as it is"), verb)

    def _change(self, said: str, verb: Callable[[Project], Project]) -> None:
        session = self._desk.session
        session.pause()
        try:
            project = verb(session.project)
        except StudioError as refusal:
            self._desk.notices.refuse(refusal)
        else:
            session.do(said, project)
        self.mended.emit()

    def _named(self, key: str) -> Remark | None:
        remarks = self._layer.beside.remarks.all
        return remarks[int(key)] if key.isdigit() and int(key) < len(remarks) else None

    def _here(self) -> tuple[int, int]:
        row = self._view.chosen or self._view.row
        number = self._view.page.number(row.key) if row is not None else None
        return (-1 if number is None else number), self._desk.here.spot.offset

    def _under(self, control: Control) -> QPoint:
        return self._view.viewport().mapToGlobal(control.rect.bottomLeft().toPoint()) + QPoint(0, 4)
