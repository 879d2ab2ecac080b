"""What is built for Omnisend holds against its own description, our lint and the rules that no schema knows."""

from copy import deepcopy

import pytest
from hypothesis import HealthCheck, assume, given, settings

from studio.errors import StudioError
from studio.exporters.omnisend.lint import faults
from studio.exporters.omnisend.updates import update_flow
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event
from studio.model.steps import Experiment, Path, Stop, Wait
from tests.contracts.oracle import complaints
from tests.contracts.trees import SEQUENCES
from tests.contracts.trees import STEPS as TREES
from tests.contracts.ways import plain, through, tidy
from tests.fakes.omnisend.bodies import NEW_AUTOMATION
from tests.fakes.omnisend.structure import tree_problems
from tests.fakes.validate import problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import DAY, FIVE, HOUR, LOYAL, MAY_TEXT, RICH, fork, send, work

FLOW = ("omnisend", "automations-create.2026-03-15.transcribed.json", "CreateAutomationRequest")
CALM = settings(max_examples=35, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TEMPLATE = "0" * 24
RIGHTLY = ("sends nothing", "Use fewer splits", "starts no automation")

CLICKED = Condition(Fact.CLICKED, Operator.YES)
DEEP = fork((RICH, [fork((LOYAL, [send("m2")]), (None, [send("m3")]), name="Indre")]), (None, [Stop("s")]), name="Ytre")
THREE = fork((RICH, [send("m2")]), (CLICKED, [Wait("v", HOUR), send("m3")]), (None, [send("m4")]), name="Tre")
PATHS = Experiment("e", "Test", tuple(Path(f"p{n}", f"Vei {n}", n, (send(f"m{n}"),)) for n in (2, 3, 4)))
WAITS = tuple(Wait(f"w{n}", n * 700, "09:00" if n % 2 else "", (1, 4) if n % 3 else ()) for n in range(12))
SHAPES = {
    "five messages": FIVE,
    "deep splits": (send("m1"), DEEP, send("m5")),
    "three ways": (send("m1"), THREE, Wait("w", DAY), send("m5")),
    "an experiment": (PATHS, send("m5")),
    "many waits": (*WAITS, send("m1")),
    "other channels": (send("s1", MAY_TEXT), send("n1"), send("w1"), send("m1", RICH, LOYAL), send("m2")),
}


def flow_of(made):
    return made.requests[-1].body


def sent(sequence):
    """Return what is built for a sequence of any shape; shapes that are rightly refused are passed over."""
    fields = dict(sequence)
    try:
        return built(work(*fields.pop("steps"), **fields), "omnisend", customers="Customers", count_path="count")
    except StudioError as refusal:
        assume(not any(words in str(refusal) for words in RIGHTLY))
        raise


def filled(value):
    """Return a body as it is sent, with an id for every reference."""
    if isinstance(value, str):
        return TEMPLATE if value.startswith("@") else value
    if isinstance(value, dict):
        return {name: filled(one) for name, one in value.items()}
    return [filled(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("steps", SHAPES.values(), ids=SHAPES)
def test_a_flow_fits_the_description(steps):
    assert complaints(*FLOW, flow_of(built(work(*steps), "omnisend"))) == []


@pytest.mark.parametrize("event", sorted(set(Event) - {Event.UNSUBSCRIBED}))
def test_a_flow_that_starts_at_any_event_fits_the_description(event):
    made = built(work(send("m1"), event=event, entry=(LOYAL, RICH)), "omnisend", customers="Customers")
    assert complaints(*FLOW, flow_of(made)) == []


@pytest.mark.parametrize("profile", ["shopify", "woocommerce", "custom"])
def test_a_flow_for_any_shop_fits_the_description(profile):
    made = built(work(*SHAPES["three ways"], entry=(RICH,)), "omnisend", profile=profile)
    assert complaints(*FLOW, flow_of(made)) == []


def test_the_oracle_sees_a_misspelt_field():
    body = deepcopy(flow_of(built(work(*FIVE), "omnisend")))
    body["blocks"][0]["delay"]["amuont"] = 1
    assert complaints(*FLOW, body) != []


@CALM
@given(SEQUENCES)
def test_any_sequence_passes_the_lint_and_the_rules_that_no_schema_knows(sequence):
    made = sent(sequence)
    templates = frozenset(request.key for request in made.requests if request.kind == "template")
    assert faults(flow_of(made), templates) == ()
    body = filled(flow_of(made))
    assert [*problems(NEW_AUTOMATION, body), *tree_problems(body["blocks"], {TEMPLATE: {}})] == []


@CALM
@given(SEQUENCES)
def test_any_sequence_fits_the_description(sequence):
    assert complaints(*FLOW, flow_of(sent(sequence))) == []


@CALM
@given(SEQUENCES)
def test_what_any_sequence_loses_and_leaves_is_put_into_words(sequence):
    made = sent(sequence)
    assert all(str(loss.wanted) and str(loss.becomes) for loss in made.losses)
    assert len({step.id for step in made.sheet.steps}) == len(made.sheet.steps)


@CALM
@given(SEQUENCES)
def test_an_unchanged_flow_is_never_sent_again(sequence):
    body = flow_of(sent(sequence))
    assert update_flow("F", "", body, deepcopy(body), frozenset()) == ()


MINUTES = {"m": 1, "h": 60, "d": 1440}
OTHERS = {"sendSms": "s1", "sendPush": "n1"}


def walked(row):
    """Return every way through a row of blocks, as messages and minutes."""
    if not row:
        return {()}
    return {(*head, *tail) for head in _heads(row[0]) for tail in walked(row[1:])}


def _heads(block):
    data = block[block["type"]]
    if block["type"] == "delay":
        return {(data["duration"]["amount"] * MINUTES[data["duration"]["units"]],)}
    if block["type"] == "action":
        said = data[data["type"]]
        return {(said["templateID"].split(":")[1] if data["type"] == "sendEmail" else OTHERS[data["type"]],)}
    names = ("trueBlocks", "falseBlocks") if block["type"] == "split" else ("aBlocks", "bBlocks")
    return {way for name in names for way in walked(data[name])}


@CALM
@given(TREES.map(plain))
def test_readers_take_the_ways_that_were_drawn(steps):
    made = sent({"steps": steps})
    drawn = through(steps, {"m1", "m2", "m3", "s1", "n1"})
    assert {tidy(way) for way in walked(flow_of(made)["blocks"])} == drawn
