"""How things at Klaviyo are changed in place: templates by their words, flows action by action.

A flow's name, trigger and graph cannot be changed after creation; then the answer is None and a new draft is made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from studio.exporters import references
from studio.exporters.klaviyo.facts import Json
from studio.exporters.klaviyo.graph import TESTS, branches_of, id_of, outs, versions_in
from studio.exporters.service import Call

_FOREVER = ("triggers", "profile_filter", "reentry_criteria", "entry_action_id")
_LOOKED_UP = re.compile(r"@(?:metric|list|segment):")


def update_template(
    remote_id: str,
    answer: str,  # noqa: ARG001
    before: Any,  # noqa: ANN401, ARG001
    after: Any,  # noqa: ANN401
    touched: frozenset[str],  # noqa: ARG001
) -> tuple[Call, ...]:
    """Return the call that gives a template its new name and words; its kind of editor can never change."""
    attributes = {name: value for name, value in after["data"]["attributes"].items() if name != "editor_type"}
    body = {"data": {"type": "template", "id": remote_id, "attributes": attributes}}
    return (Call("PATCH", f"/api/templates/{remote_id}", body),)


def update_flow(
    remote_id: str,  # noqa: ARG001
    answer: str,
    before: Any,  # noqa: ANN401
    after: Any,  # noqa: ANN401
    touched: frozenset[str],
) -> tuple[Call, ...] | None:
    """Return a call for each action that changed or that sends a touched template, or None for a new draft.

    Klaviyo copies a template into the flow when an action takes it, so a template that changed is taken again. Where
    `before` is None (only the flow's name was found) every action is written anew.
    """
    new = after["data"]["attributes"]["definition"]
    old = before["data"]["attributes"]["definition"] if before else None
    remote = _remote_definition(answer)
    if (old is not None and shape(old) != shape(new)) or not _same_actions(remote, new):
        return None
    ids = _ids(new["actions"], remote["actions"])
    known = {id_of(action): _bare(action) for action in old["actions"]} if old else {}
    return tuple(
        _call(action, ids)
        for action in new["actions"]
        if known.get(id_of(action)) != _bare(action) or references.keys_in(action, touched)
    )


def shape(definition: Json) -> Json:
    """Return what can never change in a flow: trigger, filters, re-entry and the graph of actions with their types."""
    graph = [(_kind(action), id_of(action), outs(action)) for action in definition["actions"]]
    return {**_bare({name: definition.get(name) for name in _FOREVER}), "graph": graph}


def _bare(some: Json) -> Json:
    """Return a part of a definition in which an id is the same as the reference that looks it up.

    Earlier flows were sent with bare ids.
    """
    bare: Json = references.replaced(some, lambda text: _LOOKED_UP.sub("", text))
    return bare


def _kind(action: Json) -> tuple[str, ...]:
    return (action["type"], *(one["type"] for one in versions_in(action)), *("branch" for _ in branches_of(action)))


def _remote_definition(answer: str) -> Json:
    kept = json.loads(answer) if answer else {}
    found = kept.get("data", {}).get("attributes", {}).get("definition") if isinstance(kept, dict) else None
    return found if isinstance(found, dict) else {"actions": []}


def _same_actions(remote: Json, new: Json) -> bool:
    """Return whether the service's actions can be told apart: as many as ours, of the same types, in our order."""
    there, here = remote.get("actions") or [], new["actions"]
    return [_kind(action) for action in there] == [_kind(action) for action in here] and all(
        one.get("id") for action in there for one in (action, *versions_in(action))
    )


def _ids(here: list[Json], there: list[Json]) -> dict[str, str]:
    pairs = tuple(zip(_flat(here), _flat(there), strict=True))
    branches = (pair for mine, theirs in pairs for pair in zip(branches_of(mine), branches_of(theirs), strict=True))
    return {id_of(mine): str(theirs["id"]) for mine, theirs in pairs} | {
        str(mine["branch_id"]): str(theirs["branch_id"]) for mine, theirs in branches
    }


def _flat(actions: list[Json]) -> Iterator[Json]:
    for action in actions:
        yield action
        yield from versions_in(action)


def _call(action: Json, ids: dict[str, str]) -> Call:
    remote = ids[id_of(action)]
    body = {"data": {"type": "flow-action", "id": remote, "attributes": {"definition": _existing(action, ids)}}}
    return Call("PATCH", f"/api/flow-actions/{remote}", body)


def _existing(action: Json, ids: dict[str, str]) -> Json:
    """Return an action as one that exists: real ids, and no status, so that a live one is not switched off."""
    data = {name: value for name, value in action["data"].items() if name != "status"}
    if action["type"] in TESTS:
        data = _existing_test(data, ids)
    if branches_of(action):
        data["branches"] = [_existing_branch(branch, ids) for branch in branches_of(action)]
    made = {"id": ids[id_of(action)], "type": action["type"], "data": data}
    return {**made, "links": _relinked(action["links"], ids)} if "links" in action else made


def _existing_branch(branch: Json, ids: dict[str, str]) -> Json:
    return {**branch, "branch_id": ids[branch["branch_id"]], "links": _relinked(branch["links"], ids)}


def _relinked(links: Json, ids: dict[str, str]) -> Json:
    return {way: ids.get(target, target) for way, target in links.items()}


def _existing_test(data: Json, ids: dict[str, str]) -> Json:
    experiment = data["current_experiment"]
    return {
        **data,
        "main_action": _existing(data["main_action"], ids),
        "current_experiment": {
            **experiment,
            "variations": [_existing(one, ids) for one in experiment["variations"]],
            "allocations": {ids[name]: share for name, share in experiment["allocations"].items()},
        },
    }
