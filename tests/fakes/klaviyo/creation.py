"""What Klaviyo makes of a new definition: real ids for temporary ones, and a clone of every template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from tests.fakes.klaviyo.structure import arms

# What the service fills in where an e-mail says nothing, so that its answer is longer than what was sent.
EMAIL_DEFAULTS: Mapping[str, Any] = {
    "from_email": None,
    "from_label": None,
    "reply_to_email": None,
    "cc_email": None,
    "bcc_email": None,
    "subject_line": None,
    "preview_text": None,
    "template_id": None,
    "smart_sending_enabled": True,
    "transactional": False,
    "add_tracking_params": False,
    "custom_tracking_params": None,
    "additional_filters": None,
    "name": None,
}

Fresh = Callable[[str], str]
Clone = Callable[[str], str]


def made_real(definition: Mapping[str, Any], fresh: Fresh, clone: Clone) -> dict[str, Any]:
    """Return a definition as the service keeps it; `fresh(kind)` is a new id, `clone(id)` a copied template's."""
    made = deepcopy(dict(definition))
    whole = [one for action in made["actions"] for one in (action, *(arm for _, arm in arms(action)))]
    ids = {one["temporary_id"]: fresh("action") for one in whole}
    for one in whole:
        settle_action(one, ids, fresh, clone)
    made["entry_action_id"] = ids.get(made["entry_action_id"])
    return made


def settle_action(action: dict[str, Any], ids: Mapping[str, str], fresh: Fresh, clone: Clone) -> None:
    """Give one action its id, its links, its message and, if it is one, its experiment what they need."""
    action["id"] = ids[action.pop("temporary_id")]
    relink(action, ids)
    data = action.get("data") or {}
    if "message" in data:
        data.setdefault("status", "draft")
        data["message"] = settled_message(action["type"], data["message"], fresh, clone)
    if "current_experiment" in data:
        test = data["current_experiment"]
        data.setdefault("status", "draft")
        data["experiment_status"] = "draft"
        test["id"], test["started"] = fresh("experiment"), None
        test["allocations"] = {ids[name]: share for name, share in test["allocations"].items()}


def relink(action: dict[str, Any], ids: Mapping[str, str]) -> None:
    """Put real ids into the links of an action and of its branches."""
    holders = [action, *(action.get("data") or {}).get("branches", [])]
    for holder in holders:
        if holder.get("links"):
            holder["links"] = {word: ids.get(target) for word, target in holder["links"].items()}


def settled_message(kind: str, message: Mapping[str, Any], fresh: Fresh, clone: Clone) -> dict[str, Any]:
    """Return a message with its id, the service's defaults, and its own copy of the template."""
    settled = {**(EMAIL_DEFAULTS if kind == "send-email" else {}), **message, "id": fresh("message")}
    if settled.get("template_id"):
        settled["template_id"] = clone(settled["template_id"])
    return settled
