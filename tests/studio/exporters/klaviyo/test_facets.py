"""What somebody changed at Klaviyo is seen, text by text."""

from copy import deepcopy

import pytest

from studio.exporters.klaviyo.facets import flow_facets, live_flow, template_facets
from studio.exporters.klaviyo.service import SERVICE
from studio.model.steps import Wait
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import DAY, RICH, fork, send, work

MADE = built(work(Wait("w", DAY, "09:00", (1,)), send("m1"), fork((RICH, []), (None, [])), send("m2"), send("n1")))
FLOW = MADE.requests[-1].body


def test_each_message_has_its_own_texts():
    found = flow_facets(FLOW)
    assert found["Subject – Brev m1 – a"] == "Du glemte noe"
    assert found["Subject – Brev m1 – b"] == "Kurven din venter"
    assert found["Text – Melding n1"] == "Kurven venter."
    assert found["Waits"] == "1 days 09:00:00 monday"


def test_a_message_in_several_ways_has_a_number():
    assert {"Subject – Brev m2", "Subject – Brev m2 (2)"} <= set(flow_facets(FLOW))


def test_a_changed_subject_is_the_only_difference():
    theirs = deepcopy(FLOW)
    theirs["data"]["attributes"]["definition"]["actions"][-1]["data"]["message"]["title"] = "Annet"
    ours, changed = flow_facets(FLOW), flow_facets(theirs)
    assert {name for name in ours if ours[name] != changed[name]} == {"Title – Melding n1 (2)"}


def test_a_template_has_its_html_and_text():
    template = next(request.body for request in MADE.requests if request.kind == "template")
    assert "Hei" in template_facets(template)["Content"]
    assert "Hei" in template_facets(template)["Plain text"]


def test_an_answer_of_another_shape_says_nothing():
    assert flow_facets({"data": None}) == flow_facets([]) == flow_facets({"data": {"attributes": {}}})


def test_a_flow_is_switched_on_by_its_status():
    (call,) = live_flow("F1", "")
    assert (call.method, call.path, call.body["data"]["attributes"]) == ("PATCH", "/api/flows/F1", {"status": "live"})


def test_every_permission_says_what_it_is_for():
    assert {"flows:write", "templates:write", "metrics:read"} <= set(SERVICE.scopes)
    assert all(str(words) for words in SERVICE.scopes.values())


@pytest.mark.parametrize("gone", ["current_experiment", "main_action"])
def test_a_test_that_has_ended_is_read_without_it(gone):
    theirs = deepcopy(FLOW)
    theirs["data"]["attributes"]["definition"]["actions"][1]["data"][gone] = None
    found = flow_facets(theirs)
    assert found["Subject – Brev m2"] == "Emne m2"
    assert "Subject – Brev m1 – b" in found or found["Subject – Brev m1"] == "Du glemte noe"


def test_a_test_without_any_data_says_nothing():
    theirs = deepcopy(FLOW)
    theirs["data"]["attributes"]["definition"]["actions"][1]["data"] = None
    assert not any("Brev m1" in name for name in flow_facets(theirs))
