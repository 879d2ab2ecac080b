"""How things at HubSpot are changed in place, and what switches a workflow on.

Templates and e-mails are changed; a workflow whose steps changed is made anew. Its API replaces a workflow whole, and
only with the number of its newest revision, so that a repeated call is refused: nothing a push may rely on.
"""

from __future__ import annotations

import json
from typing import Any

from studio.exporters.hubspot.draft import Json
from studio.exporters.hubspot.uploads import EMAILS, FLOWS
from studio.exporters.service import Call
from studio.exporters.updating import rewriting

KEPT = (
    *("id", "revisionId", "name", "type", "actions", "startActionId", "enrollmentCriteria", "enrollmentSchedule"),
    *("goalFilterBranch", "timeWindows", "blockedDates", "customProperties", "suppressionListIds"),
    *("canEnrollFromSalesforce",),
)
"""What is kept of a workflow: all that its description wants back when it is switched on."""


update_email = rewriting("PATCH", f"{EMAILS}/{{id}}/draft", without=("state", "subcategory"))
"""Changes the draft of an e-mail; what is live at the moment stays as it is."""


def keep_flow(
    remote_id: str,  # noqa: ARG001 - the shape of an Updater
    answer: str,
    before: Any,  # noqa: ANN401
    after: Any,  # noqa: ANN401
    touched: frozenset[str],  # noqa: ARG001
) -> tuple[Call, ...] | None:
    """Return nothing to do for a workflow that is as it should be, or None for a new draft.

    Its e-mails are changed by themselves. Where `before` is None (only the workflow's name was found) what the service
    says of it is compared instead.
    """
    there = before if before is not None else json.loads(answer or "{}")
    return () if _without_mails(there, after) == _without_mails(after, after) else None


def _without_mails(body: Json, like: Json) -> Json:
    """Return the parts of a workflow that both tell of, with no e-mail's id, which one of them has only by name."""
    made = {name: body.get(name) for name in KEPT if name in like and name != "name"}
    return {**made, "actions": [_without_mail(action) for action in body.get("actions") or ()]}


def _without_mail(action: Json) -> Json:
    return {**action, "fields": {}} if _sends(action) else action


def switch_on(remote_id: str, answer: str) -> tuple[Call, ...]:
    """Return the call that switches a workflow on, as it was when it was made; its e-mails are published by a person.

    HubSpot refuses it where somebody has changed the workflow since, as the number of its revision is then another.
    """
    held = json.loads(answer) if answer else {}
    body = {name: value for name, value in held.items() if name != "id"} | {"isEnabled": True}
    return (Call("PUT", f"{FLOWS}/{remote_id}", body),)


def runs(answer: Any) -> bool:  # noqa: ANN401 - JSON
    """Return whether a workflow is switched on."""
    return answer.get("isEnabled") is True


def _sends(action: Any) -> bool:  # noqa: ANN401 - JSON
    return bool(action.get("actionTypeId") == "0-4")
