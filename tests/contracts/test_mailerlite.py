"""What is built for MailerLite reaches the fake, which holds to its documentation, through the real delivery."""

import pytest
from hypothesis import HealthCheck, given, settings

from studio.exporters.mailerlite.service import SERVICE
from tests.contracts.delivering import EVENTFUL, RESAID, REWRITTEN, Delivery
from tests.contracts.trees import SEQUENCES
from tests.fakes.faults import Fault
from tests.fakes.mailerlite import Options
from tests.fakes.mailerlite.bodies import CAMPAIGN
from tests.fakes.validate import problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work

STEPS = (send("m1"), send("m2"))


@pytest.fixture
def mailerlite(mailerlite_fake, hand_clock):
    return Delivery(mailerlite_fake, SERVICE, hand_clock, list="Newsletter")


def rows(fake):
    return list(fake.campaigns.values())


def test_drafts_are_made_once_and_changed_in_place(mailerlite):
    assert mailerlite.run(*STEPS) == ["created"] * 2
    assert mailerlite.run(*STEPS) == ["unchanged"] * 2
    assert mailerlite.run(*STEPS, project=RESAID) == ["unchanged", "updated"]
    assert [row["type"] for row in rows(mailerlite.fake)] == ["ab", "regular"]
    assert rows(mailerlite.fake)[1]["emails"][0]["subject"] == "Nytt emne"


def test_a_test_has_both_subjects_and_its_group(mailerlite):
    mailerlite.run(*STEPS)
    test = rows(mailerlite.fake)[0]
    assert test["emails"][0]["subject"] == "Du glemte noe"
    assert test["ab_settings"]["b_value"] == {"subject": "Kurven din venter"}
    assert test["groups"] == ["42"]


def test_another_machine_finds_the_drafts_on_any_page(mailerlite):
    mailerlite.run(*STEPS)
    mailerlite.lost_journal()
    mailerlite.fake.options = Options(page_size=1)
    assert mailerlite.run(*STEPS) == ["updated"] * 2
    assert len(mailerlite.fake.campaigns) == 2


def test_a_sent_campaign_is_left_alone_and_a_new_draft_made(mailerlite):
    mailerlite.run(*STEPS)
    rows(mailerlite.fake)[1]["status"] = "sent"
    assert mailerlite.run(*STEPS, project=REWRITTEN) == ["unchanged", "replaced"]
    assert len(mailerlite.fake.campaigns) == 3


def test_a_subject_that_somebody_changed_there_is_not_written_over(mailerlite):
    mailerlite.run(*STEPS)
    rows(mailerlite.fake)[1]["emails"][0]["subject"] = "Bedre emne"
    mailerlite.report(*STEPS, project=RESAID)
    assert rows(mailerlite.fake)[1]["emails"][0]["subject"] == "Bedre emne"


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.ERROR_AFTER, Fault.CUT, Fault.BUSY])
@pytest.mark.parametrize("nth", [1, 2])
def test_a_lost_answer_makes_nothing_twice(mailerlite, fault, nth):
    mailerlite.fake.faults.on("POST", "*", fault, nth=nth)
    mailerlite.report(*STEPS)
    mailerlite.run(*STEPS)
    assert len(mailerlite.fake.campaigns) == 2


def test_a_plan_without_html_is_told_in_its_own_words_and_the_option_helps(mailerlite):
    mailerlite.fake.options = Options(takes_html=False)
    assert "Your plan does not allow custom content." in str(mailerlite.report(*STEPS).trouble)
    mailerlite.options["html"] = False
    assert mailerlite.run(*STEPS) == ["created"] * 2


def test_a_busy_minute_is_waited_for(mailerlite):
    mailerlite.fake.options = Options(rates=True)
    for _ in range(40):
        assert mailerlite.report(*STEPS).trouble is None


def test_event_data_makes_no_campaign(mailerlite):
    assert mailerlite.run(*STEPS, project=EVENTFUL) == ["created"]


def test_nothing_is_scheduled_or_deleted(mailerlite):
    mailerlite.run(*STEPS)
    assert (mailerlite.fake.live, mailerlite.fake.deleted) == ([], [])
    assert {row["status"] for row in rows(mailerlite.fake)} == {"draft"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_the_drafts_of_any_sequence_fit_and_its_sheet_can_be_ticked(sequence):
    fields = dict(sequence)
    made = built(work(*fields.pop("steps"), **fields), "mailerlite")
    for request in made.requests:
        assert problems(CAMPAIGN, request.body) == []
    assert len({request.name for request in made.requests}) == len(made.requests)
    assert len({step.id for step in made.sheet.steps}) == len(made.sheet.steps)
