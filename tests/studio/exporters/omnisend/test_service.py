"""Omnisend's API as delivery sees it: complaints, changes in place, what drifts, what switches a flow on."""

from copy import deepcopy

from studio.exporters.omnisend.service import SERVICE
from studio.exporters.omnisend.updates import update_flow
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import FIVE, work

FLOW = SERVICE.resources["flow"]


def body():
    return deepcopy(built(work(*FIVE), "omnisend").requests[-1].body)


def calls(before, after, *touched):
    return [(call.method, call.path) for call in update_flow("F", "", before, after, frozenset(touched))]


def test_a_complaint_names_the_fields():
    answer = {"detail": "Invalid", "errors": [{"field": "blocks.0", "code": "x", "message": "is wrong"}]}
    assert SERVICE.words(400, answer) == "Invalid; is wrong (blocks.0)"
    assert SERVICE.words(500, None) == "HTTP 500"


def test_new_words_write_the_blocks_again():
    after = body()
    after["blocks"][0]["delay"]["duration"]["amount"] = 9
    assert calls(body(), after) == [("PUT", "/api/automations/F/blocks")]


def test_another_start_is_changed_on_its_own():
    after = body()
    after["trigger"]["condition"]["event"] = "viewed product"
    assert calls(body(), after) == [("PATCH", "/api/automations/F")]


def test_a_template_that_was_imported_anew_writes_the_blocks_again():
    assert calls(body(), body(), "template:m1:m1-a") == [("PUT", "/api/automations/F/blocks")]
    assert calls(body(), body(), "image:x") == []


def test_a_flow_of_unknown_content_is_written_whole():
    assert len(calls(None, body())) == 2


def test_what_is_taken_away_is_cleared():
    (change, _) = update_flow("F", "", None, {**body(), "settings": {}}, frozenset())
    assert change.body["settings"]["frequencyLimiter"] is None
    assert change.body["trigger"]["audienceFilterGroup"] is None


def test_what_was_sent_and_what_is_read_back_are_told_alike():
    there = body()
    there["blocks"][0]["id"] = there["blocks"][0].pop("temporaryID")
    assert FLOW.ours(body()) == FLOW.theirs(there)
    assert FLOW.ours(body())["Subjects"].startswith("Du glemte noe\nKurven din venter")


def test_a_subject_that_somebody_changed_is_seen():
    there = body()
    there["blocks"][-1]["action"]["sendEmail"]["subject"] = "Noe annet"
    assert FLOW.ours(body())["Subjects"] != FLOW.theirs(there)["Subjects"]
    assert FLOW.ours(body())["Steps"] == FLOW.theirs(there)["Steps"]


def test_a_flow_is_switched_on_for_what_comes_only():
    (call,) = FLOW.live("F", "")
    assert (call.method, call.path, call.body) == ("POST", "/api/automations/F/enable", {"enrollExisting": False})
