"""Going live: after the push, apart from it, and only when the sequence's name was typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from studio.edits import texts
from tests.fakes.faults import Fault

NAME = "Forlatt handlekurv, klassikeren"


@pytest.fixture
def pushed(at_klaviyo):
    at_klaviyo.delivery.push()
    return at_klaviyo


@pytest.fixture
def sheet(pushed, desk):
    desk.actions["deliver.live"].trigger()
    return pushed.actions_of.sheet


def test_before_a_push_nothing_can_be_switched_on(at_klaviyo, desk):
    assert not at_klaviyo.ready.beyond.live.isVisible()
    assert not desk.actions["deliver.live"].isEnabled()


def test_after_the_push_the_draft_can_be_switched_on(pushed):
    assert pushed.ready.beyond.live.isVisible()
    assert "Nobody gets mail before" in pushed.ready.beyond.live_said.text()


def test_the_sheet_says_who_will_get_mail(sheet):
    assert "a cart is abandoned" in sheet.who.text()
    assert "3 messages in nb, from the account “Fjellvik” at Klaviyo." in sheet.who.text()


def test_without_the_whole_name_nothing_is_switched_on(qtbot, sheet, klaviyo_fake):
    qtbot.keyClicks(sheet.field, NAME[:-1])
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    assert not sheet.switch.isEnabled()
    assert klaviyo_fake.live == []


def test_with_the_name_typed_the_flow_is_on(qtbot, sheet, pushed, klaviyo_fake):
    qtbot.keyClicks(sheet.field, NAME)
    qtbot.mouseClick(sheet.switch, Qt.MouseButton.LeftButton)
    assert len(klaviyo_fake.live) == 1
    assert pushed.ready.beyond.live_said.text().startswith("Switched on ")


def test_escape_leaves_it_a_draft(qtbot, sheet, klaviyo_fake):
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert klaviyo_fake.live == []


def test_a_service_that_refuses_is_told_in_the_sheet(qtbot, sheet, klaviyo_fake):
    klaviyo_fake.faults.on("*", "*", Fault.ERROR_BEFORE, times=0)
    qtbot.keyClicks(sheet.field, NAME)
    sheet.switch.click()
    assert sheet._field.is_wrong
    assert sheet.switch.isEnabled()
    assert klaviyo_fake.live == []


def test_newer_words_that_are_not_there_are_mentioned(pushed, desk):
    spoken = texts.block_text("offer-opening")
    desk.session.do("x", texts.write(desk.session.project, spoken, "nb", "Helt nye ord."))
    pushed.delivery.plan()
    desk.actions["deliver.live"].trigger()
    assert pushed.actions_of.sheet.behind.isVisible()
    pushed.actions_of.sheet.close()


def test_a_service_that_cannot_switch_on_offers_nothing(desk, show, add_account, brevo_fake):
    add_account(desk, "brevo", brevo_fake)
    screen = show(desk)
    screen.delivery.choose(target="brevo")
    screen.delivery.push()
    assert not screen.ready.beyond.live.isVisible()


def test_an_account_that_is_only_read_offers_nothing(pushed, desk, outside):
    outside.accounts[0] = replace(outside.accounts[0], read_only=True)
    pushed.delivery.refresh()
    assert not pushed.ready.beyond.live.isVisible()
