"""What a person may have changed at HubSpot, told alike from what is sent and what is read back."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.hubspot.draft import Json
from studio.i18n import N_


def email_facets(body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what an e-mail says: its subject, its sender and its plain text; the template cannot be read back."""
    content, sender = body.get("content") or {}, body.get("from") or {}
    return Map(
        {
            N_("Subject"): str(body.get("subject") or ""),
            N_("Sender"): f"{sender.get('fromName') or ''} <{sender.get('replyTo') or ''}>",
            N_("Plain text"): str(content.get("plainTextVersion") or ""),
            N_("Template"): str(content.get("templatePath") or ""),
        }
    )


def flow_facets(body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what a workflow does: its actions, its start, and the hours at which it acts."""
    criteria = body.get("enrollmentCriteria") or {}
    hours = [f"{one.get('day')} {_hour(one, 'startTime')}-{_hour(one, 'endTime')}" for one in _hours(body)]
    return Map(
        {
            N_("Steps"): "\n".join(_step(action) for action in body.get("actions") or ()),
            N_("Trigger"): str(criteria.get("type") or ""),
            N_("Hours"): "\n".join(hours),
        }
    )


def _hours(body: Json) -> list[Json]:
    return body.get("timeWindows") or []


def _hour(window: Json, name: str) -> str:
    time = window.get(name) or {}
    return f"{time.get('hour', 0):02d}:{time.get('minute', 0):02d}"


def _step(action: Json) -> str:
    fields = action.get("fields") or {}
    if action.get("type") == "AB_TEST_BRANCH":
        return "A/B " + "/".join(str(branch.get("percentage")) for branch in action.get("testBranches") or ())
    if action.get("type") == "LIST_BRANCH":
        return "If " + " / ".join(str(branch.get("branchName") or "") for branch in action.get("listBranches") or ())
    return " ".join(str(fields[name]) for name in sorted(fields)) or str(action.get("actionTypeId") or "")
