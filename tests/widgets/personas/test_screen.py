"""Readers are chosen, made, copied, removed and used in previews."""

from dataclasses import replace

import pytest
from immutables import Map
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from studio.edits.shelf import keep, remove_persona
from studio.model.persona import CartEvent, CartItem, Persona
from studio.render.personas import sample_personas
from widgets.parts.section import Section
from widgets.personas.people import order_of
from widgets.personas.traits import traits


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def run(desk, name):
    desk.actions[f"personas.{name}"].trigger()


@pytest.mark.parametrize(
    ("persona", "special"),
    [
        ("kari", ["2 orders"]),
        ("uten-navn", ["no first name", "new customer"]),
        ("langt-navn", ["very long name", "7 orders"]),
        ("tolv-varer", ["12 products", "12 orders"]),
        ("tom-kurv", ["empty cart", "new customer"]),
        ("tegn", ["unusual signs in the name", "new customer"]),
    ],
)
def test_what_makes_a_reader_special_is_told(cart_project, persona, special):
    assert [str(trait) for trait in traits(cart_project[0].personas[persona])] == special


def test_other_traits_are_told_too():
    event = CartEvent(first_name="Bo", items=(CartItem("a", "A", 5.0),), total=4.0)
    told = [str(trait) for trait in traits(Persona("a", "A", event, orders=1, consents=()))]
    assert told == ["a total of its own", "a product without a picture", "no e-mail", "has bought once"]


def test_readers_stand_in_the_order_of_their_names(screen, desk):
    assert list(screen.people.buttons) == order_of(desk.session.project)


def test_a_click_edits_a_reader(screen, qtbot):
    press(qtbot, screen.people.buttons["sanne"])
    assert screen.editor.shown == "sanne"
    assert screen.editor.frames["name"].field.value == screen.heading.text()


def test_the_arrows_walk_through_the_list(screen, qtbot):
    screen.people.focus("kari")
    qtbot.keyClick(screen.people.buttons["kari"], Qt.Key.Key_Down)
    ids = list(screen.people.buttons)
    assert screen.editor.shown == ids[ids.index("kari") + 1]
    assert screen.people.buttons[screen.editor.shown].hasFocus()


def test_a_new_reader_is_edited_at_once_and_undo_leads_back(screen, desk):
    run(desk, "new")
    made = desk.session.project.personas[screen.editor.shown]
    assert (made.name, made.language, made.event.currency) == ("New reader", "nb", "NOK")
    desk.session.stack.undo()
    assert made.id not in screen.people.buttons


def test_a_copy_is_edited_at_once(screen, desk, kari):
    run(desk, "duplicate")
    copy = desk.session.project.personas[screen.editor.shown]
    assert (copy.id != "kari", copy.event, copy.name) == (True, kari().event, f"{kari().name} copy")


def test_a_removed_reader_comes_back_and_is_edited_again(screen, desk, notices):
    run(desk, "remove")
    assert "kari" not in screen.people.buttons
    notices[-1].act()
    assert screen.editor.shown == "kari"


def test_a_colleague_who_removes_a_reader_leaves_us_with_another(screen, desk):
    desk.session.receive(remove_persona(desk.session.project, "kari"))
    assert screen.editor.shown in desk.session.project.personas


def test_a_colleague_who_adds_a_reader_does_not_disturb(screen, desk):
    desk.session.receive(keep(desk.session.project, Persona("new", "Aa", CartEvent())))
    assert screen.editor.shown == "kari"
    assert next(iter(screen.people.buttons)) == "new"


def test_previews_show_the_reader_that_is_used(screen, desk):
    run(desk, "use")
    assert desk.here.spot.persona == "kari"
    assert "in previews" in screen.people.buttons["kari"].accessibleName()


def test_without_readers_the_screen_offers_the_hard_ones(screen, desk, qtbot, notices):
    desk.session.open(replace(desk.session.project, personas=Map()))
    assert screen.states.state == "empty"
    press(qtbot, screen.states.message.button)
    assert len(screen.people.buttons) == len(sample_personas())
    assert screen.states.state == "content"


def test_the_hard_ones_come_once(screen, desk, notices):
    before = desk.session.project
    run(desk, "hard")
    assert desk.session.project is before
    assert notices[-1].text == "They are all here already."


def test_without_readers_the_other_deeds_rest(screen, desk):
    desk.session.open(replace(desk.session.project, personas=Map()))
    assert not any(desk.actions[f"personas.{name}"].isEnabled() for name in ("use", "duplicate", "remove"))
    run(desk, "product")
    assert desk.session.stack.count() == 0


def test_at_the_least_size_nothing_is_cut(screen, qtbot):
    screen.resize(1024, 664)
    sections = screen.findChildren(Section)
    qtbot.waitUntil(lambda: all(section.is_stacked for section in sections))
    assert screen.editor.width() <= 1024 - screen.people.width()


def test_every_field_has_a_name(screen):
    shown = [
        field for field in screen.findChildren(QLineEdit) if field.isVisible() and "spinbox" not in field.objectName()
    ]
    assert [field for field in shown if not field.accessibleName()] == []
