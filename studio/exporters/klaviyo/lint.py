"""What Klaviyo's schema does not say of a flow definition, and the service refuses or misunderstands all the same."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from studio.exporters.klaviyo.facts import Json
from studio.i18n import Sentence, sentence

_REFERENCE = re.compile(r"@(template:.+)#data\.id")


def faults(definition: Json, templates: frozenset[str]) -> tuple[Sentence, ...]:
    """Return what is wrong with a definition; `templates` are the keys of the templates made before the flow."""
    return tuple(
        fault for rule in (_triggers, _ids, _links, _ways, _reach, _delays, _tests) for fault in rule(definition)
    ) + tuple(fault for action in messages_in(definition) for fault in _message(action, templates))


def id_of(action: Json) -> str:
    """Return an action's id, temporary or real."""
    return str(action.get("temporary_id") or action.get("id"))


def targets(action: Json) -> tuple[str, ...]:
    """Return the ids that an action's links name, in order."""
    return tuple(str(target) for target in (action.get("links") or {}).values() if target is not None)


def versions_in(action: Json) -> Iterator[Json]:
    """Yield the actions inside an A/B test: the main one, then the variations; nothing for others."""
    if action["type"] == "ab-test":
        yield action["data"]["main_action"]
        yield from action["data"]["current_experiment"]["variations"]


def messages_in(definition: Json) -> Iterator[Json]:
    """Yield every action that sends a message, those inside A/B tests included."""
    for action in definition["actions"]:
        for one in (action, *versions_in(action)):
            if one["type"] in ("send-email", "send-sms"):
                yield one


def _triggers(definition: Json) -> Iterator[Sentence]:
    count = len(definition["triggers"])
    if count != 1:
        yield sentence("A flow has exactly one trigger, this one has {count}.", count=count)


def _ids(definition: Json) -> Iterator[Sentence]:
    every = [id_of(one) for action in definition["actions"] for one in (action, *versions_in(action))]
    for name, count in Counter(every).items():
        if count > 1:
            yield sentence("The id “{id}” is given to {count} actions.", id=name, count=count)


def _links(definition: Json) -> Iterator[Sentence]:
    known = {id_of(action) for action in definition["actions"]}
    if definition["entry_action_id"] not in known:
        yield sentence("The flow begins at “{id}”, which does not exist.", id=definition["entry_action_id"])
    for action in definition["actions"]:
        for target in targets(action):
            if target not in known:
                yield sentence("“{id}” leads to “{target}”, which does not exist.", id=id_of(action), target=target)


def _ways(definition: Json) -> Iterator[Sentence]:
    entered = Counter(target for action in definition["actions"] for target in targets(action))
    for name, count in entered.items():
        if count > 1:
            yield sentence("{count} ways lead to “{id}”; ways cannot meet.", count=count, id=name)
    if definition["entry_action_id"] in entered:
        yield sentence("A way leads back to the entry “{id}”.", id=definition["entry_action_id"])
    for action in definition["actions"]:
        if id_of(action) != definition["entry_action_id"] and id_of(action) not in entered:
            yield sentence("“{id}” is a second entry: nothing leads to it.", id=id_of(action))


def _reach(definition: Json) -> Iterator[Sentence]:
    actions = {id_of(action): action for action in definition["actions"]}
    seen: set[str] = set()
    ahead = [definition["entry_action_id"]]
    while ahead:
        name = ahead.pop()
        if name in actions and name not in seen:
            seen.add(name)
            ahead.extend(targets(actions[name]))
    for name in actions:
        if name not in seen:
            yield sentence("“{id}” cannot be reached.", id=name)


def _delays(definition: Json) -> Iterator[Sentence]:
    for action in definition["actions"]:
        data = action["data"]
        if action["type"] != "time-delay" or data["unit"] == "days":
            continue
        if data.get("delay_until_time") or data.get("delay_until_weekdays"):
            yield sentence(
                "“{id}” waits until a time after {unit}; only days allow that.", id=id_of(action), unit=data["unit"]
            )


def _tests(definition: Json) -> Iterator[Sentence]:
    for action in definition["actions"]:
        if action["type"] != "ab-test":
            continue
        experiment = action["data"]["current_experiment"]
        allocations = experiment["allocations"]
        if not math.isclose(sum(allocations.values()), 1, abs_tol=1e-9):
            yield sentence("The shares of “{id}” do not add up to 1.", id=id_of(action))
        if set(allocations) != {id_of(one) for one in experiment["variations"]}:
            yield sentence("The shares of “{id}” are not those of its versions.", id=id_of(action))


def _message(action: Json, templates: frozenset[str]) -> Iterator[Sentence]:
    said = action["data"]["message"]
    name = said.get("name") or id_of(action)
    if action["type"] == "send-sms":
        if not said.get("body", "").strip():
            yield sentence("The SMS “{name}” has no words.", name=name)
        return
    if not (said.get("subject_line") or "").strip():
        yield sentence("The e-mail “{name}” has no subject.", name=name)
    reference = _REFERENCE.fullmatch(said.get("template_id") or "")
    if reference is None or reference.group(1) not in templates:
        yield sentence("The e-mail “{name}” has no template.", name=name)
