"""What can be added, where, by keys and by the empty state's button."""

import pytest
from PySide6.QtCore import Qt

from studio.model.steps import Experiment, Note, Send, Split, Stop, Wait
from studio.model.trade import Channel
from tests.widgets.flow.conftest import KEYS, SHIFT, Studio, light_desk
from widgets.flow.told import END, START


def pick(studio, typed, key=KEYS.Key_A, *modifiers):
    """Open the picker, type and press Enter."""
    studio.press(key, *modifiers)
    picker = studio.screen.offers.picker
    studio.bot.waitUntil(picker.isVisible)
    studio.bot.keyClicks(picker.field, typed)
    studio.bot.keyClick(picker.field, KEYS.Key_Return)
    return studio.view.current_id()


def trunk(studio):
    return [step.id for step in studio.sequence.steps]


@pytest.mark.parametrize(
    ("typed", "channel"),
    [
        ("E-mail", Channel.EMAIL),
        ("SMS", Channel.SMS),
        ("Push", Channel.PUSH),
        ("WhatsApp", Channel.WHATSAPP),
        ("Call", Channel.VOICE),
    ],
)
def test_a_message_of_any_channel_is_added_after_the_selected_step(studio, typed, channel):
    new = pick(studio.at("send-2"), typed)
    assert trunk(studio)[2] == new
    assert studio.desk.session.project.messages[studio.node(new).message].channel is channel
    assert studio.label == "Add a message"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("Wait", Wait), ("Split", Split), ("Experiment", Experiment), ("Note", Note), ("Stop", Stop)],
)
def test_a_step_of_any_kind_is_added(studio, typed, kind):
    new = pick(studio.at("send-2"), typed)
    assert isinstance(studio.node(new), kind)
    assert studio.model.told(new).title
    studio.undo()
    assert new not in studio.ids()


def test_insert_adds_too_and_with_shift_before_the_step(studio):
    after = pick(studio.at("send-2"), "Wait", KEYS.Key_Insert)
    before = pick(studio.at("send-2"), "Wait", KEYS.Key_Insert, SHIFT)
    assert trunk(studio)[1:4] == [before, "send-2", after]


@pytest.mark.parametrize(("row", "place"), [(START, 0), (END, -1)])
def test_at_the_start_and_the_end_steps_come_first_and_last(studio, row, place):
    assert trunk(studio)[place] != (new := pick(studio.at(row), "Wait"))
    assert trunk(studio)[place] == new


def test_with_an_arm_selected_a_step_comes_first_in_it(studio):
    new = pick(studio.at("loyal"), "Wait")
    assert studio.shown("loyal")[0] == new


def test_a_split_offers_another_arm_first(studio):
    pick(studio.at("split"), "Another")
    assert len(studio.shown("split")) == 3


def test_a_second_new_message_has_a_name_of_its_own(studio):
    names = [studio.model.told(pick(studio.at("send-2"), "SMS")).title for _ in range(2)]
    assert names == ["New SMS", "New SMS 2"]


def test_a_new_fork_is_open(studio):
    new = pick(studio.at("send-2"), "Split")
    assert studio.view.isExpanded(studio.model.index_of(new))


def test_escape_adds_nothing(studio):
    studio.at("send-2").press(KEYS.Key_A)
    studio.bot.keyClick(studio.screen.offers.picker.field, KEYS.Key_Escape)
    assert not studio.desk.session.stack.canUndo()


def test_an_empty_flow_begins_with_its_first_message(qtbot, look, cart_project):
    from dataclasses import replace

    from studio.edits.things import put

    project = cart_project[0]
    flow = project.sequences[project.sequence_order[0]]
    studio = Studio(qtbot, light_desk(look, put(project, "sequences", replace(flow, steps=()))))
    assert studio.screen.states.state == "empty"
    qtbot.mouseClick(studio.screen.states.message.button, Qt.MouseButton.LeftButton)
    assert isinstance(studio.sequence.steps[0], Send)
    assert studio.screen.states.state == "content"


def test_without_a_project_the_screen_says_what_to_do(qtbot, look):
    studio = Studio(qtbot, light_desk(look, None))
    assert studio.screen.states.state == "empty"
    assert not studio.screen.panel.isVisible()


def test_the_menu_of_a_row_does_what_it_says(studio):
    studio.at("send-2")
    studio.screen.offers.at(studio.view.visualRect(studio.view.currentIndex()).center())
    menu = studio.screen.offers.menu
    studio.bot.waitUntil(menu.isVisible)
    menu.picked.emit("flow.duplicate")
    assert studio.label.startswith("Duplicate")
    menu.hide()
