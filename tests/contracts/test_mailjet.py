"""What is built for Mailjet holds against Mailjet as it is documented, through the real delivery."""

import pytest
from hypothesis import HealthCheck, given, settings

from studio.exporters.mailjet.service import SERVICE
from tests.contracts.delivering import EVENTFUL, RESAID, REWRITTEN, Delivery, changed
from tests.contracts.trees import SEQUENCES
from tests.fakes.faults import Fault
from tests.fakes.mailjet.things import CONTENT, SHAPES
from tests.fakes.validate import problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work

STEPS = (send("m1"), send("m2"))
BODIES = {"template": SHAPES["template"][0], "content": CONTENT, "campaignwords": CONTENT}


@pytest.fixture
def mailjet(mailjet_fake, hand_clock):
    return Delivery(mailjet_fake, SERVICE, hand_clock)


def contents(fake, kind="template"):
    return [row["content"] for row in fake.things[kind].values() if "content" in row]


def test_templates_and_their_contents_are_made_once(mailjet):
    assert mailjet.run(*STEPS) == ["created"] * 6
    assert mailjet.run(*STEPS) == ["unchanged"] * 6
    assert len(contents(mailjet.fake)) == 3


def test_new_words_reach_the_content_and_leave_the_template(mailjet):
    mailjet.run(*STEPS)
    assert mailjet.run(*STEPS, project=RESAID) == ["unchanged"] * 5 + ["updated"]
    assert contents(mailjet.fake)[2]["Headers"]["Subject"] == "Nytt emne"
    mailjet.run(*STEPS, project=REWRITTEN)
    assert "Helt nye ord" in contents(mailjet.fake)[2]["Html-part"]


def test_a_renamed_message_keeps_its_template(mailjet):
    mailjet.run(*STEPS)
    assert mailjet.run(*STEPS, project=changed("messages", "m2", name="Brev to"))[4] == "updated"
    assert "Brev to" in mailjet.fake.things["template"]["103"]["Name"]


def test_drafts_of_campaigns_are_for_the_chosen_list(mailjet):
    mailjet.options = {"list": "VIP"}
    assert mailjet.run(*STEPS) == ["created"] * 12
    assert {row["ContactsListID"] for row in mailjet.fake.things["campaigndraft"].values()} == {"8"}
    assert mailjet.run(*STEPS) == ["unchanged"] * 12
    assert mailjet.run(*STEPS, project=RESAID)[-2:] == ["updated", "updated"]
    assert (mailjet.fake.live, mailjet.fake.deleted) == ([], [])


def test_another_machine_finds_everything_by_its_name(mailjet):
    mailjet.options = {"list": "News"}
    mailjet.run(*STEPS)
    mailjet.lost_journal()
    assert set(mailjet.run(*STEPS)) <= {"updated", "created"}
    assert [len(mailjet.fake.things[kind]) for kind in ("template", "campaigndraft")] == [4, 3]


def test_a_template_that_somebody_deleted_is_made_again_with_its_content(mailjet):
    mailjet.run(*STEPS)
    del mailjet.fake.things["template"]["103"]
    assert mailjet.run(*STEPS)[4] == "created"
    assert len(contents(mailjet.fake)) == 3
    assert mailjet.run(*STEPS)[:5] == ["unchanged"] * 5


def test_words_changed_at_mailjet_are_seen_and_left_alone(mailjet):
    mailjet.run(*STEPS)
    contents(mailjet.fake)[2]["Headers"]["Subject"] = "Endret der"
    report = mailjet.report(*STEPS)
    assert [facet.theirs for one in report.drift for facet in one.facets] == ["Endret der"]
    assert contents(mailjet.fake)[2]["Headers"]["Subject"] == "Endret der"


@pytest.mark.parametrize("nth", [1, 2, 5])
@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.CUT, Fault.BUSY])
def test_a_lost_answer_makes_nothing_twice(mailjet, fault, nth):
    mailjet.fake.faults.on("POST", "/v3/REST/*", fault, nth=nth)
    mailjet.report(*STEPS)
    mailjet.run(*STEPS)
    assert len(mailjet.fake.things["template"]) == 4
    assert len(contents(mailjet.fake)) == 3


def test_an_email_that_needs_an_event_is_a_template_for_the_send_api(mailjet):
    mailjet.options = {"list": "News"}
    mailjet.run(send("m2"), project=EVENTFUL)
    assert mailjet.fake.things["template"]["101"]["Purposes"] == ["transactional"]
    assert mailjet.fake.things["campaigndraft"] == {}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_any_sequence_fits_and_its_sheet_can_be_ticked(sequence):
    fields = dict(sequence)
    made = built(work(*fields.pop("steps"), **fields), "mailjet")
    for request in made.requests:
        assert problems(BODIES[request.kind], request.body) == []
    assert len({step.id for step in made.sheet.steps}) == len(made.sheet.steps)
