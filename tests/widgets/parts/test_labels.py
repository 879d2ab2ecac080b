"""Labels say plain words, give way where room lacks, and wear the theme."""

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from widgets.parts.labels import Elided, Heading, Label, Overline
from widgets.theme.lines import leading


def ink_of(widget):
    """Return the darkest or lightest colour that the words are painted in."""
    image = widget.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda pixel: abs(pixel.lightness() - ground.lightness())).name().upper()


def test_markup_is_shown_as_it_is_written(look, shown):
    label = shown(Label(look, "<b>Sale</b>"))
    plain = shown(Label(look, "Sale"))
    assert label.sizeHint().width() > plain.sizeHint().width() + 20


@pytest.mark.parametrize("wrap", [False, True])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_wear_their_token_in_either_theme(look, shown, wrap, theme):
    label = shown(Label(look, "lllllll\nHHHHHH", "smallstrong", "bad", wrap=wrap), 90)
    look.choose(theme)
    near, meant = (int(color[1:3], 16) for color in (ink_of(label), look.tokens.colors["bad"]))
    assert abs(near - meant) < 30


def test_a_label_within_a_button_keeps_its_colour(look, shown):
    button, label = QPushButton(), Label(look, "HHHHHH", "strong", "accent")
    button.setLayout(QVBoxLayout())
    button.layout().addWidget(label)
    shown(button)
    assert ink_of(label) == look.tokens.colors["accent"]


def test_another_token_is_taken_at_once(look, shown):
    label = shown(Label(look, "HHHHHH", "strong"))
    label.set_color("accent")
    assert ink_of(label) == look.tokens.colors["accent"]


def test_wrapped_words_grow_downwards_with_air_between(look, shown):
    label = shown(Label(look, "five letters and a few more " * 6, wrap=True))
    assert label.heightForWidth(200) % leading(label.font()) == 0
    assert label.heightForWidth(200) > label.heightForWidth(400) > leading(label.font())


def test_line_breaks_of_the_writer_stay(look):
    assert Label(look, "a\nb\nc", wrap=True).heightForWidth(300) == 3 * leading(look.font("body"))


def test_what_does_not_fit_ends_in_an_ellipsis_and_is_told_by_the_tooltip(look, shown):
    label = shown(Elided(look, "a name that is longer than its place"), 60)
    assert label.shown().endswith("…")
    assert label.toolTip() == "a name that is longer than its place"


def test_what_fits_needs_no_tooltip(look, shown):
    label = shown(Elided(look, "short"), 300)
    assert (label.shown(), label.toolTip()) == ("short", "")


def test_one_line_stays_one_line(look):
    assert Elided(look, "two\nlines").text() == "two lines"


def test_section_labels_are_read_aloud_as_written(look):
    assert (Overline(look, "When").text(), Heading(look, "Begin").text()) == ("When", "Begin")
