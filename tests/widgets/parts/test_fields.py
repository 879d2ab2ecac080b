"""The frame of a field: its label, its hint, and what is wrong in one sentence."""

import pytest
from PySide6.QtCore import Qt

from widgets.parts.fields import AreaField, ChoiceField, Field, LineField, NumberField

KINDS = {
    "line": lambda look: LineField(look, "Name"),
    "area": lambda look: AreaField(look, "Name"),
    "choice": lambda look: ChoiceField(look, "Name", [("a", "A")]),
    "number": lambda look: NumberField(look, "Name", 0, 9),
}


@pytest.fixture(params=sorted(KINDS))
def framed(look, shown, request):
    return shown(Field(look, "Name", KINDS[request.param](look), "As your customers know you"))


def has_colour(widget, color):
    image = widget.grab().toImage()
    middle = image.height() // 2
    return color in {image.pixelColor(x, middle).name().upper() for x in range(3)}


def test_what_is_wrong_takes_the_place_of_the_hint(framed):
    framed.say_wrong("The name is empty.")
    assert (framed.is_wrong, framed.field.accessibleDescription()) == (True, "The name is empty.")
    framed.say_wrong("")
    assert (framed.is_wrong, framed.field.accessibleDescription()) == (False, "As your customers know you")


def test_a_wrong_field_wears_the_bad_colour(framed, look):
    framed.field.clearFocus()
    bad = look.tokens.colors["bad"]
    assert not has_colour(framed.field, bad)
    framed.say_wrong("No.")
    assert has_colour(framed.field, bad)


def test_the_focus_goes_to_the_field(framed):
    framed.activateWindow()
    framed.setFocus(Qt.FocusReason.TabFocusReason)
    assert framed.field.hasFocus()


def test_a_focused_field_wears_the_accent_and_moves_nothing(framed, look):
    framed.activateWindow()
    framed.field.clearFocus()
    before = framed.field.geometry(), framed.sizeHint()
    framed.field.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_colour(framed.field, look.tokens.colors["accent"])
    assert (framed.field.geometry(), framed.sizeHint()) == before


def test_another_hint_waits_until_nothing_is_wrong(framed):
    framed.say_wrong("No.")
    framed.set_hint("Short")
    assert framed.field.accessibleDescription() == "No."
    framed.say_wrong("")
    assert framed.field.accessibleDescription() == "Short"
