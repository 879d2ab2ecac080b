"""The side panel changes what is selected, and the flow itself where nothing is."""

import pytest
from PySide6.QtCore import Qt

from studio.edits import steps
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Reentry, Trigger
from studio.model.steps import Wait
from studio.model.trade import Angle, MailTheme, Objection
from tests.widgets.flow.conftest import KEYS
from widgets.flow.told import START

LEFT = Qt.MouseButton.LeftButton


def page(studio, id_):
    studio.at(id_)
    return studio.screen.panel.page


def choose(field, value):
    """Choose as a person does, by the list."""
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def message(studio, id_="reminder"):
    return studio.desk.session.project.messages[id_]


def test_a_send_shows_its_subject_as_the_reader_sees_it(studio):
    shown = page(studio, "send-2")
    assert shown.subject.text() == "Handlekurven din er lagret"
    assert "words · 2 versions" in shown.length.text()
    studio.desk.here.go(language="en")
    assert shown.subject.text() != "Handlekurven din er lagret"


def test_typing_a_name_is_one_step(studio):
    field = page(studio, "send-2").name
    field.selectAll()
    studio.bot.keyClicks(field, "Lapp")
    assert (message(studio).name, studio.desk.session.stack.count()) == ("Lapp", 1)
    assert studio.label == "Rename the message"


def test_angle_objection_and_theme_are_chosen(studio):
    shown = page(studio, "send-2")
    choose(shown.angle, Angle.STORY)
    choose(shown.objection, "none")
    choose(shown.theme, "shop")
    now = message(studio)
    assert (now.angle, now.objection, now.theme) == (Angle.STORY, Objection.NONE, MailTheme.SHOP)


def test_a_guard_is_added_changed_and_removed(studio):
    shown = page(studio, "send-2")
    studio.bot.mouseClick(shown.only_if.more, LEFT)
    line = shown.only_if.rows[0]
    choose(line.fact, Fact.CONSENT_SMS)
    assert studio.node("send-2").only_if == (Condition(Fact.CONSENT_SMS, Operator.YES),)
    studio.bot.mouseClick(line.bin, LEFT)
    assert studio.node("send-2").only_if == ()


def test_the_number_of_an_arm_s_condition_is_typed(studio):
    number = page(studio, "loyal").conditions.rows[0].number
    number.selectAll()
    studio.bot.keyClicks(number, "12")
    assert studio.node("loyal").conditions == (Condition(Fact.ORDERS, Operator.AT_LEAST, 12),)
    assert studio.model.told("loyal").title == "If the customer has ordered at least 12 times"


def test_an_arm_keeps_its_last_condition_and_says_why(studio):
    shown = page(studio, "loyal")
    studio.bot.mouseClick(shown.conditions.rows[0].bin, LEFT)
    assert "has a condition" in studio.said[-1].text
    assert len(shown.conditions.rows) == 1


def test_the_default_arm_offers_no_conditions(studio):
    shown = page(studio, "rest")
    assert shown.conditions.more.isHidden()


def test_weights_are_typed_and_shown_as_shares(studio):
    share = page(studio, "draw").shares["b"]
    share.weight.selectAll()
    studio.bot.keyClicks(share.weight, "9")
    assert studio.node("b").weight == 9
    assert studio.model.told("b").title == "75 %"


def test_a_wait_is_changed_in_the_panel_too(studio):
    fields = page(studio, "wait-1").fields
    choose(fields.unit, "days")
    assert studio.node("wait-1") == Wait("wait-1", 1440)


def test_a_note_is_written_in_the_panel(studio):
    area = page(studio, "note").field
    studio.bot.keyClicks(area, "!")
    assert studio.node("note").words == "!Ask Kari"


def test_what_somebody_else_changes_is_shown_at_once(studio):
    fields = page(studio, "wait-1").fields
    project = steps.set_wait(studio.desk.session.project, studio.sequence.id, "wait-1", 120)
    studio.desk.session.receive(project)
    assert fields.number.value == 2


def test_the_flow_s_name_and_purpose_are_written(studio):
    shown = page(studio, START)
    shown.name.selectAll()
    studio.bot.keyClicks(shown.name, "Kurv")
    shown.purpose.selectAll()
    studio.bot.keyClicks(shown.purpose, "Hent")
    assert (studio.sequence.name, studio.sequence.purpose.words("nb")) == ("Kurv", "Hent")
    assert studio.desk.session.stack.count() == 2


def test_another_event_starts_the_flow(studio):
    shown = page(studio, START).trigger
    choose(shown.starts, Event.INACTIVE)
    assert studio.sequence.trigger == Trigger(Event.INACTIVE, 90, "orders")
    assert shown.days.isVisibleTo(shown)
    shown.days.selectAll()
    studio.bot.keyClicks(shown.days, "30")
    assert studio.sequence.trigger == Trigger(Event.INACTIVE, 30, "orders")


def test_a_flow_starts_where_nothing_was_clicked(studio):
    shown = page(studio, START).trigger
    choose(shown.starts, Event.INACTIVE)
    choose(shown.quiet, "clicks")
    assert studio.sequence.trigger == Trigger(Event.INACTIVE, 90, "clicks")
    assert "has neither opened nor clicked for 90 days" in studio.model.told(START).title


def test_the_dates_that_start_a_flow_are_ticked(studio):
    shown = page(studio, START).trigger
    choose(shown.starts, Event.DATE_REACHED)
    assert studio.sequence.trigger.detail == "birthday"
    studio.bot.keyClick(shown.dates["signed_up"], KEYS.Key_Space)
    assert studio.sequence.trigger.detail == "birthday, signed_up"
    assert "the birthday, the day of the sign-up" in studio.model.told(START).title


def test_a_date_of_the_shop_s_own_stays_beside_the_ticks(studio):
    shown = page(studio, START).trigger
    choose(shown.starts, Event.DATE_REACHED)
    studio.bot.keyClicks(shown.other, "Renewal")
    studio.bot.keyClick(shown.dates["birthday"], KEYS.Key_Space)
    assert studio.sequence.trigger.detail == shown.other.value == "Renewal"


def test_a_list_is_named_for_those_who_subscribe(studio):
    shown = page(studio, START).trigger
    choose(shown.starts, Event.SUBSCRIBED)
    studio.bot.keyClicks(shown.list, "VIP")
    assert studio.sequence.trigger == Trigger(Event.SUBSCRIBED, 0, "VIP")


def test_a_click_ends_a_flow_and_starts_none(studio):
    shown = page(studio, START)
    assert shown.trigger.starts.findData(Event.CLICKED) < 0
    tick = shown.ends[Event.CLICKED]
    studio.bot.mouseClick(tick, LEFT, pos=tick.rect().center() - tick.rect().center() / 2)
    assert Event.CLICKED in studio.sequence.exits


@pytest.mark.parametrize(("fact", "number"), [(Fact.AGE, 18), (Fact.SITE_MINUTES, 10), (Fact.CHECKOUT_VIEWS, 3)])
def test_a_condition_begins_with_a_usual_number(studio, fact, number):
    line = page(studio, "loyal").conditions.rows[0]
    choose(line.fact, fact)
    assert studio.node("loyal").conditions == (Condition(fact, Operator.AT_LEAST, number),)


def test_every_fact_is_offered_once(studio):
    fact = page(studio, "loyal").conditions.rows[0].fact
    assert sorted(fact.itemData(at) for at in range(fact.count())) == sorted(Fact)


@pytest.mark.parametrize(("again", "days"), [("never", None), ("always", 0), ("after", 14)])
def test_customers_may_enter_again(studio, again, days):
    choose(page(studio, START).again, again)
    assert studio.sequence.reentry == Reentry(days)


def test_exits_are_ticked(studio):
    tick = page(studio, START).ends[Event.UNSUBSCRIBED]
    studio.bot.mouseClick(tick, LEFT, pos=tick.rect().center() - tick.rect().center() / 2)
    assert studio.sequence.exits == (Event.ORDER_PLACED, Event.UNSUBSCRIBED)


def test_who_enters_is_changed(studio):
    shown = page(studio, START)
    studio.bot.mouseClick(shown.entry.rows[0].bin, LEFT)
    assert studio.sequence.entry == ()


def test_all_e_mails_take_one_theme(studio):
    choose(page(studio, START).theme, "shop")
    assert message(studio).theme is message(studio, "offer").theme is MailTheme.SHOP


def test_a_language_goes_only_after_a_question(studio):
    asked = []
    studio.desk.notices.asked.connect(lambda question, answer: asked.append((question, answer)))
    studio.bot.mouseClick(page(studio, START).languages.chips["nl"], LEFT)
    assert "nl" in studio.sequence.languages
    question, answer = asked[0]
    answer(question.choices[0][0])
    assert "nl" not in studio.sequence.languages


def test_keeping_a_language_changes_nothing(studio):
    page(studio, START).languages._answer("nl", "keep")
    assert "nl" in studio.sequence.languages


def test_the_language_it_is_written_in_cannot_go(studio):
    assert not page(studio, START).languages.chips["nb"].isEnabled()


def test_a_language_is_added_from_a_list(studio):
    languages = page(studio, START).languages
    languages.offer()
    studio.bot.keyClicks(languages.picker.field, "Danish")
    studio.bot.keyClick(languages.picker.field, KEYS.Key_Return)
    assert studio.sequence.languages[-1] == "da"


def test_f6_goes_to_the_first_field(studio):
    page(studio, "split")
    studio.press(KEYS.Key_F6)
    assert studio.screen.panel.page.name.hasFocus()


@pytest.mark.parametrize("row", ["loyal", START])
def test_conditions_have_the_room_they_need(studio, row):
    shown = page(studio, row)
    rows = (shown.conditions if row == "loyal" else shown.entry).rows
    studio.bot.waitUntil(lambda: all(line.height() >= line.minimumSizeHint().height() for line in rows))
