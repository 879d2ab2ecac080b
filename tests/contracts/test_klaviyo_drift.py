"""What somebody changes at Klaviyo is seen, kept or written over as the person says; a flow goes live when asked."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.delivery.drift import Choice
from studio.delivery.golive import go_live, ready_to_go_live
from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.push import push
from studio.exporters.klaviyo.service import SERVICE
from studio.model.journal import Flow
from studio.model.localized import localized
from studio.model.message import Block
from studio.model.sequence import Event
from studio.model.steps import Wait
from studio.tags.coupons import coupon_name
from studio.tasks import Unheard
from tests.fakes.klaviyo import people
from tests.studio.delivery.memory import MemoryJournal
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import HOUR, LOYAL, MESSAGES, PIXEL, RICH, fork, send, work

THREE = fork((RICH, [send("m2")]), (LOYAL, [send("n1")]), (None, [send("s1")]), name="Tre")
STEPS = (Wait("w", HOUR), send("m1"), THREE)
FLOW = Flow("klaviyo:x", "p1", "q1", "nb")


@pytest.fixture
def journal():
    return MemoryJournal()


@pytest.fixture
def connect(klaviyo_fake, hand_clock):
    def connected():
        timing = Timing(hand_clock, hand_clock.advance, lambda: 0.0)
        return Client(SERVICE, Secret(klaviyo_fake.key), klaviyo_fake.url, timing)

    return connected


@pytest.fixture
def deliver(connect, journal):
    """Push, with a choice for everything that drifted, and return the report."""

    def delivered(choice=None, steps=STEPS, options=None, **fields):
        bundle = built(work(*steps, **fields), integration="Shopify", **(options or {}))
        choices = {request.key: choice for request in bundle.requests} if choice else {}
        with connect() as client:
            report = push(bundle, SERVICE, client, journal, FLOW, Unheard(), lambda _: PIXEL, choices=choices)
        assert report.trouble is None
        return {thing.key: thing.action.value for thing in report.things}, report.drift

    return delivered


def said(fake, name, part):
    return {message[part] for message in people.messages(fake) if message["name"] == name}


RESAID = replace(
    MESSAGES, variants=MESSAGES.variants.set("m2-a", replace(MESSAGES.variants["m2-a"], subject=localized(nb="Nytt")))
)
OFFER = Block(
    "offer",
    "discount",
    texts=Map({"text": localized(nb="Bruk {{ offer.code }}"), "value": localized(nb="10 %")}),
    settings=Map({"unique": True}),
)
OFFERED = replace(
    MESSAGES,
    blocks=MESSAGES.blocks.set("offer", OFFER),
    messages=MESSAGES.messages.set("m2", replace(MESSAGES.messages["m2"], blocks=("offer", "m2-p", "m2-f"))),
)


def test_a_flow_of_all_kinds_is_made_once(deliver):
    assert set(deliver()[0].values()) == {"created"}
    assert set(deliver()[0].values()) == {"unchanged"}


def test_a_split_into_several_ways_takes_a_new_subject_in_place(deliver, klaviyo_fake):
    deliver()
    assert deliver(project=RESAID)[0]["flow"] == "updated"
    assert said(klaviyo_fake, "Brev m2", "subject_line") == {"Nytt"}


def test_a_subject_that_somebody_changed_is_seen_and_left(deliver, klaviyo_fake):
    deliver()
    people.edit_message(klaviyo_fake, "Brev m2", subject_line="Deres")
    things, (drifted,) = deliver(project=RESAID)
    assert things["flow"] == "skipped"
    (facet,) = drifted.facets
    assert (facet.name, facet.last, facet.theirs, facet.ours) == ("Subject – Brev m2", "Emne m2", "Deres", "Nytt")
    assert said(klaviyo_fake, "Brev m2", "subject_line") == {"Deres"}


def test_our_words_are_written_where_the_person_says_so(deliver, klaviyo_fake):
    deliver()
    people.edit_message(klaviyo_fake, "Brev m2", subject_line="Deres")
    deliver(Choice.OURS, project=RESAID)
    assert said(klaviyo_fake, "Brev m2", "subject_line") == {"Nytt"}


def test_a_template_that_somebody_changed_is_seen(deliver, klaviyo_fake):
    deliver()
    people.edit_template(klaviyo_fake, "Forlatt kurv – Brev m2", html="<p>Deres</p>")
    _, (drifted,) = deliver()
    assert [facet.name for facet in drifted.facets] == ["Content"]


def test_a_wait_that_somebody_changed_is_seen(deliver, klaviyo_fake):
    deliver()
    people.edit_waits(klaviyo_fake, value=3)
    _, (drifted,) = deliver()
    assert [(facet.name, facet.theirs) for facet in drifted.facets] == [("Waits", "3 hours")]


def test_beside_a_test_that_has_ended_a_subject_changes_in_place(deliver, klaviyo_fake):
    deliver()
    people.end_tests(klaviyo_fake)
    assert deliver(project=RESAID)[0]["flow"] == "updated"
    assert said(klaviyo_fake, "Brev m2", "subject_line") == {"Nytt"}


def test_a_list_whose_name_is_like_an_id_is_found(deliver, klaviyo_fake):
    klaviyo_fake.lists["Q1w2E3"] = {**next(iter(klaviyo_fake.lists.values())), "name": "KUNDER"}
    deliver(options={"list": "KUNDER"}, event=Event.SUBSCRIBED)
    (flow,) = klaviyo_fake.flows.values()
    assert flow["definition"]["triggers"][0]["id"] == "Q1w2E3"


def test_a_coupon_is_made_once_for_all_languages(deliver, klaviyo_fake):
    things, _ = deliver(steps=(send("m2"),), project=OFFERED)
    assert things["coupon:m2"] == "created"
    assert list(klaviyo_fake.coupons) == [coupon_name("p1", "m2")]
    assert deliver(steps=(send("m2"),), project=OFFERED)[0]["coupon:m2"] == "unchanged"


def test_a_coupon_that_is_there_is_taken(deliver, klaviyo_fake):
    klaviyo_fake.coupons[coupon_name("p1", "m2")] = {
        "external_id": coupon_name("p1", "m2"),
        "description": "Deres",
        "monitor_configuration": None,
    }
    deliver(steps=(send("m2"),), project=OFFERED)
    assert len(klaviyo_fake.coupons) == 1


def test_a_flow_goes_live_only_when_its_name_is_typed(deliver, connect, journal, klaviyo_fake):
    deliver()
    assert klaviyo_fake.live == []
    with connect() as client:
        ready = ready_to_go_live(SERVICE, journal, [FLOW])
        assert [one.key for one in ready] == ["flow"]
        go_live(ready, client, journal, "Forlatt kurv")
    assert ("flow", ready[0].remote_id, "live") in klaviyo_fake.live
