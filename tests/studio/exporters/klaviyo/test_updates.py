"""Things are changed in place where Klaviyo allows it, and replaced where the graph changed."""

import json
from copy import deepcopy
from dataclasses import replace

import pytest

from studio.exporters.klaviyo.graph import versions_in
from studio.exporters.klaviyo.updates import update_flow, update_template
from studio.exporters.updating import left_alone
from studio.model.localized import localized
from studio.model.steps import Wait
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import DAY, HOUR, LOYAL, MESSAGES, RICH, fork, send, work

STEPS = (Wait("w", HOUR), send("m1"), fork((RICH, [send("m2")]), (None, [send("m3")])))


def body(*steps, **fields):
    return built(work(*(steps or STEPS), **fields)).requests[-1].body


def answer(sent):
    """Return what a service keeps of a create: real ids in the place of temporary ones."""
    made = deepcopy(sent["data"]["attributes"]["definition"])
    number = 0
    for action in made["actions"]:
        for one in (action, *versions_in(action)):
            number += 1
            one["id"] = f"R{number}"
            del one["temporary_id"]
    return json.dumps({"data": {"id": "F1", "attributes": {"definition": made}}})


def updated(before, after, touched=()):
    return update_flow("F1", answer(before), before, after, frozenset(touched))


def resaid(subject):
    held = MESSAGES.variants["m2-a"]
    return replace(MESSAGES, variants=MESSAGES.variants.set("m2-a", replace(held, subject=localized(nb=subject))))


def test_an_unchanged_flow_needs_nothing():
    assert updated(body(), body()) == ()


def test_a_new_subject_changes_one_action():
    (call,) = updated(body(), body(project=resaid("Nytt emne")))
    made = call.body["data"]["attributes"]["definition"]
    assert (call.method, call.path) == ("PATCH", "/api/flow-actions/R7")
    assert made["data"]["message"]["subject_line"] == "Nytt emne"
    assert (made["id"], call.body["data"]["id"]) == ("R7", "R7")


def test_a_changed_action_is_not_switched_off():
    (call,) = updated(body(), body(project=resaid("Nytt emne")))
    assert "status" not in call.body["data"]["attributes"]["definition"]["data"]


def test_a_touched_template_is_taken_again_by_every_action_that_sends_it():
    calls = updated(body(), body(), {"template:m1:m1-a", "template:m3:m3-a"})
    assert [call.path for call in calls] == ["/api/flow-actions/R2", "/api/flow-actions/R8"]


def test_a_test_keeps_the_ids_of_its_versions():
    (call,) = updated(body(), body(), {"template:m1:m1-a"})
    made = call.body["data"]["attributes"]["definition"]["data"]
    assert made["main_action"]["id"] == "R3"
    assert [one["id"] for one in made["current_experiment"]["variations"]] == ["R4", "R5"]
    assert made["current_experiment"]["allocations"] == {"R4": 0.5, "R5": 0.5}


def test_links_of_a_changed_action_are_real_ids():
    (call,) = updated(body(), body(Wait("w", 2 * HOUR), *STEPS[1:]))
    assert call.body["data"]["attributes"]["definition"]["links"] == {"next": "R2"}


@pytest.mark.parametrize(
    ("steps", "fields"),
    [
        ((*STEPS, Wait("w2", DAY)), {}),
        (STEPS[:2], {}),
        ((send("m2"), *STEPS[1:]), {}),
        (STEPS, {"exits": ()}),
        (STEPS, {"entry": (RICH,)}),
    ],
)
def test_another_graph_trigger_or_filter_is_a_new_draft(steps, fields):
    assert updated(body(), body(*steps, **fields)) is None


def test_another_name_cannot_be_given_and_changes_nothing():
    renamed = deepcopy(body())
    renamed["data"]["attributes"]["name"] = "Nytt navn"
    assert updated(body(), renamed) == ()


def test_a_flow_found_by_name_is_written_anew_where_its_actions_fit():
    calls = update_flow("F1", answer(body()), None, body(), frozenset())
    assert len(calls) == 5


@pytest.mark.parametrize("kept", ["", "{}", '{"data": {"id": "F1"}}'])
def test_a_flow_whose_actions_nobody_knows_is_a_new_draft(kept):
    assert update_flow("F1", kept, body(), body(project=resaid("Nytt")), frozenset()) is None


def test_a_template_is_rewritten_without_its_kind_of_editor():
    after = {"data": {"type": "template", "attributes": {"name": "N", "editor_type": "CODE", "html": "h", "text": "t"}}}
    (call,) = update_template("T1", "", None, after, frozenset())
    assert call.path == "/api/templates/T1"
    assert call.body["data"] == {
        "type": "template",
        "id": "T1",
        "attributes": {"name": "N", "html": "h", "text": "t"},
    }


def test_a_picture_is_never_changed():
    assert left_alone("I1", "", {}, {"name": "x"}, frozenset()) == ()


def test_the_ways_of_a_split_keep_the_names_that_the_service_gave_them():
    three = fork((RICH, [send("m2")]), (LOYAL, []), (None, [send("m3")]))
    after = built(work(three)).requests[-1].body
    there = deepcopy(after["data"]["attributes"]["definition"])
    for number, action in enumerate(there["actions"]):
        action["id"] = f"R{number}"
    for number, branch in enumerate(there["actions"][0]["data"]["branches"]):
        branch["branch_id"] = f"B{number}"
    answer = json.dumps({"data": {"attributes": {"definition": there}}})
    first, *_ = update_flow("F", answer, None, after, frozenset())
    sent = first.body["data"]["attributes"]["definition"]["data"]["branches"]
    told = [(branch["branch_id"], branch["links"]["next"]) for branch in sent]
    assert told == [("B0", "R1"), ("B1", None), ("B2", "R2")]


def test_a_flow_that_was_sent_with_a_bare_id_is_the_same_flow():
    after = built(work(*STEPS), trigger_metric="RmfPPT").requests[-1].body
    before = deepcopy(after)
    before["data"]["attributes"]["definition"]["triggers"][0]["id"] = "RmfPPT"
    assert updated(before, after) == ()


def test_an_action_that_was_sent_with_a_bare_id_has_not_changed():
    rich = fork((RICH, [send("m2")]), (None, [send("m3")]))
    after = built(work(rich), trigger_metric="RmfPPT").requests[-1].body
    before = json.loads(json.dumps(after).replace("@metric:", ""))
    assert before != after
    assert before["data"]["attributes"]["definition"]["actions"] != after["data"]["attributes"]["definition"]["actions"]
    assert updated(before, after) == ()


@pytest.mark.parametrize("lacking", ["current_experiment", "main_action"])
def test_a_test_that_has_ended_there_is_a_new_draft_and_no_fault(lacking):
    there = json.loads(answer(body()))
    there["data"]["attributes"]["definition"]["actions"][1]["data"][lacking] = None
    after = body(project=resaid("Nytt emne"))
    assert update_flow("F1", json.dumps(there), body(), after, frozenset()) is None
