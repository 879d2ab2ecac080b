"""The screen: three views under one switch, when the checks look, and what is said where there is nothing."""

from threading import Event

import pytest
from PySide6.QtCore import Qt

from studio.edits.sequences import add_language, add_sequence, rename_sequence
from studio.model.sequence import Event as Happening
from studio.model.sequence import Sequence, Trigger
from tests.widgets.check.conftest import FLOW, KEYS, Checked, finding
from widgets.check.watch import PAUSE
from widgets.screens import ENTRIES


@pytest.mark.parametrize(("key", "view"), [(KEYS.Key_2, "arc"), (KEYS.Key_3, "objections"), (KEYS.Key_1, "findings")])
def test_each_view_has_its_key(checked, key, view):
    checked.press(key, Qt.KeyboardModifier.AltModifier)
    assert checked.screen.view == view
    assert checked.screen.stack.currentWidget() is checked.screen.views[view]


def test_the_switch_changes_the_view_and_keeps_the_keys(checked, qtbot):
    pill = checked.screen.switch.pill("findings")
    pill.setFocus()
    qtbot.keyClick(pill, KEYS.Key_Right)
    assert checked.screen.view == "arc"
    assert checked.screen.switch.pill("arc").hasFocus()


def test_a_key_that_changes_the_view_takes_the_focus_along(show):
    checked = show(finding(1))
    checked.screen.switch.pill("findings").setFocus()
    checked.press(KEYS.Key_2, Qt.KeyboardModifier.AltModifier)
    assert checked.screen.arc.board.hasFocus()


def test_the_focus_that_waited_for_the_findings_goes_to_them(show, found):
    checked = show()
    checked.screen.focus_first()
    assert checked.screen.switch.pill("findings").hasFocus()
    found[:] = [finding(1)]
    checked.screen.review.look()
    assert checked.list.hasFocus()


def test_the_focus_begins_on_what_is_shown(show):
    checked = show(finding(1))
    for view, widget in (("findings", checked.list), ("arc", checked.screen.arc.board)):
        checked.screen.show_view(view)
        checked.screen.focus_first()
        assert widget.hasFocus()
        assert widget.currentIndex().isValid()


def test_the_checks_look_again_after_a_pause(checked, found, qtbot):
    found.append(finding(1))
    session = checked.desk.session
    session.do("Rename", rename_sequence(session.project, FLOW, "Another name"))
    assert checked.titles() == []
    qtbot.waitUntil(lambda: checked.titles() == ["Finding 1 is odd."], timeout=PAUSE * 6)


def test_another_project_takes_the_old_findings_away_at_once(show, found):
    checked = show(finding(1))
    found.clear()
    checked.desk.session.open(checked.project)
    assert (checked.titles(), checked.state().state) == ([], "empty")


def test_nothing_is_checked_while_nobody_looks(checked, found):
    checked.screen.hide()
    found.append(finding(1))
    session = checked.desk.session
    session.do("Rename", rename_sequence(session.project, FLOW, "Another name"))
    assert checked.titles() == []
    checked.screen.entered()
    assert checked.titles() == ["Finding 1 is odd."]


def test_language_tabs_stand_over_the_arc_only(checked):
    assert not checked.screen.shows_languages()
    checked.screen.show_view("arc")
    assert checked.screen.shows_languages()


def test_the_screen_tells_where_it_is_and_leads_to_delivering(checked):
    assert checked.screen.crumbs() == (checked.flow.name,)
    checked.screen.primary().trigger()
    assert checked.gone == ["deliver"]


def test_a_flow_without_messages_says_so_on_the_boards(checked):
    session = checked.desk.session
    empty = Sequence("empty", "Empty", "nb", ("nb",), Trigger(Happening.SUBSCRIBED))
    session.do("New", add_sequence(session.project, empty))
    checked.desk.here.go(sequence="empty", message="", language="nb")
    checked.screen.review.look()
    checked.screen.show_view("arc")
    assert checked.state("arc").message.title.text() == "No message is sent yet"
    checked.state("arc").message.button.click()
    assert checked.gone == ["flow"]


def test_a_language_without_copy_leaves_the_cells_without_words(checked):
    session = checked.desk.session
    session.do("More", add_language(session.project, FLOW, "fi"))
    checked.desk.here.go(language="fi")
    checked.screen.review.look()
    checked.screen.show_view("arc")
    assert checked.screen.arc.board.model().index(0, 0).data() == "Heading"


def test_without_a_project_it_says_what_to_do(checked):
    checked.desk.session.open(None)
    checked.screen.review.look()
    assert checked.state().message.title.text() == "No sequence is open"


def test_entering_opens_the_first_sequence(qtbot, desk, found):
    desk.here.go(sequence="", message="")
    assert Checked(qtbot, desk).desk.here.spot.sequence == FLOW


def test_the_first_look_is_busy_and_a_later_one_keeps_what_is_there(qtbot, make_desk, cart_project, monkeypatch):
    desk = make_desk(inline=False)
    qtbot.waitUntil(lambda: desk.workspace.is_open)
    desk.session.open(cart_project[0])
    may_end = Event()
    monkeypatch.setattr("studio.checks.course.check", lambda *_: may_end.wait() and (finding(1),))
    checked = Checked(qtbot, desk)
    assert checked.state().state == "busy"
    may_end.set()
    qtbot.waitUntil(lambda: checked.state().state == "content")
    checked.screen.review.look()
    assert checked.state().state == "content"
    qtbot.waitUntil(lambda: not checked.screen.review.busy)


def test_the_rail_shows_it_between_write_and_deliver():
    names = [entry.name for entry in ENTRIES]
    assert names[names.index("check") - 1 : names.index("check") + 2] == ["write", "check", "deliver"]


def test_the_rail_fits_the_smallest_window():
    shown = [entry for entry in ENTRIES if not entry.hidden]
    assert 62 + len(shown) * 60 + 12 <= 720
