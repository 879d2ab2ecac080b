"""Find and replace over the open sequence: where the words stand, which place is current, and replacing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from studio.edits.find import Hit, Query, hits, replaced
from studio.edits.texts import Spoken
from widgets.desk import Desk
from widgets.here import Spot
from widgets.notices import Tone
from widgets.takingback import taking_back
from widgets.write.engine.rows import Row, Sheaf
from widgets.write.engine.view import ManuscriptView

NOWHERE = -1


class Finder(QObject):
    """Keeps the hits of one query up to date, marks them in the view, and goes from one to the next."""

    found = Signal(int, int)
    """The number of the current hit (0 for none) and of all hits."""

    def __init__(self, desk: Desk, view: ManuscriptView) -> None:
        """Search what this view shows."""
        super().__init__(view)
        self._desk, self._view = desk, view
        self.query, self.current = Query(""), NOWHERE
        self.hits: tuple[Hit, ...] = ()
        self._on, self._sheaf = False, Sheaf()
        desk.session.changed.connect(self._again)
        desk.session.opened.connect(self._again)
        desk.here.moved.connect(self._moved)

    def start(self, query: Query) -> None:
        """Look for something else; the first hit at or after the one that was current, or the caret, is shown."""
        begin = self._begin()
        self._on, self.query = True, query
        self._search()
        order = self._order()
        following = (number for number, hit in enumerate(self.hits) if (order[hit.spoken], hit.start) >= begin)
        self.current = next(following, 0 if self.hits else NOWHERE)
        self._show()

    def stop(self) -> None:
        """Look for nothing any more; the marks go, what was looked for is remembered."""
        self._on, self.hits, self.current = False, (), NOWHERE
        self._view.mark([])

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), around the ends."""
        if not self._on:
            self.start(self.query)
        elif self.hits:
            self.current = (self.current + by) % len(self.hits)
            self._show()

    def replace(self, words: str) -> None:
        """Replace the current hit and go to the next one."""
        if self.current == NOWHERE:
            return
        at = self.current
        self._do(self._desk.words("Replace"), (self.hits[at],), words)
        self.current = min(at, len(self.hits) - 1) if self.hits else NOWHERE
        self._show()

    def replace_all(self, words: str) -> None:
        """Replace every hit as one step of the history, and say how many there were."""
        if not self.hits:
            return
        count = len(self.hits)
        self._do(self._desk.words("Replace all"), self.hits, words)
        said = self._desk.words("Replaced in {count} places.", count=count)
        if count == 1:
            said = self._desk.words("Replaced in one place.")
        self._desk.notices.say(said, Tone.GOOD, self._desk.words("Undo"), taking_back(self._desk))

    def _do(self, label: str, which: tuple[Hit, ...], words: str) -> None:
        session = self._desk.session
        session.do(label, replaced(session.project, self._desk.here.spot.language, which, words))

    def _moved(self, before: Spot, after: Spot) -> None:
        if (before.sequence, before.language) != (after.sequence, after.language):
            self._again()

    def _again(self, *_change: object) -> None:
        if self._on:
            self._search()
            self.current = min(self.current, len(self.hits) - 1)
            self._tell()

    def _search(self) -> None:
        spot, session = self._desk.here.spot, self._desk.session
        found: tuple[Hit, ...] = ()
        if session.is_open and spot.sequence in session.project.sequences:
            found = hits(session.project, spot.sequence, spot.language, self.query)
        order = self._order()
        known = (hit for hit in found if hit.spoken in order)
        self.hits = tuple(sorted(known, key=lambda hit: (order[hit.spoken], hit.start)))

    def _rows(self) -> dict[Spoken, Row]:
        """Return all rows with words by their address, also those inside closed cards."""
        spot, session = self._desk.here.spot, self._desk.session
        shown = self._sheaf.rows(session.project, spot.sequence, spot.language) if session.is_open else ()
        return {row.spoken: row for row in shown if row.spoken is not None}

    def _order(self) -> dict[Spoken, int]:
        return {spoken: number for number, spoken in enumerate(self._rows())}

    def _begin(self) -> tuple[int, int]:
        """Return the row and offset to look from: where the current hit begins, or else what is selected."""
        order, here = self._order(), self._view.row
        if self.current != NOWHERE:
            hit = self.hits[self.current]
            return order.get(hit.spoken, 0), hit.start
        cursor = self._view.textCursor()
        offset = self._desk.here.spot.offset - (cursor.selectionEnd() - cursor.selectionStart())
        return (order.get(here.spoken, 0) if here is not None and here.spoken else 0), offset

    def _show(self) -> None:
        if self.current != NOWHERE:
            hit, rows = self.hits[self.current], self._rows()
            self._view.select(rows[hit.spoken].key, hit.start, hit.end)
        self._tell()

    def _tell(self) -> None:
        rows = self._rows()
        self._view.mark([(rows[hit.spoken].key, hit.start, hit.end, "mark") for hit in self.hits if hit.spoken in rows])
        self.found.emit(self.current + 1, len(self.hits))
