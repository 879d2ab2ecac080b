"""Customer.io's newsletters: drafts unless they are told to go out; test groups are copies, one more with each call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.customerio.automations import LARGEST, WORDS, known, page
from tests.fakes.routing import whole_query
from tests.fakes.validate import Problem, flag, list_of, map_of, one_of, problems, record, text, whole
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.customerio.state import CustomerIo

SEGMENT = record({"segment*": record({"id*": whole(1)})})
ATTRIBUTE = record(
    {"attribute*": record({"field*": text(least=1), "operator*": one_of("exists", "eq"), "value": text()})}
)


def condition(value: Any, at: str):
    """Accept a segment or an attribute."""
    return (SEGMENT if isinstance(value, dict) and "segment" in value else ATTRIBUTE)(value, at)


NEW = record(
    {
        "type*": one_of("email"),
        "name*": text(least=1, most=190),
        "subject*": text(least=1),
        "body*": text(least=1, most=LARGEST),
        "preheader_text": text(),
        "from": text(r".*\S+@\S+\.\S+.*"),
        "from_id": whole(1),
        "recipients*": record({"and": list_of(condition, 1), "or": list_of(condition, 1)}),
        "subscription_topic_id": whole(1),
        "tags": list_of(text(least=1)),
        "send_now": flag,
        "scheduled_at": whole(1),
    }
)
EMPTY = map_of(lambda value, at: iter((Problem(at, "is not taken"),)))


def shown(number: int, row: dict[str, Any]) -> dict[str, Any]:
    """Return a newsletter as the service shows it: with the numbers of its contents."""
    told = {name: value for name, value in row.items() if name != "contents"}
    return {"id": number, **told, "content_ids": list(row["contents"])}


def list_newsletters(fake: CustomerIo, received: Received) -> Answer:
    """Answer GET /v1/newsletters."""
    size = min(whole_query(received, "limit", 50, 1, 100), fake.options.page_size or 100)
    return page(received, "newsletters", [shown(number, row) for number, row in fake.newsletters.items()], size)


def create(fake: CustomerIo, received: Received) -> Answer:
    """Answer POST /v1/newsletters: a draft, unless it is to be sent now or later."""
    refuse(problems(NEW, received.body))
    body = received.body
    if "from" in body and "from_id" in body:
        raise Refusal(400, Problem("/from", "set either from or from_id"))
    if body.get("send_now") or "scheduled_at" in body:
        fake.live.append(("newsletter", body["name"], "send_now" if body.get("send_now") else "scheduled_at"))
        if fake.options.strict:
            raise Refusal(400, Problem("/send_now", "this account takes drafts only"))
    number = next(fake.numbers)
    content = {name: body[name] for name in ("subject", "body", "preheader_text", "from") if name in body}
    head = {name: body[name] for name in ("name", "type", "recipients")}
    fake.newsletters[number] = {**head, "sent_at": None, "contents": {next(fake.numbers): content}}
    return Answer(200, {"newsletter": shown(number, fake.newsletters[number])})


def read(fake: CustomerIo, received: Received, number: str) -> Answer:
    """Answer GET /v1/newsletters/{id}."""
    row = known(fake.newsletters, number)
    return Answer(200, {"newsletter": shown(int(number), row)})


def add_group(fake: CustomerIo, received: Received, number: str) -> Answer:
    """Answer POST /v1/newsletters/{id}/test_groups: a copy of what is there, each time."""
    row = known(fake.newsletters, number)
    refuse(problems(EMPTY, received.body or {}))
    if row["sent_at"]:
        raise Refusal(400, Problem("", "The newsletter has already been sent. You cannot add test groups."))
    row["contents"][next(fake.numbers)] = dict(next(iter(row["contents"].values())))
    return Answer(200, {"newsletter": shown(int(number), row)})


def list_contents(fake: CustomerIo, received: Received, number: str) -> Answer:
    """Answer GET /v1/newsletters/{id}/contents."""
    rows = known(fake.newsletters, number)["contents"]
    return Answer(200, {"contents": [{"id": one, "newsletter_id": int(number), **row} for one, row in rows.items()]})


def write_content(fake: CustomerIo, received: Received, number: str, content: str) -> Answer:
    """Answer PUT /v1/newsletters/{id}/contents/{id}."""
    row = known(known(fake.newsletters, number)["contents"], content)
    refuse(problems(WORDS, received.body))
    row.update(received.body)
    return Answer(200, {"content": {"id": int(content), "newsletter_id": int(number), **row}})


def send(fake: CustomerIo, received: Received, number: str) -> Answer:
    """Answer POST /v1/newsletters/{id}/send: recorded, and refused where the account is strict."""
    row = known(fake.newsletters, number)
    fake.live.append(("newsletter", row["name"], "send"))
    if fake.options.strict:
        raise Refusal(400, Problem("", "this account takes drafts only"))
    row["sent_at"] = 1
    return Answer(200, {"newsletter": shown(int(number), row)})
