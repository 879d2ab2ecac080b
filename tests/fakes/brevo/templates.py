"""Brevo's templates: create, list, read, change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.fakes.brevo.bodies import NEW_TEMPLATE, TEMPLATE_CHANGE, content_problems, sender_problems
from tests.fakes.routing import whole_query
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.brevo.state import Brevo

BORN = "2026-01-05T08:00:00.000Z"
RENAMED = {"templateName": "name"}


def missing(number: int, kind: str) -> Refusal:
    """Return the refusal of a number that the account does not have."""
    return Refusal(404, Problem("", f"{kind} ID {number} does not exist"))


def page(fake: Brevo, received: Received, word: str, rows: Mapping[int, Mapping[str, Any]], most: int) -> Answer:
    """Return one page of a collection, newest first unless asked otherwise, with the count of all."""
    limit = whole_query(received, "limit", min(50, most), 1, most)
    start = whole_query(received, "offset", 0, 0, 10**9)
    size = min(limit, fake.options.page_size or most)
    order = received.query.get("sort", "desc")
    if order not in {"asc", "desc"}:
        raise Refusal(400, Problem("", "should be asc or desc", parameter="sort"))
    numbers = sorted(rows, reverse=order == "desc")[start : start + size]
    return Answer(200, {"count": len(rows), word: [{"id": number, **rows[number]} for number in numbers]})


def as_kept(body: Mapping[str, Any]) -> dict[str, Any]:
    """Return a body under the names by which the service lists it."""
    return {RENAMED.get(key, key): value for key, value in body.items()}


def list_templates(fake: Brevo, received: Received) -> Answer:
    """Answer GET /v3/smtp/templates."""
    wanted = received.query.get("templateStatus")
    rows = {
        number: row for number, row in fake.templates.items() if wanted is None or row["isActive"] is (wanted == "true")
    }
    return page(fake, received, "templates", rows, 1000)


def create_template(fake: Brevo, received: Received) -> Answer:
    """Answer POST /v3/smtp/templates: a template is inactive unless the body says otherwise."""
    refuse(problems(NEW_TEMPLATE, received.body))
    refuse(list(content_problems(received.body, ("htmlContent", "htmlUrl"))))
    refuse(list(sender_problems(received.body, fake.senders, known=fake.options.known_senders)))
    number = next(fake.template_numbers)
    blank = {"isActive": False, "testSent": False, "createdAt": BORN, "modifiedAt": BORN}
    fake.templates[number] = {**blank, **as_kept(received.body)}
    return Answer(201, {"id": number})


def read_template(fake: Brevo, received: Received, number: int) -> Answer:
    """Answer GET /v3/smtp/templates/{id}."""
    if number not in fake.templates:
        raise missing(number, "Template")
    return Answer(200, {"id": number, **fake.templates[number]})


def change_template(fake: Brevo, received: Received, number: int) -> Answer:
    """Answer PUT /v3/smtp/templates/{id}."""
    if number not in fake.templates:
        raise missing(number, "Template")
    refuse(problems(TEMPLATE_CHANGE, received.body))
    if not received.body:
        raise Refusal(400, Problem("", "Nothing to change", "required"))
    merged = {**fake.templates[number], **as_kept(received.body)}
    refuse(list(content_problems(merged, ("htmlContent",))))
    refuse(list(sender_problems(received.body, fake.senders, known=fake.options.known_senders)))
    fake.templates[number] = merged
    return Answer(204)


def delete_template(fake: Brevo, received: Received, number: int) -> Answer:
    """Answer DELETE /v3/smtp/templates/{id}; an active template stays."""
    if number not in fake.templates:
        raise missing(number, "Template")
    if fake.templates[number]["isActive"]:
        raise Refusal(400, Problem("", "Active templates cannot be deleted"))
    fake.deleted.append(("template", str(number)))
    del fake.templates[number]
    return Answer(204)
