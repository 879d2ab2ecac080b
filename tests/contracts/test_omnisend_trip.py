"""Bundles for Omnisend go through the real delivery to the fake: made once, left alone, changed, replaced, drifted."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.delivery.golive import go_live, ready_to_go_live
from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.push import push
from studio.exporters.omnisend.service import SERVICE
from studio.model.journal import Flow
from studio.model.localized import localized
from studio.model.steps import Wait
from studio.tasks import Unheard
from tests.fakes.faults import Fault
from tests.fakes.omnisend import Options
from tests.studio.delivery.memory import MemoryJournal
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import HOUR, LOYAL, MESSAGES, PIXEL, RICH, fork, send, work

FLOW = Flow("omnisend:x", "p1", "q1", "nb")
STEPS = (Wait("w", HOUR), send("m1"), fork((RICH, [send("m2")]), (LOYAL, [send("s1")]), (None, [])))
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

    def delivered(fake, *steps, trouble=False, **fields):
        bundle = built(work(*(steps or STEPS), **fields), "omnisend", customers="Customers")
        timing = Timing(hand_clock, hand_clock.advance, lambda: 0.0)
        with Client(SERVICE, Secret(fake.key), fake.url, timing) as client:
            report = push(bundle, SERVICE, client, journal, FLOW, Unheard(), lambda _: PIXEL)
        assert bool(report.trouble) is trouble, report.trouble
        return [thing.action.value for thing in report.things]

    delivered.journal = journal
    return delivered


def subjects(fake):
    (flow,) = fake.automations.values()
    return SERVICE.resources["flow"].theirs(flow)["Subjects"].split("\n")


def test_everything_is_made_once_and_disabled(omnisend_fake, deliver):
    assert set(deliver(omnisend_fake)) == {"created"}
    assert set(deliver(omnisend_fake)) == {"unchanged"}
    assert [row["isEnabled"] for row in omnisend_fake.automations.values()] == [False]
    assert omnisend_fake.live == []


def test_a_new_subject_reaches_the_blocks_in_place(omnisend_fake, deliver):
    deliver(omnisend_fake)
    assert deliver(omnisend_fake, project=RESAID)[-1] == "updated"
    assert "Nytt emne" in subjects(omnisend_fake)


def test_new_words_are_imported_anew_and_copied_into_the_automation(omnisend_fake, deliver):
    deliver(omnisend_fake)
    assert deliver(omnisend_fake, project=REWRITTEN)[-2:] == ["replaced", "updated"]
    assert any("Helt nye ord" in html for html in omnisend_fake.contents.values())
    assert len(omnisend_fake.automations) == 1


def test_another_tree_of_blocks_is_changed_in_place(omnisend_fake, deliver):
    deliver(omnisend_fake)
    assert deliver(omnisend_fake, *STEPS, Wait("x", HOUR), send("m2"))[-1] == "updated"


def test_an_automation_that_runs_is_left_alone_and_a_new_one_made(omnisend_fake, deliver):
    deliver(omnisend_fake)
    (name,) = omnisend_fake.automations
    omnisend_fake.automations[name]["isEnabled"] = True
    assert deliver(omnisend_fake, project=RESAID)[-1] == "replaced"
    assert len(omnisend_fake.automations) == 2


def test_what_another_machine_pushed_is_found_and_brought_up_to_date(omnisend_fake, deliver):
    deliver(omnisend_fake)
    deliver.journal.flows.clear()
    assert deliver(omnisend_fake)[-1] == "updated"
    assert len(omnisend_fake.automations) == 1


def test_a_create_whose_answer_was_lost_is_found_behind_many_pages(omnisend_fake, deliver):
    omnisend_fake.options = Options(page_size=1)
    for number in range(3):
        omnisend_fake.automations[f"{number:024x}"] = {"name": f"Other {number}"}
    omnisend_fake.faults.on("POST", "/api/automations", Fault.RESET_AFTER)
    assert set(deliver(omnisend_fake)) == {"created"}
    assert omnisend_fake.count("Forlatt kurv (nb)", "flow") == 1


def test_a_busy_answer_says_in_its_body_how_long_to_wait(omnisend_fake, deliver, hand_clock):
    omnisend_fake.options = Options(rates=True)
    for _ in range(400):
        omnisend_fake.meter.take("POST /api/automations")
    assert set(deliver(omnisend_fake)) == {"created"}
    assert hand_clock.now >= 60


def test_a_segment_that_the_account_lacks_stops_everything_before_it_begins(omnisend_fake, deliver):
    omnisend_fake.segments.clear()
    with pytest.raises(Exception, match="Customers"):
        deliver(omnisend_fake)
    assert list(omnisend_fake.names()) == []


def test_an_automation_is_switched_on_by_a_confirmation_of_its_own(omnisend_fake, deliver, hand_clock):
    deliver(omnisend_fake)
    ready = ready_to_go_live(SERVICE, deliver.journal, [FLOW])
    timing = Timing(hand_clock, hand_clock.advance)
    with Client(SERVICE, Secret(omnisend_fake.key), omnisend_fake.url, timing) as client:
        go_live(ready, client, deliver.journal, "Forlatt kurv")
    assert [row["isEnabled"] for row in omnisend_fake.automations.values()] == [True]


def test_a_subject_that_somebody_changed_there_is_seen_and_left(omnisend_fake, deliver):
    deliver(omnisend_fake)
    (flow,) = omnisend_fake.automations.values()
    flow["blocks"][-1]["split"]["trueBlocks"][0]["action"]["sendEmail"]["subject"] = "Noe annet"
    bundle = built(work(*STEPS), "omnisend", customers="Customers")
    with Client(SERVICE, Secret(omnisend_fake.key), omnisend_fake.url) as client:
        report = push(bundle, SERVICE, client, deliver.journal, FLOW, Unheard(), lambda _: PIXEL)
    ((drifted,),) = (report.drift,)
    assert [facet.name for facet in drifted.facets] == ["Subjects"]
    assert "Noe annet" in subjects(omnisend_fake)
