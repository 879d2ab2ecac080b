"""GetResponse's autoresponders and newsletters; lists are bare, and a newsletter's draft cannot be changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.fakes.getresponse.bodies import (
    AUTORESPONDER_CHANGE,
    NEW_AUTORESPONDER,
    NEW_NEWSLETTER,
    known_problems,
)
from tests.fakes.routing import whole_query
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, Refusal, Upload, refuse

if TYPE_CHECKING:
    from tests.fakes.getresponse.state import GetResponse

BORN = "2026-01-05T08:00:00+0000"


def page(fake: GetResponse, received: Received, rows: list[dict[str, Any]]) -> Answer:
    """Return one page of a collection as a bare list, with its numbers in headers."""
    number = whole_query(received, "page", 1, 1, 10**6)
    size = min(whole_query(received, "perPage", 100, 1, 1000), fake.options.page_size or 1000)
    counts = {"TotalCount": len(rows), "TotalPages": -(-len(rows) // size), "CurrentPage": number}
    found = rows[(number - 1) * size : number * size]
    return Answer(200, found, {name: str(value) for name, value in counts.items()})


def listed(kind: str, rows: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return rows as a listing shows them: without their content."""
    return [{f"{kind}Id": number, **_without(row, "content")} for number, row in rows.items()]


def _without(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}


def known(rows: dict[str, dict[str, Any]], number: str) -> dict[str, Any]:
    """Return a row; raise Refusal 404."""
    if number not in rows:
        raise Refusal(404, Problem("", "Resource not found"))
    return rows[number]


def refuse_live(fake: GetResponse, kind: str, name: str, how: str) -> None:
    """Record that something would go out, and raise Refusal where the account is strict."""
    fake.live.append((kind, name, how))
    if fake.options.strict:
        raise Refusal(400, Problem("/status", "This account takes drafts only"))


def list_autoresponders(fake: GetResponse, received: Received) -> Answer:
    """Answer GET /autoresponders."""
    return page(fake, received, listed("autoresponder", fake.autoresponders))


def create_autoresponder(fake: GetResponse, received: Received) -> Answer:
    """Answer POST /autoresponders."""
    refuse(problems(NEW_AUTORESPONDER, received.body))
    refuse(list(known_problems(received.body, fake.lists, fake.senders)))
    name = received.body.get("name", "")
    if any(row["name"] == name for row in fake.autoresponders.values()):
        raise Refusal(409, Problem("/name", "Property value is already taken"))
    if received.body["status"] == "enabled":
        refuse_live(fake, "autoresponder", name, "enabled")
    number = fake.number("Q")
    fake.autoresponders[number] = {"createdOn": BORN, **received.body}
    return Answer(201, {"autoresponderId": number, **fake.autoresponders[number]})


def read_autoresponder(fake: GetResponse, received: Received, number: str) -> Answer:
    """Answer GET /autoresponders/{id}."""
    return Answer(200, {"autoresponderId": number, **known(fake.autoresponders, number)})


def change_autoresponder(fake: GetResponse, received: Received, number: str) -> Answer:
    """Answer POST /autoresponders/{id}."""
    row = known(fake.autoresponders, number)
    refuse(problems(AUTORESPONDER_CHANGE, received.body))
    refuse(list(known_problems(received.body, fake.lists, fake.senders)))
    if received.body.get("status") == "enabled":
        refuse_live(fake, "autoresponder", row["name"], "enabled")
    row.update(received.body)
    return Answer(200, {"autoresponderId": number, **row})


def list_newsletters(fake: GetResponse, received: Received) -> Answer:
    """Answer GET /newsletters."""
    return page(fake, received, listed("newsletter", fake.newsletters))


def create_newsletter(fake: GetResponse, received: Received) -> Answer:
    """Answer POST /newsletters: anything but a draft goes out at once."""
    refuse(problems(NEW_NEWSLETTER, received.body))
    refuse(list(known_problems(received.body, fake.lists, fake.senders)))
    if received.body.get("type", "broadcast") != "draft":
        refuse_live(fake, "newsletter", received.body.get("name", ""), "sent")
    number = fake.number("N")
    fake.newsletters[number] = {"createdOn": BORN, "status": "enabled", **received.body}
    return Answer(201, {"newsletterId": number, **fake.newsletters[number]})


def read_newsletter(fake: GetResponse, received: Received, number: str) -> Answer:
    """Answer GET /newsletters/{id}."""
    return Answer(200, {"newsletterId": number, **known(fake.newsletters, number)})


def delete_newsletter(fake: GetResponse, received: Received, number: str) -> Answer:
    """Answer DELETE /newsletters/{id}."""
    fake.deleted.append(("newsletter", known(fake.newsletters, number)["name"]))
    del fake.newsletters[number]
    return Answer(204)


def list_images(fake: GetResponse, received: Received) -> Answer:
    """Answer GET /multimedia."""
    return page(fake, received, [{"imageId": number, **row} for number, row in fake.images.items()])


def upload_image(fake: GetResponse, received: Received) -> Answer:
    """Answer POST /multimedia: one file, which is called by its name without the ending."""
    file = received.body.get("file") if isinstance(received.body, dict) else None
    if not isinstance(file, Upload) or set(received.body) != {"file"}:
        raise Refusal(400, Problem("/file", "Is required"))
    stem, _, ending = file.filename.rpartition(".")
    if ending not in {"jpg", "jpeg", "gif", "png", "bmp"}:
        raise Refusal(400, Problem("/file", "Not allowed extension"))
    number = fake.number("")
    url = f"https://multimedia.getresponse.example/photos/{number}.{ending}"
    fake.images[number] = {"name": stem, "extension": ending, "size": str(len(file.content)), "url": url}
    return Answer(200, {"imageId": number, **fake.images[number]})


def list_lists(fake: GetResponse, received: Received) -> Answer:
    """Answer GET /campaigns."""
    return page(fake, received, [{"campaignId": number, **row} for number, row in fake.lists.items()])


def list_senders(fake: GetResponse, received: Received) -> Answer:
    """Answer GET /from-fields."""
    return page(fake, received, [{"fromFieldId": number, **row} for number, row in fake.senders.items()])


def read_account(fake: GetResponse, received: Received) -> Answer:
    """Answer GET /accounts."""
    return Answer(200, {"accountId": "VfEje", "email": "owner@shop.example", "firstName": "Kari"})
