"""Words are saved by themselves, soon, once, and with the truth told when they are not."""

from functools import partial

import pytest

from studio.edits.brand import rename_project
from tests.widgets.workspaces import FULL, SAVED, SAVING, UNSAVED
from widgets.draft import LIMIT, REST
from widgets.savestate import SaveState


def test_what_is_typed_is_in_the_workspace_after_a_pause(writer, stored, qtbot):
    writer.type("b1", "Nye ord")
    assert writer.stage is SAVING
    qtbot.waitUntil(lambda: writer.stage is SAVED)
    assert stored("b1") == "Nye ord"


def test_the_first_unwritten_word_waits_no_longer_than_the_limit_while_typing_goes_on(writer):
    writer.type("b1", "N")
    draft = writer.autosave._draft
    before = draft._limit.remainingTime()
    writer.type("b1", "Ny")
    assert (draft._rest.interval(), draft._limit.interval()) == (REST, LIMIT) == (300, 800)
    assert draft._limit.remainingTime() <= before


def test_typing_on_and_on_is_written_all_the_same(writer, stored, qtbot):
    letters = iter(range(10**6))

    def typed():
        writer.type("b1", f"Bokstav {next(letters)}")
        return stored("b1").startswith("Bokstav")

    qtbot.waitUntil(typed)


def test_many_changes_become_one_write(writer, qtbot):
    for text in ("N", "Ny", "Nye"):
        writer.type("b1", text)
    writer.save(qtbot)
    assert writer.desk.workspace.store.writes == 1


def test_undo_is_saved_like_any_edit(writer, stored, qtbot):
    writer.type("b1", "Nye ord")
    writer.save(qtbot)
    writer.desk.session.stack.undo()
    writer.save(qtbot)
    assert stored("b1") == "Handlekurven venter"


def test_what_was_typed_and_taken_back_before_saving_needs_no_write(writer, qtbot):
    writer.type("b1", "Nye ord")
    writer.desk.session.stack.undo()
    assert writer.save(qtbot)
    assert (writer.stage, writer.desk.workspace.store.writes) == (SAVED, 0)


def test_one_write_at_a_time_and_what_is_typed_meanwhile_follows(make_writer, stored, qtbot):
    writer = make_writer(inline=False)
    writer.type("b1", "Først")
    answers = []
    writer.autosave.flush(answers.append)
    writer.type("b2", "Så")
    writer.autosave.flush(answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert (answers, stored("b1"), stored("b2")) == ([True, True], "Først", "Så")


def test_a_full_disk_is_said_and_nothing_is_lost(writer, stored, qtbot):
    said, states = [], []
    writer.desk.notices.said.connect(said.append)
    writer.autosave.state_changed.connect(states.append)
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Nye ord")
    assert not writer.save(qtbot)
    assert str(states[-1].sentence) == "Not saved: The disk is full."
    assert [(notice.text, notice.offer) for notice in said] == [("Not saved: The disk is full.", "Try again")]
    assert writer.reads("b1") == "Nye ord"


def test_saving_is_tried_again_by_itself_and_then_said_to_work(writer, stored, qtbot):
    said = []
    writer.desk.notices.said.connect(said.append)
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Nye ord")
    writer.save(qtbot)
    writer.desk.workspace.store.refusal = None
    writer.autosave._draft._retry.start(0)
    qtbot.waitUntil(lambda: writer.stage is SAVED)
    assert (stored("b1"), said[-1].text) == ("Nye ord", "Everything is saved again.")


def test_tries_come_further_and_further_apart_and_are_told_once(writer, qtbot):
    said, draft = [], writer.autosave._draft
    writer.desk.notices.said.connect(said.append)
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Nye ord")
    waits = []
    for _ in range(7):
        draft._write()
        waits.append(draft._retry.interval() // 1000)
    assert (waits, len(said)) == ([1, 2, 4, 8, 16, 30, 30], 1)


def test_typing_does_not_hammer_a_workspace_that_refuses(writer, qtbot):
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Nye ord")
    writer.save(qtbot)
    writer.type("b1", "Nye ord til")
    assert not writer.autosave._draft._rest.isActive()


def test_the_offer_of_the_notice_tries_again_at_once(writer, stored, qtbot):
    said = []
    writer.desk.notices.said.connect(said.append)
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Nye ord")
    writer.save(qtbot)
    writer.desk.workspace.store.refusal = None
    said[0].act()
    assert (writer.stage, stored("b1")) == (SAVED, "Nye ord")


def test_a_bug_while_saving_does_not_leave_it_saving_for_ever(writer, stored, qtbot):
    crashes = []
    writer.desk.tasks.crashed.connect(crashes.append)
    writer.desk.workspace.store.refusal = KeyError("b1")
    writer.type("b1", "Nye ord")
    assert not writer.save(qtbot)
    writer.desk.workspace.store.refusal = None
    assert writer.save(qtbot)
    assert (type(crashes[0]), stored("b1")) == (KeyError, "Nye ord")


def test_a_project_that_is_left_is_written_first(writer, stored, qtbot):
    writer.type("b1", "Nye ord")
    writer.desk.session.open(None)
    assert (writer.stage, stored("b1")) == (SAVED, "Nye ord")


def test_words_of_a_project_that_was_left_unsaved_are_there_when_it_is_opened_again(writer, project, stored, qtbot):
    writer.desk.workspace.store.refusal = FULL
    writer.type("b1", "Nye ord")
    writer.desk.session.open(None)
    assert writer.stage is UNSAVED
    writer.open(project)
    assert writer.reads("b1") == "Nye ord"
    writer.desk.workspace.store.refusal = None
    assert writer.save(qtbot)
    assert (stored("b1"), writer.autosave._leaving) == ("Nye ord", [])


def test_a_closed_autosave_hears_nothing_more(writer, qtbot):
    writer.type("b1", "Nye ord")
    writer.autosave.close()
    assert not any(timer.isActive() for timer in writer.autosave._draft._limit.parent().children())


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (SaveState(), "Saved"),
        (SaveState(SAVING), "Saving…"),
        (SaveState(UNSAVED, FULL), "Not saved: The disk is full."),
    ],
)
def test_each_state_has_its_words(state, words):
    assert str(state.sentence) == words


def test_a_state_is_told_once(writer, qtbot):
    told = []
    writer.autosave.state_changed.connect(told.append)
    rename = partial(rename_project, writer.desk.session.project)
    writer.desk.session.do("Rename", rename("Fjellsko"))
    writer.desk.session.do("Rename", rename("Fjellstøvler"))
    writer.save(qtbot)
    assert [state.stage for state in told] == [SAVING, SAVED]
