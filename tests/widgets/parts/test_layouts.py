"""Layouts: columns, rows, lines that wrap, and a scroll area without a frame."""

import pytest
from PySide6.QtWidgets import QFrame, QWidget

from widgets.parts.chips import Chip
from widgets.parts.layouts import Flow, Line, Scroll, column, row


def chips(look, count):
    return [Chip(look, f"objection {number}") for number in range(count)]


def held(layout):
    box = QWidget()
    box.setLayout(layout)
    return box


def test_a_column_stretches_where_nothing_stands(look, shown):
    first, last = chips(look, 2)
    box = shown(held(column(first, None, last, spacing=0)))
    box.resize(200, 300)
    assert (first.y(), last.geometry().bottom()) == (0, 299)


def test_a_row_takes_widgets_layouts_and_room(look, shown):
    first, second = chips(look, 2)
    shown(held(row(first, 20, column(second), None, spacing=0)))
    assert second.x() == first.geometry().right() + 21


@pytest.mark.parametrize(("width", "lines"), [(1000, 1), (190, 3), (60, 6)])
def test_a_flow_goes_on_in_the_next_line(look, shown, width, lines):
    box = shown(held(Flow(*chips(look, 6))), width)
    box.resize(width, box.heightForWidth(width))
    assert len({chip.y() for chip in box.findChildren(Chip)}) == lines
    assert box.heightForWidth(width) == lines * 24 + (lines - 1) * 8


def test_nothing_in_a_flow_is_wider_than_its_room(look, shown):
    box = shown(held(Flow(Chip(look, "a very long objection that nobody should have"))), 80)
    assert box.findChild(Chip).width() <= 80


def test_hidden_things_take_no_room_in_a_flow(look, shown):
    first, second, third = chips(look, 3)
    second.hide()
    shown(held(Flow(first, second, third)), 600)
    assert third.x() == first.geometry().right() + 9


def test_a_flow_gives_its_items_back(look):
    flow = Flow(*chips(look, 2))
    assert (flow.count(), flow.takeAt(5), flow.takeAt(0) is not None, flow.count()) == (2, None, True, 1)


def test_a_scroll_area_has_neither_frame_nor_ground(look, shown):
    scroll = Scroll(look, held(column(*chips(look, 30))))
    around = shown(held(column(scroll)))
    assert scroll.frameShape() == QFrame.Shape.NoFrame
    assert scroll.verticalScrollBar().maximum() > 0
    assert around.grab().toImage().pixelColor(300, 5) == look.color("paper")


@pytest.mark.parametrize("vertical", [False, True])
def test_a_hairline_is_one_pixel(look, shown, vertical):
    line = Line(look, vertical=vertical)
    assert (line.maximumWidth() if vertical else line.maximumHeight()) == 1
    assert line.grab().toImage().pixelColor(0, 0) == look.color("line")
