"""What starts a flow, who may enter and what ends it are taken over, or listed where they cannot be."""

import pytest

from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Reentry
from tests.studio.imports.klaviyo.documents import STRANGE, UNREAD, counted, email, losses, read, sequence


def begun(**definition):
    made = read(email("a"), **definition)
    return sequence(made), losses(made)


def trigger(**fields):
    found, lost = begun(triggers=[fields])
    return found.trigger.event, found.trigger.detail, lost


def grouped(*conditions):
    return {"condition_groups": [{"conditions": list(group)} for group in conditions]}


def consent(channel, may, subscription="subscribed"):
    said = {"channel": channel, "can_receive_marketing": may, "consent_status": {"subscription": subscription}}
    return {"type": "profile-marketing-consent", "consent": said}


def in_event(field, operator, value, kind="numeric"):
    told = {"type": kind, "operator": operator, "value": value}
    return {"type": "metric-property", "metric_id": "CHECK1", "field": field, "filter": told}


@pytest.mark.parametrize(
    ("fields", "event", "detail", "lost"),
    [
        ({"type": "metric", "id": "CHECK1"}, Event.CART_ABANDONED, "", []),
        ({"type": "metric", "id": "ORDER1"}, Event.ORDER_PLACED, "", []),
        ({"type": "metric", "id": "STRANG"}, Event.CART_ABANDONED, "", ["trigger"]),
        ({"type": "list", "id": "LISTNL"}, Event.SUBSCRIBED, "Newsletter", []),
        ({"type": "segment", "id": "SEGMNT"}, Event.SUBSCRIBED, "SEGMNT", ["trigger"]),
        ({"type": "date", "date_profile_property": "Birthday"}, Event.DATE_REACHED, "Birthday", ["date"]),
        ({"type": "price-drop"}, Event.PRODUCT_VIEWED, "", ["trigger"]),
        ({"type": "unheard-of"}, Event.CART_ABANDONED, "", ["trigger"]),
    ],
)
def test_a_trigger_becomes_the_nearest_start(fields, event, detail, lost):
    assert trigger(**fields) == (event, detail, lost)


def test_no_order_since_the_start_is_an_end_and_not_an_entry():
    asked = grouped([counted(operator="equals", value=0, since="flow-start")], [counted()])
    found, lost = begun(profile_filter=asked)
    assert found.exits == (Event.ORDER_PLACED,)
    assert found.entry == (Condition(Fact.ORDERS, Operator.AT_LEAST, 1),)
    assert lost == []


def test_an_entry_that_nothing_here_asks_is_listed():
    found, lost = begun(profile_filter=grouped([UNREAD], [counted(), STRANGE]))
    assert (found.entry, lost) == ((), ["entry", "entry"])


@pytest.mark.parametrize(
    ("group", "condition"),
    [
        ([consent("email", True)], Condition(Fact.CONSENT_EMAIL, Operator.YES)),
        (
            [consent("email", False, "any"), consent("email", True, "never_subscribed")],
            Condition(Fact.CONSENT_EMAIL, Operator.NO),
        ),
        ([consent("push", True, "any")], Condition(Fact.CONSENT_PUSH, Operator.YES)),
        ([in_event("$value", "greater-than-or-equal", 500)], Condition(Fact.CART_TOTAL, Operator.AT_LEAST, 500)),
        ([in_event("Items", "length-less-than", 3, "list")], Condition(Fact.CART_ITEMS, Operator.LESS_THAN, 3)),
        ([counted(operator="greater-than", value=1)], Condition(Fact.ORDERS, Operator.AT_LEAST, 2)),
        ([counted(operator="equals", value=0)], Condition(Fact.ORDERS, Operator.LESS_THAN, 1)),
        ([counted("OPEN01", since="flow-start")], Condition(Fact.OPENED, Operator.YES)),
    ],
)
def test_a_group_becomes_the_condition_that_says_the_same(group, condition):
    found, lost = begun(profile_filter=grouped(group))
    assert (found.entry, lost) == ((condition,), [])


def test_a_filter_on_the_event_is_an_entry_condition():
    asked = grouped([in_event("$value", "less-than", 100)])
    found, _ = begun(triggers=[{"type": "metric", "id": "CHECK1", "trigger_filter": asked}])
    assert found.entry == (Condition(Fact.CART_TOTAL, Operator.LESS_THAN, 100),)


@pytest.mark.parametrize(
    ("duration", "unit", "days", "lost"),
    [
        (1, "alltime", None, []),
        (0, "alltime", 0, []),
        (2, "week", 14, []),
        (48, "hour", 2, []),
        (30, "hour", 2, ["reentry"]),
    ],
)
def test_who_may_enter_again(duration, unit, days, lost):
    found, said = begun(reentry_criteria={"duration": duration, "unit": unit})
    assert (found.reentry, said) == (Reentry(days), lost)
