"""What is built for SendGrid holds against its own descriptions, and reaches the fake through the real delivery."""

import json
from copy import deepcopy
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from openapi_schema_validator import OAS30WriteValidator

from studio.exporters.sendgrid.service import SERVICE
from tests.contracts.delivering import EVENTFUL, RESAID, REWRITTEN, Delivery
from tests.contracts.oracle import closed, described
from tests.contracts.trees import SEQUENCES
from tests.fakes.faults import Fault
from tests.fakes.sendgrid.bodies import SEND, TEMPLATE, VERSION
from tests.fakes.validate import problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work

STEPS = (send("m1"), send("m2"))
SHAPES = {"template": TEMPLATE, "version": VERSION, "campaign": SEND}
DESCRIBED = {
    "version": ("tsg_templates_v3.json", "TransactionalTemplateVersionCreate"),
    "campaign": ("tsg_mc_singlesends_v3.json", "SinglesendRequest"),
}


@cache
def validator(kind):
    name, schema = DESCRIBED[kind]
    held = closed(deepcopy(described("sendgrid", name)))
    return OAS30WriteValidator({**held, "$ref": f"#/components/schemas/{schema}"})


@pytest.fixture
def sendgrid(sendgrid_fake, hand_clock):
    return Delivery(sendgrid_fake, SERVICE, hand_clock, list="Newsletter")


def last_version(fake):
    return list(fake.templates.values())[-1]["versions"][-1]


def test_versions_and_drafts_fit_the_description():
    made = built(work(*STEPS), "sendgrid", sender=3, unsubscribe_group=12, list="Newsletter", labels="vår, salg")
    for request in made.requests:
        if request.kind in DESCRIBED:
            assert [fault.message[:300] for fault in validator(request.kind).iter_errors(request.body)] == []


def test_labels_are_the_drafts_categories_and_go_when_they_are_taken_away(sendgrid):
    sendgrid.options["labels"] = "vår, salg, vår"
    sendgrid.run(*STEPS)
    assert [row["categories"] for row in sendgrid.fake.sends.values()] == [["vår", "salg"]] * 3
    sendgrid.options["labels"] = ""
    assert sendgrid.run(*STEPS)[-1] == "updated"
    assert [row["categories"] for row in sendgrid.fake.sends.values()] == [[]] * 3


def test_everything_is_made_once_and_left_alone(sendgrid):
    assert sendgrid.run(*STEPS) == ["created"] * 9
    assert sendgrid.run(*STEPS) == ["unchanged"] * 9
    assert [len(row["versions"]) for row in sendgrid.fake.templates.values()] == [1, 1, 1]


def test_a_new_subject_changes_version_and_draft_in_place(sendgrid):
    sendgrid.run(*STEPS)
    actions = sendgrid.run(*STEPS, project=RESAID)
    assert actions == ["unchanged"] * 5 + ["updated"] + ["unchanged"] * 2 + ["updated"]
    assert last_version(sendgrid.fake)["subject"] == "Nytt emne"


def test_the_preview_has_the_sample_readers_data(sendgrid):
    sendgrid.run(*STEPS)
    data = json.loads(last_version(sendgrid.fake)["test_data"])
    assert (data["first_name"], data["products"][0]["name"]) == ("Ingrid", "Ullteppe")


def test_another_machine_finds_everything_by_its_name(sendgrid):
    sendgrid.run(*STEPS)
    sendgrid.lost_journal()
    assert sendgrid.run(*STEPS) == ["updated"] * 9
    assert (len(sendgrid.fake.templates), len(sendgrid.fake.sends)) == (3, 3)


def test_words_that_were_found_and_are_others_wait_for_a_choice(sendgrid):
    sendgrid.run(*STEPS)
    sendgrid.lost_journal()
    assert sendgrid.run(*STEPS, project=RESAID)[5] == "skipped"
    assert last_version(sendgrid.fake)["subject"] == "Emne m2"


def test_things_are_found_on_later_pages(sendgrid):
    sendgrid.run(*STEPS)
    sendgrid.lost_journal()
    sendgrid.fake.options = type(sendgrid.fake.options)(page_size=1)
    sendgrid.run(*STEPS)
    assert (len(sendgrid.fake.templates), len(sendgrid.fake.sends)) == (3, 3)


def test_somebody_elses_version_beside_ours_is_left_alone(sendgrid):
    sendgrid.run(*STEPS)
    row = list(sendgrid.fake.templates.values())[-1]
    row["versions"].insert(0, {**row["versions"][0], "id": "v-own", "name": "Own", "subject": "Own"})
    sendgrid.lost_journal()
    for project in ({}, {"project": RESAID}):
        sendgrid.run(*STEPS, **project)
    assert [version["subject"] for version in row["versions"]] == ["Own", "Nytt emne"]


def test_words_that_somebody_changed_there_are_not_written_over(sendgrid):
    sendgrid.run(*STEPS)
    last_version(sendgrid.fake)["subject"] = "Bedre emne"
    sendgrid.report(*STEPS, project=RESAID)
    assert last_version(sendgrid.fake)["subject"] == "Bedre emne"


def test_a_deleted_template_is_made_again_with_its_version(sendgrid):
    sendgrid.run(*STEPS)
    sendgrid.fake.templates.popitem()
    assert sendgrid.run(*STEPS)[4:6] == ["created", "created"]
    assert last_version(sendgrid.fake)["subject"] == "Emne m2"


def test_a_scheduled_single_send_is_left_alone_and_a_new_draft_made(sendgrid):
    sendgrid.run(*STEPS)
    list(sendgrid.fake.sends.values())[-1]["status"] = "scheduled"
    assert sendgrid.run(*STEPS, project=REWRITTEN)[-1] == "replaced"
    assert len(sendgrid.fake.sends) == 4


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.ERROR_AFTER, Fault.CUT, Fault.BUSY])
@pytest.mark.parametrize("nth", [1, 2, 5, 6, 9])
def test_a_lost_answer_makes_nothing_twice(sendgrid, fault, nth):
    sendgrid.fake.faults.on("POST", "*", fault, nth=nth)
    sendgrid.report(*STEPS)
    sendgrid.run(*STEPS)
    assert len(sendgrid.fake.sends) == 3
    assert [len(row["versions"]) for row in sendgrid.fake.templates.values()] == [1, 1, 1]


def test_event_data_makes_templates_only(sendgrid):
    assert sendgrid.run(*STEPS, project=EVENTFUL) == ["created"] * 8
    assert "{{cart_total}}" in last_version(sendgrid.fake)["html_content"]


def test_nothing_is_scheduled_sent_or_deleted(sendgrid):
    sendgrid.run(*STEPS)
    assert (sendgrid.fake.live, sendgrid.fake.deleted) == ([], [])
    assert {row["status"] for row in sendgrid.fake.sends.values()} == {"draft"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_what_is_made_of_any_sequence_fits_and_its_sheet_can_be_ticked(sequence):
    fields = dict(sequence)
    made = built(work(*fields.pop("steps"), **fields), "sendgrid")
    for request in made.requests:
        assert problems(SHAPES[request.kind], request.body) == []
    assert len({request.name for request in made.requests}) == len(made.requests)
    assert len({step.id for step in made.sheet.steps}) == len(made.sheet.steps)
