"""One history over everything: what was done can be undone, and what colleagues did stays."""

import gc
from weakref import ref

import pytest

from studio.edits.brand import rename_project
from studio.errors import StudioError
from studio.i18n import NullTranslator
from tests.studio.store.shop import called, said, shop, without_message, words
from widgets.here import Here, Spot
from widgets.session import Session


@pytest.fixture
def session(qapp):
    session = Session(Here())
    session.open(shop())
    return session


def type_(session, *texts, block="b1", key="typing"):
    for text in texts:
        session.do("Typing", said(session.project, block, text), key)


def reads(session, block="b1", language="nb"):
    return words(session.project, block, language)


def test_an_edit_is_done_undone_and_done_again(desk):
    desk.session.do("Rename", rename_project(desk.session.project, "Fjellsko"))
    desk.session.stack.undo()
    assert desk.session.project.name != "Fjellsko"
    desk.session.stack.redo()
    assert desk.session.project.name == "Fjellsko"


def test_typing_without_a_pause_is_one_step(session):
    type_(session, "N", "Ny", "Nye")
    assert session.stack.count() == 1
    session.stack.undo()
    assert session.project == shop()


def test_typing_elsewhere_is_another_step(session):
    type_(session, "Ny")
    type_(session, "Ny", block="b2", key="other")
    assert session.stack.count() == 2


def test_a_pause_begins_a_new_step(session):
    type_(session, "Ny")
    session.pause()
    type_(session, "Nye")
    assert session.stack.count() == 2


def test_typing_after_undo_is_a_step_of_its_own(session):
    type_(session, "Ny")
    session.pause()
    type_(session, "Nye")
    session.stack.undo()
    type_(session, "Nytt")
    session.stack.undo()
    assert reads(session) == "Ny"


def test_an_edit_that_changes_nothing_is_no_step(session):
    session.do("Typing", said(session.project, "b1", reads(session)))
    assert session.stack.count() == 0


def test_what_is_typed_and_taken_back_leaves_no_step(session):
    type_(session, "Ny", "Handlekurven venter")
    assert session.stack.count() == 0


def test_the_caret_returns_to_where_it_stood(session):
    here = session.here
    here.go(message="m1", block="b1", field="text", offset=3)
    before = here.spot
    session.do("Typing", said(session.project, "b1", "Ny"), spot=before)
    here.go(offset=9)
    after = here.spot
    here.go(message="m2", block="b3")
    session.stack.undo()
    assert here.spot == before
    session.stack.redo()
    assert here.spot.offset == 9 == after.offset


def test_moving_the_caret_later_is_no_part_of_the_step(session, qtbot):
    session.here.go(message="m1", block="b1", offset=3)
    type_(session, "Ny")
    qtbot.waitUntil(lambda: not session._turn.isActive())
    session.here.go(offset=99)
    session.stack.undo()
    session.stack.redo()
    assert session.here.spot.offset == 3


def test_whose_data_previews_show_is_no_matter_of_undo(session):
    session.here.go(message="m1", persona="kari")
    type_(session, "Ny")
    session.here.go(persona="ola")
    session.stack.undo()
    assert session.here.spot.persona == "ola"


def test_the_caret_does_not_go_to_a_message_that_is_gone(session):
    session.here.go(message="m9")
    type_(session, "Ny")
    session.here.go(message="m1")
    session.stack.undo()
    assert session.here.spot == Spot(message="m1")


def test_undo_leaves_a_colleague_s_later_work(session):
    type_(session, "Ny")
    session.receive(said(said(session.project, "b1", "Nyt", "sv"), "b2", "Olas"))
    session.stack.undo()
    assert (reads(session), reads(session, "b1", "sv"), reads(session, "b2")) == ("Handlekurven venter", "Nyt", "Olas")


def test_typing_does_not_merge_over_a_colleague_s_work_in_the_same_block(session):
    type_(session, "Ny")
    session.receive(said(session.project, "b1", "Nyt", "sv"))
    type_(session, "Nye")
    while session.stack.canUndo():
        session.stack.undo()
    assert (reads(session), reads(session, "b1", "sv")) == ("Handlekurven venter", "Nyt")


def test_typing_merges_on_when_a_colleague_worked_elsewhere(session):
    type_(session, "Ny")
    session.receive(said(session.project, "b2", "Olas"))
    type_(session, "Nye")
    assert session.stack.count() == 1


def test_an_undo_that_a_colleague_stands_in_the_way_of_says_so_and_the_history_goes_on(session):
    told = []
    session.refused.connect(told.append)
    session.do("Rename", called(session.project, "s1", "Mitt navn"))
    type_(session, "Ny")
    session.receive(said(session.project, "b1", "Olas"))
    session.stack.undo()
    assert NullTranslator().say(told[0]).startswith("This step can no longer be undone: A block of")
    session.stack.undo()
    assert (session.project.sequences["s1"].name, reads(session), len(told)) == ("Flow s1", "Olas", 1)


def test_a_redo_that_is_refused_leaves_nothing_to_redo(session):
    type_(session, "Ny")
    session.stack.undo()
    session.receive(without_message(session.project, "s1", "m1"))
    session.stack.redo()
    assert (session.stack.canRedo(), session.stack.count()) == (False, 0)


def test_a_bug_in_undo_leaves_the_history_as_the_project_is(session, monkeypatch):
    session.do("Rename", called(session.project, "s1", "Mitt navn"))
    type_(session, "Ny")
    monkeypatch.setattr("studio.edits.change.apply", lambda *_: {}["b1"])
    with pytest.raises(KeyError):
        session.stack.undo()
    monkeypatch.undo()
    assert (reads(session), session.stack.index(), session.stack.count()) == ("Ny", 1, 1)
    session.stack.undo()
    assert session.project.sequences["s1"].name == "Flow s1"


def test_undo_and_redo_tell_what_changed_as_edits(session):
    told, edits = [], []
    session.changed.connect(told.append)
    session.edited.connect(edits.append)
    type_(session, "Ny")
    session.stack.undo()
    assert [list(change.blocks) for change in told] == [["b1"], ["b1"]]
    assert edits == told


def test_a_colleague_s_work_is_told_but_is_no_edit(session):
    told, edits = [], []
    session.changed.connect(told.append)
    session.edited.connect(edits.append)
    session.receive(said(session.project, "b1", "Olas"))
    assert (len(told), edits, session.stack.count()) == (1, [], 0)


def test_another_project_begins_a_new_history(session):
    type_(session, "Ny")
    session.open(shop("f" * 12))
    assert not session.stack.canUndo()
    session.open(None)
    with pytest.raises(StudioError, match="Open a project first"):
        _ = session.project


def test_the_end_of_a_composition_is_told_once(session):
    told = []
    session.composed.connect(lambda: told.append(session.is_composing))
    session.compose(under_way=True)
    session.compose(under_way=True)
    session.compose(under_way=False)
    session.compose(under_way=False)
    assert told == [False]


def test_the_steps_go_before_the_session_that_owns_their_stack(qapp, monkeypatch):
    cleared = []
    monkeypatch.setattr("widgets.session._clear", lambda stack: cleared.append(stack.count()))
    session = Session(Here())
    session.open(shop())
    type_(session, "N", "Ny", key=None)
    gone = ref(session)
    del session
    gc.collect()
    assert (gone(), cleared) == (None, [2])
