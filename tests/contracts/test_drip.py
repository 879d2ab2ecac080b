"""What is built for Drip holds against Drip as it is documented, through the real delivery."""

import pytest
from hypothesis import HealthCheck, given, settings

from studio.exporters.drip.service import SERVICE
from tests.contracts.delivering import EVENTFUL, RESAID, REWRITTEN, Delivery
from tests.contracts.trees import SEQUENCES
from tests.fakes.drip.broadcasts import BODY, content_problems
from tests.fakes.faults import Fault
from tests.fakes.validate import problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work

STEPS = (send("m1"), send("m2"))


@pytest.fixture
def drip(drip_fake, hand_clock):
    return Delivery(drip_fake, SERVICE, hand_clock)


def subjects(fake):
    return [row["subject"] for row in fake.broadcasts.values()]


def test_drafts_are_made_once_and_changed_in_place(drip):
    assert drip.run(*STEPS) == ["created"] * 3
    assert drip.run(*STEPS) == ["unchanged"] * 3
    assert drip.run(*STEPS, project=RESAID) == ["unchanged", "unchanged", "updated"]
    assert subjects(drip.fake) == ["Du glemte noe", "Kurven din venter", "Nytt emne"]


def test_nothing_is_scheduled_sent_or_deleted(drip):
    drip.run(*STEPS)
    assert (drip.fake.live, drip.fake.deleted) == ([], [])
    assert {row["status"] for row in drip.fake.broadcasts.values()} == {"draft"}


def test_another_machine_finds_the_drafts_by_their_names(drip):
    drip.run(*STEPS)
    drip.lost_journal()
    assert drip.run(*STEPS) == ["updated"] * 3
    assert len(drip.fake.broadcasts) == 3


def test_a_sent_draft_is_left_alone_and_a_new_one_made(drip):
    drip.run(*STEPS)
    list(drip.fake.broadcasts.values())[2]["status"] = "sent"
    assert drip.run(*STEPS, project=REWRITTEN)[2] == "replaced"
    assert subjects(drip.fake) == ["Du glemte noe", "Kurven din venter", "Emne m2", "Emne m2"]


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.ERROR_AFTER, Fault.CUT, Fault.BUSY])
def test_a_lost_answer_makes_no_second_draft(drip, fault):
    drip.fake.faults.on("POST", "*/broadcasts", fault, nth=2)
    drip.report(*STEPS)
    drip.run(*STEPS)
    assert [drip.fake.count(name.split("fabel ")[1]) for _, name in drip.fake.names()] == [1, 1, 1]


def test_an_email_that_needs_an_event_is_no_draft(drip):
    assert drip.run(*STEPS, project=EVENTFUL) == ["created"] * 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_the_drafts_of_any_sequence_fit_and_its_sheet_can_be_ticked(sequence):
    fields = dict(sequence)
    made = built(work(*fields.pop("steps"), **fields), "drip")
    for request in made.requests:
        assert problems(BODY, request.body) == []
        assert list(content_problems(request.body["broadcasts"][0]["content"]["html"]["value"])) == []
    assert len({step.id for step in made.sheet.steps}) == len(made.sheet.steps)


def test_a_subject_changed_at_drip_is_seen_and_left_alone(drip):
    drip.run(*STEPS)
    list(drip.fake.broadcasts.values())[2]["subject"] = "Endret der"
    report = drip.report(*STEPS)
    assert [facet.theirs for one in report.drift for facet in one.facets] == ["Endret der"]
    assert subjects(drip.fake)[2] == "Endret der"


def test_a_draft_deleted_at_drip_is_seen(drip):
    drip.run(*STEPS)
    list(drip.fake.broadcasts.values())[2]["status"] = "deleted"
    report = drip.report(*STEPS)
    assert [facet.theirs for one in report.drift for facet in one.facets] == ["deleted"]
