"""The e-mail beside the brand follows it, after a pause."""

from dataclasses import replace

from immutables import Map
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from studio.model.trade import MailTheme
from widgets.parts.section import Section


def last(screen):
    return screen.panel.glance.shown[-1]


def test_the_message_where_the_writer_is_is_shown_in_the_brand_s_theme(screen, desk):
    project, message, language, dark = last(screen)
    spot = desk.here.spot
    assert (message, language, dark) == (spot.message, "nb", False)
    assert project.messages[message].theme is MailTheme.LETTER


def test_both_themes_and_both_modes_are_shown_without_an_edit(screen, qtbot, desk):
    qtbot.mouseClick(screen.panel.themes.pill("shop"), Qt.MouseButton.LeftButton)
    desk.actions["brand.dark"].trigger()
    project, message, _, dark = last(screen)
    assert (project.messages[message].theme, dark) == (MailTheme.SHOP, True)
    assert desk.session.stack.count() == 0


def test_a_change_is_shown_after_a_pause(screen, qtbot):
    shown = len(screen.panel.glance.shown)
    field = screen.identity.frames["name"].field
    field.setFocus()
    qtbot.keyClicks(field, "Nye ")
    assert len(screen.panel.glance.shown) == shown
    qtbot.waitUntil(lambda: len(screen.panel.glance.shown) == shown + 1)
    assert last(screen)[0].brand.name == "Nye Fjellvik Sko"


def test_nothing_is_set_while_nobody_looks(screen, desk, qtbot):
    shown = len(screen.panel.glance.shown)
    screen.hide()
    desk.here.go(language="sv")
    assert not screen.panel._pause.isActive()
    screen.show()
    screen.entered()
    assert [each[2] for each in screen.panel.glance.shown[shown:]] == ["sv"]


def test_without_an_e_mail_the_panel_says_so(screen, desk):
    bare = replace(desk.session.project, sequence_order=(), sequences=Map(), messages=Map(), blocks=Map())
    desk.session.open(replace(bare, variants=Map()))
    screen.panel.show_now()
    assert screen.panel.states.state == "empty"


def test_at_the_least_size_nothing_is_cut(screen, qtbot):
    screen.resize(1024, 664)
    sections = screen.findChildren(Section)
    assert all(section.is_stacked for section in sections)
    page = sections[0].parentWidget().parentWidget()
    assert page.width() <= screen.width() - screen.panel.width()
    qtbot.waitUntil(lambda: screen.facts.table.sideways.horizontalScrollBar().maximum() == 0)


def test_every_field_has_a_name(screen):
    assert [field for field in screen.findChildren(QLineEdit) if field.isVisible() and not field.accessibleName()] == []
