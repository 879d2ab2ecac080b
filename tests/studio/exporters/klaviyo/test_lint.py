"""Each rule that the schema does not know is broken once."""

from copy import deepcopy

import pytest

from studio.exporters.klaviyo.lint import faults
from studio.model.steps import Wait
from tests.studio.exporters.building import built, definition
from tests.studio.exporters.projects import DAY, LOYAL, RICH, fork, send, work

FLOW = work(Wait("w", DAY, "09:00"), send("m1"), fork((RICH, [send("m2")]), (None, [send("s1")])))
TEMPLATES = frozenset({"template:m1:m1-a", "template:m2:m2-a"})


@pytest.fixture
def good():
    """Return a definition without a fault: a delay, a test, a split, an e-mail and an SMS."""
    return deepcopy(definition(FLOW))


def told(broken, templates=TEMPLATES):
    return " ".join(str(fault) for fault in faults(broken, templates))


def test_a_built_flow_has_no_fault(good):
    assert told(good) == ""


def test_a_link_to_nowhere(good):
    good["actions"][0]["links"]["next"] = "gone"
    assert "leads to “gone”" in told(good)


def test_an_entry_to_nowhere(good):
    good["entry_action_id"] = "gone"
    assert "begins at “gone”" in told(good)


def test_an_action_that_cannot_be_reached(good):
    good["actions"][1]["links"]["next"] = None
    assert "“email-1” cannot be reached" in told(good)


def test_a_second_entry(good):
    good["actions"][0]["links"]["next"] = None
    assert "“ab-1” is a second entry" in told(good)


def test_a_way_back_to_the_entry(good):
    good["actions"][-1]["links"]["next"] = "delay-1"
    assert "back to the entry" in told(good)


def test_ways_that_meet(good):
    good["actions"][2]["links"]["next_if_false"] = "email-1"
    assert "2 ways lead to “email-1”" in told(good)


@pytest.mark.parametrize("count", [0, 2])
def test_any_number_of_triggers_but_one(good, count):
    good["triggers"] = good["triggers"] * count
    assert f"this one has {count}" in told(good)


@pytest.mark.parametrize("field", ["delay_until_time", "delay_until_weekdays"])
def test_a_time_of_day_after_hours(good, field):
    good["actions"][0]["data"] = {"unit": "hours", "value": 3, field: ["monday"]}
    assert "only days allow that" in told(good)


def test_an_id_given_twice_even_inside_a_test(good):
    good["actions"][1]["data"]["current_experiment"]["variations"][0]["temporary_id"] = "email-1"
    assert "“email-1” is given to 2" in told(good)


def test_shares_that_do_not_add_up(good):
    good["actions"][1]["data"]["current_experiment"]["allocations"]["ab-1-a"] = 0.6
    assert "do not add up to 1" in told(good)


def test_shares_of_somebody_else(good):
    good["actions"][1]["data"]["current_experiment"]["allocations"] = {"ab-1-a": 0.5, "ab-9-b": 0.5}
    assert "not those of its versions" in told(good)


def test_an_empty_subject(good):
    good["actions"][3]["data"]["message"]["subject_line"] = " "
    assert "“Brev m2” has no subject" in told(good)


def test_an_sms_without_words(good):
    good["actions"][4]["data"]["message"]["body"] = ""
    assert "has no words" in told(good)


def test_a_template_that_nobody_made(good):
    assert "“Brev m2” has no template" in told(good, frozenset({"template:m1:m1-a"}))
    del good["actions"][3]["data"]["message"]["template_id"]
    assert "“Brev m2” has no template" in told(good)


def test_a_bundle_names_the_templates_that_its_flow_takes():
    keys = {request.key for request in built(FLOW).requests if request.kind == "template"}
    assert keys == TEMPLATES


def test_ways_of_a_split_without_a_rest():
    three = deepcopy(definition(work(fork((RICH, [send("m2")]), (LOYAL, []), (None, [send("m3")])))))
    three["actions"][0]["data"]["branches"][1]["branch_id"] = "split-1-1"
    three["actions"][0]["data"]["branches"][2]["is_else"] = False
    said = told(three, frozenset({"template:m2:m2-a", "template:m3:m3-a"}))
    assert "must be for the rest" in said
    assert "“split-1-1” is given to 2 ways" in said


def test_a_split_into_one_way():
    one = deepcopy(definition(work(fork((RICH, [send("m2")]), (LOYAL, []), (None, [send("m3")])))))
    del one["actions"][0]["data"]["branches"][1:]
    assert "fewer than two ways" in told(one)


def test_more_templates_than_a_library_holds(good):
    assert "at most 1000" in told(good, TEMPLATES | {f"template:x{number}:" for number in range(999)})
