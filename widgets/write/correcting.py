"""The list that opens at an unknown word: what may have been meant, and taking the word into the client's list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from studio.model.remedies import Remember, Reword
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.parts.popup import Choice
from widgets.write.engine.rows import Row
from widgets.write.engine.view import ManuscriptView
from widgets.write.layer import Layer
from widgets.write.mending import Mending
from widgets.write.menus import Menus
from widgets.write.proofing import Proofing
from widgets.write.strokes import Stroke, shown_span

if TYPE_CHECKING:
    from studio.spelling.findings import Misspelt

KEEP = "keep"


class Correcting(QObject):
    """Asks for suggestions in a task, and carries out what is picked."""

    def __init__(
        self, desk: Desk, view: ManuscriptView, layer: Layer, menus: Menus, mending: Mending, proofing: Proofing
    ) -> None:
        """Correct what `proofing` found."""
        super().__init__(view)
        self._desk, self._view, self._layer, self._menus = desk, view, layer, menus
        self._mending, self._proofing = mending, proofing

    def word_at(self, row: Row | None, offset: int) -> Misspelt | None:
        """Return the unknown word at a character of a row."""
        stroke = self._layer.strokes.wave_at(row, offset) if row is not None else None
        return self._proofing.word_of(stroke, row) if stroke is not None and row is not None else None

    def correct_here(self) -> None:
        """Open the list for the unknown word at the caret, or at the next one."""
        found = self.word_at(self._view.row, self._desk.here.spot.offset)
        if found is None and (found := self._next()) is None:
            self._desk.notices.say(self._desk.words("Every word here is known, or none has been looked at yet."))
            return
        self.open(found, self._view.places.caret())

    def open(self, found: Misspelt, at: QPoint, more: Sequence[Choice] = ()) -> None:
        """Open the list for a word as soon as its suggestions are there; `more` are other actions, by their ids."""
        project, spelling = self._desk.session.project, self._desk.spelling

        def work(_progress: Progress) -> tuple[Reword, ...]:
            from studio.spelling.findings import rewordings

            return rewordings(project, found, spelling.speller())

        self._desk.tasks.start(work, partial(self._offer, found, at, more), key="write.suggestions")

    def _offer(self, found: Misspelt, at: QPoint, more: Sequence[Choice], meant: tuple[Reword, ...]) -> None:
        words = self._desk.words
        choices = [Choice(str(number), each.words, "", "ph.check") for number, each in enumerate(meant)]
        keep = words("Add “{word}” to the word list", word=found.word.text)
        self._menus.offer(
            [*choices, Choice(KEEP, keep, "", "ph.plus"), *more], at, partial(self._take, found, meant), filtered=False
        )

    def _take(self, found: Misspelt, meant: tuple[Reword, ...], choice: str) -> None:
        if choice == KEEP:
            self._mending.mend(found.place, Remember(found.place.language, found.word.text))
        elif choice.isdigit():
            self._mending.mend(found.place, meant[int(choice)])
        else:
            self._desk.actions[choice].trigger()

    def _next(self) -> Misspelt | None:
        """Go to the next unknown word after the caret, around the end, and return it."""
        places = [place for stroke in self._proofing.strokes() if (place := self._place(stroke)) is not None]
        if not places:
            return None
        row = self._view.row
        here = ((self._view.page.number(row.key) or 0) if row else 0, self._desk.here.spot.offset)
        number, offset = min((place for place in places if place > here), default=min(places))
        row = self._view.rows[number]
        spot = {"message": row.message, "block": row.block, "field": row.field, "variant": row.variant}
        self._desk.here.go(**spot, offset=offset)
        return self.word_at(row, offset)

    def _place(self, stroke: Stroke) -> tuple[int, int] | None:
        number = self._view.page.number(stroke.key)
        row = self._view.rows[number] if number is not None else None
        now = stroke.now(row.words) if row is not None else None
        return (number, shown_span(now, row.rich)[0]) if now and row and number is not None else None
