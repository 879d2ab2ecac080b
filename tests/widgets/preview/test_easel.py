"""The view is made when it is seen, and goes when nobody has seen it for a while."""

import pytest

from studio.errors import StudioError
from studio.i18n import NullTranslator
from widgets.preview.easel import Easel
from widgets.preview.shelf import ROOM, Shelf
from widgets.preview.stage import Told, call, heard, script
from widgets.preview.view import Page
from widgets.tasks import Tasks


@pytest.fixture
def easel(qtbot, look, shelf, make_view):
    easel = Easel(look, NullTranslator(), shelf, make_view)
    qtbot.addWidget(easel)
    return easel


def test_no_view_is_made_before_the_easel_is_seen(qtbot, easel, views):
    easel.show_page(Page("<p>"))
    assert views == []
    easel.show()
    assert views == []
    qtbot.waitUntil(lambda: len(views) == 1)
    assert views[0].pages == [Page("<p>")]


def test_the_easel_is_busy_until_the_e_mail_is_drawn(qtbot, easel, views):
    easel.show_page(Page("<p>"))
    easel.show()
    assert easel.busy.isVisible()
    qtbot.waitUntil(lambda: not easel.busy.isVisible())


def test_a_view_that_nobody_sees_goes_and_comes_back_as_it_was(qtbot, easel, views):
    easel.show_page(Page("<p>"))
    easel.show()
    qtbot.waitUntil(lambda: len(views) == 1)
    easel.hide()
    easel.take_down()
    easel.show()
    qtbot.waitUntil(lambda: len(views) == 2)
    assert views[1].pages == [Page("<p>")]


def test_a_block_is_marked_however_late_the_view_comes(qtbot, easel, views):
    easel.show_page(Page("<p>"))
    easel.point_at("b1", go=False)
    easel.show()
    qtbot.waitUntil(lambda: len(views) == 1)
    assert views[0].pointed == [("b1", True)]


def test_a_view_that_dies_is_said(qtbot, easel, views):
    easel.show_page(Page("<p>"))
    easel.show()
    qtbot.waitUntil(lambda: len(views) == 1)
    with qtbot.waitSignal(easel.unable):
        views[0].ears.failed()


def test_a_picture_is_read_once(fonts):
    asked = []
    shelf = Shelf(Tasks(inline=True), lambda digest: asked.append(digest) or b"bytes")
    got = []
    for _ in range(3):
        shelf.fetch("picture/a", got.append)
    assert (got, asked) == ([b"bytes"] * 3, ["a"])


def test_a_picture_that_is_missing_is_nothing(fonts):
    def read(digest):
        raise StudioError("Gone.")

    got = []
    Shelf(Tasks(inline=True), read).fetch("picture/a", got.append)
    assert got == [b""]


@pytest.mark.parametrize("name", ["../brand.toml", "..\\brand.toml", "nothing.png", ""])
def test_a_sample_s_name_leads_nowhere_else(fonts, name):
    got = []
    Shelf(Tasks(inline=True), lambda _: b"").fetch(f"sample/{name}", got.append)
    assert got == [b""]


def test_the_shelf_keeps_no_more_than_it_has_room_for(fonts):
    asked = []
    shelf = Shelf(Tasks(inline=True), lambda digest: asked.append(digest) or b"x" * (ROOM - 1))
    for digest in "aba":
        shelf.fetch(f"picture/{digest}", lambda _: None)
    assert asked == ["a", "b", "a"]


def test_only_the_stage_is_heard():
    assert heard('secret["block","b1"]', "secret") == Told("block", "b1")
    assert heard('secret["ready"]', "secret") == Told("ready")
    assert heard("anything else", "secret") is None
    assert 'var TOKEN = "secret"' in script("secret")


def test_what_is_called_is_quoted():
    assert call("point", "a'b\"", True) == 'fabel.point("a\'b\\"", true)'
