"""A wait can be for the day of delivery, in flows that begin with an order."""

import pytest
from PySide6.QtCore import Qt

from studio.edits import sequences, steps
from studio.model.sequence import Event, Trigger
from studio.model.steps import Wait
from tests.widgets.flow.conftest import KEYS
from tests.widgets.flow.test_editing import editor
from tests.widgets.flow.test_panel import choose, page


@pytest.fixture
def ordered(studio):
    project, flow = studio.desk.session.project, studio.sequence.id
    studio.desk.session.receive(sequences.set_trigger(project, flow, Trigger(Event.ORDER_PLACED)))
    return studio


def turned(studio, way="delivery"):
    fields = page(studio, "wait-1").fields
    studio.bot.mouseClick(fields.way.pill(way), Qt.MouseButton.LeftButton)
    return fields


def test_a_flow_without_an_order_offers_no_delivery(studio):
    assert page(studio, "wait-1").fields.way.isHidden()


def test_a_wait_ends_on_the_day_of_delivery(ordered):
    fields = turned(ordered)
    assert ordered.node("wait-1") == Wait("wait-1", until_day="delivery")
    assert fields.lasting.isHidden()
    assert fields.delivery.count.isHidden()


def test_days_before_the_delivery_are_typed(ordered):
    fields = turned(ordered)
    choose(fields.delivery.side, "before")
    fields.delivery.count.selectAll()
    ordered.bot.keyClicks(fields.delivery.count, "2")
    assert ordered.node("wait-1") == Wait("wait-1", until_day="delivery", days=-2)
    assert ordered.model.told("wait-1").title == "until 2 d before the delivery"


def test_the_way_back_is_a_wait_of_a_day_and_undo_is_the_wait_before(ordered):
    before = ordered.node("wait-1")
    turned(ordered)
    turned(ordered, "lasting")
    assert ordered.node("wait-1").until_day == ""
    assert ordered.node("wait-1").minutes > 0
    while ordered.node("wait-1") != before:
        ordered.undo()


def test_a_delivery_that_is_set_is_shown_whatever_starts_the_flow(studio):
    project, flow = studio.desk.session.project, studio.sequence.id
    studio.desk.session.receive(steps.set_wait(project, flow, "wait-1", 0, until_day="delivery", days=3))
    fields = page(studio, "wait-1").fields
    assert not fields.way.isHidden()
    assert (fields.delivery.days, fields.wait(studio.node("wait-1"))) == (3, studio.node("wait-1"))


def test_in_its_row_too_a_wait_turns_to_the_delivery(ordered):
    ordered.at("wait-1").press(KEYS.Key_F2)
    fields = editor(ordered).fields
    ordered.bot.mouseClick(fields.way.pill("delivery"), Qt.MouseButton.LeftButton)
    ordered.bot.keyClick(fields.delivery.side, KEYS.Key_Down)
    ordered.bot.keyClick(fields.delivery.side, KEYS.Key_Return)
    assert ordered.node("wait-1") == Wait("wait-1", until_day="delivery", days=-1)
