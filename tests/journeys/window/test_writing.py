"""What was written is there again: undone, closed and reopened, in two languages, in two interface languages."""

from PySide6.QtCore import Qt

from tests.journeys.window.person import ALT, CTRL, KEY, SHIFT
from widgets.write.engine.rows import State


def words(person, block, language="nb"):
    return person.project.blocks[block].words("text", language)


def row_of(person, block):
    return next(row for row in person.screen.view.rows if row.block == block and row.field == "text")


def test_what_was_written_is_there_again_at_its_place_after_closing(demo, again):
    kari = demo()
    block = kari.caret_to("paragraph").block
    kari.type("Hei der! ")
    kari = again(kari, demo=True)
    kari.wait_for_screen("write")
    assert words(kari, block).startswith("Hei der! ")
    assert kari.desk.here.spot.message == row_of(kari, block).message
    assert "Fjellvik" in kari.window.windowTitle()


def test_what_was_undone_stays_undone_after_closing(demo, again):
    kari = demo()
    block = kari.caret_to("paragraph").block
    before = words(kari, block)
    kari.type("Ny setning. ")
    kari.press(KEY.Key_Z, CTRL)
    assert words(kari, block) == before
    kari = again(kari, demo=True)
    kari.wait_for_screen("write")
    assert words(kari, block) == before


def test_a_window_closed_at_once_saves_first(demo, again):
    kari = demo()
    block = kari.caret_to("paragraph").block
    kari.type("Siste ord. ")
    assert kari.window.bar.saved.text() == "Saving…"
    kari = again(kari, demo=True)
    kari.wait_for_screen("write")
    assert words(kari, block).startswith("Siste ord. ")


def test_a_new_client_s_sequence_is_open_again_after_closing(kari, again):
    kari.run("new from preset")
    kari.wait_for_screen("gallery")
    kari.idle()
    kari.click(kari.button("Make the sequence"))
    kari.fill("Name of the client", "Bakeriet Ask", kari.wait_for_sheet())
    kari.click(kari.button("Make the sequence", kari.sheet))
    kari.wait_for_screen("write")
    kari = again(kari)
    kari.wait_for_screen("write")
    assert kari.project.brand.name == "Bakeriet Ask"


def test_a_translation_goes_stale_and_is_marked_as_checked(demo):
    kari = demo()
    row = kari.caret_to("paragraph")
    kari.type("Hei der! ")
    kari.press(KEY.Key_Tab, CTRL)
    assert kari.desk.here.spot.language == "sv"
    assert row_of(kari, row.block).state is State.STALE
    kari.caret_to_row(row_of(kari, row.block))
    kari.press(KEY.Key_C, CTRL | ALT)
    assert row_of(kari, row.block).state is State.WRITTEN
    kari.press(KEY.Key_Z, CTRL)
    assert row_of(kari, row.block).state is State.STALE


def test_the_window_speaks_norwegian_and_english_again_around_the_same_words(demo):
    kari = demo()
    block = kari.caret_to("paragraph").block
    kari.type("Hei der! ")
    kari.go("preferences")
    kari.choose_language("nb")
    assert kari.desk.words.language == "nb"
    assert kari.window.rail._items["library"].text() != "Library"
    kari.go("write")
    assert words(kari, block).startswith("Hei der! ")
    kari.press(KEY.Key_Z, CTRL)
    assert not words(kari, block).startswith("Hei der! ")
    kari.go("preferences")
    kari.choose_language("en")
    assert kari.window.rail._items["library"].text() == "Library"


def brightness(person):
    return person.window.grab().toImage().scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation).pixelColor(0, 0)


def test_the_theme_is_switched_while_one_writes(demo):
    kari = demo()
    light = brightness(kari)
    kari.press(KEY.Key_L, CTRL | SHIFT)
    assert brightness(kari).lightness() < 80
    kari.press(KEY.Key_L, CTRL | SHIFT)
    assert brightness(kari).lightness() > 200
    assert abs(brightness(kari).lightness() - light.lightness()) < 3
