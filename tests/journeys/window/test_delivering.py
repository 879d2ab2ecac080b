"""The main job in the window: a preset becomes drafts at the service, once, whatever happens on the way."""

import pytest
from PySide6.QtTest import QTest

from studio.delivery.pace import Timing
from tests.fakes.faults import Fault
from tests.journeys.window.conftest import USUAL
from tests.journeys.window.person import CTRL, KEY

LABELS = {"klaviyo": "Klaviyo", "brevo": "Brevo"}


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Let the pauses between requests pass at once."""
    clock = [1000.0]

    def sleep(seconds):
        clock[0] += seconds

    monkeypatch.setattr("studio.delivery.http.Timing", lambda: Timing(lambda: clock[0], sleep, lambda: 0.0))


@pytest.fixture
def fake(request):
    return request.getfixturevalue(f"{request.param}_fake")


def make_from_preset(person, preset, client):
    """Make a preset's sequence for a new client."""
    person.run("new from preset")
    gallery = person.wait_for_screen("gallery")
    person.until(lambda: preset in gallery._cards)
    person.click(gallery._cards[preset])
    person.click(person.button("Make the sequence"))
    sheet = person.wait_for_sheet()
    person.fill("Name of the client", client, sheet)
    person.click(person.button("Make the sequence", sheet))
    person.wait_for_screen("write")
    person.saved()


def add_account(person, service, fake):
    """Add an account at a fake, as one adds an account at a service."""
    person.go("accounts")
    person.idle()
    person.primary()
    sheet = person.wait_for_sheet()
    choose_service(person, sheet, service)
    person.click(sheet.elsewhere)
    for name, text in (("Your word for it", "Fjellvik"), ("Key", fake.key), ("Address", fake.url)):
        person.fill(name, text, sheet)
    person.click(person.button("Test and keep", sheet))
    person.until(lambda: len(person.screen.cards) == 1 and not person.desk.tasks.busy())


def choose_service(person, sheet, service):
    """Open the list of services and find one in it by typing."""
    sheet.service.setFocus()
    person.press(KEY.Key_Space)
    person.until(sheet.service.picker.isVisible)
    QTest.keyClicks(sheet.service.picker.field, service)
    QTest.keyClick(sheet.service.picker.field, KEY.Key_Return)
    assert sheet.service.value == service


def plan(person, service):
    """Go to the deliver screen and wait for the plan at a service."""
    person.go("deliver")
    person.idle()
    person.click(person.screen.targets.buttons[service])
    delivery = person.screen.delivery
    person.until(lambda: delivery.prepared is not None and delivery.prepared.compared)


def push(person, title="Delivered as drafts"):
    """Deliver, and say yes where a person is asked; return the sentence of what came of it."""
    ready = person.screen.ready
    person.click(ready.foot["push"])
    person.until(lambda: not person.desk.tasks.busy() and ready.title.text() == title)
    return ready.outcome.text()


def writes(fake):
    return [call for call in fake.requests if call.method != "GET"]


@pytest.mark.parametrize(
    ("service", "preset", "fake"),
    [("klaviyo", "cart-classic", "klaviyo"), ("brevo", "welcome-story", "brevo")],
    indirect=["fake"],
)
def test_from_a_preset_to_drafts_and_a_second_push_that_changes_nothing(start, service, preset, fake):
    kari = start(size=USUAL)
    make_from_preset(kari, preset, "Bakeriet Ask")
    kari.caret_to("paragraph")
    kari.type("Hei der! ")
    add_account(kari, service, fake)
    plan(kari, service)
    assert writes(fake) == []
    assert push(kari).endswith(" created")
    count = len(writes(fake))
    assert push(kari).endswith(" unchanged")
    assert (len(writes(fake)), fake.live) == (count, [])


def test_one_changed_word_updates_what_is_there(ready, klaviyo_fake):
    push(ready)
    ready.go("write")
    ready.caret_to("paragraph")
    ready.type("Hei der! ")
    plan(ready, "klaviyo")
    assert "updated" in push(ready)
    each_once(klaviyo_fake)


def test_without_a_key_the_way_to_one_is_offered_and_leads_back(demo, klaviyo_fake):
    kari = demo("deliver")
    kari.idle()
    assert not kari.screen.ready.foot["push"].isEnabled()
    kari.click(kari.screen.ready.add_account)
    kari.wait_for_screen("accounts")
    add_account(kari, "klaviyo", klaviyo_fake)
    plan(kari, "klaviyo")
    assert kari.screen.ready.foot["push"].isEnabled()


def each_once(fake):
    names = [name for _, name in fake.names()]
    assert len(names) == len(set(names))
    assert (len(fake.flows), fake.live) == (1, [])


@pytest.fixture
def ready(demo, klaviyo_fake):
    """Kari before the plan at Klaviyo."""
    kari = demo()
    add_account(kari, "klaviyo", klaviyo_fake)
    plan(kari, "klaviyo")
    return kari


@pytest.mark.parametrize("fault", [Fault.ERROR_BEFORE, Fault.RESET_BEFORE])
@pytest.mark.parametrize("path", ["/api/templates", "/api/flows"])
def test_a_service_that_goes_down_is_told_in_a_sentence_and_resumed(ready, klaviyo_fake, fault, path):
    klaviyo_fake.faults.on("POST", path, fault, nth=1, times=0)
    said = push(ready, "Stopped on the way")
    assert said.endswith(".")
    assert "Traceback" not in said
    klaviyo_fake.faults.clear()
    ready.click(ready.screen.ready.resume)
    ready.until(lambda: ready.screen.ready.title.text() == "Delivered as drafts")
    each_once(klaviyo_fake)


@pytest.mark.parametrize("fault", [Fault.ERROR_AFTER, Fault.RESET_AFTER, Fault.CUT, Fault.MALFORMED])
def test_an_answer_that_is_lost_doubles_nothing(ready, klaviyo_fake, fault):
    klaviyo_fake.faults.on("POST", "/api/templates", fault, nth=2)
    push(ready)
    each_once(klaviyo_fake)


def test_the_main_job_goes_by_keyboard_alone(kari, klaviyo_fake):
    kari.run("new from preset")
    kari.wait_for_screen("gallery")
    kari.idle()
    kari.press(KEY.Key_Return, CTRL)
    kari.wait_for_sheet()
    kari.type("Bakeriet Ask")
    kari.press(KEY.Key_Return)
    kari.wait_for_screen("write")
    kari.idle()
    kari.press(KEY.Key_Down)
    kari.type("Hei! ")
    kari.run("accounts")
    kari.press(KEY.Key_N, CTRL)
    account_by_keys(kari, klaviyo_fake)
    kari.press(KEY.Key_5, CTRL)
    kari.until(lambda: kari.window.screen_name == "deliver" and kari.screen.delivery.prepared is not None)
    kari.idle()
    kari.press(KEY.Key_Return, CTRL)
    kari.until(lambda: kari.screen.ready.title.text() == "Delivered as drafts")
    assert len(klaviyo_fake.flows) == 1


def tab_to(person, name):
    """Press Tab until the focus is where it shall be."""
    person.press(KEY.Key_Tab)
    while person.focus.accessibleName() != name:
        person.press(KEY.Key_Tab)


def account_by_keys(person, fake):
    """Fill the sheet for an account with Tab and letters."""
    sheet = person.wait_for_sheet()
    choose_service(person, sheet, "klaviyo")
    for name, text in (("Your word for it", "Fjellvik"), ("Key", fake.key)):
        tab_to(person, name)
        person.type(text)
    tab_to(person, "Another address…")
    person.press(KEY.Key_Space)
    person.type(fake.url)
    person.press(KEY.Key_Return)
    person.until(lambda: len(person.screen.cards) == 1 and not person.desk.tasks.busy())
