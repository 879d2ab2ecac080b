"""Accounts are tested against services that answer like the real ones; a key is never shown again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from studio.delivery.accounts import Account
from studio.delivery.book import Book, Kept, save_book, with_account
from studio.delivery.keys import Secret
from studio.i18n import sentence
from widgets.accounts.adding import AccountSheet
from widgets.accounts.book import Reading, book_of, read_book
from widgets.accounts.card import AccountCard
from widgets.accounts.defaults import DefaultsSheet
from widgets.accounts.screen import AccountsScreen
from widgets.parts.labels import Label, Overline


def asked_of_nobody(account, key, progress):
    return Reading("Fjellvik Sko AS", (("list", ("Everybody",)),), ("flows:write",))


@pytest.fixture
def quick(empty_desk, qtbot):
    """Return the screen whose accounts are asked without any service."""
    screen = AccountsScreen(empty_desk, asked_of_nobody)
    qtbot.addWidget(screen)
    screen.show()
    screen.entered()
    yield screen
    for sheet in screen.findChildren(QDialog):
        sheet.close()


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


def book(desk):
    return list(read_book(desk).accounts.values())


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def filled(screen, qtbot, fake, key=None, name="Fjellvik"):
    screen.add.trigger()
    sheet = screen.findChildren(AccountSheet)[-1]
    sheet.service.set_value("klaviyo")
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
    assert [kept.account for kept in book(empty_desk)] == [Account("klaviyo", "Fjellvik", klaviyo_fake.url)]
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
    assert sheet.key_field.is_wrong
    assert book(empty_desk) == []


@pytest.mark.parametrize("address", ["http://example.com", "ftp://x", "https://user:pw@host"])
def test_an_address_that_is_not_safe_is_refused_under_its_field(screen, qtbot, klaviyo_fake, address):
    screen.add.trigger()
    sheet = screen.findChildren(AccountSheet)[-1]
    sheet.key.set_value("pk_x")
    sheet.address.set_value(address)
    press(qtbot, sheet.add)
    assert sheet.address_field.is_wrong


def test_a_name_that_is_taken_is_refused(screen, qtbot, klaviyo_fake):
    filled(screen, qtbot, klaviyo_fake)
    sheet = filled(screen, qtbot, klaviyo_fake)
    assert sheet.name_field.is_wrong


def test_a_service_that_is_down_is_told_on_the_card(empty_desk, qtbot, monkeypatch):
    monkeypatch.setattr("studio.delivery.http.TRIES", 1)
    kept = Kept(Account("klaviyo", "A", "http://127.0.0.1:9"))
    save_book(book_of(empty_desk), with_account(Book(), kept))
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
    screen._remove(next(iter(screen.cards.values())).kept)
    asked[0]("remove")
    assert (screen.cards, book(empty_desk)) == ({}, [])


def opened(screen, service="klaviyo"):
    screen.add.trigger()
    sheet = screen.findChildren(AccountSheet)[-1]
    sheet.service.set_value(service)
    sheet.service.edited.emit(service)
    return sheet


def kept_with(screen, qtbot, **fields):
    sheet = opened(screen, fields.pop("service", "klaviyo"))
    for name, value in {"key": "pk_x", **fields}.items():
        getattr(sheet, name).set_value(value)
    press(qtbot, sheet.add)


def test_a_service_is_found_by_typing(quick, qtbot):
    sheet = opened(quick)
    sheet.service.showPopup()
    qtbot.keyClicks(sheet.service.picker.field, "brev")
    qtbot.keyClick(sheet.service.picker.field, Qt.Key.Key_Return)
    assert sheet.service.value == "brevo"


def test_an_account_belongs_to_a_client_and_may_be_for_reading_only(quick, qtbot, empty_desk):
    kept_with(quick, qtbot, client=" Nordlys  Sko ", read_only=True)
    (kept,) = book(empty_desk)
    assert (kept.client, kept.account.name, kept.read_only) == ("Nordlys Sko", "Nordlys  Sko".replace("  ", " "), True)


def test_two_clients_have_accounts_at_one_service(quick, qtbot, empty_desk):
    kept_with(quick, qtbot, client="Nordlys Sko")
    kept_with(quick, qtbot, client="Fjellvik")
    assert [head.text() for head in quick._heads] == ["Fjellvik", "Nordlys Sko"]


def test_the_scopes_that_a_key_lacks_are_named(quick, qtbot):
    kept_with(quick, qtbot, client="Fjellvik")
    (card,) = quick.cards.values()
    said = [label.text() for label in card._things.findChildren(Label)]
    assert any("flows:write" in text for text in said)
    assert card.state.text() == "connected as Fjellvik Sko AS"


def test_an_address_is_asked_for_only_where_every_account_has_one(quick, monkeypatch):
    sheet = opened(quick)
    assert (sheet.address_field.isVisible(), sheet.elsewhere.isVisible()) == (False, True)
    sheet.elsewhere.click()
    assert sheet.address_field.isVisible()


@pytest.fixture
def defaults(quick, qtbot):
    kept_with(quick, qtbot, client="Fjellvik")
    (card,) = quick.cards.values()
    press(qtbot, card.defaults)
    return quick.findChildren(DefaultsSheet)[-1]


def test_the_defaults_of_an_account_are_kept(defaults, qtbot, empty_desk):
    qtbot.keyClicks(defaults.inputs["sender.email"], "post@fjellvik.no")
    qtbot.keyClicks(defaults.inputs["utm.source"], "fabel")
    defaults.form.inputs["tracking"].click()
    press(qtbot, defaults.keep)
    (kept,) = book(empty_desk)
    assert (kept.sender.email, kept.utm.source) == ("post@fjellvik.no", "fabel")
    assert dict(kept.options) == {"tracking": "false"}


def test_a_mark_that_means_nothing_is_refused_in_place(defaults, qtbot, empty_desk):
    qtbot.keyClicks(defaults.inputs["utm.campaign"], "{what}")
    press(qtbot, defaults.keep)
    assert defaults._wrong["utm.campaign"].is_wrong
    assert book(empty_desk)[0].utm.campaign == ""


def test_a_book_that_cannot_be_read_is_told(empty_desk, qtbot):
    book_of(empty_desk).mkdir(parents=True)
    screen = AccountsScreen(empty_desk)
    qtbot.addWidget(screen)
    screen.entered()
    assert screen.states.state == "trouble"


def test_what_was_read_stands_in_the_same_order_every_time(look, empty_desk):
    card = AccountCard(look, empty_desk.words, Kept(Account("klaviyo", "Fjellvik")), sentence("In the keychain."))
    card.show_reading(Reading("Fjellvik", (("segment", ()), ("form", ()), ("list", ()), ("metric", ()))))
    heads = [each.text().casefold().partition(" ")[0] for each in card.findChildren(Overline)]
    assert heads == ["metrics", "lists", "segments", "form"]


def test_whose_account_it_is_is_remembered(screen, qtbot, klaviyo_fake, empty_desk):
    filled(screen, qtbot, klaviyo_fake)
    assert [kept.holder for kept in book(empty_desk)] == ["FAKE01"]


def test_a_key_of_another_account_does_not_take_the_place_of_this_one_s(screen, qtbot, klaviyo_fake, empty_desk):
    filled(screen, qtbot, klaviyo_fake)
    (card,) = screen.cards.values()
    card.rekey_requested.emit(replace(card.kept, holder="Other1"))
    sheet = screen.findChildren(AccountSheet)[-1]
    sheet.key.set_value("pk_of_somebody_else")
    klaviyo_fake.key = "pk_of_somebody_else"
    press(qtbot, sheet.add)
    assert sheet.key_field.is_wrong
    assert empty_desk.keys().find(card.kept.account).reveal() != "pk_of_somebody_else"
