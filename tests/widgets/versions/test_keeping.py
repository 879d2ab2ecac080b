"""Earlier states of a project: kept by themselves and by name, looked at, and brought back."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from studio.errors import StudioError
from studio.model.filing import Filing
from studio.store.snapshots import Snapshot
from studio.store.thinning import superfluous
from tests.studio.store.shop import said, shop, words
from widgets.notices import Tone
from widgets.versions.differing import differing, readable
from widgets.versions.keeping import Versions
from widgets.versions.sheet import VersionsSheet

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def aged(id_, **ago):
    return Snapshot(id_, "", automatic=True, at=(NOW - timedelta(**ago)).isoformat())


def test_all_of_today_stay_and_the_last_of_each_day_before():
    snapshots = (aged(1, hours=1), aged(2, hours=2), aged(3, days=1), aged(4, days=1, hours=1), aged(5, days=2))
    assert superfluous(snapshots, NOW) == (4,)


def test_automatic_snapshots_go_after_thirty_days_and_named_ones_never():
    named = Snapshot(9, "Før nyttår", automatic=False, at=(NOW - timedelta(days=400)).isoformat())
    assert superfluous((aged(1, days=30), aged(2, days=31), named), NOW) == (2,)


@pytest.fixture
def desk(empty_desk):
    project = empty_desk.workspace.store.create(shop()).project
    empty_desk.session.open(project)
    return empty_desk


@pytest.fixture
def versions(desk):
    versions = Versions(desk)
    yield versions
    versions.deleteLater()


def type_(desk, text, block="b1"):
    desk.session.do("Typing", said(desk.session.project, block, text))


def kept(desk):
    return desk.workspace.store.snapshots.of(desk.session.project.id)


def restored(desk, snapshot):
    return desk.workspace.store.snapshots.restore(snapshot.id)


def test_the_project_is_kept_as_it_was_found_before_the_first_change(desk, versions):
    found = desk.session.project
    type_(desk, "Ny")
    type_(desk, "Nye")
    assert [restored(desk, each) for each in kept(desk)] == [found]


def test_an_hour_of_work_is_kept_and_an_hour_of_rest_is_not(desk, versions):
    versions.keep_hour()
    assert kept(desk) == ()
    type_(desk, "Ny")
    versions.keep_hour()
    versions.keep_hour()
    assert [words(restored(desk, each), "b1") for each in kept(desk)] == ["Ny", "Handlekurven venter"]


def test_a_version_with_a_name_is_kept_and_said(desk, versions):
    said_ = []
    desk.notices.said.connect(said_.append)
    versions.keep("Godkjent")
    assert [(each.name, each.automatic) for each in kept(desk)] == [("Godkjent", False)]
    assert (said_[0].text, said_[0].tone) == ("“Godkjent” is kept.", Tone.GOOD)


def test_something_big_is_done_after_its_snapshot(desk, versions):
    done = []
    versions.before("Before pushing", lambda: done.append(kept(desk)[0].name))
    assert done == ["Before pushing"]


def test_something_big_is_done_even_where_no_snapshot_can_be_taken(desk, versions):
    refusals, done = [], []
    desk.tasks.failed.connect(refusals.append)
    desk.workspace.store.remove(desk.session.project.id)
    versions.before("Before pushing", lambda: done.append(1))
    assert (done, [type(each) for each in refusals]) == ([1], [StudioError])


def test_going_back_is_an_edit_that_can_be_undone(desk, versions):
    versions.keep("Først")
    type_(desk, "Ny")
    versions.read(kept(desk)[-1], versions.go_back, pytest.fail)
    assert words(desk.session.project, "b1") == "Handlekurven venter"
    desk.session.stack.undo()
    assert words(desk.session.project, "b1") == "Ny"


def test_an_earlier_version_stays_where_the_project_is_filed_and_shares_what_is_the_same(desk, versions):
    from dataclasses import replace

    versions.keep("Først")
    type_(desk, "Ny")
    now = desk.session.project
    desk.session.do("File", replace(now, filing=Filing(folder="Kunder")))
    read = []
    versions.read(kept(desk)[-1], read.append, pytest.fail)
    assert read[0].filing.folder == "Kunder"
    assert read[0].blocks["b2"] is now.blocks["b2"]


def test_what_differs_is_told_by_place_language_and_words():
    found = differing(shop(), said(shop(), "b1", "Ny"))
    assert [(str(each.place), each.then, each.now) for each in found] == [
        ("A block of “Mail m1” (nb)", "Handlekurven venter", "Ny")
    ]


def test_merge_tags_are_read_as_words(desk):
    assert (
        readable(desk.words, 'Hei, {{ person.first_name | default: "du" }}!\n**Ny**')
        == "Hei, [first name | du]!\n**Ny**"
    )


@pytest.fixture
def sheet(desk, versions, window, qtbot):
    versions.keep("Først")
    type_(desk, "Ny")
    sheet = VersionsSheet(desk, versions, window)
    sheet.open()
    return sheet


def test_the_sheet_lists_versions_and_shows_what_one_says_differently(sheet, qtbot):
    assert not sheet.back.isEnabled()
    qtbot.keyClick(sheet.cards[-1], Qt.Key.Key_Return)
    assert (sheet.shown.state, len(sheet.rows.rows), sheet.back.isEnabled()) == ("content", 1, True)


def test_the_sheet_goes_back(sheet, desk, qtbot):
    qtbot.mouseClick(sheet.cards[-1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.back, Qt.MouseButton.LeftButton)
    assert words(desk.session.project, "b1") == "Handlekurven venter"
    qtbot.waitUntil(lambda: not isValid(sheet))


def test_the_sheet_keeps_this_version_by_name(sheet, desk, qtbot):
    assert not sheet.keep.isEnabled()
    qtbot.keyClicks(sheet.name, "Godkjent")
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    assert kept(desk)[0].name == "Godkjent"
    assert len(sheet.cards) == len(kept(desk))
    assert sheet.isVisible()


def test_the_sheet_removes_a_version(sheet, desk, qtbot):
    count = len(sheet.cards)
    qtbot.mouseClick(sheet.cards[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.remove, Qt.MouseButton.LeftButton)
    assert len(sheet.cards) == len(kept(desk)) == count - 1


def test_the_sheet_says_when_nothing_differs(sheet, desk, qtbot):
    desk.session.stack.undo()
    qtbot.mouseClick(sheet.cards[-1], Qt.MouseButton.LeftButton)
    assert (sheet.shown.state, sheet.back.isEnabled()) == ("empty", False)


def test_a_sheet_without_versions_says_what_comes(desk, versions, window):
    sheet = VersionsSheet(desk, versions, window)
    assert sheet.list.state == "empty"


def test_a_list_that_cannot_be_read_says_so(desk, versions, window, monkeypatch):
    def refuse(*_):
        raise StudioError("No answer.")

    monkeypatch.setattr(desk.workspace.store.snapshots, "of", refuse)
    sheet = VersionsSheet(desk, versions, window)
    assert sheet.list.state == "trouble"
