"""What is built for ActiveCampaign holds against its descriptions, and reaches the fake through the real delivery."""

from copy import deepcopy
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from openapi_schema_validator import OAS30WriteValidator

from studio.exporters.activecampaign.service import SERVICE
from tests.contracts.delivering import EVENTFUL, RESAID, REWRITTEN, Delivery
from tests.contracts.oracle import closed, described
from tests.contracts.trees import SEQUENCES
from tests.fakes.activecampaign import Options
from tests.fakes.activecampaign.bodies import CAMPAIGN, CAMPAIGN_CHANGE, MESSAGE, MESSAGE_CHANGE
from tests.fakes.faults import Fault
from tests.fakes.validate import problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work

STEPS = (send("m1"), send("m2"))
SHAPES = {"message": MESSAGE, "content": MESSAGE_CHANGE, "campaign": CAMPAIGN, "settings": CAMPAIGN_CHANGE}
PATHS = {
    "message": ("messages.yml", "/messages", "post"),
    "content": ("messages.yml", "/messages/{id}", "put"),
    "campaign": ("campaigns.yml", "/campaign", "post"),
    "settings": ("campaigns.yml", "/campaigns/{id}/edit", "put"),
}


@cache
def validator(kind):
    name, path, method = PATHS[kind]
    held = described("activecampaign", name)["paths"][path][method]["requestBody"]["content"]["application/json"]
    return OAS30WriteValidator(closed(deepcopy(held["schema"])))


@pytest.fixture
def activecampaign(activecampaign_fake, hand_clock):
    return Delivery(activecampaign_fake, SERVICE, hand_clock, list=3)


def rows(fake):
    return list(fake.messages.values())


def test_everything_fits_the_description():
    for request in built(work(*STEPS), "activecampaign", list=3).requests:
        body = deepcopy(request.body)
        if request.kind == "message":
            # The description's own example calls the sender's address so, beside the field of its schema.
            del body["message"]["fromemail"]
        assert [fault.message[:300] for fault in validator(request.kind).iter_errors(body)] == []


def test_messages_are_made_once_with_all_their_words(activecampaign):
    assert activecampaign.run(*STEPS) == ["created"] * 8
    assert activecampaign.run(*STEPS) == ["unchanged"] * 8
    assert [row["subject"] for row in rows(activecampaign.fake)] == ["Du glemte noe", "Kurven din venter", "Emne m2"]
    assert all("[fabel " in row["name"] and "</html>" in row["html"] for row in rows(activecampaign.fake))


def test_a_new_subject_changes_a_message_in_place(activecampaign):
    activecampaign.run(*STEPS)
    assert activecampaign.run(*STEPS, project=RESAID) == ["unchanged"] * 5 + ["updated"] + ["unchanged"] * 2
    assert rows(activecampaign.fake)[2]["subject"] == "Nytt emne"


def test_a_test_is_a_draft_with_its_rules_and_no_words(activecampaign):
    activecampaign.run(*STEPS)
    (row,) = activecampaign.fake.campaigns.values()
    assert (row["type"], row["splitType"], row["listIds"], row["status"]) == ("split", "click", [3], "0")


def test_another_machine_finds_everything_on_any_page(activecampaign):
    activecampaign.run(*STEPS)
    activecampaign.lost_journal()
    activecampaign.fake.options = Options(page_size=1)
    activecampaign.run(*STEPS)
    assert (len(activecampaign.fake.messages), len(activecampaign.fake.campaigns)) == (3, 1)


def test_words_that_somebody_changed_there_are_not_written_over(activecampaign):
    activecampaign.run(*STEPS)
    rows(activecampaign.fake)[2]["html"] = "<p>Egne ord</p>"
    activecampaign.report(*STEPS, project=REWRITTEN)
    assert rows(activecampaign.fake)[2]["html"] == "<p>Egne ord</p>"


def test_a_deleted_message_is_made_again_with_its_words(activecampaign):
    activecampaign.run(*STEPS)
    activecampaign.fake.messages.popitem()
    assert activecampaign.run(*STEPS)[4:6] == ["created", "created"]
    assert rows(activecampaign.fake)[2]["subject"] == "Emne m2"


def test_a_sent_campaign_is_left_alone_and_a_new_draft_gets_the_rules(activecampaign):
    activecampaign.run(*STEPS)
    (old,) = activecampaign.fake.campaigns.values()
    old["status"] = "5"
    activecampaign.options["winner"] = "even"
    assert activecampaign.run(*STEPS)[-2:] == ["replaced", "updated"]
    assert [row["splitType"] for row in activecampaign.fake.campaigns.values()] == ["click", "even"]


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.ERROR_AFTER, Fault.CUT, Fault.BUSY])
@pytest.mark.parametrize("nth", [1, 3, 4])
def test_a_lost_answer_makes_nothing_twice(activecampaign, fault, nth):
    activecampaign.fake.faults.on("POST", "*", fault, nth=nth)
    activecampaign.report(*STEPS)
    activecampaign.run(*STEPS)
    assert (len(activecampaign.fake.messages), len(activecampaign.fake.campaigns)) == (3, 1)
    assert not any("[fabel " in row["subject"] for row in rows(activecampaign.fake))


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_push_that_broke_off_before_the_words_is_resumed_by_another_machine(activecampaign, nth):
    activecampaign.fake.faults.on("PUT", "*/messages/*", Fault.ERROR_BEFORE, nth=nth, times=0)
    activecampaign.report(*STEPS)
    activecampaign.fake.faults.clear()
    activecampaign.lost_journal()
    activecampaign.run(*STEPS)
    assert [row["subject"] for row in rows(activecampaign.fake)] == ["Du glemte noe", "Kurven din venter", "Emne m2"]


def test_five_calls_a_second_are_kept(activecampaign):
    activecampaign.fake.options = Options(rates=True)
    assert activecampaign.run(*STEPS) == ["created"] * 8
    assert not any("429" in str(fired) for fired in activecampaign.fake.faults.fired)


def test_event_data_makes_a_message_and_no_campaign(activecampaign):
    assert activecampaign.run(send("m2"), project=EVENTFUL) == ["created"] * 2


def test_nothing_is_scheduled_or_deleted(activecampaign):
    activecampaign.run(*STEPS)
    assert (activecampaign.fake.live, activecampaign.fake.deleted) == ([], [])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_what_is_made_of_any_sequence_fits_and_its_sheet_can_be_ticked(sequence):
    fields = dict(sequence)
    made = built(work(*fields.pop("steps"), **fields), "activecampaign")
    for request in made.requests:
        assert problems(SHAPES[request.kind], request.body) == []
    assert len({request.key for request in made.requests}) == len(made.requests)
    assert len({step.id for step in made.sheet.steps}) == len(made.sheet.steps)
