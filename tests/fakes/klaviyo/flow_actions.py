"""Klaviyo's single actions: read, and change without touching the structure of their flow."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from tests.fakes.klaviyo.bodies import FLOW_ACTION
from tests.fakes.klaviyo.documents import missing, single
from tests.fakes.klaviyo.flows import bare_emails, cloned, live_actions
from tests.fakes.klaviyo.people import messages
from tests.fakes.klaviyo.references import named_ids, reference_problems
from tests.fakes.klaviyo.seeds import BORN
from tests.fakes.klaviyo.structure import EXPERIMENTS, action_problems, arms, exits
from tests.fakes.klaviyo.templates import refuse_other_id
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.klaviyo.state import Klaviyo

AT = "/data/attributes/definition"

Place = tuple[list[dict[str, Any]], int]


def find_action(fake: Klaviyo, name: str) -> Place:
    """Return the list that holds an action and its index there; raise Refusal 404 where there is none."""
    for flow in fake.flows.values():
        actions = flow["definition"]["actions"]
        for index, action in enumerate(actions):
            if action["id"] == name:
                return actions, index
    raise missing("flow-action", name)


def told(fake: Klaviyo, name: str, action: dict[str, Any]) -> Answer:
    """Return one action."""
    attributes = {"created": BORN, "updated": BORN, "definition": action}
    return single(fake, 200, "flow-action", name, attributes, "/api/flow-actions")


def read_action(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer GET /api/flow-actions/{id}."""
    actions, index = find_action(fake, name)
    return told(fake, name, actions[index])


def read_message_template(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer GET /api/flow-messages/{id}/template: the message's own copy, even where the library hides it."""
    for said in messages(fake):
        if said.get("id") == name and said.get("template_id") in fake.clones:
            row = {key: value for key, value in fake.clones[said["template_id"]].items() if key != "source"}
            return single(fake, 200, "template", said["template_id"], row, "/api/templates")
    raise missing("flow-message", name)


def change_action(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer PATCH /api/flow-actions/{id}: one whole action, of the same type, with the same links and arms."""
    actions, index = find_action(fake, name)
    if not fake.options.action_patches:
        raise Refusal(400, Problem(AT, "This action cannot be updated through the API."))
    refuse(problems(FLOW_ACTION, received.body))
    refuse_other_id(received, name)
    before, after = actions[index], deepcopy(received.body["data"]["attributes"]["definition"])
    refuse(list(structure_changes(before, after)))
    refuse(list(action_problems(after, AT)))
    refuse(list(running_changes(before, after)))
    refuse(list(reference_problems(new_references(before, after), fake.account_ids())))
    refuse(list(bare_emails(fake, after, AT)))
    actions[index] = settled(fake, before, after)
    fake.live.extend(live_actions({"actions": [after]}))
    return told(fake, name, actions[index])


def structure_changes(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Problem]:
    """Yield what would change the shape of the flow."""
    for key in ("id", "type"):
        if before[key] != after[key]:
            yield Problem(f"{AT}/{key}", f"'{key}' cannot be changed.")
            return
    if dict(exits(before)) != dict(exits(after)):
        yield Problem(f"{AT}/links", "The links of an action cannot be changed.")
    if [arm["id"] for _, arm in arms(before)] != [arm["id"] for _, arm in arms(after)]:
        yield Problem(f"{AT}/data/current_experiment/variations", "The arms of an experiment cannot be changed.")
    else:
        yield from changed_messages(before, after)


def pairs(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield (pointer within the action, message before, message after) of the action and of its arms."""
    ones = [("", before, after)]
    ones += [(at, old, new) for (at, old), (_, new) in zip(arms(before), arms(after), strict=True)]
    for at, old, new in ones:
        if "message" in (old.get("data") or {}):
            yield f"{at}/data/message", old["data"]["message"], new["data"]["message"]


def changed_messages(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Problem]:
    """Yield messages that name another message's id."""
    for at, old, new in pairs(before, after):
        if new.get("id") not in {None, old["id"]}:
            yield Problem(f"{AT}{at}/id", f"Must be '{old['id']}' or absent.")


def running_changes(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Problem]:
    """Yield a changed main action of a running experiment."""
    running = before["type"] in EXPERIMENTS and before["data"].get("experiment_status") == "live"
    if running and before["data"]["main_action"] != after["data"]["main_action"]:
        words = "Cannot update the main action while the experiment is live."
        yield Problem(f"{AT}/data/main_action", words)


def new_references(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the references of an action that it did not have; its own copies of templates are no references."""
    own = {old.get("template_id") for _, old, _ in pairs(before, after)}
    return (one for one in named_ids(after, AT) if one[1] != "template" or one[2] not in own)


def settled(fake: Klaviyo, before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Return the action as it is kept: ids that were left out come back, another template is copied anew."""
    for _, old, new in pairs(before, after):
        new["id"] = old["id"]
        if new.get("template_id") in fake.templates:
            new["template_id"] = cloned(fake, new["template_id"])
    return after
