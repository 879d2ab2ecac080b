"""Klaviyo's flows: create whole, list, read, switch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tests.fakes.klaviyo import creation
from tests.fakes.klaviyo.bodies import FLOW_STATUS, NEW_FLOW
from tests.fakes.klaviyo.documents import missing, page, single
from tests.fakes.klaviyo.oracle import schema_problems
from tests.fakes.klaviyo.references import named_ids, reference_problems, trigger_ids
from tests.fakes.klaviyo.seeds import BORN
from tests.fakes.klaviyo.structure import ROOT, arms, structure_problems
from tests.fakes.klaviyo.templates import refuse_other_id
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, refuse

if TYPE_CHECKING:
    from tests.fakes.klaviyo.state import Klaviyo

PATH = "/api/flows"
TRIGGER_TYPES = {
    "metric": "Metric",
    "list": "Added to List",
    "segment": "Added to List",
    "date": "Date Based",
    "price-drop": "Price Drop",
    "low-inventory": "Low Inventory",
}


def create_flow(fake: Klaviyo, received: Received) -> Answer:
    """Answer POST /api/flows: refuse what is wrong with a definition, or keep it with ids and copies of its own."""
    refuse(problems(NEW_FLOW, received.body))
    given = received.body["data"]["attributes"]
    definition = given["definition"]
    refuse(list(structure_problems(definition)))
    refuse(list(account_problems(fake, definition)))
    if fake.options.schema:
        refuse(schema_problems(received.body))
    name = fake.fresh("flow")
    fake.flows[name] = {
        "name": given["name"],
        "status": "draft",
        "archived": False,
        "created": BORN,
        "updated": BORN,
        "trigger_type": TRIGGER_TYPES[definition["triggers"][0]["type"]],
        "definition": creation.made_real(definition, fake.fresh, lambda source: cloned(fake, source)),
    }
    fake.live.extend(live_actions(fake.flows[name]["definition"]))
    return told(fake, received, 201, name)


def account_problems(fake: Klaviyo, definition: dict[str, Any]) -> Iterator[Problem]:
    """Yield references to what the account does not have, and e-mails without a template."""
    yield from reference_problems(trigger_ids(definition, ROOT), fake.account_ids())
    yield from reference_problems(named_ids(definition, ROOT), fake.account_ids())
    for index, action in enumerate(definition["actions"]):
        yield from bare_emails(fake, action, f"{ROOT}/actions/{index}")


def bare_emails(fake: Klaviyo, action: dict[str, Any], at: str) -> Iterator[Problem]:
    """Yield e-mails without a template, where the account requires one."""
    for within, one in (("", action), *arms(action)):
        bare = one["type"] == "send-email" and not one["data"]["message"].get("template_id")
        if bare and fake.options.templates_required:
            yield Problem(f"{at}{within}/data/message/template_id", "An e-mail needs a template.", "required")


def cloned(fake: Klaviyo, source: str) -> str:
    """Return the id of a new copy of a template, which no longer follows its source."""
    name = fake.fresh("copy")
    fake.clones[name] = {**fake.templates[source], "source": source}
    return name


def live_actions(definition: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield every action, arms included, that is live or runs a live experiment."""
    for action in definition["actions"]:
        for one in (action, *(arm for _, arm in arms(action))):
            data = one.get("data") or {}
            if "live" in {data.get("status"), data.get("experiment_status")}:
                yield "action", one["id"], "live"


def told(fake: Klaviyo, received: Received, status: int, name: str) -> Answer:
    """Return a flow, with its definition only where the request asks for it."""
    flow = dict(fake.flows[name])
    if received.query.get("additional-fields[flow]") != "definition":
        del flow["definition"]
    return single(fake, status, "flow", name, flow, PATH)


def list_flows(fake: Klaviyo, received: Received) -> Answer:
    """Answer GET /api/flows."""
    rows = {name: {key: flow[key] for key in flow if key != "definition"} for name, flow in fake.flows.items()}
    return page(fake, received, "flow", rows, 50, 50)


def read_flow(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer GET /api/flows/{id}."""
    if name not in fake.flows:
        raise missing("flow", name)
    return told(fake, received, 200, name)


def switch_flow(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer PATCH /api/flows/{id}: the status of a flow and of all its actions."""
    if name not in fake.flows:
        raise missing("flow", name)
    refuse(problems(FLOW_STATUS, received.body))
    refuse_other_id(received, name)
    status = received.body["data"]["attributes"]["status"]
    if status == "live":
        fake.live.append(("flow", name, status))
    fake.flows[name]["status"] = status
    for action in fake.flows[name]["definition"]["actions"]:
        for one in (action, *(arm for _, arm in arms(action))):
            if "status" in (one.get("data") or {}):
                one["data"]["status"] = status
    return told(fake, received, 200, name)


def delete_flow(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer DELETE /api/flows/{id}."""
    if name not in fake.flows:
        raise missing("flow", name)
    fake.deleted.append(("flow", name))
    del fake.flows[name]
    return Answer(204)
