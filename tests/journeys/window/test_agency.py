"""An agency's day in the window: two clients' accounts, a push, somebody's change there, the queue, and going live."""

import pytest

from tests.fakes import klaviyo
from tests.fakes.faults import Fault
from tests.fakes.klaviyo import people
from tests.journeys.window.conftest import USUAL
from tests.journeys.window.person import ALT, CTRL, KEY, SHIFT
from tests.journeys.window.test_delivering import choose_service, plan, push, quick, writes  # noqa: F401 - a fixture

THEIRS = "Noen ringte kunden først."


def add(person, fake, client, *, key="", read_only=False):
    """Add an account for a client and leave the sheet as the service answers."""
    person.go("accounts")
    person.idle()
    person.press(KEY.Key_N, CTRL)
    sheet = person.wait_for_sheet()
    choose_service(person, sheet, "klaviyo")
    person.click(sheet.elsewhere)
    sheet.client.clear()
    for name, text in (("Client", client), ("Key", key or fake.key), ("Address", fake.url)):
        person.fill(name, text, sheet)
    if read_only:
        person.click(sheet.read_only)
    person.press(KEY.Key_Return)
    person.idle()
    return sheet


@pytest.fixture
def agency(demo, klaviyo_fake):
    """Kari before the plan at Klaviyo, with the account of a client."""
    kari = demo(size=USUAL)
    add(kari, klaviyo_fake, "Fjellvik Sko")
    plan(kari, "klaviyo")
    return kari


@pytest.fixture
def drifted(agency, klaviyo_fake):
    """Kari before a plan in which both sides changed the first message since the push."""
    push(agency)
    template = next(iter(klaviyo_fake.templates.values()))
    people.edit_template(
        klaviyo_fake, template["name"], html=template["html"].replace("Vi satte", f"{THEIRS} Vi satte")
    )
    rewrite(agency)
    assert agency.screen.delivery.drift.waiting == 1
    return agency


@pytest.fixture
def live(agency, klaviyo_fake):
    """Kari after she pushed the flow and switched it on."""
    push(agency)
    switch_on(agency)
    agency.until(lambda: len(klaviyo_fake.live) == 1)
    agency.idle()
    return agency


def rewrite(person):
    """Change the first paragraph and come back to a new plan."""
    person.go("write")
    person.caret_to("paragraph")
    person.type("Hei der! ")
    plan(person, "klaviyo")


def switch_on(person):
    """Confirm with the sequence's name, typed."""
    person.click(person.button("Switch it on…"))
    person.wait_for_sheet()
    delivery = person.screen.delivery
    person.type((delivery.sent or delivery.prepared).lying[0].ready.asked)
    person.press(KEY.Key_Return)
    person.until(lambda: not person.sheets())


def is_theirs(fake):
    return any(THEIRS in template["html"] for template in fake.templates.values())


def outcomes(person):
    return [row.accessibleName().partition(": ")[2] for row in person.screen.plan.plan.rows]


def choose_in_sheet(person, arrows):
    """Open what differs, go to a choice with the arrows, and plan with it."""
    person.press(KEY.Key_D, CTRL | SHIFT)
    sheet = person.wait_for_sheet()
    assert person.focus.accessibleName() == "Decide later"
    for _ in range(arrows):
        person.press(KEY.Key_Left)
    person.click(sheet.done_button)
    person.idle()


def test_a_wrong_key_is_told_under_the_field_and_can_be_typed_again(demo, klaviyo_fake):
    kari = demo()
    sheet = add(kari, klaviyo_fake, "Fjellvik Sko", key="pk_wrong")
    assert sheet.key_field.is_wrong
    sheet.key.clear()
    kari.fill("Key", klaviyo_fake.key, sheet)
    kari.bot.keyClick(sheet.key, KEY.Key_Return)
    kari.until(lambda: len(kari.screen.cards) == 1 and not kari.sheets())


def test_the_sheet_for_an_account_has_a_way_back(demo):
    kari = demo("accounts")
    kari.press(KEY.Key_N, CTRL)
    sheet = kari.wait_for_sheet()
    kari.click(kari.button("Back", sheet))
    kari.until(lambda: not kari.sheets())
    assert kari.screen.cards == {}


def test_each_client_has_an_account_and_the_plan_follows_the_one_that_is_chosen(agency, serve):
    other = klaviyo.Klaviyo()
    serve(other)
    add(agency, other, "Nordlys Garn", read_only=True)
    plan(agency, "klaviyo")
    agency.click(agency.screen.targets.switch)
    agency.type("Nordlys")
    agency.press(KEY.Key_Return)
    agency.idle()
    assert not agency.screen.ready.foot["push"].isVisible()
    assert "“Nordlys Garn” is only read" in agency.screen.ready.read_only.text()
    assert writes(other) == []


def test_asking_an_account_leaves_the_keys_where_they_are(agency):
    agency.go("accounts")
    agency.idle()
    card = next(iter(agency.screen.cards.values()))
    card.test.setFocus()
    agency.press(KEY.Key_Space)
    agency.idle()
    assert card.test.hasFocus()


def test_what_waits_for_a_choice_is_left_alone_and_told(drifted, klaviyo_fake):
    assert "waits for your choice" in drifted.screen.ready.estimate.text()
    assert push(drifted).endswith("1 waits for your choice")
    assert is_theirs(klaviyo_fake)


def test_theirs_are_kept_by_keys_alone(drifted, klaviyo_fake):
    choose_in_sheet(drifted, arrows=2)
    drifted.press(KEY.Key_Return, CTRL)
    drifted.until(lambda: drifted.screen.ready.title.text() == "Delivered as drafts")
    assert is_theirs(klaviyo_fake)


def test_ours_are_put_there_by_keys_alone(drifted, klaviyo_fake):
    choose_in_sheet(drifted, arrows=1)
    drifted.press(KEY.Key_Return, CTRL)
    drifted.until(lambda: drifted.screen.ready.title.text() == "Delivered as drafts")
    assert not is_theirs(klaviyo_fake)


def test_the_plan_begins_at_the_top_when_it_tells_something_else(agency):
    bar = agency.screen.plan.page.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    push(agency)
    assert bar.value() == 0


def test_a_push_put_off_is_run_from_the_queue_and_the_keys_stay_at_hand(agency, klaviyo_fake):
    agency.press(KEY.Key_Return, CTRL | ALT)
    agency.idle()
    agency.button("Run now").setFocus()
    agency.press(KEY.Key_Space)
    agency.until(lambda: len(klaviyo_fake.flows) == 1)
    agency.idle()
    assert not agency.screen.ready.queue.isVisible()
    assert agency.focus is agency.screen.targets.buttons["klaviyo"]


def test_what_cannot_arrive_offline_waits_and_can_be_dropped(agency, klaviyo_fake):
    klaviyo_fake.faults.on("*", "*", Fault.RESET_BEFORE, nth=1, times=0)
    push(agency, "Stopped on the way")
    agency.press(KEY.Key_Return, CTRL | ALT)
    agency.idle()
    assert "The service was not reached." in agency.texts(agency.screen.ready.queue)
    agency.click(agency.button("Drop"))
    agency.idle()
    assert not agency.screen.ready.queue.isVisible()


def test_another_name_switches_nothing_on_and_says_so(agency, klaviyo_fake):
    push(agency)
    agency.click(agency.button("Switch it on…"))
    sheet = agency.wait_for_sheet()
    agency.type("En annen")
    agency.press(KEY.Key_Return)
    assert any(text.startswith("Type “") and text.endswith("letter by letter.") for text in agency.texts(sheet))
    assert klaviyo_fake.live == []


def test_what_is_live_is_said_to_be_and_not_offered_again(live):
    assert live.screen.plan.subtitle.text().startswith("The flow is switched on there")
    assert not live.screen.ready.beyond.live.isVisible()


def test_what_runs_is_not_changed_without_a_choice(live, klaviyo_fake):
    rewrite(live)
    assert "runs now: readers would get it at once; waits for your choice" in outcomes(live)
    assert "readers would get the change" in live.screen.plan.banner.said.text()
    live.press(KEY.Key_D, CTRL | SHIFT)
    live.wait_for_sheet()
    assert "runs now: readers would get it at once" in live.texts(live.sheet)
    assert live.button("Leave it as it runs", live.sheet)
