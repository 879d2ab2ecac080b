"""The views of the arc and of the objections: a sentence, the board, and what is missing in the whole flow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.check.boards import Mark, arc_words, beat_names, beat_rows, objection_rows, objection_words
from widgets.check.boardview import BoardView, paint_answer
from widgets.check.heads import heads_of
from widgets.check.review import Outcome, Review
from widgets.check.tables import BoardModel
from widgets.desk import Desk
from widgets.parts.chips import Dot
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.parts.states import States
from widgets.theme.look import Look

TOP = Qt.AlignmentFlag.AlignTop


class BoardPane(QWidget):
    """What both boards have in common: the states, the sentence above, and room below."""

    def __init__(self, desk: Desk, review: Review, board: BoardView, model: BoardModel) -> None:
        """Show `board` under a sentence."""
        super().__init__()
        self._desk, self._review = desk, review
        self.board, self.model = board, model
        self.said = Label(desk.look, "", "manuscript", "ink", wrap=True)
        self.below = column(spacing=6, margins=(0, 4, 0, 16))
        inner = QWidget()
        whole = column(self.said, self.board, self.below, None, spacing=14)
        whole.setStretch(1, 1000)
        inner.setLayout(whole)
        self.states = States(desk.look, inner)
        self.setLayout(column(self.states))

    def follow(self) -> None:
        """Show what the review holds now."""
        outcome, words = self._review.outcome, self._desk.words
        if outcome is not None and outcome.board.rows:
            was = self.board.currentIndex()
            place = was.row(), was.column()
            self.show_outcome(outcome)
            self.board.bring_back(*place)
            self.states.show_content()
        elif self._review.trouble is not None:
            self.states.show_trouble(words.say(self._review.trouble), self._review.look)
        elif outcome is None and self._review.busy:
            self.states.show_busy(words("Reading the sequence …"))
        elif outcome is None:
            said = words("Open a sequence in the library, or begin a new one from a preset.")
            self.states.show_empty(words("No sequence is open"), said, None, "ph.check-circle")
        else:
            said = words("The board shows what each message does. Put the first one into the flow.")
            action = self._desk.actions["check.flow"]
            self.states.show_empty(words("No message is sent yet"), said, action, "ph.tree-structure")

    def show_outcome(self, outcome: Outcome) -> None:
        """Show a sequence that has messages."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus on the board."""
        if self.states.state == "content":
            self.board.setFocus()


class ArcPane(BoardPane):
    """The beat board: messages down, beats across."""

    def __init__(self, desk: Desk, review: Review) -> None:
        """Follow a review."""
        model = BoardModel()
        board = BoardView(desk.look, model, desk.words("The arc of the story"), aside=264, top=32, tall=112)
        board.spread(136)
        super().__init__(desk, review, board, model)
        model.setParent(board)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show the beats and what no message has."""
        words = self._desk.words
        self.said.set_text(arc_words(outcome, words))
        self.model.show_board(beat_rows(outcome, words), beat_names(words))
        self._show_gaps([words.say(gap.said) for gap in outcome.board.gaps])

    def _show_gaps(self, gaps: list[str]) -> None:
        look = self._desk.look
        while (item := self.below.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for gap in gaps:
            self.below.addWidget(_GapLine(look, gap))


class _GapLine(QWidget):
    """A dot and what the whole flow lacks."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self.label = Label(look, text, wrap=True)
        line = row(column(6, Dot(look, "warn"), None), self.label, spacing=12, margins=(4, 0, 0, 0))
        line.setStretch(1, 1)
        self.setLayout(line)


class MatrixPane(BoardPane):
    """The matrix: objections down, the most frequent first, messages across."""

    def __init__(self, desk: Desk, review: Review) -> None:
        """Follow a review."""
        model, words, look = BoardModel(), desk.words, desk.look
        board = BoardView(look, model, words("Objections and answers"), aside=330, top=92, tall=56)
        board.fix(132)
        super().__init__(desk, review, board, model)
        model.setParent(board)
        legend = (
            (Mark.AIMED, words("the message is written for it")),
            (Mark.ANSWERED, words("a block answers it")),
            (Mark.BOTH, words("both")),
        )
        signs = [part for mark, text in legend for part in (_Sign(look, mark), Label(look, text, "small", "ink3"), 12)]
        self.below.addLayout(row(8, *signs, None, spacing=6))

    def show_outcome(self, outcome: Outcome) -> None:
        """Show who answers what."""
        words = self._desk.words
        self.said.set_text(objection_words(outcome, words))
        heads = heads_of(outcome.board, words)
        self.model.show_board(objection_rows(outcome, words), [heads[id_] for id_ in outcome.matrix.messages])


class _Sign(QWidget):
    """A mark of the matrix in its legend."""

    def __init__(self, look: Look, mark: Mark) -> None:
        super().__init__()
        self._look, self._mark = look, mark
        self.setFixedSize(26, 26)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_answer(painter, self._look, QRectF(self.rect()), self._mark, over=False)
