"""Small pictures beside the steps that send messages: drawn when seen, once, and never in the way of the words."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.model.findings import Place
from tests.studio.exporters.projects import send, work
from widgets.deliver.glimpse import GlimpseButton
from widgets.deliver.glimpses import Glimpses
from widgets.deliver.sheet_view import CopyButton, StepRow, StepTitle
from widgets.parts.labels import Label


@pytest.fixture
def at_brevo(desk, show, add_account, brevo_fake):
    add_account(desk, "brevo", brevo_fake)
    screen = show(desk)
    screen.delivery.choose(target="brevo")
    return screen


@pytest.fixture
def pictures(at_brevo):
    return shown(at_brevo)


def shown(screen):
    """Return the pictures beside the steps of the plan that is shown now."""
    return [picture for row in screen.plan.sheet.rows.rows for picture in row.findChildren(GlimpseButton)]


def placed(row, widget):
    """Return where a part of a row stands in it."""
    return QRect(widget.mapTo(row, QPoint(0, 0)), widget.size())


def test_each_step_that_sends_a_message_has_its_picture(pictures):
    assert len(pictures) >= 3
    assert len({picture.accessibleName() for picture in pictures}) == len(pictures)


def test_each_version_of_a_tested_e_mail_has_its_picture(pictures, desk):
    project, named = desk.session.project, [picture.accessibleName() for picture in pictures]
    message = project.messages["reminder"]
    names = [f"{message.name} {project.variants[one].name}" for one in message.variants]
    assert len(names) == 2
    assert [said for said in named if message.name in said] == [f"See “{name}” as its reader gets it" for name in names]


def test_pictures_of_versions_stand_beside_each_other(pictures):
    first, second = pictures[:2]
    assert first.parent() is second.parent()
    assert first.geometry().right() < second.geometry().left()
    assert first.parent().rect().contains(second.geometry())


def test_more_versions_than_fit_beside_each_other_stand_below(qtbot, at_brevo):
    sheet = at_brevo.plan.sheet
    step = next(one for one in sheet.prepared.steps if one.task.step.place.message)
    pictures = (*sheet._pictures(step), *sheet._pictures(step))[:3]
    row = StepRow(sheet._delivery, step, 1, pictures, tell_language=False)
    qtbot.addWidget(row)
    row.resize(600, row.heightForWidth(600))
    row.show()
    assert pictures[2].y() > pictures[0].geometry().bottom()
    assert row.rect().contains(placed(row, pictures[2]))


@pytest.mark.parametrize(("width", "beside"), [(600, True), (360, False)])
def test_pictures_stand_under_the_words_of_a_narrow_row(qtbot, at_brevo, width, beside):
    row = next(row for row in at_brevo.plan.sheet.rows.rows if len(row.pictures) == 2)
    row.setParent(None)
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()
    seen, words = placed(row, row.pictures[0]), placed(row, row.findChildren(Label)[-1])
    assert (seen.left() > words.right(), seen.top() > words.bottom()) == (beside, not beside)
    assert row.rect().contains(placed(row, row.pictures[1]))


def test_nothing_is_left_empty_below_the_last_words_of_the_page(qtbot, at_brevo):
    page = at_brevo.plan.page.widget()
    qtbot.wait(50)
    assert page.height() == page.heightForWidth(page.width())


def test_the_name_of_a_text_to_copy_gives_way_and_is_told(qtbot, look):
    button = CopyButton(look, "Copy: Name of the e-mail template “The third reminder (nb)”", "Tursko")
    qtbot.addWidget(button)
    button.show()
    button.resize(button.minimumSizeHint())
    assert button.width() < button.sizeHint().width() / 3
    assert button.toolTip() == "Copy: Name of the e-mail template “The third reminder (nb)”\n\nTursko"
    button.resize(button.sizeHint())
    assert button.toolTip() == "Tursko"


def test_a_version_s_name_stands_on_its_picture(pictures):
    first, second = (picture.grab().toImage() for picture in pictures[:2])
    assert first != second


def test_each_version_is_drawn_as_it_is(pictures, outside):
    for picture in pictures[:2]:
        picture.grab()
    pages = [page for camera in outside.cameras for page in camera.pages]
    assert [page.key for page in pages] == ["reminder", "reminder"]
    assert pages[0].html != pages[1].html


def test_a_press_shows_the_version_that_was_pressed(qtbot, at_brevo, pictures, desk):
    qtbot.mouseClick(pictures[1], Qt.MouseButton.LeftButton)
    seen = at_brevo.plan.sheet.seen
    second = desk.session.project.messages["reminder"].variants[1]
    assert seen.glance.reading.rendered.variant == second
    assert seen.windowTitle().endswith(f" {desk.session.project.variants[second].name}")
    seen.close()


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
    shown(at_brevo)[0].grab()
    assert sum(len(camera.pages) for camera in outside.cameras) == 1


def test_a_press_shows_the_message_large(qtbot, at_brevo, pictures, desk):
    pictures[0].setFocus()
    qtbot.keyClick(pictures[0], Qt.Key.Key_Space)
    assert at_brevo.plan.sheet.seen.windowTitle() == f"{desk.session.project.messages['reminder'].name} A"
    at_brevo.plan.sheet.seen.close()


def test_a_machine_that_cannot_draw_shows_an_envelope(desk, show, add_account, brevo_fake):
    def unable(_ears, _shelf):
        raise StudioError("E-mails cannot be drawn on this machine.")

    add_account(desk, "brevo", brevo_fake)
    screen = show(desk, make_view=unable)
    screen.delivery.choose(target="brevo")
    button = shown(screen)[0]
    image = button.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() - 10).green() > 200


@pytest.mark.parametrize("message", ["s1", "n1", "w1"])
def test_a_short_message_is_drawn_on_a_phone_without_a_camera(qtbot, desk, message):
    home = QWidget()
    qtbot.addWidget(home)
    glimpses, flow = Glimpses(desk, home, make_view=None), work(send(message))
    glimpses.take(flow.project)
    place = Place(sequence=flow.sequence, message=message, language="nb")
    glimpses.picture(place)
    colors = {glimpses.picture(place).toImage().pixel(x, y) for x in range(0, 160, 2) for y in range(0, 200, 2)}
    assert len(colors) > 3


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
