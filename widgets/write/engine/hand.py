"""What every verb of the manuscript works with: the page, the caret and the session behind them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from studio.errors import StudioError
from studio.model.project import Project
from widgets.desk import Desk
from widgets.here import Spot
from widgets.write.engine.caret import Caret
from widgets.write.engine.page import Page
from widgets.write.engine.reading import text_of
from widgets.write.engine.rows import Row
from widgets.write.engine.typing import said_in
from widgets.write.engine.writing import Sign, signs, spans_again


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the manuscript: numbers of its first and last row, and the offsets where it begins and ends."""

    first: int
    start: int
    last: int
    end: int

    @property
    def crosses(self) -> bool:
        """Tell whether it reaches over more than one row."""
        return self.first != self.last


@dataclass(slots=True)
class Hand:
    """The writer's hand: makes one step of the history and puts the caret where it belongs after it."""

    editor: QTextEdit
    page: Page
    caret: Caret
    desk: Desk
    announce: Callable[[Row | None], None]
    """Called with the row that is chosen now, or None."""
    aim: Spot | None = None
    """Where the caret goes as soon as the page shows the step that is being made."""
    chosen: Row | None = None
    """The row of the block that is chosen as a whole, if one is."""

    @property
    def project(self) -> Project:
        """Return the project as it is now."""
        return self.desk.session.project

    @property
    def language(self) -> str:
        """Return the language that is shown."""
        return self.desk.here.spot.language

    def do(self, label: str, project: Project, aim: Spot | None, merge_key: Hashable = None) -> None:
        """Make `project` the current one, as a step of its own, with the caret at `aim` afterwards."""
        session = self.desk.session
        if merge_key is None:
            session.pause()
        self.aim = aim
        try:
            session.do(label, project, merge_key, self.caret.spot())
        finally:
            self.aim = None

    def refuse(self, refusal: StudioError) -> None:
        """Tell the person why something is not done."""
        self.desk.notices.refuse(refusal)

    def spot(self, row: Row, offset: int = 0) -> Spot:
        """Return a place in a row."""
        return replace(
            self.desk.here.spot,
            message=row.message,
            block=row.block,
            field=row.field,
            variant=row.variant,
            offset=offset,
        )

    def at(self, message: str, block: str, field: str = "", offset: int = 0) -> Spot:
        """Return a place in a block that perhaps no row shows yet."""
        return replace(self.desk.here.spot, message=message, block=block, field=field, variant="", offset=offset)

    def stretch(self) -> Stretch:
        """Return what is selected, or the empty stretch at the caret."""
        cursor = self.caret.cursor
        ends = []
        for position in (cursor.selectionStart(), cursor.selectionEnd()):
            end = QTextCursor(self.page.document)
            end.setPosition(position)
            ends.append((end.blockNumber(), self.caret.offset(end)))
        (first, start), (last, stop) = ends
        return Stretch(first, start, last, stop)

    def signs(self, number: int) -> list[Sign]:
        """Return what stands in a row, character by character."""
        return signs(self.page.spans(number))

    def said(self, project: Project, row: Row, told: list[Sign]) -> Project:
        """Return a project in which a row says `told`."""
        words = text_of(spans_again(told), row.rich, row.words)
        return project if words == row.words else said_in(project, row, self.language, words)
