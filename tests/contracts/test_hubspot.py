"""What is built for HubSpot holds against its own descriptions, our lint and the fake's rules, whatever the sequence.

One place of the description is relaxed: it says that the fields of an action are objects, and documents them as texts.
"""

import json
from copy import deepcopy
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from openapi_schema_validator import OAS30WriteValidator

from studio.errors import StudioError
from studio.exporters.hubspot.lint import faults
from studio.exporters.hubspot.service import SERVICE
from studio.exporters.hubspot.updates import KEPT, update_email
from studio.model.sequence import Event
from studio.model.steps import Experiment, Path, Stop, Wait
from tests.contracts.oracle import closed, complaints, described
from tests.contracts.trees import SEQUENCES
from tests.contracts.trees import STEPS as TREES
from tests.contracts.ways import plain, through, tidy
from tests.fakes.hubspot.bodies import NEW_FLOW
from tests.fakes.hubspot.structure import flow_problems
from tests.fakes.validate import problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import DAY, FIVE, HOUR, LOYAL, RICH, fork, send, work

EMAILS = ("hubspot", "marketingEmails.2026-09.json")
CALM = settings(max_examples=35, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KNOWN = {"customers": "7", "total_property": "cart_total", "orders_property": "orders"}
RIGHTLY = ("sends nothing", "Use fewer splits")

DEEP = fork((RICH, [fork((LOYAL, [send("m2")]), (None, [send("m3")]), name="Indre")]), (None, [Stop("s")]), name="Ytre")
THREE = fork((RICH, [send("m2")]), (LOYAL, [Wait("v", HOUR), send("m3")]), (None, [send("m4")]), name="Tre")
PATHS = Experiment("e", "Test", tuple(Path(f"p{n}", f"Vei {n}", n, (send(f"m{n}"),)) for n in (2, 3, 4)))
SHAPES = {
    "five messages": FIVE,
    "deep splits": (send("m1"), DEEP, send("m5")),
    "three ways": (send("m1"), THREE, Wait("w", DAY), send("m5")),
    "an experiment": (PATHS, send("m5")),
    "hours of the day": (Wait("w", DAY, weekdays=(1, 2), window="08:00-20:00"), send("m1", RICH)),
}


@cache
def _flows():
    """Return the validator of workflows; it is cut down to contact flows, and one defect is mended."""
    description = closed(deepcopy(described("hubspot", "automationV4.v4.json")))
    description["components"]["schemas"]["ApiSingleConnectionAction"]["properties"]["fields"] = {"type": "object"}
    return description


def complaints_about(schema, body):
    validator = OAS30WriteValidator({**_flows(), "$ref": f"#/components/schemas/{schema}"})
    return [f"{list(fault.absolute_path)}: {fault.message[:200]}" for fault in validator.iter_errors(body)]


def flow_of(made):
    return made.requests[-1].body


def sent(sequence):
    """Return what is built for a sequence of any shape; shapes that are rightly refused are passed over."""
    fields = dict(sequence)
    try:
        return built(work(*fields.pop("steps"), **fields), "hubspot", **KNOWN)
    except StudioError as refusal:
        assume(not any(words in str(refusal) for words in RIGHTLY))
        raise


@pytest.mark.parametrize("steps", SHAPES.values(), ids=SHAPES)
def test_a_flow_fits_the_description(steps):
    assert complaints_about("ApiContactFlowCreateRequest", flow_of(built(work(*steps), "hubspot", **KNOWN))) == []


@pytest.mark.parametrize("start", [{"event": "pe1_cart"}, {"list": "9"}, {"date_property": "date_of_birth"}])
def test_a_flow_that_starts_in_any_way_fits_the_description(start):
    made = built(work(send("m1"), event=Event.DATE_REACHED, entry=(LOYAL,)), "hubspot", **KNOWN, **start)
    assert complaints_about("ApiContactFlowCreateRequest", flow_of(made)) == []


def test_days_on_which_nothing_happens_fit_the_description_and_the_rules():
    made = built(work(send("m1")), "hubspot", blocked_dates="2026-12-24/2027-01-01, 05-17")
    assert len(flow_of(made)["blockedDates"]) == 10
    assert complaints_about("ApiContactFlowCreateRequest", flow_of(made)) == []
    assert list(problems(NEW_FLOW, flow_of(made))) == []


def test_days_on_which_nothing_happens_stay_when_a_flow_is_switched_on():
    held = flow_of(built(work(send("m1")), "hubspot", blocked_dates="05-17"))
    kept = {name: value for name, value in held.items() if name in KEPT}
    *_, call = SERVICE.resources["flow"].live("F", json.dumps({**kept, "revisionId": "1"}))
    assert call.body["blockedDates"] == [{"month": "MAY", "dayOfMonth": 17}]


def test_what_switches_a_flow_on_fits_the_description():
    held = {name: value for name, value in flow_of(built(work(*FIVE), "hubspot")).items() if name in KEPT}
    *_, call = SERVICE.resources["flow"].live("F", json.dumps({**held, "revisionId": "1"}))
    assert complaints_about("ApiContactFlowPutRequest", call.body) == []


def test_the_oracle_sees_a_misspelt_field():
    body = deepcopy(flow_of(built(work(*FIVE), "hubspot")))
    body["timeWindow"] = []
    assert complaints_about("ApiContactFlowCreateRequest", body) != []


def test_emails_fit_the_description_when_made_and_when_changed():
    for request in built(work(*FIVE), "hubspot", subscription="5").requests:
        if request.kind == "email":
            assert complaints(*EMAILS, "EmailCreateRequest", request.body) == []
            (call,) = update_email("E", "", None, request.body, frozenset())
            assert complaints(*EMAILS, "EmailUpdateRequest", call.body) == []


def test_variations_fit_the_description():
    kinds = {"variation": "AbTestCreateRequestVNext", "words": "EmailUpdateRequest"}
    made = [one for one in built(work(send("m1")), "hubspot", test="variation").requests if one.kind in kinds]
    assert [complaints(*EMAILS, kinds[one.kind], one.body) for one in made] == [[], []]


@CALM
@given(SEQUENCES)
def test_any_sequence_passes_the_lint_and_the_rules_that_no_schema_knows(sequence):
    made = sent(sequence)
    assert faults(flow_of(made), made.requests[:-1]) == ()
    keys = {f"@{request.key}#id": {} for request in made.requests}
    assert [*problems(NEW_FLOW, flow_of(made)), *flow_problems(flow_of(made), keys)] == []


@CALM
@given(SEQUENCES)
def test_what_any_sequence_loses_and_leaves_is_put_into_words(sequence):
    made = sent(sequence)
    assert all(str(loss.wanted) and str(loss.becomes) for loss in made.losses)
    assert len({step.id for step in made.sheet.steps}) == len(made.sheet.steps)


@settings(CALM, max_examples=15)
@given(SEQUENCES)
def test_any_sequence_fits_the_description(sequence):
    assert complaints_about("ApiContactFlowCreateRequest", flow_of(sent(sequence))) == []


def walked(actions, name):
    """Return every way through a workflow from an action on, as messages and minutes."""
    if name is None:
        return {()}
    action = actions[name]
    if action["type"] == "SINGLE_CONNECTION":
        fields = action["fields"]
        part = int(fields["delta"]) if "delta" in fields else fields["content_id"].split(":")[1]
        return {(part, *way) for way in walked(actions, _target(action))}
    held = action.get("testBranches") or action["listBranches"]
    targets = [_target(one) for one in held]
    if action["type"] == "LIST_BRANCH":
        targets.append(action.get("defaultBranch", {}).get("nextActionId"))
    return {way for target in targets for way in walked(actions, target)}


def _target(held):
    return held.get("connection", {}).get("nextActionId")


@CALM
@given(TREES.map(plain))
def test_readers_take_the_ways_that_were_drawn(steps):
    flow = flow_of(sent({"steps": steps}))
    actions = {action["actionId"]: action for action in flow["actions"]}
    drawn = through(steps, {"m1", "m2", "m3"})
    assert {tidy(way) for way in walked(actions, flow["startActionId"])} == drawn
