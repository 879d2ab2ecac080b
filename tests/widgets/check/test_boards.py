"""The arc and the objections: what the cells say, where they lead, by mouse and by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from studio.edits import messages
from studio.edits.blocks import remove_block
from studio.model.project import Project
from studio.model.trade import Channel
from tests.widgets.check.conftest import FLOW, KEYS
from widgets.check.boards import Mark
from widgets.check.tables import BoardModel


@pytest.fixture
def arc(checked):
    checked.screen.show_view("arc")
    return checked.screen.arc.board


@pytest.fixture
def matrix(checked):
    checked.screen.show_view("objections")
    return checked.screen.objections.board


def said(board, row, column, role=Qt.ItemDataRole.AccessibleTextRole):
    return board.model().index(row, column).data(role)


def click(qtbot, board, row, column):
    place = board.visualRect(board.model().index(row, column)).center()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_the_arc_tells_its_angles_and_times_in_a_sentence(checked, arc):
    assert checked.screen.arc.said.text() == "Reminder → reassurance → incentive, in 3 messages: 1 h · 24 h · 60 h."


def test_a_cell_shows_the_first_words_without_braces(arc):
    assert said(arc, 0, 0, Qt.ItemDataRole.DisplayRole) == "Vi satte en lapp på kurven din"
    assert "{" not in "".join(said(arc, row, column) for row in range(3) for column in range(5))


def test_a_gap_says_what_is_missing(arc):
    assert said(arc, 0, 3, Qt.ItemDataRole.DisplayRole) == "missing"
    assert said(arc, 0, 3) == "“Lappen på kurven” has no proof: the reader has to take our word."


def test_a_thing_without_words_is_named(arc):
    assert said(arc, 0, 1) == "Lappen på kurven, stakes: Cart"


def test_the_arc_speaks_the_language_of_the_tabs(checked, arc):
    checked.desk.here.go(language="en")
    assert said(arc, 0, 0, Qt.ItemDataRole.DisplayRole) == "There’s a yellow note on your basket"


@pytest.mark.parametrize("by_key", [True, False])
def test_a_cell_leads_to_its_block(checked, arc, qtbot, by_key):
    if by_key:
        arc.setFocus()
        arc.setCurrentIndex(arc.model().index(1, 2))
        qtbot.keyClick(arc, KEYS.Key_Return)
    else:
        click(qtbot, arc, 1, 2)
    assert checked.gone == ["write"]
    assert (checked.desk.here.spot.message, checked.desk.here.spot.block) == ("questions", "questions-turn")


def test_the_keys_reach_every_cell(arc, qtbot):
    arc.setFocus()
    arc.setCurrentIndex(arc.model().index(0, 0))
    for key in (KEYS.Key_Right, KEYS.Key_Down):
        qtbot.keyClick(arc, key)
    assert (arc.currentIndex().row(), arc.currentIndex().column()) == (1, 1)


def test_the_head_of_a_message_leads_to_it(checked, arc, qtbot):
    place = arc.side.viewport().rect().topLeft()
    place.setX(40)
    place.setY(arc.side.sectionPosition(2) + 20)
    qtbot.mouseClick(arc.side.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (checked.gone, checked.desk.here.spot.message) == (["write"], "offer")


def test_what_the_whole_flow_lacks_stands_below_in_lines(checked, arc):
    session = checked.desk.session
    turns = [id_ for id_, block in session.project.blocks.items() if block.beat == "turn"]
    project = session.project
    for id_ in turns:
        project = remove_block(project, id_)
    session.do("Remove", project)
    checked.screen.review.look()
    below = checked.screen.arc.below
    assert [below.itemAt(n).widget().label.text() for n in range(below.count())] == [
        "No message of the flow has a turn, so it is no story yet."
    ]


def test_objections_are_ranked_with_their_share(matrix):
    heads = [matrix.model().headerData(row, Qt.Orientation.Vertical) for row in range(10)]
    assert heads[0] == "Shipping cost · 48 % of lost carts · 002"
    assert heads[6] == "Long checkout · 000, 004 · no answer yet"


def test_marks_tell_in_words_who_answers_what(matrix):
    assert said(matrix, 0, 0) == "Shipping cost, Lappen på kurven: no answer"
    assert said(matrix, 0, 1) == "Shipping cost, Et menneske svarer: Answered in: Guarantees."
    assert said(matrix, 0, 2) == "Shipping cost, Takk med frist: The message is written for it."
    assert said(matrix, 0, 1, Qt.ItemDataRole.ToolTipRole) == "Answered in: Guarantees."


def test_a_mark_leads_to_what_answers(checked, matrix, qtbot):
    click(qtbot, matrix, 0, 1)
    assert (checked.gone, checked.desk.here.spot.block) == (["write"], "questions-guarantees")


def test_the_sentence_names_the_heaviest_gap(checked, matrix):
    assert (
        checked.screen.objections.said.text()
        == "7 of 10 objections are answered; the heaviest that is not: long checkout."
    )


def with_messages(project: Project, count: int):
    for number in range(count):
        project = messages.blank_message(project, FLOW, Channel.EMAIL, f"Message {number} with a rather long name")
    return project


def test_twenty_messages_scroll_within_the_boards(checked, matrix):
    session = checked.desk.session
    session.do("More", with_messages(session.project, 17))
    checked.screen.review.look()
    assert matrix.model().columnCount() == 20
    assert matrix.horizontalScrollBar().maximum() > 0
    assert checked.screen.width() == 1200
    checked.screen.show_view("arc")
    assert checked.screen.arc.board.verticalScrollBar().maximum() > 0


def test_a_message_without_blocks_is_all_gaps(checked, arc):
    session = checked.desk.session
    session.do("More", with_messages(session.project, 1))
    checked.screen.review.look()
    row = arc.model().row_at(arc.model().rowCount() - 1)
    blocks = session.project.messages[row.cells[0].message].blocks
    assert blocks == () or row.cells
    assert {cell.mark for cell in row.cells} <= {Mark.GAP, Mark.WORDS, Mark.THING}


def test_boards_are_sound_models(checked, arc, matrix, qtmodeltester):
    for board in (arc, matrix):
        rows = [board.model().row_at(row) for row in range(board.model().rowCount())]
        columns = [board.model().column_at(column) for column in range(board.model().columnCount())]
        model = BoardModel()
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        model.show_board(rows, columns)
        model.show_board(rows, columns)
        model.show_board(rows[:1], columns)
        assert model.rowCount() == 1
