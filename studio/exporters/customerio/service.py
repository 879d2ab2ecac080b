"""Customer.io's App API for delivery: its key, its limit, pages by token, its complaints, and changes in place."""

from __future__ import annotations

import json
from typing import Any

from immutables import Map

from studio.exporters.service import Call, Listing, Rate, Resource, Service
from studio.exporters.updating import left_alone
from studio.i18n import sentence

# All endpoints of the App API share ten requests a second (documented).
LIMIT = Rate(per_second=10)


def _headers(key: str) -> Map[str, str]:
    return Map({"authorization": f"Bearer {key}", "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    if not isinstance(body, dict):
        return f"HTTP {status}"
    errors, meta = body.get("errors"), body.get("meta")
    rows = errors if isinstance(errors, list) else []
    said = [str(row.get("detail") or "") for row in rows if isinstance(row, dict)]
    said += [str(meta.get("error") or "")] if isinstance(meta, dict) else []
    return "; ".join(filter(None, said)) or f"HTTP {status}"


def keep_found(
    remote_id: str,  # noqa: ARG001 - the shape of an Updater
    answer: str,  # noqa: ARG001
    before: Any,  # noqa: ANN401
    after: Any,  # noqa: ANN401, ARG001
    touched: frozenset[str],  # noqa: ARG001
) -> tuple[Call, ...] | None:
    """Return nothing to do for what was only found, else None: name, sender and people cannot be changed."""
    return () if before is None else None


def fill_action(
    remote_id: str,
    answer: str,
    before: Any,  # noqa: ANN401, ARG001 - the shape of an Updater
    after: Any,  # noqa: ANN401
    touched: frozenset[str],  # noqa: ARG001
) -> tuple[Call, ...]:
    """Return the call that gives an e-mail of an automation its words; how it is sent stays as it is."""
    campaign = json.loads(answer).get("within") if answer else ""
    return (Call("PUT", f"/v1/campaigns/{campaign}/actions/{remote_id}", after),)


def ours(body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what the words of an e-mail say."""
    return theirs(body)


def theirs(answer: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what Customer.io says of the words of an e-mail."""
    said = {"Subject": "subject", "Preview text": "preheader_text", "Content": "body"}
    return Map({name: str(answer.get(field) or "") for name, field in said.items()})


def runs(answer: Any) -> bool:  # noqa: ANN401 - JSON
    """Return whether the automation that holds an e-mail has been started, as the list of automations tells."""
    automation = answer.get("holder") or {}
    return automation.get("active") is True or automation.get("state") == "running"


def _paged(path: str, items: str, id: str = "id", within: Listing | None = None) -> Listing:  # noqa: A002
    return Listing(path=path, items=items, id=id, next="next", cursor="start", within=within)


_CAMPAIGNS = Listing(path="/v1/campaigns", items="campaigns")
_NEWSLETTERS = _paged("/v1/newsletters?limit=100", "newsletters")

# Only Customer.io's own builder makes the e-mails of an automation: they are found by the name that a person gave them.
_ACTION = Resource(
    kind="action",
    id="id",
    find=_paged("/v1/campaigns/{id}/actions", "actions", within=_CAMPAIGNS),
    update=fill_action,
    keep=("id", "within"),
    ours=ours,
    theirs=theirs,
    runs=runs,
    by_hand=sentence(
        "{service} has no e-mail called “{name}” yet: build the automation with the names of the build sheet, and push"
        " again."
    ),
)
_NEWSLETTER = Resource(
    kind="newsletter",
    id="newsletter.id",
    find=_NEWSLETTERS,
    update=keep_found,
    keep=("newsletter.id", "newsletter.content_ids"),
    read="/v1/newsletters/{id}",
)
# A group is there when its newsletter has a second content; it bears the newsletter's name.
_GROUP = Resource(
    kind="group",
    id="newsletter.content_ids.1",
    find=_paged("/v1/newsletters?limit=100", "newsletters", id="content_ids.1"),
    update=keep_found,
    keep=("newsletter.content_ids",),
)
_CONTENT = Resource(
    kind="content",
    id="content.id",
    find=Listing(path="/v1/newsletters/{id}/contents", items="contents", within=_NEWSLETTERS),
    repeatable=True,
    ours=ours,
    theirs=theirs,
)

_IMAGE = Resource(
    kind="image",
    id="asset.id",
    find=Listing(path="/v1/assets?limit=1000", items="assets", page="page", total="meta.pagination.total"),
    update=left_alone,
    keep=("asset.id", "asset.path"),
    read="/v1/assets/files/{id}",
)

SERVICE = Service(
    name="customerio",
    label="Customer.io",
    base_url="https://api.customer.io",
    headers=_headers,
    words=_words,
    resources=Map({one.kind: one for one in (_IMAGE, _ACTION, _NEWSLETTER, _GROUP, _CONTENT)}),
    check="/v1/workspaces",
    account_name="workspaces.0.name",
    account_id="workspaces.0.id",
    rate=LIMIT,
    key_hint=sentence("An App API key. Accounts in the EU have the address https://api-eu.customer.io."),
)
