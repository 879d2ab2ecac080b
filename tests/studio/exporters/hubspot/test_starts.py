"""What enrols contacts at HubSpot, and what takes them out again."""

from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Reentry
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import LOYAL, RICH, fork, send, work


def bundle(options=None, **fields):
    return built(work(send("m2"), **fields), "hubspot", pictures="https://x.example", **(options or {}))


def criteria(options=None, **fields):
    return bundle(options, **fields).requests[-1].body["enrollmentCriteria"]


def test_without_an_event_nobody_is_enrolled_and_that_is_said():
    assert criteria()["type"] == "MANUAL"
    assert "hubspot.trigger" in losses(bundle())


def test_an_event_of_the_account_starts_the_flow_for_those_who_may_enter():
    made = criteria({"event": "pe1_cart", "total_property": "total"}, entry=(RICH,))
    assert made["eventFilterBranches"][0]["eventTypeId"] == "pe1_cart"
    assert made["refinementCriteria"]["filterBranches"][0]["filters"][0]["property"] == "total"


def test_a_list_starts_the_flow():
    made = criteria({"list": "9"}, reentry=Reentry(None))
    assert (made["type"], made["shouldReEnroll"]) == ("LIST_BASED", False)
    assert made["listFilterBranch"]["filterBranches"][0]["filters"] == [
        {"filterType": "IN_LIST", "listId": "9", "operator": "IN_LIST"}
    ]


def test_a_date_of_the_contact_starts_the_flow_every_year():
    made = bundle({"date_property": "date_of_birth"}, event=Event.DATE_REACHED)
    assert made.requests[-1].body["enrollmentSchedule"]["dateProperty"] == "date_of_birth"
    assert "hubspot.trigger.date" in losses(made)


def test_a_flow_that_starts_at_the_birthday_takes_its_way():
    steps = (fork((Condition(Fact.IS_BIRTHDAY, Operator.YES), [send("m2")]), (None, [send("m3")])),)
    made = built(work(*steps, event=Event.DATE_REACHED), "hubspot", date_property="date_of_birth", profile="cart")
    assert len(made.requests[-1].body["actions"]) == 1


def test_an_entry_condition_that_no_trigger_carries_is_said():
    assert "hubspot.entry" in losses(bundle({"customers": "7"}, entry=(LOYAL,)))
    assert "hubspot.entry" not in losses(bundle({"customers": "7", "list": "9"}, entry=(LOYAL,)))


def test_who_comes_onto_the_list_of_customers_leaves_the_flow():
    made = bundle({"customers": "7"})
    assert made.requests[-1].body["goalFilterBranch"]["filterBranches"][0]["filters"][0]["listId"] == "7"
    assert "hubspot.exit" not in losses(made)


def test_an_end_that_hubspot_cannot_see_is_said():
    assert "hubspot.exit" in losses(bundle())
    assert "hubspot.exit" not in losses(bundle(exits=(Event.UNSUBSCRIBED,)))


def test_the_consent_that_hubspot_asks_for_anyway_is_no_loss():
    consent = Condition(Fact.CONSENT_EMAIL, Operator.YES)
    assert "hubspot.entry" not in losses(bundle(entry=(consent,)))
