"""What Klaviyo's schema does not say of a flow definition, and the service refuses or misunderstands all the same."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from studio.exporters.klaviyo.facts import Json
from studio.exporters.klaviyo.graph import TESTS, branches_of, id_of, messages_in, targets, versions_in
from studio.i18n import Sentence, sentence

_FEWEST = 2
MOST_TEMPLATES = 1000
"""How many templates the API makes in one account."""
_REFERENCE = re.compile(r"@(template:.+)#data\.id")


def faults(definition: Json, templates: frozenset[str]) -> tuple[Sentence, ...]:
    """Return what is wrong with a definition; `templates` are the keys of the templates made before the flow."""
    crowded = (sentence("A library holds at most {most} templates.", most=MOST_TEMPLATES),)
    return (
        (crowded if len(templates) > MOST_TEMPLATES else ())
        + tuple(
            fault
            for rule in (_triggers, _ids, _links, _ways, _reach, _branches, _delays, _tests)
            for fault in rule(definition)
        )
        + tuple(fault for action in messages_in(definition) for fault in _message(action, templates))
    )


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


def _branches(definition: Json) -> Iterator[Sentence]:
    for action in definition["actions"]:
        branches = branches_of(action)
        if action["type"] == "multi-branch-split" and len(branches) < _FEWEST:
            yield sentence("“{id}” splits readers into fewer than two ways.", id=id_of(action))
        if branches and [bool(branch.get("is_else")) for branch in branches] != [False] * (len(branches) - 1) + [True]:
            yield sentence("The last way of “{id}” must be for the rest, and no other.", id=id_of(action))
        for name, count in Counter(branch["branch_id"] for branch in branches).items():
            if count > 1:
                yield sentence("The id “{id}” is given to {count} ways.", id=name, count=count)


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
        if action["type"] not in TESTS:
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
    if action["type"] == "send-email":
        yield from _email(said, name, templates)
    elif action["type"] == "send-whatsapp":
        if not said.get("vendor_id"):
            yield sentence("The WhatsApp message “{name}” names no approved template.", name=name)
    elif not said.get("body", "").strip():
        if action["type"] == "send-sms":
            yield sentence("The SMS “{name}” has no words.", name=name)
        else:
            yield sentence("The push message “{name}” has no words.", name=name)


def _email(said: Json, name: str, templates: frozenset[str]) -> Iterator[Sentence]:
    if not (said.get("subject_line") or "").strip():
        yield sentence("The e-mail “{name}” has no subject.", name=name)
    reference = _REFERENCE.fullmatch(said.get("template_id") or "")
    if reference is None or reference.group(1) not in templates:
        yield sentence("The e-mail “{name}” has no template.", name=name)
