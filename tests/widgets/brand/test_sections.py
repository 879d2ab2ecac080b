"""Colours with their contrast, facts, links and pictures."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage

from studio.edits.brand import remove_fact
from widgets.notices import Tone


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


@pytest.fixture
def picture(tmp_path):
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill("red")
    image.save(str(tmp_path / "logo.png"))
    return tmp_path / "logo.png"


def test_a_colour_is_typed_and_its_contrast_told(screen, qtbot, brand):
    write(qtbot, screen.colours.fields["muted"].line, "A09080")
    assert brand().colors.muted == "#A09080"
    assert screen.colours.chips["muted"].text() == "2.7 : 1"
    assert "“Quiet text” on “Around it”: 2.7 : 1" in screen.colours.verdict.text()


def test_a_ground_changes_the_contrast_of_what_stands_on_it(screen, qtbot):
    write(qtbot, screen.colours.fields["dark_accent"].line, "2F6C6E")
    assert screen.colours.chips["dark_on_accent"].text() == "2.6 : 1"
    assert "in the dark" in screen.colours.verdict.text()


def test_good_colours_are_praised_in_one_sentence(screen):
    assert screen.colours.verdict.text() == "All words can be read, in light and in dark."


def test_half_a_colour_changes_nothing(screen, qtbot, brand):
    before = brand()
    write(qtbot, screen.colours.fields["ink"].line, "#12")
    assert brand() is before


def test_a_fact_is_written_in_its_language(screen, qtbot, brand, desk):
    write(qtbot, screen.facts.cells["place", "sv"], "Sundsvall")
    assert brand().facts["place"].words("sv") == "Sundsvall"
    desk.session.stack.undo()
    assert screen.facts.cells["place", "sv"].value == brand().facts["place"].words("sv") != "Sundsvall"


def test_a_fact_that_lacks_a_language_is_marked_where_copy_names_it(screen, qtbot):
    cell = screen.facts.cells["return_days", "sv"]
    cell.setFocus()
    cell.selectAll()
    qtbot.keyClick(cell, Qt.Key.Key_Delete)
    shown = {name for name, dot in screen.facts.dots.items() if not dot.isHidden()}
    assert shown == {"return_days"}


def test_a_new_fact_begins_in_its_first_language(screen, qtbot, brand):
    qtbot.keyClicks(screen.facts.name, "Opening day")
    qtbot.keyClick(screen.facts.name, Qt.Key.Key_Return)
    qtbot.keyClicks(screen.facts.cells["opening_day", "nb"], "mandag")
    assert brand().facts["opening_day"].words("nb") == "mandag"
    assert screen.facts.cells["opening_day", "nb"].hasFocus()


@pytest.mark.parametrize("words", ["place", "123", "Name"])
def test_a_fact_that_cannot_be_is_refused_under_its_field(screen, qtbot, brand, words):
    before = brand()
    qtbot.keyClicks(screen.facts.name, words)
    press(qtbot, screen.facts.add)
    assert screen.facts.frame.is_wrong
    assert brand() is before


def test_removing_a_fact_says_where_copy_names_it(screen, qtbot, brand, notices, desk):
    press(qtbot, screen.facts.removers["return_days"])
    assert "return_days" not in brand().facts
    assert (notices[-1].tone, "copy names it" in notices[-1].text) == (Tone.WARN, True)
    notices[-1].act()
    assert "return_days" in brand().facts


def test_what_copy_names_stays_in_the_table_without_a_fact(screen, desk):
    desk.session.do("", remove_fact(desk.session.project, "return_days"))
    assert ("return_days", "nb") in screen.facts.cells
    assert screen.facts.removers["return_days"].isHidden()


def test_links_are_added_moved_and_removed(screen, qtbot, brand, notices):
    press(qtbot, screen.socials.add)
    qtbot.keyClicks(screen.socials.cells[2][0], "Blog")
    press(qtbot, screen.socials.buttons[2][0])
    assert [link.label for link in brand().socials] == ["Instagram", "Blog", "Facebook"]
    press(qtbot, screen.socials.buttons[0][2])
    assert [link.label for link in brand().socials] == ["Blog", "Facebook"]
    notices[-1].act()
    assert [cells[0].value for cells in screen.socials.cells] == ["Instagram", "Blog", "Facebook"]


def test_a_link_that_leads_nowhere_is_told_under_the_table(screen, qtbot):
    cell = screen.socials.cells[0][1]
    write(qtbot, cell, "no way")
    screen.socials.cells[1][1].setFocus()
    assert screen.socials.wrong.text() == "An address has no spaces."
    write(qtbot, cell, "blog.no")
    screen.socials.cells[1][1].setFocus()
    assert (cell.value, screen.socials.wrong.isHidden()) == ("https://blog.no", True)


def test_a_logo_is_chosen_shown_described_and_removed(screen, qtbot, brand, desk, answers, picture, notices):
    answers.path, field = picture, screen.pictures.logo
    press(qtbot, field.choose)
    assert desk.session.project.assets[brand().logo].width == 40
    assert field.frame.image.width() == 40
    qtbot.keyClicks(field.alts["nb"], "Merket vårt")
    assert desk.session.project.assets[brand().logo].alt.words("nb") == "Merket vårt"
    press(qtbot, field.remove)
    assert (brand().logo, field.frame.image.isNull()) == ("", True)


def test_a_picture_is_dropped_into_its_frame(screen, brand, picture):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    screen.pictures.portrait.frame.dropEvent(drop)
    assert screen.pictures.portrait.frame.image.width() == 40
    assert brand().portrait


def test_what_is_no_picture_is_told_under_the_frame(screen, qtbot, brand, answers, tmp_path):
    (tmp_path / "notes.txt").write_text("no picture")
    answers.path = tmp_path / "notes.txt"
    press(qtbot, screen.pictures.logo.choose)
    assert "use PNG, JPEG or GIF" in screen.pictures.logo.wrong.text()
    assert not brand().logo


def test_the_brand_goes_out_and_comes_back(screen, brand, desk, answers, tmp_path, notices):
    before, answers.path = brand(), tmp_path / "brand.toml"
    desk.actions["brand.export"].trigger()
    desk.session.do("", remove_fact(desk.session.project, "place"))
    desk.actions["brand.import"].trigger()
    assert brand() == before
    notices[-1].act()
    assert "place" not in brand().facts


def test_a_faulty_brand_file_is_named_and_changes_nothing(screen, brand, desk, answers, tmp_path):
    refused, before = [], brand()
    desk.tasks.failed.connect(refused.append)
    answers.path = Path(tmp_path, "brand.toml")
    answers.path.write_text("schema = 1\nnmae = 'x'\n")
    desk.actions["brand.import"].trigger()
    assert "line 2" in str(refused[0])
    assert brand() is before
