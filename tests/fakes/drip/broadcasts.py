"""Drip's broadcasts: drafts that can be changed, anything else is read-only; deleting leaves them readable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tests.fakes.routing import whole_query
from tests.fakes.validate import Problem, list_of, one_of, problems, record, text
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.drip.state import Drip

BORN = "2026-01-05T08:00:00Z"
DOCUMENT = record({"type*": one_of("document"), "value*": text(least=1)})
FIELDS = {
    "name": text(least=1, most=255),
    "subject": text(least=1),
    "content": record({"html": DOCUMENT, "text": DOCUMENT}),
    "preheader": text(),
    "postal_address": text(),
}
NEW = record({**FIELDS, "name*": FIELDS["name"], "subject*": FIELDS["subject"], "content*": FIELDS["content"]})
BODY = record({"broadcasts*": list_of(NEW, 1, 1)})
CHANGE = record({"broadcasts*": list_of(record(FIELDS), 1, 1)})
SORTS = ("created_at", "updated_at", "send_at", "name")
STATUSES = ("draft", "scheduled", "sending", "sent", "canceled", "deleted", "all")
NEEDED = (
    (r"{{\s*unsubscribe_(url|link)\s*}}", "{{ unsubscribe_url }} or {{ unsubscribe_link }}"),
    (
        r"{{\s*((inline|html)_)?postal_address\s*}}",
        "{{ postal_address }} or {{ inline_postal_address }} or {{ html_postal_address }}",
    ),
)


def content_problems(html: str) -> Iterator[Problem]:
    """Yield what the law and Drip's own cleaning ask of a page."""
    if "<html" not in html:
        yield Problem("/content/html", "Content HTML must be a full document")
    if re.search(r"<script|javascript:", html, re.IGNORECASE):
        yield Problem("/content/html", "Content HTML must not contain JavaScript")
    for pattern, words in NEEDED:
        if not re.search(pattern, html):
            yield Problem("/content/html", f"Content HTML must include {words}", "can_spam_compliance")


def checked(body: Any, *, new: bool) -> dict[str, Any]:
    """Return the one broadcast of a body; raise Refusal 422 for everything that does not fit."""
    refuse(problems(BODY if new else CHANGE, body), 422)
    sent: dict[str, Any] = body["broadcasts"][0]
    html = sent.get("content", {}).get("html", {}).get("value")
    if new and html is None:
        raise Refusal(422, Problem("/content/html", "Content HTML is required"))
    refuse(list(content_problems(html)) if html is not None else [], 422)
    return sent


def kept(sent: Mapping[str, Any]) -> dict[str, Any]:
    """Return a body under the names by which the service tells of it; the preview text is only remembered."""
    row = {name: value for name, value in sent.items() if name != "content"}
    parts = {"html": "html_body", "text": "text_body"}
    return row | {parts[kind]: part["value"] for kind, part in sent.get("content", {}).items()}


def shown(fake: Drip, number: str) -> dict[str, Any]:
    """Return a broadcast as the service shows it: without its preview text."""
    row = {name: value for name, value in fake.broadcasts[number].items() if name != "preheader"}
    return {"id": number, **row, "links": {"account": fake.account}}


def one(fake: Drip, number: str, status: int = 200) -> Answer:
    """Return the answer that shows one broadcast."""
    return Answer(status, {"links": {}, "broadcasts": [shown(fake, number)]})


def known(fake: Drip, number: str) -> dict[str, Any]:
    """Return a broadcast's row; raise Refusal 404."""
    if number not in fake.broadcasts:
        raise Refusal(404, Problem("", "The resource you requested was not found", "not_found_error"))
    return fake.broadcasts[number]


def list_broadcasts(fake: Drip, received: Received) -> Answer:
    """Answer GET /broadcasts: deleted ones only where they are asked for."""
    page = whole_query(received, "page", 1, 1, 10**6)
    size = min(whole_query(received, "per_page", 100, 1, 100), fake.options.page_size or 100)
    status, sort = received.query.get("status", ""), received.query.get("sort", "created_at")
    if sort not in SORTS or (status and status not in STATUSES):
        raise Refusal(422, Problem("/sort", "is not supported"))
    rows = [
        number for number, row in fake.broadcasts.items() if status in {row["status"], "all"} or _usual(status, row)
    ]
    rows = rows[::-1] if received.query.get("direction") == "desc" else rows
    meta = {"page": page, "sort": sort, "count": len(rows), "total_pages": -(-len(rows) // size)}
    found = [shown(fake, number) for number in rows[(page - 1) * size : page * size]]
    return Answer(200, {"links": {}, "meta": {**meta, "total_count": len(rows)}, "broadcasts": found})


def _usual(status: str, row: Mapping[str, Any]) -> bool:
    return not status and row["status"] != "deleted"


def create(fake: Drip, received: Received) -> Answer:
    """Answer POST /broadcasts."""
    sent = checked(received.body, new=True)
    number = str(next(fake.numbers))
    blank = {"status": "draft", "from_name": "Shop", "from_email": "hello@shop.example", "send_at": None, "bcc": None}
    fake.broadcasts[number] = {**blank, "postal_address": "Storgata 1", "created_at": BORN, **kept(sent)}
    return one(fake, number, 201)


def read(fake: Drip, received: Received, number: str) -> Answer:
    """Answer GET /broadcasts/{id}, also for a deleted one."""
    known(fake, number)
    return one(fake, number)


def change(fake: Drip, received: Received, number: str) -> Answer:
    """Answer PATCH /broadcasts/{id}: drafts only."""
    row = known(fake, number)
    if row["status"] != "draft":
        words = f"Cannot update a broadcast with status '{row['status']}'"
        raise Refusal(409, Problem("", words, "conflict_error"))
    row.update(kept(checked(received.body, new=False)))
    return one(fake, number)


def delete(fake: Drip, received: Received, number: str) -> Answer:
    """Answer DELETE /broadcasts/{id}: it is hidden, and can still be read."""
    row = known(fake, number)
    fake.deleted.append(("broadcast", row["name"]))
    row["status"] = "deleted"
    return one(fake, number)


def schedule(fake: Drip, received: Received, number: str) -> Answer:
    """Answer POST /broadcasts/{id}/schedule: recorded, and refused where the account is strict."""
    row = known(fake, number)
    fake.live.append(("broadcast", row["name"], "schedule"))
    if fake.options.strict:
        raise Refusal(422, Problem("/send_at", "This account takes drafts only"))
    row["status"] = "scheduled"
    return one(fake, number)
