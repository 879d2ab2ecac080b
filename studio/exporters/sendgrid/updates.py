"""How things at SendGrid are changed in place, and what a person may have changed there.

A version is read through its template, which tells all its versions: so a version is known by its template's id, and
its own id is in the kept answer.
"""

from __future__ import annotations

import json
from typing import Any

from immutables import Map

from studio.exporters.service import Call

_MOST = 5
VERSION_PARTS = ("id", *(f"versions.{index}.{part}" for index in range(_MOST) for part in ("id", "name")))
"""What is kept of a version: its own id where it was created, its template's versions where it was read."""


def update_template(
    remote_id: str,
    answer: str,  # noqa: ARG001 - the shape of an Updater
    before: Any,  # noqa: ANN401, ARG001
    after: Any,  # noqa: ANN401
    touched: frozenset[str],  # noqa: ARG001
) -> tuple[Call, ...]:
    """Return the call that renames a template; its words are in its version."""
    return (Call("PATCH", f"/v3/templates/{remote_id}", {"name": after["name"]}),)


def update_version(
    remote_id: str,
    answer: str,
    before: Any,  # noqa: ANN401, ARG001
    after: Any,  # noqa: ANN401
    touched: frozenset[str],  # noqa: ARG001
) -> tuple[Call, ...] | None:
    """Return the call that rewrites a version, and leaves alone which version of its template is in use.

    Return None where several versions exist and none has our mark: another version is then made.
    """
    version = version_id(answer, after["name"])
    body = {name: value for name, value in after.items() if name != "active"}
    return (Call("PATCH", f"/v3/templates/{remote_id}/versions/{version}", body),) if version else None


def version_id(answer: str, name: str) -> str:
    """Return the id of the version that bears the mark in `name`, out of a kept answer; empty where it is not sure."""
    kept = json.loads(answer) if answer else {}
    if "versions" not in kept:
        return str(kept.get("id") or "")
    found = _marked(list(kept["versions"].values()), name[name.rfind("[") :].rstrip("]"))
    return str(found.get("id") or "") if found else ""


def update_draft(
    remote_id: str,
    answer: str,  # noqa: ARG001 - the shape of an Updater
    before: Any,  # noqa: ANN401
    after: Any,  # noqa: ANN401
    touched: frozenset[str],  # noqa: ARG001
) -> tuple[Call, ...]:
    """Return the call that rewrites a Single Send; SendGrid refuses it for one that is scheduled or sent.

    Categories that were there and are none any more are taken away.
    """
    gone: dict[str, Any] = {"categories": []} if before and "categories" in before else {}
    return (Call("PATCH", f"/v3/marketing/singlesends/{remote_id}", {**gone, **after}),)


def our_version(body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON of any shape
    """Return what a version says as it is sent."""
    return Map({"Subject": body["subject"], "Content": body["html_content"]})


def their_version(answer: Any) -> Map[str, str]:  # noqa: ANN401 - JSON of any shape
    """Return what a template's version with our mark says."""
    found = _marked(answer.get("versions") or [], "[fabel ") or {}
    return Map({"Subject": str(found.get("subject") or ""), "Content": str(found.get("html_content") or "")})


def draft_facets(told: Any) -> Map[str, str]:  # noqa: ANN401 - a body or an answer: both have the same parts
    """Return what a Single Send says."""
    config = told.get("email_config") or {}
    return Map({"Subject": str(config.get("subject") or ""), "Content": str(config.get("html_content") or "")})


def _marked(versions: list[Any], start: str) -> dict[str, Any] | None:
    """Return the version whose name holds a mark that begins so, the newest generation; a single one is ours anyway."""
    found = [one for one in versions if isinstance(one, dict) and start in str(one.get("name"))]
    if not found and len(versions) == 1:
        found = versions
    return max(found, key=lambda one: (len(str(one.get("name"))), str(one.get("name")))) if found else None
