"""What is built for Customer.io holds against its App API as it is documented, through the real delivery."""

import pytest
from hypothesis import HealthCheck, given, settings

from studio.delivery.drift import Choice
from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.lookup import Lookup
from studio.delivery.plan import plan
from studio.exporters.customerio.service import SERVICE
from studio.model.journal import Flow
from studio.model.localized import localized
from tests.contracts.delivering import EVENTFUL, RESAID, REWRITTEN, Delivery, changed
from tests.contracts.trees import SEQUENCES
from tests.fakes.customerio.automations import WORDS
from tests.fakes.customerio.newsletters import NEW
from tests.fakes.faults import Fault
from tests.fakes.validate import problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work

STEPS = (send("m1"), send("m2"))
WEB = {"pictures": "https://cdn.example"}
BODIES = {"newsletter": NEW, "action": WORDS, "content": WORDS}


@pytest.fixture
def customerio(customerio_fake, hand_clock):
    return Delivery(customerio_fake, SERVICE, hand_clock, **WEB)


@pytest.fixture
def filling(customerio):
    """Build the automation as the sheet says, and push what fills it."""
    steps = {step.id: step for step in built(work(*STEPS), "customerio").sheet.steps}
    named = [text for name in ("send-m1", "send-m2") for _, text in steps[name].copies]
    customerio.fake.add_campaign("Other", "Other e-mail")
    customerio.fake.add_campaign(steps["automation"].copies[0][1], *named)
    customerio.options = {**WEB, "fill": True, "campaigns": False}
    return customerio


def emails(fake):
    (row,) = (row for row in fake.campaigns.values() if row["name"] != "Other")
    return [action["subject"] for action in row["actions"].values()]


def subjects_of(fake):
    return [[content["subject"] for content in row["contents"].values()] for row in fake.newsletters.values()]


def test_an_automation_that_a_person_built_is_filled(filling):
    assert set(filling.run(*STEPS)) == {"updated"}
    assert emails(filling.fake) == ["Du glemte noe", "Kurven din venter", "Emne m2"]
    assert filling.run(*STEPS) == ["unchanged"] * 3


def test_new_words_are_written_into_the_automation(filling):
    filling.run(*STEPS)
    assert filling.run(*STEPS, project=RESAID) == ["unchanged", "unchanged", "updated"]
    assert emails(filling.fake)[2] == "Nytt emne"
    assert filling.run(*STEPS, project=EVENTFUL)[2] == "updated"


@pytest.mark.parametrize("started", [{"active": True}, {"state": "running"}])
def test_a_started_automation_keeps_its_words_until_somebody_chooses(filling, started):
    filling.run(*STEPS)
    next(row for row in filling.fake.campaigns.values() if row["name"] != "Other").update(started)
    (drifted,) = filling.report(*STEPS, project=RESAID).drift
    assert (drifted.running, {facet.name: facet.theirs for facet in drifted.facets}["Subject"]) == (True, "Emne m2")
    assert emails(filling.fake)[2] == "Emne m2"
    filling.run(*STEPS, project=RESAID, choices={drifted.key: Choice.OURS})
    assert emails(filling.fake)[2] == "Nytt emne"


def test_how_an_email_is_sent_stays_as_it_is(filling):
    filling.run(*STEPS)
    rows = [action for row in filling.fake.campaigns.values() for action in row["actions"].values()]
    assert {row["sending_state"] for row in rows} == {"draft"}
    assert filling.fake.live == []


def test_an_automation_without_these_names_is_asked_for(customerio):
    customerio.options = {**WEB, "fill": True, "campaigns": False}
    report = customerio.report(*STEPS)
    assert {thing.action.value for thing in report.things} == {"skipped"}
    assert "build the automation with the names of the build sheet" in str(report.trouble)
    assert customerio.fake.calls("PUT") == []


def test_a_plan_says_which_emails_are_there(filling):
    made = built(work(*STEPS, send("m3")), "customerio", **filling.options)
    with Client(SERVICE, Secret(filling.fake.key), filling.fake.url, filling.timing) as client:
        seen = plan(made, SERVICE, filling.journal, Flow("customerio:x", "p1", "q1", "nb"), Lookup(client))
    assert [thing.action.value for thing in seen.things] == ["updated"] * 3 + ["skipped"]


def test_words_changed_in_the_automation_are_seen_and_left_alone(filling):
    filling.run(*STEPS)
    (row,) = (row for row in filling.fake.campaigns.values() if row["name"] != "Other")
    list(row["actions"].values())[2]["subject"] = "Endret der"
    report = filling.report(*STEPS)
    assert [facet.theirs for one in report.drift for facet in one.facets] == ["Endret der"]
    assert emails(filling.fake)[2] == "Endret der"


def test_an_email_that_was_taken_out_is_asked_for_again(filling):
    filling.run(*STEPS)
    (row,) = (row for row in filling.fake.campaigns.values() if row["name"] != "Other")
    row["actions"].popitem()
    report = filling.report(*STEPS, project=REWRITTEN)
    assert [thing.action.value for thing in report.things] == ["unchanged", "unchanged", "skipped"]


def test_two_subjects_are_a_newsletter_with_a_test_group(customerio):
    assert customerio.run(*STEPS) == ["created"] * 4
    assert subjects_of(customerio.fake) == [["Du glemte noe", "Kurven din venter"]]
    assert customerio.run(*STEPS) == ["unchanged"] * 4
    assert customerio.fake.live == []


def test_new_words_leave_the_newsletter_and_its_group(customerio):
    customerio.run(*STEPS)
    project = changed("variants", "m1-b", subject=localized(nb="Enda et emne"))
    assert customerio.run(*STEPS, project=project) == ["unchanged", "unchanged", "unchanged", "updated"]
    assert subjects_of(customerio.fake) == [["Du glemte noe", "Enda et emne"]]


def test_other_people_are_a_new_draft_with_a_group_of_its_own(customerio):
    customerio.run(*STEPS)
    customerio.options = {**WEB, "segment": 7}
    assert customerio.run(*STEPS)[:2] == ["replaced", "replaced"]
    assert subjects_of(customerio.fake) == [["Du glemte noe", "Kurven din venter"]] * 2


def test_another_machine_finds_newsletter_and_group(customerio):
    customerio.run(*STEPS)
    customerio.lost_journal()
    customerio.run(*STEPS)
    assert subjects_of(customerio.fake) == [["Du glemte noe", "Kurven din venter"]]


@pytest.mark.parametrize("nth", [1, 2])
@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.CUT, Fault.MALFORMED, Fault.BUSY, Fault.RESET_BEFORE])
def test_a_lost_answer_makes_nothing_twice(customerio, fault, nth):
    customerio.fake.faults.on("POST", "/v1/*", fault, nth=nth)
    customerio.report(*STEPS)
    customerio.run(*STEPS)
    assert subjects_of(customerio.fake) == [["Du glemte noe", "Kurven din venter"]]


def test_pictures_are_uploaded_once_and_shown_from_there(customerio):
    customerio.options = {}
    assert customerio.run(*STEPS) == ["created"] * 5
    (picture,) = customerio.fake.assets.values()
    (row,) = customerio.fake.newsletters.values()
    assert all(picture["path"] in content["body"] for content in row["contents"].values())
    customerio.lost_journal()
    customerio.run(*STEPS)
    assert len(customerio.fake.assets) == 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_any_sequence_fits_and_its_sheet_can_be_ticked(sequence):
    fields = dict(sequence)
    made = built(work(*fields.pop("steps"), **fields), "customerio", fill=True, **WEB)
    for request in made.requests:
        assert request.kind == "group" or problems(BODIES[request.kind], request.body) == []
    assert len({step.id for step in made.sheet.steps}) == len(made.sheet.steps)
