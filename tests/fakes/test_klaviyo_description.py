"""What the Klaviyo fake was written to know is what the vendor's description knows; skipped where that is absent."""

import json

import pytest

from tests.fakes.klaviyo import actions, bodies
from tests.fakes.klaviyo.conditions import EVENT, PROFILE
from tests.fakes.klaviyo.oracle import CREATE_FLOW, schema_is_there, schema_problems
from tests.fakes.samples import AT, ab_test, delay, email, flow_body, split
from tests.fakes.validate import problems

pytestmark = pytest.mark.skipif(not schema_is_there(), reason="the vendor's description is not beside the repository")


def schemas():
    return json.loads(CREATE_FLOW.read_text("utf-8"))["components"]["schemas"]


def keys(shapes):
    return {key.removesuffix("*") for key in shapes}


@pytest.mark.parametrize(
    ("shapes", "name"),
    [
        (actions.EMAIL, "FlowEmail"),
        (actions.SMS, "FlowSms"),
        (actions.PUSH, "FlowPushNotification"),
        (actions.WHATSAPP, "FlowWhatsApp"),
        (actions.ALERT, "FlowInternalAlert"),
        (actions.WEBHOOK, "FlowWebhook"),
    ],
)
def test_messages_have_the_keys_of_the_description(shapes, name):
    assert keys(shapes) | {"id"} == set(schemas()[name]["properties"])


@pytest.mark.parametrize(
    ("shape", "name"),
    [
        (actions.TIME_DELAY, "TimeDelayActionData"),
        (actions.COUNTDOWN, "CountdownDelayActionData"),
        (actions.TARGET_DATE, "TargetDateActionData"),
        (actions.TRIGGER_SPLIT, "TriggerBranchActionData"),
        (actions.LIST_UPDATE, "ListUpdateActionData"),
        (actions.PROFILE_UPDATE, "UpdateProfileActionData"),
        (actions.BRANCHES, "MultiBranchSplitActionData"),
        (bodies.DATE_TRIGGER, "ProfilePropertyDateTrigger"),
        (bodies.PRICE_DROP, "PriceDropTrigger"),
        (bodies.LOW_INVENTORY, "LowInventoryTrigger"),
        (bodies.DEFINITION, "FlowDefinition"),
        (bodies.REENTRY, "ReentryCriteria"),
    ],
)
def test_records_know_and_require_the_keys_of_the_description(shape, name):
    schema = schemas()[name]
    unknown = {p.pointer for p in shape(dict.fromkeys(schema["properties"]), "") if p.code == "unknown_field"}
    required = {p.pointer[1:] for p in shape({}, "") if p.code == "required"}
    assert not unknown
    assert required == set(schema.get("required", []))


def test_no_condition_type_is_unknown():
    found = {
        schema["properties"]["type"]["enum"][0]
        for name, schema in schemas().items()
        if name.endswith("Condition") and "type" in schema.get("properties", {})
    }
    assert found - {"action-output", "profile-not-in-flow"} == {*PROFILE, *EVENT}


SMS = {**email("sms"), "type": "send-sms", "data": {"message": {"body": "Hei"}}}
PUSH = {**email("push"), "type": "send-mobile-push", "data": {"message": {"body": "Hei", "title": "Hei"}}}


@pytest.mark.parametrize(
    "body",
    [
        flow_body(),
        flow_body(SMS),
        flow_body(PUSH),
        flow_body(split("s", "t", "d"), ab_test("t", "d"), delay("d", "e"), email("e")),
        flow_body(delay("d", unit="days", delay_until_time="09:00:00", delay_until_weekdays=["monday"])),
        flow_body(triggers=[{"type": "list", "id": "LISTNL"}], reentry_criteria={"duration": 1, "unit": "alltime"}),
    ],
)
def test_fake_and_description_take_the_same_flows(body):
    assert problems(bodies.NEW_FLOW, body) == schema_problems(body) == []


@pytest.mark.parametrize(
    "body",
    [
        flow_body(note=""),
        flow_body(delay("d", value="1")),
        flow_body(delay("d", unit="weeks")),
        flow_body({**delay("d"), "note": ""}),
        flow_body({**email("e"), "data": {"message": {"subject": "Hei"}}}),
        flow_body({**split("s", None, None), "links": {"next": None}}),
        flow_body(reentry_criteria={"duration": 1, "unit": "month"}),
        flow_body(triggers=[{"type": "birthday"}]),
    ],
)
def test_fake_and_description_refuse_the_same_flows(body):
    assert problems(bodies.NEW_FLOW, body)
    assert schema_problems(body)[0].pointer.startswith(AT)
