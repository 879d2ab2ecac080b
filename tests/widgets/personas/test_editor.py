"""What a person types about a reader is the reader at once."""

import pytest
from PySide6.QtCore import Qt

from studio.edits.personas import cart_total


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


def frame(screen, path):
    return screen.editor.frames[path]


@pytest.mark.parametrize("field", ["first_name", "last_name", "email", "phone", "url"])
def test_a_keystroke_is_the_reader_at_once(screen, qtbot, kari, field):
    write(qtbot, frame(screen, f"event.{field}").field, "1")
    assert getattr(kari().event, field) == "1"


def test_a_name_shows_in_list_and_heading_while_it_is_written(screen, qtbot, desk):
    write(qtbot, frame(screen, "name").field, "Zz")
    assert screen.heading.text() == "Zz"
    assert screen.people.buttons["kari"].accessibleName().startswith("Zz, Norsk")
    desk.session.stack.undo()
    assert screen.heading.text() == "Kari, ett par støvler"


@pytest.mark.parametrize(("path", "words"), [("event.email", "kari"), ("event.phone", "abc"), ("event.url", "no way")])
def test_an_address_that_is_none_is_told_under_its_field(screen, qtbot, path, words):
    write(qtbot, frame(screen, path).field, words)
    qtbot.keyClick(frame(screen, path).field, Qt.Key.Key_Return)
    assert frame(screen, path).is_wrong
    screen.show_persona("sanne")
    assert not frame(screen, path).is_wrong


def test_language_and_orders_are_chosen(screen, qtbot, kari):
    screen.editor.language.setFocus()
    qtbot.keyClicks(screen.editor.language, "Sv")
    write(qtbot, frame(screen, "orders").field, "7")
    assert (kari().language, kari().orders) == ("sv", 7)


def test_consents_are_clicked(screen, qtbot, kari, desk):
    press(qtbot, screen.editor.chips["sms"])
    press(qtbot, screen.editor.chips["whatsapp"])
    assert kari().consents == ("email", "push", "whatsapp")
    desk.session.stack.undo()
    assert not screen.editor.chips["whatsapp"].isChecked()


def test_a_currency_is_found_by_its_name(screen, qtbot, kari):
    field = frame(screen, "event.currency").field
    field.showPopup()
    qtbot.keyClicks(field.picker.field, "danish")
    qtbot.keyClick(field.picker.field, Qt.Key.Key_Return)
    assert kari().event.currency == "DKK"


def test_a_total_follows_price_and_quantity(screen, qtbot, kari):
    row = screen.editor.cart.rows[1]
    write(qtbot, row.quantity, "3")
    write(qtbot, row.price, "100")
    assert kari().event.total == 2799 + 300 == screen.editor.cart.total.value


def test_a_total_of_its_own_stays_until_it_shall_follow(screen, qtbot, kari):
    cart = screen.editor.cart
    write(qtbot, cart.total, "5")
    assert "The products add up to" in cart.adding.text()
    write(qtbot, cart.rows[1].quantity, "3")
    assert kari().event.total == 5
    press(qtbot, cart.sum)
    assert kari().event.total == cart_total(kari().event.items)
    assert cart.sum.isHidden()


def test_products_are_added_moved_and_removed(screen, qtbot, kari, notices):
    cart = screen.editor.cart
    press(qtbot, cart.add)
    qtbot.keyClicks(cart.rows[2].cells["name"], "Soap")
    press(qtbot, cart.rows[2].buttons[0])
    assert [item.name for item in kari().event.items] == ["Jervskar fjellstøvel", "Soap", "Bivoks til skinn"]
    press(qtbot, cart.rows[1].buttons[2])
    assert [item.name for item in kari().event.items] == ["Jervskar fjellstøvel", "Bivoks til skinn"]
    notices[-1].act()
    assert cart.rows[1].cells["name"].value == "Soap"


def test_the_last_product_leaves_an_empty_cart(screen, qtbot, kari):
    for _ in range(2):
        press(qtbot, screen.editor.cart.rows[0].buttons[2])
    assert (kari().event.items, kari().event.total) == ((), 0)
    assert not screen.editor.cart.none.isHidden()


def test_a_link_gets_its_scheme_even_when_its_row_goes_under_the_hands(screen, qtbot, kari, desk):
    cell = screen.editor.cart.rows[1].cells["url"]
    write(qtbot, cell, "nordlys.no")
    screen.editor.cart.rows[0].cells["name"].setFocus()
    assert kari().event.items[1].url == "https://nordlys.no"
    write(qtbot, cell, "a.no")
    press(qtbot, screen.editor.cart.rows[1].buttons[2])
    assert len(kari().event.items) == 1


def test_a_sample_picture_is_shown_and_another_is_not_fetched(screen, qtbot):
    row = screen.editor.cart.rows[0]
    assert not row.thumb.image.isNull()
    write(qtbot, row.cells["image"], "sample:../brand.toml")
    assert row.thumb.image.isNull()
    write(qtbot, row.cells["image"], "no way")
    screen.editor.cart.rows[1].cells["name"].setFocus()
    assert row.wrong.text() == "An address has no spaces."


def test_each_reader_s_edits_are_its_own_steps(screen, qtbot, desk, kari):
    write(qtbot, frame(screen, "event.first_name").field, "A")
    screen.people.focus("sanne")
    press(qtbot, screen.people.buttons["sanne"])
    write(qtbot, frame(screen, "event.first_name").field, "B")
    desk.session.stack.undo()
    assert (kari().event.first_name, desk.session.project.personas["sanne"].event.first_name != "B") == ("A", True)


def test_cut_words_end_in_an_ellipsis_and_are_told_whole(screen, qtbot):
    cell = screen.editor.cart.rows[0].cells["url"]
    write(qtbot, cell, "https://nordlys.no/" + "a" * 90)
    screen.editor.cart.rows[1].cells["name"].setFocus()
    assert cell.toolTip() == cell.value
    assert not cell.grab().isNull()


def test_a_picture_that_the_project_keeps_is_shown(screen, qtbot, desk):
    digest = next(iter(desk.session.project.assets))
    row = screen.editor.cart.rows[0]
    write(qtbot, row.cells["image"], f"asset:{digest}")
    screen.editor.cart.rows[1].cells["name"].setFocus()
    assert not row.thumb.image.isNull()
    write(qtbot, row.cells["image"], "asset:" + "0" * 64)
    assert row.thumb.image.isNull()
