"""SendGrid's endpoints that the studio may call."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from tests.fakes.routing import Route, whole_query
from tests.fakes.sendgrid.bodies import SEND, SEND_CHANGE, TEMPLATE, TEMPLATE_CHANGE, VERSION, VERSION_CHANGE
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.sendgrid.state import SendGrid

BORN = "2026-01-05 08:00:00"
PAGED = frozenset({"page_size", "page_token"})
SCOPES = ("templates.create", "templates.versions.create", "marketing.read", "user.username.read")


def held(rows: Mapping[str, dict[str, Any]], key: str) -> dict[str, Any]:
    """Return a thing; raise Refusal where there is none."""
    if key not in rows:
        raise Refusal(404, Problem("", "resource not found"))
    return rows[key]


def page(fake: SendGrid, received: Received, rows: Sequence[Mapping[str, Any]], most: int) -> Answer:
    """Answer with one page and the address of the next one."""
    size = min(whole_query(received, "page_size", 10, 1, most), fake.options.page_size or most)
    start = whole_query(received, "page_token", 0, 0, 10**9)
    told: dict[str, Any] = {"self": f"{fake.url}{received.path}", "count": len(rows)}
    if start + size < len(rows):
        query = {**received.query, "page_token": str(start + size)}
        told["next"] = f"{fake.url}{received.path}?{urlencode(query)}"
    return Answer(200, {"result": list(rows[start : start + size]), "_metadata": told})


def read_scopes(fake: SendGrid, received: Received) -> Answer:
    """Answer GET /v3/scopes."""
    return Answer(200, {"scopes": list(SCOPES)})


def read_username(fake: SendGrid, received: Received) -> Answer:
    """Answer GET /v3/user/username."""
    return Answer(200, {"username": "shop-example", "user_id": 7})


def list_lists(fake: SendGrid, received: Received) -> Answer:
    """Answer GET /v3/marketing/lists."""
    return page(fake, received, [{"id": key, "name": name} for key, name in fake.lists.items()], 1000)


def list_templates(fake: SendGrid, received: Received) -> Answer:
    """Answer GET /v3/templates, with the versions of each but not their words."""
    if "page_size" not in received.query:
        raise Refusal(400, Problem("", "page_size is required"))
    wanted = received.query.get("generations", "legacy").split(",")
    return page(fake, received, [lean(row) for row in fake.templates.values() if row["generation"] in wanted], 200)


def lean(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a template as the list tells it."""
    versions = [
        {key: one[key] for key in ("id", "template_id", "name", "active", "updated_at")} for one in row["versions"]
    ]
    return {**row, "versions": versions}


def create_template(fake: SendGrid, received: Received) -> Answer:
    """Answer POST /v3/templates: a new template has no version."""
    refuse(problems(TEMPLATE, received.body))
    key = f"d-{next(fake.numbers):032x}"
    fake.templates[key] = {"id": key, "generation": "legacy", "updated_at": BORN, **received.body, "versions": []}
    return Answer(201, fake.templates[key])


def read_template(fake: SendGrid, received: Received, key: str) -> Answer:
    """Answer GET /v3/templates/{id}, with its versions and their words."""
    return Answer(200, held(fake.templates, key))


def change_template(fake: SendGrid, received: Received, key: str) -> Answer:
    """Answer PATCH /v3/templates/{id}."""
    row = held(fake.templates, key)
    refuse(problems(TEMPLATE_CHANGE, received.body))
    row.update(received.body)
    return Answer(200, lean(row))


def checked(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a version's body; raise Refusal for test data that is no JSON."""
    try:
        json.loads(body.get("test_data") or "{}")
    except ValueError:
        raise Refusal(400, Problem("/test_data", "invalid JSON")) from None
    return body


def create_version(fake: SendGrid, received: Received, key: str) -> Answer:
    """Answer POST /v3/templates/{id}/versions: an active one makes the others inactive."""
    row = held(fake.templates, key)
    refuse(problems(VERSION, received.body))
    version = {"active": 1, "editor": "code", **checked(received.body)}
    version |= {"id": f"{next(fake.numbers):08x}-0000-4000-8000-000000000000", "template_id": key, "updated_at": BORN}
    if version["active"]:
        for other in row["versions"]:
            other["active"] = 0
    row["versions"].append(version)
    return Answer(201, version)


def version_of(fake: SendGrid, key: str, version: str) -> dict[str, Any]:
    """Return a version; raise Refusal where there is none."""
    return held({one["id"]: one for one in held(fake.templates, key)["versions"]}, version)


def change_version(fake: SendGrid, received: Received, key: str, version: str) -> Answer:
    """Answer PATCH /v3/templates/{id}/versions/{version}."""
    row = version_of(fake, key, version)
    refuse(problems(VERSION_CHANGE, received.body))
    row.update(checked(received.body))
    return Answer(200, row)


def list_sends(fake: SendGrid, received: Received) -> Answer:
    """Answer GET /v3/marketing/singlesends."""
    rows = [{key: row[key] for key in ("id", "name", "status")} for row in fake.sends.values()]
    return page(fake, received, rows, 100)


def refuse_sending(fake: SendGrid, body: Mapping[str, Any], name: str) -> None:
    """Note that something was to be scheduled, and refuse it; refuse lists that do not exist."""
    if body.get("send_at"):
        fake.live.append(("campaign", name, "send_at"))
        raise Refusal(400, Problem("/send_at", "this account takes drafts only"))
    unknown = set(body.get("send_to", {}).get("list_ids", ())) - set(fake.lists)
    if unknown:
        raise Refusal(400, Problem("/send_to/list_ids", "list id not found"))


def create_send(fake: SendGrid, received: Received) -> Answer:
    """Answer POST /v3/marketing/singlesends."""
    refuse(problems(SEND, received.body))
    refuse_sending(fake, received.body, received.body["name"])
    key = f"{next(fake.numbers):08x}-0000-4000-8000-000000000001"
    fake.sends[key] = {"id": key, "status": "draft", **received.body}
    return Answer(201, fake.sends[key])


def read_send(fake: SendGrid, received: Received, key: str) -> Answer:
    """Answer GET /v3/marketing/singlesends/{id}."""
    return Answer(200, held(fake.sends, key))


def change_send(fake: SendGrid, received: Received, key: str) -> Answer:
    """Answer PATCH /v3/marketing/singlesends/{id}."""
    row = held(fake.sends, key)
    if row["status"] != "draft":
        raise Refusal(400, Problem("", "single send is not a draft"))
    refuse(problems(SEND_CHANGE, received.body))
    refuse_sending(fake, received.body, row["name"])
    row.update(received.body)
    return Answer(200, row)


def schedule_send(fake: SendGrid, received: Received, key: str) -> Answer:
    """Answer PUT /v3/marketing/singlesends/{id}/schedule, which is noted and refused."""
    fake.live.append(("campaign", held(fake.sends, key)["name"], "schedule"))
    raise Refusal(403, Problem("", "access forbidden"))


ROUTES = (
    Route("GET", "/v3/scopes", read_scopes),
    Route("GET", "/v3/user/username", read_username),
    Route("GET", "/v3/marketing/lists", list_lists, PAGED),
    Route("GET", "/v3/templates", list_templates, PAGED | {"generations"}),
    Route("POST", "/v3/templates", create_template),
    Route("GET", "/v3/templates/{id}", read_template),
    Route("PATCH", "/v3/templates/{id}", change_template),
    Route("POST", "/v3/templates/{id}/versions", create_version),
    Route("PATCH", "/v3/templates/{id}/versions/{version}", change_version),
    Route("GET", "/v3/marketing/singlesends", list_sends, PAGED),
    Route("POST", "/v3/marketing/singlesends", create_send),
    Route("GET", "/v3/marketing/singlesends/{id}", read_send),
    Route("PATCH", "/v3/marketing/singlesends/{id}", change_send),
    Route("PUT", "/v3/marketing/singlesends/{id}/schedule", schedule_send),
)
