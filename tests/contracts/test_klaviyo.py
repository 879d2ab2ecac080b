"""What is built for Klaviyo holds against its own description, our lint and the fake's rules, whatever the sequence."""

import json
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, assume, given, settings

from studio.errors import StudioError
from studio.exporters.klaviyo.graph import versions_in
from studio.exporters.klaviyo.lint import faults
from studio.exporters.klaviyo.updates import update_flow
from studio.model.sequence import Event
from studio.model.steps import Experiment, Path, Stop, Wait
from tests.contracts.oracle import complaints
from tests.contracts.trees import SEQUENCES
from tests.fakes.klaviyo.structure import structure_problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import DAY, FIVE, HOUR, LOYAL, MAY_TEXT, RICH, fork, send, work

FLOW = ("klaviyo", "create_flow.sanitized.json", "FlowCreateQuery")
TEMPLATE = ("klaviyo", "templates.json", "TemplateCreateHtmlOrDndQuery")
TEMPLATE_UPDATE = ("klaviyo", "templates.json", "TemplateUpdateHtmlOrDndQuery")
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

DEEP = fork((RICH, [fork((LOYAL, [send("m2")]), (None, [send("m3")]), name="Indre")]), (None, [Stop("s")]), name="Ytre")
THREE = fork((RICH, [send("m2")]), (LOYAL, [Wait("v", HOUR), send("m3")]), (None, [send("m4")]), name="Tre")
PATHS = Experiment("e", "Test", tuple(Path(f"p{n}", f"Vei {n}", n, (send(f"m{n}"),)) for n in (2, 3, 4)))
WAITS = tuple(Wait(f"w{n}", n * 700, "09:00" if n % 2 else "", (1, 4) if n % 3 else ()) for n in range(12))
SHAPES = {
    "five messages": FIVE,
    "deep splits": (send("m1"), DEEP, send("m5")),
    "three ways": (THREE, Wait("w", DAY), send("m5")),
    "an experiment": (PATHS, send("m5")),
    "many waits": (*WAITS, send("m1")),
    "an sms with consent": (send("s1", MAY_TEXT), send("m1", RICH, LOYAL), send("m2")),
}


def flow_of(made):
    return made.requests[-1].body


def sent(sequence):
    """Return the body for a sequence of any shape; shapes that are rightly refused are passed over."""
    fields = dict(sequence)
    try:
        return built(work(*fields.pop("steps"), **fields))
    except StudioError as refusal:
        assume("sends nothing" not in str(refusal) and "Use fewer splits" not in str(refusal))
        raise


@pytest.mark.parametrize("steps", SHAPES.values(), ids=SHAPES)
def test_a_flow_fits_the_description(steps):
    assert complaints(*FLOW, flow_of(built(work(*steps)))) == []


@pytest.mark.parametrize("event", Event)
def test_a_flow_that_starts_at_any_event_fits_the_description(event):
    assert complaints(*FLOW, flow_of(built(work(send("m1"), event=event, entry=(LOYAL,))))) == []


@pytest.mark.parametrize("how", ["segment", "price-drop", "low-inventory"])
def test_a_flow_that_starts_in_another_way_fits_the_description(how):
    made = built(work(send("m1"), event=Event.PRODUCT_VIEWED), starts_by=how, segment="VIP", test_end="2026-12-31")
    assert complaints(*FLOW, flow_of(made)) == []


def test_all_channels_and_ways_fit_the_description():
    made = built(work(THREE, send("n1"), send("w1"), send("s1")), whatsapp="Melding w1: HX12", automatic_winner=True)
    assert complaints(*FLOW, flow_of(made)) == []


@pytest.mark.parametrize("profile", ["shopify", "woocommerce", "custom"])
def test_a_flow_for_any_shop_fits_the_description(profile):
    assert complaints(*FLOW, flow_of(built(work(*SHAPES["three ways"]), profile=profile))) == []


def test_the_oracle_sees_a_misspelt_field():
    body = deepcopy(flow_of(built(work(*FIVE))))
    body["data"]["attributes"]["definition"]["actions"][0]["data"]["valeu"] = 1
    assert complaints(*FLOW, body) != []


def test_templates_fit_the_description_when_made_and_when_changed():
    for request in built(work(*FIVE)).requests:
        if request.kind == "template":
            assert complaints(*TEMPLATE, request.body) == []


def test_changed_templates_fit_the_description():
    from studio.exporters.klaviyo.updates import update_template

    for request in built(work(*FIVE)).requests:
        if request.kind == "template":
            (call,) = update_template("T1", "", None, request.body, frozenset())
            assert complaints(*TEMPLATE_UPDATE, call.body) == []


def test_changed_actions_fit_the_description_of_flows():
    body = flow_of(built(work(*SHAPES["deep splits"], *SHAPES["an sms with consent"])))
    for call in update_flow("F", _answer(body), None, body, frozenset()):
        action = call.body["data"]["attributes"]["definition"]
        assert complaints(*FLOW, _alone(action)) == []


def _answer(body):
    made = deepcopy(body["data"]["attributes"]["definition"])
    for number, action in enumerate(made["actions"]):
        for inner, one in enumerate((action, *versions_in(action))):
            one["id"] = f"R{number}-{inner}"
    return json.dumps({"data": {"attributes": {"definition": made}}})


def _alone(action):
    definition = {"triggers": [], "actions": [action], "entry_action_id": None}
    return {"data": {"type": "flow", "attributes": {"name": "x", "definition": definition}}}


@CALM
@given(SEQUENCES)
def test_any_sequence_passes_the_lint_and_the_rules_that_no_schema_knows(sequence):
    made = sent(sequence)
    definition = flow_of(made)["data"]["attributes"]["definition"]
    templates = frozenset(request.key for request in made.requests if request.kind == "template")
    assert faults(definition, templates) == ()
    assert list(structure_problems(definition)) == []


@CALM
@given(SEQUENCES)
def test_any_sequence_fits_the_description(sequence):
    assert complaints(*FLOW, flow_of(sent(sequence))) == []


@CALM
@given(SEQUENCES)
def test_what_any_sequence_loses_is_put_into_words(sequence):
    said = [(str(loss.wanted), str(loss.becomes)) for loss in sent(sequence).losses]
    assert all(wanted and becomes for wanted, becomes in said)


@CALM
@given(SEQUENCES)
def test_an_unchanged_flow_is_never_sent_again(sequence):
    body = flow_of(sent(sequence))
    assert update_flow("F", _answer(body), body, deepcopy(body), frozenset()) == ()
