"""GetResponse's API for delivery: its key, limits, bare lists in pages, its complaints, and changes in place."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.service import Listing, Rate, Resource, Service
from studio.exporters.updating import left_alone, rewriting
from studio.i18n import N_, sentence

# 80 requests a second and 30 000 in ten minutes (read in its description).
LIMIT = Rate(per_second=80, per_minute=3000)
WORDS = (N_("sender"), N_("default"))
"""The words of its lookups, as a sentence about a missing one says them."""


def _headers(key: str) -> Map[str, str]:
    return Map({"x-auth-token": f"api-key {key}", "accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the service answered
    if not isinstance(body, dict):
        return f"HTTP {status}"
    context = body.get("context")
    parts = [body.get("message") or body.get("codeDescription"), *_context(context)]
    return "; ".join(str(part) for part in parts if part) or f"HTTP {status}"


def _context(context: Any) -> list[str]:  # noqa: ANN401 - JSON
    """Return what a complaint says of single fields: an object, or a list of objects or of JSON in texts."""
    found = context if isinstance(context, list) else [context]
    rows = [row for row in found if isinstance(row, dict)]
    named = [(row.get("fieldName"), row.get("errorDescription")) for row in rows]
    return [": ".join(str(part) for part in pair if part) for pair in named if any(pair)]


update_autoresponder = rewriting("POST", "/autoresponders/{id}", without=("status",))
"""Rewrites an autoresponder, and leaves it switched on if somebody did that."""


def ours(body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what an e-mail that is sent says, by what GetResponse tells of it again."""
    return Map({"Subject": body["subject"], "Content": body["content"]["html"]})


def theirs(answer: Any) -> Map[str, str]:  # noqa: ANN401 - JSON
    """Return what GetResponse says of an e-mail."""
    content = answer.get("content") or {}
    return Map({"Subject": str(answer.get("subject") or ""), "Content": str(content.get("html") or "")})


def runs(answer: Any) -> bool:  # noqa: ANN401 - JSON
    """Return whether an autoresponder is switched on."""
    return bool(answer.get("status") == "enabled")


def _listing(path: str, id: str, name: str = "name") -> Listing:  # noqa: A002 - as in Listing
    return Listing(path=f"{path}?perPage=100", items="", id=id, name=name, page="page")


_AUTORESPONDER = Resource(
    kind="autoresponder",
    id="autoresponderId",
    find=_listing("/autoresponders", "autoresponderId"),
    update=update_autoresponder,
    keep=("autoresponderId",),
    read="/autoresponders/{id}",
    ours=ours,
    theirs=theirs,
    runs=runs,
)

# A draft of a newsletter cannot be changed from outside: another one takes its place.
_NEWSLETTER = Resource(
    kind="newsletter",
    id="newsletterId",
    find=_listing("/newsletters", "newsletterId"),
    keep=("newsletterId",),
    read="/newsletters/{id}",
    ours=ours,
    theirs=theirs,
)

_IMAGE = Resource(
    kind="image", id="imageId", find=_listing("/multimedia", "imageId"), update=left_alone, keep=("imageId", "url")
)

SERVICE = Service(
    name="getresponse",
    label="GetResponse",
    base_url="https://api.getresponse.com/v3",
    headers=_headers,
    words=_words,
    resources=Map({"image": _IMAGE, "autoresponder": _AUTORESPONDER, "newsletter": _NEWSLETTER}),
    listings=Map(
        {
            "list": _listing("/campaigns", "campaignId"),
            "default": _listing("/campaigns", "campaignId", "isDefault"),
            "sender": _listing("/from-fields", "fromFieldId", "email"),
        }
    ),
    check="/accounts",
    account_name="email",
    account_id="accountId",
    rate=LIMIT,
    retry_in_body="context.timeToReset",
    key_hint=sentence("Made under Integrations and API > API. GetResponse MAX has an address of its own."),
)
