"""Bundles for HubSpot go through the real delivery to the fake: made once, left alone, changed, replaced, drifted."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.delivery.golive import go_live, ready_to_go_live
from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.push import push
from studio.exporters.hubspot.service import SERVICE
from studio.model.journal import Flow
from studio.model.localized import localized
from studio.model.steps import Wait
from studio.tasks import Unheard
from tests.fakes.faults import Fault
from tests.fakes.hubspot import Options
from tests.studio.delivery.memory import MemoryJournal
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import HOUR, LOYAL, MESSAGES, PIXEL, RICH, fork, send, work

FLOW = Flow("hubspot:x", "p1", "q1", "nb")
STEPS = (Wait("w", HOUR), send("m1"), fork((RICH, [send("m2")]), (LOYAL, [send("m3")]), (None, [])), send("m4"))
RESAID = replace(
    MESSAGES,
    variants=MESSAGES.variants.set("m2-a", replace(MESSAGES.variants["m2-a"], subject=localized(nb="Nytt emne"))),
)
REWRITTEN = replace(
    MESSAGES,
    blocks=MESSAGES.blocks.set(
        "m2-p", replace(MESSAGES.blocks["m2-p"], texts=Map({"text": localized(nb="Helt nye ord")}))
    ),
)


@pytest.fixture
def deliver(hand_clock):
    """Push a sequence to a fake, as one run of the program would, with one journal for all runs of a test."""
    journal = MemoryJournal()

    def delivered(fake, *steps, options=None, **fields):
        chosen = {"customers": "7", "total_property": "total"} | (options or {})
        bundle = built(work(*(steps or STEPS), **fields), "hubspot", **chosen)
        timing = Timing(hand_clock, hand_clock.advance, lambda: 0.0)
        with Client(SERVICE, Secret(fake.key), fake.url, timing) as client:
            report = push(bundle, SERVICE, client, journal, FLOW, Unheard(), lambda _: PIXEL)
        assert report.trouble is None, report.trouble
        return {thing.key: thing.action.value for thing in report.things}

    delivered.journal = journal
    return delivered


def test_everything_is_made_once_and_switched_off(hubspot_fake, deliver):
    assert set(deliver(hubspot_fake).values()) == {"created"}
    assert set(deliver(hubspot_fake).values()) == {"unchanged"}
    assert (len(hubspot_fake.sources), len(hubspot_fake.emails), len(hubspot_fake.flows)) == (5, 5, 1)
    assert hubspot_fake.live == []


def test_templates_arrive_as_files_with_the_addresses_of_their_pictures(hubspot_fake, deliver):
    deliver(hubspot_fake)
    (picture,) = hubspot_fake.files.values()
    assert all("templateType: email" in html for html in hubspot_fake.sources.values())
    assert all(picture["url"] in html for html in hubspot_fake.sources.values())


def test_a_new_subject_is_changed_in_place_and_the_workflow_is_left_alone(hubspot_fake, deliver):
    deliver(hubspot_fake)
    actions = deliver(hubspot_fake, project=RESAID)
    assert (actions["email:m2:m2-a"], actions["flow"]) == ("updated", "unchanged")
    assert "Nytt emne" in [row["subject"] for row in hubspot_fake.emails.values()]


def test_new_words_reach_the_template_in_place(hubspot_fake, deliver):
    deliver(hubspot_fake)
    assert deliver(hubspot_fake, project=REWRITTEN)["template:m2:m2-a"] == "updated"
    assert any("Helt nye ord" in html for html in hubspot_fake.sources.values())
    assert len(hubspot_fake.sources) == 5


def test_other_steps_are_a_new_workflow_beside_the_old_one(hubspot_fake, deliver):
    deliver(hubspot_fake)
    assert deliver(hubspot_fake, *STEPS, Wait("x", HOUR), send("m5"))["flow"] == "replaced"
    assert len(hubspot_fake.flows) == 2


def test_what_another_machine_pushed_is_found_and_not_made_again(hubspot_fake, deliver):
    deliver(hubspot_fake)
    deliver.journal.flows.clear()
    assert deliver(hubspot_fake)["flow"] == "unchanged"
    assert (len(hubspot_fake.emails), len(hubspot_fake.flows)) == (5, 1)


def test_a_create_whose_answer_was_lost_is_found_behind_many_pages(hubspot_fake, deliver):
    hubspot_fake.options = Options(page_size=1)
    hubspot_fake.faults.on("POST", "/automation/v4/flows", Fault.RESET_AFTER)
    hubspot_fake.faults.on("POST", "/marketing/emails/2026-09", Fault.ERROR_AFTER, nth=2)
    assert set(deliver(hubspot_fake).values()) == {"created"}
    assert (len(hubspot_fake.emails), len(hubspot_fake.flows)) == (5, 1)


def test_a_variation_is_made_once_and_filled(hubspot_fake, deliver):
    variation = {"test": "variation"}
    assert set(deliver(hubspot_fake, send("m1"), options=variation).values()) == {"created"}
    assert set(deliver(hubspot_fake, send("m1"), options=variation).values()) == {"unchanged"}
    assert [row["subject"] for row in hubspot_fake.emails.values()] == ["Du glemte noe", "Kurven din venter"]


def test_the_limit_of_ten_seconds_is_kept(hubspot_fake, deliver):
    hubspot_fake.options = Options(rates=True)
    deliver(hubspot_fake)
    assert not [fault for _, _, fault in hubspot_fake.faults.fired]


def test_a_workflow_is_switched_on_as_it_was_made(hubspot_fake, deliver, hand_clock):
    deliver(hubspot_fake)
    (ready,) = ready_to_go_live(SERVICE, deliver.journal, [FLOW])
    with Client(SERVICE, Secret(hubspot_fake.key), hubspot_fake.url, Timing(hand_clock, hand_clock.advance)) as client:
        go_live((ready,), client, deliver.journal, "Forlatt kurv")
    assert hubspot_fake.live == [("flow", "Forlatt kurv (nb) [fabel 31d8db]", "isEnabled")]


def test_a_subject_that_somebody_changed_there_is_seen_and_left(hubspot_fake, deliver):
    deliver(hubspot_fake)
    next(iter(hubspot_fake.emails.values()))["subject"] = "Noe annet"
    bundle = built(work(*STEPS), "hubspot", customers="7", total_property="total")
    with Client(SERVICE, Secret(hubspot_fake.key), hubspot_fake.url) as client:
        report = push(bundle, SERVICE, client, deliver.journal, FLOW, Unheard(), lambda _: PIXEL)
    ((drifted,),) = (report.drift,)
    assert [facet.name for facet in drifted.facets] == ["Subject"]
