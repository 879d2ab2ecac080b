"""Small pictures beside the steps that send messages: drawn when seen, once, and never in the way of the words."""

import pytest
from PySide6.QtCore import Qt

from studio.errors import StudioError
from widgets.deliver.glimpse import GlimpseButton
from widgets.deliver.sheet_view import StepTitle


@pytest.fixture
def at_brevo(desk, show, add_account, brevo_fake):
    add_account(desk, "brevo", brevo_fake)
    screen = show(desk)
    screen.delivery.choose(target="brevo")
    return screen


@pytest.fixture
def pictures(at_brevo):
    return at_brevo.plan.sheet.findChildren(GlimpseButton)


def test_each_step_that_sends_a_message_has_its_picture(pictures):
    assert len(pictures) >= 3
    assert len({picture.accessibleName() for picture in pictures}) == len(pictures)


def test_nothing_is_drawn_before_it_is_seen(pictures, outside):
    assert sum(len(camera.pages) for camera in outside.cameras) < len(pictures)


def test_a_picture_is_drawn_once_when_it_is_seen(pictures, outside):
    for _ in range(2):
        image = pictures[0].grab().toImage()
    assert [page.key for camera in outside.cameras for page in camera.pages] == ["reminder"]
    assert image.pixelColor(image.width() // 2, image.height() // 2).red() == 255


def test_an_unchanged_message_is_not_drawn_again_for_another_plan(at_brevo, pictures, outside):
    pictures[0].grab()
    at_brevo.delivery.plan()
    at_brevo.plan.sheet.findChildren(GlimpseButton)[0].grab()
    assert sum(len(camera.pages) for camera in outside.cameras) == 1


def test_a_press_shows_the_message_large(qtbot, at_brevo, pictures, desk):
    pictures[0].setFocus()
    qtbot.keyClick(pictures[0], Qt.Key.Key_Space)
    assert at_brevo.plan.sheet.seen.windowTitle() == desk.session.project.messages["reminder"].name
    at_brevo.plan.sheet.seen.close()


def test_a_machine_that_cannot_draw_shows_an_envelope(desk, show, add_account, brevo_fake):
    def unable(_ears, _shelf):
        raise StudioError("E-mails cannot be drawn on this machine.")

    add_account(desk, "brevo", brevo_fake)
    screen = show(desk, make_view=unable)
    screen.delivery.choose(target="brevo")
    button = screen.plan.sheet.findChildren(GlimpseButton)[0]
    image = button.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() - 10).green() > 200


def test_the_sheet_counts_what_is_done(at_brevo):
    sheet = at_brevo.plan.sheet
    total = len(sheet.rows.rows)
    assert sheet.count.text() == f"0 of {total}"
    sheet.rows.rows[0].tick.click()
    assert (sheet.count.text(), sheet.bar.value()) == (f"1 of {total}", 1)


def test_a_press_on_the_words_ticks_too(qtbot, at_brevo):
    row = at_brevo.plan.sheet.rows.rows[0]
    qtbot.mouseClick(row.findChildren(StepTitle)[0], Qt.MouseButton.LeftButton)
    assert row.tick.value


def test_all_done_is_said(at_brevo):
    for row in at_brevo.plan.sheet.rows.rows:
        row.tick.click()
    assert at_brevo.plan.sheet.count.text() == "All done"
