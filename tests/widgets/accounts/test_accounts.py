"""Accounts are tested against services that answer like the real ones; a key is never shown again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from studio.delivery.accounts import Account
from studio.delivery.keys import Secret
from widgets.accounts.adding import AccountSheet
from widgets.accounts.screen import AccountsScreen


@pytest.fixture
def screen(empty_desk, qtbot):
    screen = AccountsScreen(empty_desk)
    qtbot.addWidget(screen)
    screen.resize(1364, 844)
    screen.show()
    screen.entered()
    yield screen
    for sheet in screen.findChildren(AccountSheet):
        sheet.close()


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def filled(screen, qtbot, fake, key=None, name="Fjellvik"):
    screen.add.trigger()
    sheet = screen.findChildren(AccountSheet)[-1]
    sheet.service.choose("klaviyo")
    sheet.name.set_value(name)
    sheet.key.set_value(key or fake.key)
    sheet.address.set_value(fake.url)
    press(qtbot, sheet.add)
    return sheet


def test_without_accounts_the_screen_says_what_to_do(screen):
    assert screen.states.state == "empty"


def test_an_account_is_tested_kept_and_read(screen, qtbot, klaviyo_fake, empty_desk):
    filled(screen, qtbot, klaviyo_fake)
    (card,) = screen.cards.values()
    assert card.state.text().startswith("connected as ")
    assert dict(empty_desk.preferences.settings.accounts) == {"klaviyo:Fjellvik": klaviyo_fake.url}
    assert empty_desk.keys().find(Account("klaviyo", "Fjellvik")).reveal() == klaviyo_fake.key


def test_metrics_and_lists_are_read(screen, qtbot, klaviyo_fake):
    filled(screen, qtbot, klaviyo_fake)
    (card,) = screen.cards.values()
    shown = " ".join(label.text() for label in card._things.findChildren(type(card.state).__mro__[1]))
    assert "Placed Order" in shown


def test_where_the_key_lies_is_said_plainly(screen, qtbot, klaviyo_fake, empty_desk):
    said = []
    empty_desk.notices.said.connect(said.append)
    filled(screen, qtbot, klaviyo_fake)
    assert "for this run only" in said[-1].text


def test_a_key_is_never_shown(screen, qtbot, klaviyo_fake):
    sheet = filled(screen, qtbot, klaviyo_fake, key="pk_wrong")
    assert sheet.key.echoMode() is QLineEdit.EchoMode.Password
    texts = [edit.displayText() for edit in screen.window().findChildren(QLineEdit)]
    assert "pk_wrong" not in " ".join(texts)


def test_a_bad_key_is_refused_under_its_field_and_nothing_is_kept(screen, qtbot, klaviyo_fake, empty_desk):
    sheet = filled(screen, qtbot, klaviyo_fake, key="pk_wrong")
    assert sheet._key_field.is_wrong
    assert not empty_desk.preferences.settings.accounts


@pytest.mark.parametrize("address", ["http://example.com", "ftp://x", "https://user:pw@host"])
def test_an_address_that_is_not_safe_is_refused_under_its_field(screen, qtbot, klaviyo_fake, address):
    screen.add.trigger()
    sheet = screen.findChildren(AccountSheet)[-1]
    sheet.key.set_value("pk_x")
    sheet.address.set_value(address)
    press(qtbot, sheet.add)
    assert sheet._address_field.is_wrong


def test_a_name_that_is_taken_is_refused(screen, qtbot, klaviyo_fake):
    filled(screen, qtbot, klaviyo_fake)
    sheet = filled(screen, qtbot, klaviyo_fake)
    assert sheet._name_field.is_wrong


def test_a_service_that_is_down_is_told_on_the_card(empty_desk, qtbot):
    empty_desk.preferences.set(accounts=empty_desk.preferences.settings.accounts.set("klaviyo:A", "http://127.0.0.1:9"))
    empty_desk.keys().keep(Account("klaviyo", "A"), Secret("pk_x"))
    screen = AccountsScreen(empty_desk)
    qtbot.addWidget(screen)
    screen.entered()
    (card,) = screen.cards.values()
    press(qtbot, card.test)
    assert card.state.text() == "not connected"


def test_an_account_is_removed_after_a_question(screen, qtbot, klaviyo_fake, empty_desk):
    asked = []
    empty_desk.notices.asked.connect(lambda question, answered: asked.append(answered))
    filled(screen, qtbot, klaviyo_fake)
    screen._remove(next(iter(screen.cards.values())).account)
    asked[0]("remove")
    assert (screen.cards, dict(empty_desk.preferences.settings.accounts)) == ({}, {})
