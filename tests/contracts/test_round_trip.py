"""Bundles go through the real delivery to the fakes: made once, left alone, changed in place, replaced."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.push import push
from studio.exporters.brevo.service import SERVICE as BREVO
from studio.exporters.klaviyo.service import SERVICE as KLAVIYO
from studio.model.journal import Flow
from studio.model.localized import localized
from studio.model.steps import Wait
from studio.tasks import Unheard
from tests.studio.delivery.memory import MemoryJournal
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import HOUR, MESSAGES, PIXEL, RICH, fork, send, work

STEPS = (Wait("w", HOUR), send("m1"), fork((RICH, [send("m2")]), (None, [send("s1")])))
OPTIONS = {"klaviyo": {"integration": "Shopify"}, "brevo": {}}


@pytest.fixture
def deliver(hand_clock):
    """Push a sequence to a fake, as one run of the program would, with one journal for all runs of a test."""
    journal = MemoryJournal()

    def delivered(fake, service, *steps, **fields):
        bundle = built(work(*(steps or STEPS), **fields), service.name, **OPTIONS[service.name])
        timing = Timing(hand_clock, hand_clock.advance, lambda: 0.0)
        with Client(service, Secret(fake.key), fake.url, timing) as client:
            flow = Flow(f"{service.name}:x", "p1", "q1", "nb")
            report = push(bundle, service, client, journal, flow, Unheard(), lambda _: PIXEL)
        assert report.trouble is None
        return [thing.action.value for thing in report.things]

    return delivered


def changed(kind, name, **fields):
    held = getattr(MESSAGES, kind)
    return replace(MESSAGES, **{kind: held.set(name, replace(held[name], **fields))})


RESAID = changed("variants", "m2-a", subject=localized(nb="Nytt emne"))
REWRITTEN = changed("blocks", "m2-p", texts=Map({"text": localized(nb="Helt nye ord")}))


def sent_by_flow(fake):
    (flow,) = fake.flows.values()
    return {
        one["data"]["message"]["name"]: one["data"]["message"]
        for one in flow["definition"]["actions"]
        if "message" in one["data"]
    }


def test_klaviyo_gets_everything_once(klaviyo_fake, deliver):
    assert deliver(klaviyo_fake, KLAVIYO) == ["created"] * 4
    assert deliver(klaviyo_fake, KLAVIYO) == ["unchanged"] * 4
    assert len(klaviyo_fake.flows) == 1


def test_a_new_subject_reaches_the_flow_in_place(klaviyo_fake, deliver):
    deliver(klaviyo_fake, KLAVIYO)
    assert deliver(klaviyo_fake, KLAVIYO, project=RESAID)[-1] == "updated"
    assert sent_by_flow(klaviyo_fake)["Brev m2"]["subject_line"] == "Nytt emne"


def test_new_words_reach_the_copy_of_the_template_in_the_flow(klaviyo_fake, deliver):
    deliver(klaviyo_fake, KLAVIYO)
    before = sent_by_flow(klaviyo_fake)["Brev m2"]["template_id"]
    assert deliver(klaviyo_fake, KLAVIYO, project=REWRITTEN) == ["unchanged", "unchanged", "updated", "updated"]
    assert sent_by_flow(klaviyo_fake)["Brev m2"]["template_id"] != before


def test_another_wait_is_changed_in_place(klaviyo_fake, deliver):
    deliver(klaviyo_fake, KLAVIYO)
    assert deliver(klaviyo_fake, KLAVIYO, Wait("w", 5 * HOUR), *STEPS[1:])[-1] == "updated"


def test_another_graph_is_a_new_draft_beside_the_old_one(klaviyo_fake, deliver):
    deliver(klaviyo_fake, KLAVIYO)
    assert deliver(klaviyo_fake, KLAVIYO, *STEPS, Wait("x", HOUR))[-1] == "replaced"
    assert len(klaviyo_fake.flows) == 2


def test_klaviyo_takes_a_flow_that_its_own_description_takes(klaviyo_with_schema, deliver):
    assert deliver(klaviyo_with_schema, KLAVIYO) == ["created"] * 4


def test_brevo_gets_everything_once_and_is_changed_in_place(brevo_fake, deliver):
    assert deliver(brevo_fake, BREVO, send("m1"), send("m2")) == ["created"] * 4
    assert deliver(brevo_fake, BREVO, send("m1"), send("m2")) == ["unchanged"] * 4
    again = deliver(brevo_fake, BREVO, send("m1"), send("m2"), project=RESAID)
    assert again == ["unchanged", "unchanged", "updated", "unchanged"]
