"""Pushing from the screen: drafts once, unchanged twice, cancelled, resumed, and with the service down."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studio.delivery.locked import locked, place_of_lock
from studio.edits import texts
from tests.fakes.faults import Fault
from tests.fakes.webhook import Webhook
from tests.widgets.deliver.conftest import outcomes, writes


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_plan_is_there_before_anything_is_sent(at_klaviyo, klaviyo_fake):
    assert outcomes(at_klaviyo)[0] == "1 picture: will be created"
    assert outcomes(at_klaviyo)[-1].startswith("Flow “Forlatt handlekurv")
    assert at_klaviyo.delivery.prepared.compared
    assert writes(klaviyo_fake) == []


def test_a_click_delivers_drafts(qtbot, at_klaviyo, klaviyo_fake):
    click(qtbot, at_klaviyo.ready.foot["push"])
    assert len(klaviyo_fake.flows) == 1
    assert klaviyo_fake.live == []
    assert at_klaviyo.ready.title.text() == "Delivered as drafts"
    assert at_klaviyo.ready.outcome.text() == "5 created"


def test_the_key_ctrl_enter_delivers_too(qtbot, at_klaviyo, klaviyo_fake):
    qtbot.keyClick(at_klaviyo, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(klaviyo_fake.flows) == 1


def test_a_second_push_changes_nothing(qtbot, at_klaviyo, klaviyo_fake):
    click(qtbot, at_klaviyo.ready.foot["push"])
    count = len(writes(klaviyo_fake))
    click(qtbot, at_klaviyo.ready.foot["push"])
    assert len(writes(klaviyo_fake)) == count
    assert at_klaviyo.ready.outcome.text() == "5 unchanged"


def test_other_words_are_told_in_sentences(at_klaviyo, desk):
    at_klaviyo.delivery.push()
    desk.session.do("x", texts.write(desk.session.project, texts.subject("offer-a"), "nb", "Et nytt emne"))
    spoken = texts.block_text("offer-opening")
    desk.session.do("x", texts.write(desk.session.project, spoken, "nb", "Helt nye ord."))
    at_klaviyo.delivery.plan()
    assert any("updated: " in said and said.endswith(("sentence", "sentences")) for said in outcomes(at_klaviyo))


def test_the_plan_follows_an_edit_after_a_pause(qtbot, at_klaviyo, desk):
    at_klaviyo.delivery.push()
    desk.session.do("x", texts.write(desk.session.project, texts.block_text("offer-opening"), "nb", "Nytt."))
    qtbot.waitUntil(lambda: any("updated" in said for said in outcomes(at_klaviyo)))


def test_the_flow_s_page_opens_in_the_browser(qtbot, at_klaviyo, outside, klaviyo_fake):
    at_klaviyo.delivery.push()
    click(qtbot, at_klaviyo.ready.page)
    (flow,) = klaviyo_fake.flows
    assert outside.links == [f"https://www.klaviyo.com/flow/{flow}/edit"]


def test_the_push_is_in_the_history(at_klaviyo):
    at_klaviyo.delivery.push()
    at_klaviyo.delivery.plan()
    (past,) = at_klaviyo.delivery.prepared.past
    assert dict(past.kinds) == {"flow": 1, "image": 1, "template": 3}
    assert at_klaviyo.ready.past.isVisible()


def test_a_service_that_goes_down_in_the_middle_keeps_what_is_done(qtbot, at_klaviyo, klaviyo_fake):
    klaviyo_fake.faults.on("POST", "/api/templates", Fault.ERROR_BEFORE, nth=2, times=0)
    at_klaviyo.delivery.push()
    assert "cannot be reached" in at_klaviyo.ready.outcome.text() or "lost" in at_klaviyo.ready.outcome.text()
    assert at_klaviyo.ready.title.text() == "Stopped on the way"
    klaviyo_fake.faults.clear()
    click(qtbot, at_klaviyo.ready.resume)
    assert at_klaviyo.ready.title.text() == "Delivered as drafts"
    assert (len(klaviyo_fake.templates), len(klaviyo_fake.flows)) == (3, 1)


def test_a_service_that_is_down_from_the_start_leaves_a_plan_of_our_own(desk, show, add_account, klaviyo_fake):
    klaviyo_fake.faults.on("GET", "*", Fault.ERROR_BEFORE, times=0)
    add_account(desk, "klaviyo", klaviyo_fake)
    screen = show(desk)
    assert "Nothing has been compared" in screen.plan.note.text()
    assert "cannot be reached" in screen.plan.note.text()
    assert screen.ready.title.text() == "No answer from Klaviyo"
    assert all(said.endswith("created") for said in outcomes(screen))


def test_a_refused_key_is_a_sentence(desk, show, add_account, klaviyo_fake):
    add_account(desk, "klaviyo", klaviyo_fake, key="pk_wrong")
    screen = show(desk)
    assert "does not accept the key" in screen.plan.note.text()


def test_without_a_key_the_way_to_the_accounts_is_shown(qtbot, desk, show):
    screen = show(desk)
    assert not screen.ready.foot["push"].isEnabled()
    assert screen.plan.note.text() == "Nothing has been compared with the service yet."
    with qtbot.waitSignal(screen.go_requested) as asked:
        click(qtbot, screen.ready.add_account)
    assert asked.args == ["accounts"]


def test_all_languages_go_together(qtbot, at_klaviyo, klaviyo_fake):
    click(qtbot, at_klaviyo.ready.languages.pill("all"))
    click(qtbot, at_klaviyo.ready.foot["push"])
    assert len(klaviyo_fake.flows) == 4


def test_the_language_tab_says_what_is_delivered(qtbot, at_klaviyo, desk):
    desk.here.go(language="sv")
    qtbot.waitUntil(lambda: at_klaviyo.delivery.prepared and at_klaviyo.delivery.prepared.wish.languages == ("sv",))


@pytest.fixture
def broken_copy(desk):
    desk.session.open(texts.write(desk.session.project, texts.block_text("offer-opening"), "nb", "{{ shop.nowhere }}"))


def answering(desk, choice):
    questions = []

    def answer(question, answered):
        questions.append(question)
        answered(choice)

    desk.notices.asked.connect(answer)
    return questions


def test_errors_are_pushed_only_where_the_person_insists(broken_copy, at_klaviyo, desk, klaviyo_fake):
    asked = answering(desk, "back")
    desk.actions["deliver.push"].trigger()
    assert writes(klaviyo_fake) == []
    assert [choice for choice, _ in asked[0].choices] == ["anyway", "back"]


def test_deliver_anyway_delivers(broken_copy, at_klaviyo, desk, klaviyo_fake):
    answering(desk, "anyway")
    desk.actions["deliver.push"].trigger()
    assert len(klaviyo_fake.flows) == 1


def test_brevo_gets_templates_and_its_sheet_is_in_the_window(desk, show, add_account, brevo_fake):
    add_account(desk, "brevo", brevo_fake)
    screen = show(desk)
    screen.delivery.choose(target="brevo")
    screen.delivery.push()
    assert len(brevo_fake.templates) >= 5
    assert screen.plan.sheet.isVisible()
    assert len(screen.plan.losses.rows) >= 3


def test_what_was_never_shown_is_never_pushed(at_klaviyo, desk, klaviyo_fake):
    said = []
    desk.notices.said.connect(said.append)
    desk.session.do("x", texts.write(desk.session.project, texts.block_text("offer-opening"), "nb", "Nytt."))
    desk.actions["deliver.push"].trigger()
    assert writes(klaviyo_fake) == []
    assert "look at the new plan first" in said[0].text
    desk.actions["deliver.push"].trigger()
    assert len(klaviyo_fake.flows) == 1


def test_an_outcome_still_stands_when_the_person_comes_back(at_klaviyo):
    at_klaviyo.delivery.push()
    at_klaviyo.hide()
    at_klaviyo.entered()
    assert at_klaviyo.ready.title.text() == "Delivered as drafts"


def test_another_theme_keeps_everything(at_klaviyo, look):
    before = outcomes(at_klaviyo)
    look.choose("dark")
    at_klaviyo.grab()
    assert outcomes(at_klaviyo) == before


def test_two_windows_never_push_one_flow_at_once(qtbot, at_klaviyo, klaviyo_fake):
    wish = at_klaviyo.delivery.prepared.wish
    with locked(place_of_lock(wish.account.id, wish.project.id, wish.sequence)):
        at_klaviyo.delivery.push()
    assert writes(klaviyo_fake) == []
    at_klaviyo.delivery.push()
    assert len(klaviyo_fake.flows) == 1


def test_a_language_that_cannot_be_built_can_be_left_again(at_klaviyo, desk):
    emptied = texts.write(desk.session.project, texts.subject("offer-a"), "en", "")
    desk.session.do("x", emptied)
    at_klaviyo.ready.languages.chosen.emit("all")
    assert at_klaviyo.delivery.prepared is None
    assert "“en”" in str(at_klaviyo.delivery.trouble)
    at_klaviyo.ready.languages.chosen.emit("one")
    assert not at_klaviyo.ready.languages.isHidden()
    assert at_klaviyo.delivery.prepared is not None


def test_a_key_that_opens_another_account_sends_nothing(desk, show, add_account, klaviyo_fake):
    add_account(desk, "klaviyo", klaviyo_fake, holder="Somebody")
    screen = show(desk)
    screen.delivery.push()
    assert writes(klaviyo_fake) == []
    assert "not the account kept as" in str(screen.delivery.stopped)


def test_a_webhook_is_sent_signed_and_promises_no_drafts(desk, show, add_account, serve):
    fake = Webhook()
    serve(fake)
    add_account(desk, "webhook", fake)
    screen = show(desk)
    screen.delivery.choose(target="webhook")
    assert screen.ready.foot["push"].text() == "Send it signed"
    screen.delivery.push()
    assert len(fake.deliveries) == 1
    assert screen.ready.title.text() == "Sent"


def test_what_the_service_still_takes_today_is_counted_anew_after_a_push(qtbot, at_klaviyo):
    def quota():
        return [each for each in names(at_klaviyo.ready.facts) if "quota" in each]

    assert quota() == ["Today's quota (flow): 100 of 100 left"]
    at_klaviyo.delivery.push()
    qtbot.waitUntil(lambda: quota() == ["Today's quota (flow): 99 of 100 left"])


def names(card):
    return [line.accessibleName() for line in card.findChildren(QWidget) if line.isVisible() and line.accessibleName()]
