"""Going live: after the push, apart from it, and only when the sequence's name was typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from studio.edits import texts
from tests.fakes.faults import Fault
from tests.widgets.measured import too_small
from widgets.parts.labels import Label
from widgets.tasks import Task

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


def test_a_wrong_name_squeezes_no_line_that_tells_languages_apart(qtbot, sheet):
    qtbot.keyClicks(sheet.field, "another")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    qtbot.wait(50)
    name = f"{NAME} (nb)"
    assert words_on(sheet)[name] == []
    assert [said for said, why in words_on(sheet).items() if why] == []


def words_on(sheet):
    """Return why words on a sheet are squeezed, for each of them that is seen."""
    seen = [each for each in sheet.findChildren(Label) if each.isVisible()]
    return {each.text(): list(filter(None, [too_small(each)])) for each in seen}


def test_with_the_name_typed_the_flow_is_on(qtbot, sheet, pushed, klaviyo_fake):
    qtbot.keyClicks(sheet.field, NAME)
    qtbot.mouseClick(sheet.switch, Qt.MouseButton.LeftButton)
    assert len(klaviyo_fake.live) == 1
    assert pushed.ready.beyond.live_said.text().startswith("Switched on ")


def test_escape_leaves_it_a_draft(qtbot, sheet, klaviyo_fake):
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert klaviyo_fake.live == []


def test_while_it_is_switched_on_the_sheet_stays_and_leaving_is_asked_about(qtbot, sheet, desk, monkeypatch):
    started = []
    monkeypatch.setattr(
        type(desk.tasks), "start", lambda self, work, done, failed, **_: started.append(done) or Task("", print)
    )
    minded = []
    monkeypatch.setattr(type(desk.tasks), "mind", lambda self, task, said: minded.append(str(said)))
    qtbot.keyClicks(sheet.field, NAME)
    sheet.switch.click()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    sheet.close()
    assert sheet.isVisible()
    assert minded == [f"“{NAME}” is being switched on."]
    monkeypatch.undo()
    with qtbot.waitSignal(sheet.switched):
        started[0](())
    assert not isValid(sheet) or not sheet.isVisible()


@pytest.fixture
def running(qtbot, sheet, pushed, desk):
    """Return the screen with the flow switched on, and other words here."""
    qtbot.keyClicks(sheet.field, NAME)
    sheet.switch.click()
    desk.session.do("x", texts.write(desk.session.project, texts.block_text("offer-opening"), "nb", "Helt nye ord."))
    pushed.delivery.plan()
    return pushed


def choose_ours(screen, desk):
    desk.actions["deliver.drift"].trigger()
    sheet = screen.actions_of.sheet
    for card in sheet.cards:
        card.segments.choose("ours")
    sheet.accept()


def test_what_would_change_a_running_flow_waits_for_a_choice(running):
    assert "waits for your choice" in running.plan.subtitle.text()
    assert running.ready.foot["push"].text() != "Deliver as drafts"


def test_a_change_to_what_runs_is_never_called_a_draft(running, desk, klaviyo_fake):
    choose_ours(running, desk)
    assert running.ready.foot["push"].text() == "Change what runs there"
    assert "waits" not in running.plan.subtitle.text() + running.ready.beyond.live_said.text()
    running.delivery.push()
    assert running.ready.title.text() == "Readers get it now"
    assert "Helt nye ord." in str(klaviyo_fake.templates)


def test_the_build_sheet_of_a_running_flow_speaks_of_no_draft(running):
    assert "draft" not in running.plan.sheet.intro.text()


def test_a_service_that_refuses_is_told_in_the_sheet(qtbot, sheet, klaviyo_fake):
    klaviyo_fake.faults.on("*", "*", Fault.ERROR_BEFORE, times=0)
    qtbot.keyClicks(sheet.field, NAME)
    sheet.switch.click()
    assert sheet._field.is_wrong
    assert sheet.switch.isEnabled()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(sheet))
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
