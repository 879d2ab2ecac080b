"""The Write screen: what the window asks of it, its actions, its states, translations, pictures and checks."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from studio.edits.sequences import remove_sequence
from studio.edits.texts import block_text
from studio.edits.texts import write as say
from studio.model.sequence import message_ids
from widgets.write.engine.rows import RowKind, State
from widgets.write.screen import WriteScreen


@pytest.fixture
def side(write):
    panel = QWidget()
    write.set_side(panel)
    return panel


def test_the_window_is_told_what_it_shows(write, desk):
    assert write.crumbs() == (next(iter(desk.session.project.sequences.values())).name, "3 e-mails")
    assert write.shows_languages()
    with pytest.MonkeyPatch.context():
        gone = []
        write.go_requested.connect(gone.append)
        write.primary().trigger()
    assert gone == ["deliver"]


def test_every_action_has_a_group_and_no_key_serves_two(write, desk):
    ours = [action for action in desk.actions if action.objectName().startswith("write.")]
    keys = [key.toString() for action in ours for key in action.shortcuts()]
    assert len(ours) >= 25
    assert len(keys) == len(set(keys))
    assert {action.property("fabel_group") for action in ours} == {"Write"}


def test_without_a_project_it_says_what_to_do_first(empty_desk, qtbot):
    screen = WriteScreen(empty_desk)
    qtbot.addWidget(screen)
    screen.entered()
    assert screen.states.state == "empty"
    assert screen.crumbs() == ()


def test_a_removed_sequence_leaves_an_empty_state(write, desk):
    desk.session.do("Remove", remove_sequence(desk.session.project, desk.here.spot.sequence))
    assert write.states.state == "empty"
    desk.session.stack.undo()
    assert write.states.state == "content"


def test_the_panel_beside_folds_where_it_is_narrow(write, side, qtbot):
    assert side.isVisible()
    write.resize(1024, 664)
    assert not side.isVisible()
    write.resize(1364, 844)
    assert side.isVisible()


@pytest.mark.parametrize(("screen", "panel"), [(1364, 430), (1324, 430), (1200, 390)])
def test_where_there_is_room_the_panel_shows_a_phone_in_its_true_size(write, side, screen, panel):
    write.resize(screen, 844)
    assert side.width() == panel


def test_the_panel_folds_by_key_and_stays_so(write, side, desk, qtbot):
    desk.actions["write.side"].trigger()
    assert not side.isVisible()
    assert desk.preferences.settings.preview_open is False
    desk.actions["write.side"].trigger()
    assert side.isVisible()


def test_the_next_message_begins_at_the_top(write, desk):
    ids = message_ids(desk.session.project.sequences[desk.here.spot.sequence])
    desk.actions["write.next"].trigger()
    assert desk.here.spot.message == ids[1]
    head = next(row for row in write.view.rows if row.kind is RowKind.HEAD and row.message == ids[1])
    assert abs(write.view.places.rect(head).top()) <= 1
    desk.actions["write.previous"].trigger()
    assert desk.here.spot.message == ids[0]


@pytest.fixture
def stale(write, desk):
    """The Swedish tab, where the source of one paragraph has changed."""
    row = next(row for row in write.view.rows if row.block_kind == "paragraph")
    desk.session.do("Say", say(desk.session.project, block_text(row.block), "nb", "Noe helt annet."))
    desk.here.go(language="sv", block=row.block, field="text")
    write.grab()
    return next(each for each in write.view.rows if each.key == row.key)


def test_a_stale_translation_is_marked_and_checked_by_a_click(stale, click, write):
    assert stale.state is State.STALE
    click("checked", stale)
    assert next(row for row in write.view.rows if row.key == stale.key).state is State.WRITTEN


def test_a_stale_translation_is_checked_by_key(stale, desk, write):
    desk.actions["write.checked"].trigger()
    assert next(row for row in write.view.rows if row.key == stale.key).state is State.WRITTEN


def test_the_source_of_everything_is_shown_on_demand(write, desk):
    desk.actions["write.sources"].trigger()
    assert write.shop.layer.beside.shows_sources
    desk.here.go(language="sv")
    assert not write.grab().isNull()


@pytest.fixture
def picture(tmp_path):
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(tmp_path / "støvel.png"))
    return tmp_path / "støvel.png"


def mime_of(path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def test_a_dropped_picture_is_kept_and_asks_for_its_alt_text(write, desk, picture):
    row = next(row for row in write.view.rows if row.block_kind == "heading")
    at = QPointF(300, write.view.places.rect(row).bottom())
    assert write.shop.pictures.take_mime(mime_of(picture), at)
    spot = desk.here.spot
    block = desk.session.project.blocks[spot.block]
    assert (block.kind, spot.field) == ("image", "alt")
    assert block.settings["asset"] in desk.workspace.store.assets


def test_a_dropped_file_that_is_no_picture_is_refused_in_one_sentence(write, desk, tmp_path):
    said = []
    desk.notices.said.connect(said.append)
    (tmp_path / "brev.txt").write_text("hei")
    write.shop.pictures.take_mime(mime_of(tmp_path / "brev.txt"), QPointF(300, 300))
    assert [notice.text for notice in said] == ["“brev.txt” is no picture that e-mails can show: use PNG, JPEG or GIF."]


def test_a_file_is_chosen_for_a_block(write, desk, picture):
    product = write.shop.pictures.take_mime(mime_of(picture), QPointF(300, 300))
    block = desk.here.spot.block
    write.shop.files.choose = lambda take: take(str(picture))
    write.shop.deeds.file_requested.emit(block, "asset")
    assert product
    assert desk.session.project.assets[desk.session.project.blocks[block].settings["asset"]].name == "støvel.png"


def test_the_checks_look_after_a_pause(write, desk, qtbot):
    found = []
    write.shop.watching.found.connect(found.append)
    row = next(row for row in write.view.rows if row.block_kind == "paragraph")
    words = "Hei {{ person.frist_name }}"
    desk.session.do("Say", say(desk.session.project, block_text(row.block), "nb", words))
    qtbot.waitUntil(lambda: bool(found))
    assert any(finding.place.block == row.block for finding in found[-1])


def test_bold_is_one_key(write, desk, qtbot):
    row = next(row for row in write.view.rows if row.block_kind == "paragraph")
    write.view.select(row.key, 0, 3)
    write.view.setFocus()
    qtbot.keyClick(write.view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.project.blocks[row.block].words("text", "nb").startswith("**Hei**")
