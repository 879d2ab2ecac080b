"""The flow as a whole: angles on every way, number of e-mails, exit at purchase, the big objections."""

import pytest

from studio.model.conditions import Condition, Fact, Operator
from studio.model.remedies import AddExit, Turn
from studio.model.sequence import Event
from studio.model.steps import Send
from studio.model.trade import Angle
from tests.studio.checks.coach.flows import (
    SMS,
    discount,
    fork,
    found,
    mail,
    mended,
    places,
    project,
    sent,
    short,
    yes,
)


def test_the_same_angle_twice_in_a_row_is_told_and_turned():
    held = sent(mail("one"), mail("two"), mail("three", "reassurance"))
    (finding,) = found(held, "same_angle")
    assert finding.remedies == (Turn("two", Angle.PROOF),)
    assert mended(held, "same_angle") == []


def test_different_angles_are_fine():
    assert places(sent(mail("one"), mail("two", "proof"), mail("three")), "same_angle") == []


def test_angles_meet_where_arms_rejoin():
    arms = fork((SMS, [Send("s1", "one")]), (None, [Send("s2", "two")]))
    held = project(mail("one"), mail("two", "proof"), mail("three", "proof"), steps=(arms, Send("s3", "three")))
    assert places(held, "same_angle") == ["three"]


def test_angles_of_different_arms_never_meet():
    arms = fork((SMS, [Send("s1", "one")]), (None, [Send("s2", "two")]))
    assert places(project(mail("one"), mail("two"), steps=(arms,)), "same_angle") == []


def test_who_does_not_get_a_message_sees_its_neighbours_meet():
    steps = (Send("s1", "one"), Send("s2", "text", (SMS,)), Send("s3", "two"))
    held = project(mail("one"), short("text", angle="story"), mail("two"), steps=steps)
    assert places(held, "same_angle") == ["two"]


def test_who_skips_one_text_skips_them_all():
    steps = (Send("s1", "one", (SMS,)), Send("s2", "text", (SMS,)), Send("s3", "two", (SMS,)))
    held = project(mail("one"), short("text", angle="story"), mail("two"), steps=steps)
    assert places(held, "same_angle") == []


def test_after_an_offer_the_other_angle_is_one_that_may_follow_it():
    held = sent(mail("one", "incentive", extra=(discount("d"),)), mail("two", "incentive"))
    assert found(held, "same_angle")[0].remedies == (Turn("two", Angle.URGENCY),)


@pytest.mark.parametrize(
    ("preset", "event", "count", "said"),
    [
        ("cart-classic", Event.CART_ABANDONED, 3, 0),
        ("cart-classic", Event.CART_ABANDONED, 4, 1),
        ("welcome-story", Event.SUBSCRIBED, 5, 0),
        ("welcome-story", Event.SUBSCRIBED, 3, 1),
        ("reactivation", Event.INACTIVE, 2, 0),
        ("reactivation", Event.INACTIVE, 1, 1),
        ("birthday", Event.DATE_REACHED, 2, 1),
        ("", Event.CART_ABANDONED, 2, 1),
        ("", Event.INACTIVE, 2, 0),
        ("cart-multichannel", Event.CART_ABANDONED, 1, 0),
        ("", Event.ORDER_SHIPPED, 1, 0),
    ],
)
def test_each_flow_has_the_length_its_document_gives_it(preset, event, count, said):
    made = [mail(f"m{number}") for number in range(count)]
    assert len(found(sent(*made, preset=preset, event=event), "message_count")) == said


def test_the_e_mails_of_different_arms_are_not_added_up():
    arms = fork((yes(Fact.IS_BIRTHDAY), [Send("s1", "one")]), (None, [Send("s2", "two")]))
    held = project(mail("one"), mail("two"), steps=(arms,), event=Event.DATE_REACHED, preset="birthday")
    assert found(held, "message_count") == []


@pytest.mark.parametrize("event", [Event.CART_ABANDONED, Event.CHECKOUT_STARTED, Event.PRODUCT_VIEWED])
def test_a_purchase_ends_every_recovery_flow(event):
    held = sent(mail("one"), event=event, exits=(Event.UNSUBSCRIBED,))
    (finding,) = found(held, "exit_on_purchase")
    assert finding.remedies == (AddExit(Event.ORDER_PLACED),)
    assert mended(held, "exit_on_purchase") == []


def test_a_welcome_may_go_on_after_a_purchase():
    assert found(sent(mail("one"), event=Event.SUBSCRIBED, exits=()), "exit_on_purchase") == []


def test_the_biggest_objections_are_answered_somewhere():
    held = sent(mail("one", objection="shipping_cost"), mail("two", text="{{ shop.payment_methods }}"))
    (finding,) = found(held, "objections")
    assert str(finding.message) == "No message takes up what keeps 35 % from buying: doubt about the product."


def test_a_split_by_the_same_question_twice_takes_the_same_side():
    large = Condition(Fact.CART_TOTAL, Operator.AT_LEAST, 1000)
    larger = Condition(Fact.CART_TOTAL, Operator.AT_LEAST, 500)
    first = fork((large, [Send("s1", "one")]), (None, []))
    arms = fork((larger, [Send("s2", "two")]), (None, [Send("s3", "three")]))
    held = project(mail("one"), mail("two", "proof"), mail("three"), steps=(first, arms))
    assert places(held, "same_angle") == []
