"""Two people wrote the same words: both versions are there, and a person chooses."""

import pytest
from PySide6.QtCore import Qt

from tests.studio.store.shop import without_message
from tests.widgets.saving.conftest import address, make_writer, project, stored
from widgets.versions.actions import VersionActions
from widgets.versions.choosesheet import ChoosingSheet
from widgets.versions.choosing import Choosing, said
from widgets.versions.keeping import Versions

__all__ = ["address", "make_writer", "project", "stored"]


@pytest.fixture
def clash(make_writer, qtbot):
    """Kari, who wrote the same words as Ola, and was later."""
    ola, kari = make_writer(), make_writer()
    ola.type("b1", "Olas ord")
    ola.save(qtbot)
    kari.told = []
    kari.desk.notices.said.connect(kari.told.append)
    kari.choosing = Choosing(kari.desk, kari.autosave, lambda: None)
    kari.type("b1", "Karis ord")
    kari.save(qtbot)
    return kari


@pytest.fixture
def sheet(clash, window):
    sheet = ChoosingSheet(clash.desk, clash.choosing, window)
    sheet.open()
    return sheet


def waiting(writer):
    return writer.desk.workspace.store.conflicts.of(writer.desk.session.project.id)


def test_a_clash_is_told_once_with_an_offer_to_look(clash, qtbot):
    clash.type("b1", "Karis ord igjen")
    clash.save(qtbot)
    text = "A block of “Mail m1” (nb) was written by somebody else as well. Both versions are kept."
    assert [(notice.text, notice.offer) for notice in clash.told] == [(text, "Compare…")]


def test_my_words_can_be_chosen_and_that_can_be_undone(clash, sheet, stored, qtbot):
    mine, _ = sheet.choices[0]
    qtbot.mouseClick(mine, Qt.MouseButton.LeftButton)
    assert (clash.reads("b1"), stored("b1"), waiting(clash)) == ("Karis ord", "Karis ord", ())
    assert sheet.shown.state == "empty"
    clash.desk.session.stack.undo()
    assert clash.reads("b1") == "Olas ord"


def test_their_words_can_be_chosen(clash, sheet, stored, qtbot):
    _, theirs = sheet.choices[0]
    qtbot.keyClick(theirs, Qt.Key.Key_Space)
    assert (stored("b1"), waiting(clash), sheet.shown.state) == ("Olas ord", (), "empty")


def test_a_place_that_clashed_several_times_is_one_choice_with_the_last_words(make_writer, clash, qtbot):
    third = make_writer()
    third.type("b1", "Annas ord")
    third.save(qtbot)
    clash.type("b1", "Karis siste ord")
    clash.save(qtbot)
    found = []
    clash.choosing.look(found.extend, pytest.fail)
    assert [(said(doubt.mine), said(doubt.now), len(doubt.ids)) for doubt in found] == [
        ("Karis siste ord", "Annas ord", 2)
    ]


def test_a_place_that_says_by_now_what_i_wrote_waits_no_more(clash, qtbot):
    clash.type("b1", "Karis ord")
    clash.save(qtbot)
    found = []
    clash.choosing.look(found.extend, pytest.fail)
    assert (found, waiting(clash)) == ([], ())


def test_words_for_a_place_that_is_gone_are_shown_and_refused_with_a_sentence(clash, sheet, qtbot):
    session = clash.desk.session
    session.do("Remove", without_message(session.project, "s1", "m1"))
    mine, _ = sheet.choices[0]
    qtbot.mouseClick(mine, Qt.MouseButton.LeftButton)
    assert len(waiting(clash)) == 1
    assert clash.told[-1].tone.value == "bad"


def test_choices_wait_for_the_next_opening(clash, project):
    clash.told.clear()
    clash.open(project)
    assert [notice.text for notice in clash.told] == ["Two versions of the same words wait for your choice."]


def test_choices_are_not_forgotten_while_the_chosen_words_are_unsaved(clash, sheet, qtbot):
    from tests.widgets.workspaces import FULL

    clash.desk.workspace.store.refusal = FULL
    qtbot.mouseClick(sheet.choices[0][0], Qt.MouseButton.LeftButton)
    assert len(waiting(clash)) == 1


def test_the_actions_work_while_a_project_is_open(clash, sheet, qtbot):
    versions = Versions(clash.desk)
    actions = VersionActions(clash.desk, versions, clash.choosing, lambda: sheet, sheet)
    names = [action.objectName() for action in clash.desk.actions]
    assert {"versions.keep", "versions.show", "versions.choose"} <= set(names)
    clash.desk.session.open(None)
    assert not clash.desk.actions["versions.keep"].isEnabled()
    assert actions.parent() is sheet
