"""The look: one choice dresses everything, and the system is followed where the person wants that."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip

from widgets.theme.fonts import FACES, ROLES, SANS, SERIF
from widgets.theme.look import Look
from widgets.theme.sheet import style_sheet


class Hints:
    """The system's wish, as a test sets it."""

    def __init__(self, scheme):
        self.scheme = scheme

    def colorScheme(self):  # noqa: N802 - Qt's name
        return self.scheme


def test_a_choice_tells_everyone(look, qtbot):
    with qtbot.waitSignal(look.changed):
        look.choose("dark")
    assert look.is_dark


@pytest.mark.parametrize(("scheme", "dark"), [(Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)])
def test_system_means_what_the_system_says(look, monkeypatch, scheme, dark):
    look.choose("system")
    monkeypatch.setattr(QApplication, "styleHints", lambda: Hints(scheme))
    assert look.is_dark is dark


def test_the_system_changes_the_look_only_of_who_follows_it(look, qtbot):
    hints = QApplication.styleHints()
    with qtbot.assertNotEmitted(look.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    look.choose("system")
    with qtbot.waitSignal(look.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_a_field_is_painted_anew_when_the_theme_changes(look, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(120, 36)
    grounds = []
    for theme in ("light", "dark"):
        look.choose(theme)
        grounds.append((field.grab().toImage().pixelColor(80, 18).name().upper(), look.tokens.colors["surface"]))
    assert all(seen == meant for seen, meant in grounds)


def test_the_palette_has_the_tokens(look):
    assert QApplication.palette().color(QPalette.ColorRole.Accent) == look.color("accent")


@pytest.mark.parametrize("role", sorted(ROLES))
def test_each_role_has_its_own_face(look, role):
    font, (family, pixels, weight, italic) = look.font(role), ROLES[role]
    found = QFontInfo(font)
    assert (found.family(), found.pixelSize(), found.weight(), found.italic()) == (family, pixels, weight, italic)


def test_only_the_faces_of_the_roles_are_loaded():
    wanted = {(family, weight, italic) for family, _, weight, italic in ROLES.values()}
    spare = {(SERIF, 600, True)}
    assert sum(map(len, FACES.values())) == len(wanted | spare)


def test_changing_a_font_one_was_given_changes_no_other(look):
    look.font("body").setPixelSize(40)
    assert look.font("body").pixelSize() == 14


@pytest.mark.parametrize("kind", [QMenu, QLineEdit])
def test_nothing_has_a_font_of_qt_s_own(look, qtbot, kind):
    widget = kind()
    qtbot.addWidget(widget)
    assert widget.font().family() == SANS
    assert QToolTip.font().family() == SANS


def test_no_movement_takes_time_for_who_wants_none(look):
    assert (look.duration(150), Look("light", reduced_motion=True).duration(150)) == (150, 0)


def test_the_sheets_of_screens_follow_the_common_one(look):
    sheet = style_sheet(look.tokens)
    assert "QScrollBar" in sheet
    assert "{{" not in sheet
