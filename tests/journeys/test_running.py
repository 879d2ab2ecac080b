"""What runs at the fakes of real services: a changed text does not reach readers before somebody chose that."""

import pytest

from studio.delivery.drift import RUNNING, Choice
from studio.delivery.golive import go_live, ready_to_go_live
from studio.delivery.lookup import Lookup
from studio.delivery.plan import plan
from tests.journeys.fleet import Berth
from tests.journeys.voyages import SMALL


def berth(name):
    made = Berth(name)
    assert made.push().trouble is None
    return made


def went_live(made):
    ready = ready_to_go_live(made.target.service, made.journal, [made.flow])
    with made.connect() as client:
        go_live(ready, client, made.journal, "Forlatt kurv")


def switched_on(made, kind, **fields):
    for row in getattr(made.fake, kind).values():
        row.update(fields)


def foreseen(made):
    with made.connect() as client:
        look = Lookup(client)
        return plan(made.bundle, made.target.service, made.journal, made.flow, look).things


def waiting(things):
    return {thing.key for thing in things if thing.reason == RUNNING}


def written(made):
    """Return what was sent since the flow went live."""
    return [call.path for call in made.fake.requests if call.method not in ("GET", "HEAD")]


@pytest.fixture
def klaviyo():
    made = berth("klaviyo")
    went_live(made)
    made.changed("Hallo")
    return made


def test_a_flow_that_fabel_switched_on_waits_with_its_new_words(klaviyo):
    assert waiting(foreseen(klaviyo)) == {"flow"}
    before = len(written(klaviyo))
    report = klaviyo.push()
    assert waiting(report.things) == {"flow"}
    assert [path for path in written(klaviyo)[before:] if "flow" in path] == []
    assert [one.running for one in report.drift] == [True]


def test_a_running_flow_takes_the_words_that_somebody_chose(klaviyo):
    klaviyo.push()
    report = klaviyo.push(choices={"flow": Choice.OURS})
    assert {thing.key for thing in report.things if thing.action.value == "updated"} == {"flow"}
    klaviyo.assert_settled()


def test_a_running_flow_that_was_left_is_not_asked_about_again(klaviyo):
    klaviyo.push(choices={"flow": Choice.THEIRS})
    klaviyo.assert_settled()
    assert waiting(foreseen(klaviyo)) == set()


@pytest.mark.parametrize("status", ["live", "manual"])
def test_a_flow_that_somebody_switched_on_there_waits(status):
    made = berth("klaviyo")
    switched_on(made, "flows", status=status)
    made.changed("Hallo")
    assert waiting(made.push().things) == {"flow"}


def test_active_templates_of_brevo_wait():
    made = berth("brevo")
    switched_on(made, "templates", isActive=True)
    made.changed("Hallo")
    planned = waiting(foreseen(made))
    assert planned == waiting(made.push().things)
    assert planned
    assert all(key.startswith("template:") for key in planned)


@pytest.mark.parametrize(("status", "held"), [("queued", True), ("in_process", True), ("draft", False)])
def test_a_campaign_of_brevo_waits_while_it_goes_out(status, held):
    made = berth("brevo")
    switched_on(made, "campaigns", status=status)
    made.changed("Hallo")
    assert any(key.startswith("campaign:") for key in waiting(made.push().things)) is held


@pytest.mark.parametrize("name", ["hubspot", "omnisend"])
def test_where_a_running_flow_is_never_patched_nothing_waits(name):
    made = berth(name)
    went_live(made)
    made.changed("Hallo")
    report = made.push()
    assert report.trouble is None
    assert waiting(report.things) == set()


@pytest.mark.parametrize("name", SMALL)
def test_a_draft_counts_nowhere_as_running(name):
    made = berth(name)
    made.changed("Hallo")
    assert waiting(made.push().things) == set()
