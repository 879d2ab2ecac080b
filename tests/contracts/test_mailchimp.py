"""What is built for Mailchimp holds against its own description, and reaches the fake through the real delivery."""

from copy import deepcopy
from functools import cache

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from openapi_schema_validator import OAS30WriteValidator

from studio.exporters.mailchimp.service import SERVICE
from tests.contracts.delivering import EVENTFUL, RESAID, REWRITTEN, Delivery
from tests.contracts.oracle import SPECS, closed
from tests.contracts.trees import SEQUENCES
from tests.fakes.faults import Fault
from tests.fakes.mailchimp.bodies import CONTENT, FILE, NEW_CAMPAIGN, TEMPLATE
from tests.fakes.validate import problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work

STEPS = (send("m1"), send("m2"))
SHAPES = {"image": FILE, "template": TEMPLATE, "campaign": NEW_CAMPAIGN, "content": CONTENT}
PATHS = {
    "template": ("templates.yml", "/templates", "post"),
    "campaign": ("campaigns.yml", "/campaigns", "post"),
    "content": ("campaigns.yml", "/campaigns/{campaign_id}/content", "put"),
}


@cache
def described(name):
    path = SPECS / "mailchimp" / name
    if not path.is_file():
        pytest.skip(f"no description of Mailchimp beside the source tree ({name})")
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


@cache
def validator(kind):
    name, path, method = PATHS[kind]
    parameters = described(name)["paths"][path][method]["parameters"]
    (body,) = [parameter["schema"] for parameter in parameters if parameter.get("in") == "body"]
    return OAS30WriteValidator(closed(deepcopy(body)))


@pytest.fixture
def mailchimp(mailchimp_fake, hand_clock):
    return Delivery(mailchimp_fake, SERVICE, hand_clock, campaigns="all", list="Newsletter")


def test_everything_fits_the_description():
    made = built(work(*STEPS), "mailchimp", campaigns="all", list="Newsletter", test_share=20)
    described_ones = [request for request in made.requests if request.kind in PATHS]
    assert {request.kind for request in described_ones} == set(PATHS)
    for request in described_ones:
        assert [fault.message[:300] for fault in validator(request.kind).iter_errors(request.body)] == []


def test_everything_is_made_once_and_left_alone(mailchimp):
    assert mailchimp.run(*STEPS) == ["created"] * 8
    assert mailchimp.run(*STEPS) == ["unchanged"] * 8
    assert [row["type"] for row in mailchimp.fake.campaigns.values()] == ["variate", "regular"]


def test_a_new_subject_changes_template_and_draft_in_place(mailchimp):
    mailchimp.run(*STEPS)
    actions = mailchimp.run(*STEPS, project=RESAID)
    assert actions == ["unchanged"] * 3 + ["updated"] + ["unchanged"] * 2 + ["updated"] * 2
    assert list(mailchimp.fake.campaigns.values())[1]["settings"]["subject_line"] == "Nytt emne"


def test_pictures_in_the_html_have_the_address_that_mailchimp_gave_them(mailchimp):
    mailchimp.run(*STEPS)
    (file,) = mailchimp.fake.files.values()
    assert all(file["full_size_url"] in row["html"] for row in mailchimp.fake.templates.values())
    assert not any("@image:" in row["html"] for row in mailchimp.fake.templates.values())


def test_a_test_has_all_subjects_and_one_content(mailchimp):
    mailchimp.run(*STEPS)
    key, campaign = next(iter(mailchimp.fake.campaigns.items()))
    assert campaign["variate_settings"]["subject_lines"] == ["Du glemte noe", "Kurven din venter"]
    assert len(mailchimp.fake.contents[key]["variate_contents"]) == 1
    assert campaign["recipients"] == {"list_id": "a1b2c3d4e5"}


def test_another_machine_finds_everything_by_its_name(mailchimp):
    mailchimp.run(*STEPS)
    mailchimp.lost_journal()
    mailchimp.run(*STEPS)
    assert (len(mailchimp.fake.templates), len(mailchimp.fake.campaigns), len(mailchimp.fake.files)) == (3, 2, 1)


def test_things_are_found_on_later_pages(mailchimp):
    mailchimp.run(*STEPS)
    mailchimp.lost_journal()
    mailchimp.fake.options = type(mailchimp.fake.options)(page_size=1)
    mailchimp.run(*STEPS)
    assert len(mailchimp.fake.templates) == 3


def test_a_sent_campaign_is_left_alone_and_a_new_draft_gets_the_content(mailchimp):
    mailchimp.run(*STEPS)
    old = list(mailchimp.fake.campaigns)[1]
    mailchimp.fake.campaigns[old]["status"] = "sent"
    assert mailchimp.run(*STEPS, project=REWRITTEN)[-2:] == ["replaced", "updated"]
    assert "Helt nye ord" in list(mailchimp.fake.contents.values())[-1]["html"]
    assert "Helt nye ord" not in mailchimp.fake.contents[old]["html"]


def test_a_deleted_campaign_is_made_again_with_its_content(mailchimp):
    mailchimp.run(*STEPS)
    del mailchimp.fake.campaigns[list(mailchimp.fake.campaigns)[1]]
    assert mailchimp.run(*STEPS)[-2:] == ["created", "updated"]
    assert list(mailchimp.fake.contents)[-1] == list(mailchimp.fake.campaigns)[-1]


def test_a_subject_that_somebody_changed_there_is_seen(mailchimp):
    mailchimp.run(*STEPS)
    row = list(mailchimp.fake.campaigns.values())[1]
    row["settings"] = {**row["settings"], "subject_line": "Bedre emne"}
    mailchimp.report(*STEPS, project=RESAID)
    assert row["settings"]["subject_line"] == "Bedre emne"


def test_words_that_somebody_changed_there_are_not_written_over(mailchimp):
    mailchimp.run(*STEPS)
    key = list(mailchimp.fake.campaigns)[1]
    mailchimp.fake.contents[key] = {"html": "<p>Egne ord</p>"}
    assert mailchimp.report(*STEPS, project=REWRITTEN).things[-1].action.value == "skipped"
    assert mailchimp.fake.contents[key] == {"html": "<p>Egne ord</p>"}


def test_words_that_another_machine_finds_changed_are_not_written_over(mailchimp):
    mailchimp.run(*STEPS)
    key = list(mailchimp.fake.campaigns)[1]
    mailchimp.fake.contents[key] = {"html": "<p>Egne ord</p>"}
    mailchimp.lost_journal()
    mailchimp.report(*STEPS)
    assert mailchimp.fake.contents[key] == {"html": "<p>Egne ord</p>"}


def test_a_new_draft_gets_its_words_though_somebody_changed_the_sent_one(mailchimp):
    mailchimp.run(*STEPS)
    old = list(mailchimp.fake.campaigns)[1]
    mailchimp.fake.contents[old] = {"html": "<p>Egne ord</p>"}
    mailchimp.fake.campaigns[old]["status"] = "sent"
    assert mailchimp.run(*STEPS, project=REWRITTEN)[-2:] == ["replaced", "updated"]
    mailchimp.run(*STEPS, project=REWRITTEN)
    assert "Helt nye ord" in list(mailchimp.fake.contents.values())[-1]["html"]


@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.ERROR_AFTER, Fault.CUT, Fault.BUSY])
@pytest.mark.parametrize("nth", [1, 3, 5, 6])
def test_a_lost_answer_makes_nothing_twice(mailchimp, fault, nth):
    mailchimp.fake.faults.on("POST", "*", fault, nth=nth)
    mailchimp.report(*STEPS)
    mailchimp.run(*STEPS)
    fake = mailchimp.fake
    assert (len(fake.files), len(fake.templates), len(fake.campaigns), len(fake.contents)) == (1, 3, 2, 2)


def test_event_data_makes_templates_only(mailchimp):
    assert mailchimp.run(*STEPS, project=EVENTFUL) == ["created"] * 6
    assert len(mailchimp.fake.campaigns) == 1


def test_nothing_is_scheduled_sent_or_deleted(mailchimp):
    mailchimp.run(*STEPS)
    assert (mailchimp.fake.live, mailchimp.fake.deleted) == ([], [])
    assert {row["status"] for row in mailchimp.fake.campaigns.values()} == {"save"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_what_is_made_of_any_sequence_fits_and_its_sheet_can_be_ticked(sequence):
    fields = dict(sequence)
    made = built(work(*fields.pop("steps"), **fields), "mailchimp", campaigns="all")
    for request in made.requests:
        body = {**request.body, "file_data": "AA=="} if request.kind == "image" else request.body
        assert problems(SHAPES[request.kind], body) == []
    assert len({request.name for request in made.requests if request.kind != "content"}) + sum(
        request.kind == "content" for request in made.requests
    ) == len(made.requests)
    assert len({step.id for step in made.sheet.steps}) == len(made.sheet.steps)
