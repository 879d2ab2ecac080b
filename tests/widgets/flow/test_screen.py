"""The screen as part of the window: where the writer is, both themes, small windows, icons that exist."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from widgets.flow.told import START
from widgets.theme.icons import outline

SOURCES = sorted(Path("widgets/flow").glob("*.py"))


def test_selecting_a_send_takes_the_writer_along(studio):
    studio.at("send-4")
    assert studio.desk.here.spot.message == "questions"


def test_the_writer_s_message_is_selected(studio):
    studio.desk.here.go(message="offer")
    assert studio.view.current_id() == "send-6"


def test_going_nowhere_selects_nothing(studio):
    studio.at("send-4")
    studio.desk.here.go(message="")
    assert studio.view.current_id() == ""


def test_the_head_names_the_flow_and_shows_languages(studio):
    assert studio.screen.crumbs() == (studio.sequence.name,)
    assert studio.screen.shows_languages()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("row", [START, "send-2", "wait-1", "split", "loyal", "draw", "b", "note", "stop"])
def test_every_row_paints_selected_in_both_themes(studio, theme, row):
    studio.desk.look.choose(theme)
    studio.at(row)
    assert not studio.screen.grab().isNull()
    studio.desk.look.choose("light")


@pytest.mark.parametrize("row", [START, "send-2", "wait-1", "loyal", "draw"])
def test_nothing_is_wider_than_the_panel_in_a_small_window(studio, row):
    studio.screen.resize(1024, 664)
    studio.at(row)
    page = studio.screen.panel.page
    assert page.minimumSizeHint().width() <= studio.screen.panel.width()


@pytest.mark.parametrize("row", [START, "send-2", "wait-1", "loyal", "draw", "note"])
def test_everything_to_press_has_a_name(studio, row):
    studio.at(row)
    buttons = studio.screen.panel.page.findChildren(QAbstractButton)
    assert [button for button in buttons if not (button.accessibleName() or button.text())] == []


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.name)
def test_every_icon_exists(file):
    for name in re.findall(r'"(ph\.[a-z-]+)"', file.read_text("utf-8")):
        assert not outline(name).isEmpty(), name


def test_every_action_has_a_group_and_a_name(studio):
    mine = [action for action in studio.desk.actions if action.objectName().startswith("flow.")]
    assert len(mine) > 15
    assert {action.property("fabel_group") for action in mine} == {"Flow"}


def test_no_two_actions_share_keys(studio):
    keys = [key.toString() for action in studio.desk.actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
