"""Customer.io's automations: built by a person in its builder; only the words of their e-mails can be written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tests.fakes.validate import Problem, problems, record, text, whole
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.customerio.state import CustomerIo

LARGEST = 1_000_000
ACTIONS = 10
WORDS = record(
    {
        "subject": text(least=1),
        "body": text(least=1, most=LARGEST),
        "preheader_text": text(),
        "body_amp": text(),
        "from_id": whole(1),
        "reply_to_id": whole(1),
        "recipient": text(least=1),
        "headers": text(),
    }
)


def page(received: Received, word: str, rows: Sequence[Any], size: int) -> Answer:
    """Return one page of a collection, with the token of the next where there is one."""
    start = received.query.get("start", "") or "0"
    if not start.isdecimal():
        raise Refusal(400, Problem("", "start is not a valid token"))
    end = int(start) + size
    return Answer(200, {word: list(rows[int(start) : end]), "next": str(end) if end < len(rows) else ""})


def known(rows: dict[int, dict[str, Any]], number: str) -> dict[str, Any]:
    """Return a row by its number; raise Refusal 400 or 404."""
    if not number.isdecimal():
        raise Refusal(400, Problem("", "the id is invalid"))
    if int(number) not in rows:
        raise Refusal(404, Problem("", "Not found"))
    return rows[int(number)]


def list_campaigns(fake: CustomerIo, received: Received) -> Answer:
    """Answer GET /v1/campaigns, which has no pages and tells no names of actions."""
    rows = [
        {**row, "id": number, "actions": [{"id": one, "type": "email"} for one in row["actions"]]}
        for number, row in fake.campaigns.items()
    ]
    return Answer(200, {"campaigns": rows})


def list_actions(fake: CustomerIo, received: Received, campaign: str) -> Answer:
    """Answer GET /v1/campaigns/{id}/actions: ten at a time."""
    rows = [{"id": number, **row} for number, row in known(fake.campaigns, campaign)["actions"].items()]
    return page(received, "actions", rows, min(ACTIONS, fake.options.page_size or ACTIONS))


def read_action(fake: CustomerIo, received: Received, campaign: str, action: str) -> Answer:
    """Answer GET /v1/campaigns/{id}/actions/{id}."""
    row = known(known(fake.campaigns, campaign)["actions"], action)
    return Answer(200, {"action": {"id": int(action), **row}})


def write_action(fake: CustomerIo, received: Received, campaign: str, action: str) -> Answer:
    """Answer PUT /v1/campaigns/{id}/actions/{id}; what a drag-and-drop editor made is refused."""
    row = known(known(fake.campaigns, campaign)["actions"], action)
    refuse(problems(WORDS, received.body))
    if row.get("editor") == "drag-and-drop":
        raise Refusal(400, Problem("", "cannot modify content made with the drag-and-drop editor"))
    row.update(received.body)
    return Answer(200, {"action": {"id": int(action), **row}})
