"""The main screens look as they were accepted to look: a panel that is missing or blank fails."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from tests.likeness import ACCEPTED, HIGH, STOPS, WIDE, draw, small, unlike


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Return the folder of the pictures as the window draws them now."""
    folder = tmp_path_factory.mktemp("pictures")
    draw(folder)
    return folder


def accepted(stop):
    return QImage(str(ACCEPTED / f"{stop}.png"))


@pytest.mark.parametrize("stop", STOPS)
def test_a_screen_looks_as_it_was_accepted(drawn, stop):
    picture = QImage(str(drawn / f"{stop}-light.png"))
    assert (picture.width() / picture.height()) == pytest.approx(WIDE / HIGH)
    assert unlike(small(picture), accepted(stop)) == "", f"{drawn / stop}-light.png; see CONTRIBUTING, Pictures"


def blanked(picture, place):
    """Return a picture with a part of it painted over in its own ground."""
    made = QImage(picture)
    painter = QPainter(made)
    painter.fillRect(place, picture.pixelColor(place.center()))
    painter.end()
    return made


PANELS = {
    "rail": ("library", QRect(0, 0, 8, 90)),
    "top bar": ("write", QRect(8, 0, 136, 6)),
    "manuscript": ("write", QRect(8, 6, 96, 84)),
    "cards": ("gallery", QRect(8, 20, 96, 70)),
    "side panel": ("gallery", QRect(105, 6, 39, 84)),
    "targets": ("deliver", QRect(8, 6, 28, 84)),
    "plan": ("deliver", QRect(36, 6, 74, 84)),
    "push": ("deliver", QRect(111, 6, 33, 84)),
    "tree": ("flow", QRect(8, 6, 96, 84)),
}


@pytest.mark.parametrize("panel", PANELS)
def test_a_missing_panel_is_noticed(panel):
    stop, place = PANELS[panel]
    assert unlike(blanked(accepted(stop), place), accepted(stop)) != ""


@pytest.mark.parametrize("stop", STOPS)
def test_a_blank_screen_is_noticed(stop):
    assert unlike(blanked(accepted(stop), QRect(0, 0, WIDE, HIGH)), accepted(stop)) != ""


def test_no_screen_is_taken_for_another():
    alike = [
        (one, other) for one in STOPS for other in STOPS if one < other and not unlike(accepted(one), accepted(other))
    ]
    assert alike == []


@pytest.mark.parametrize("stop", STOPS)
def test_a_few_other_words_are_let_be(stop):
    place = QRect(44, 44, 24, 3)
    assert unlike(blanked(accepted(stop), place), accepted(stop)) == ""
