"""What the preview shows becomes a file."""

import pytest

from widgets.notices import Tone
from widgets.preview.panel import PreviewPanel


@pytest.fixture
def said(desk):
    notices = []
    desk.notices.said.connect(notices.append)
    return notices


@pytest.fixture
def panel(qtbot, desk, make_view, views, tmp_path):
    panel = PreviewPanel(desk, make_view)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: bool(views and views[-1].pages))
    panel.wishes = []

    def choose(_parent, wish, take):
        panel.wishes.append(wish)
        take(tmp_path / wish.suggested)

    panel.exports.choose_file = choose
    return panel


@pytest.mark.parametrize(
    ("action", "form", "scale"),
    [("preview.picture", "png", 1), ("preview.picture2", "png", 2), ("preview.pdf", "pdf", 1)],
)
def test_an_action_saves_what_is_shown(desk, panel, views, tmp_path, said, action, form, scale):
    desk.actions[action].trigger()
    assert views[0].taken == [(form, views[0].page, scale)]
    written = tmp_path / panel.wishes[0].suggested
    assert written.read_bytes()[:4] in (b"\x89PNG", b"%PDF")
    assert (said[-1].tone, written.name in said[-1].text) == (Tone.GOOD, True)


def test_the_suggested_name_tells_message_and_language(desk, panel):
    desk.actions["preview.pdf"].trigger()
    assert panel.wishes[0].suggested.endswith("-nb.pdf")
    assert " " not in panel.wishes[0].suggested


def test_a_drawing_that_fails_is_said(desk, panel, views, tmp_path, said):
    views[0].take = lambda form, page, taken, *, scale: taken(b"")
    desk.actions["preview.picture"].trigger()
    assert said[-1].tone is Tone.BAD
    assert list(tmp_path.glob("*.png")) == []


def test_a_disk_that_refuses_is_said(desk, panel, tmp_path, said):
    panel.exports.choose_file = lambda _parent, wish, take: take(tmp_path / "missing" / wish.suggested)
    desk.actions["preview.picture"].trigger()
    assert said[-1].tone is Tone.BAD
    assert "cannot be written" in said[-1].text


def test_messages_that_are_no_e_mails_have_no_picture(desk, panel):
    desk.session.open(None)
    assert not desk.actions["preview.picture"].isEnabled()
    assert not panel.save.isEnabled()
