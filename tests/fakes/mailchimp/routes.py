"""Mailchimp's endpoints that the studio may call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tests.fakes.mailchimp.bodies import (
    CAMPAIGN_CHANGE,
    CONTENT,
    FILE,
    LONGEST_NAME,
    NEW_CAMPAIGN,
    TEMPLATE,
    campaign_problems,
    content_problems,
    file_problems,
)
from tests.fakes.routing import Route, whole_query
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.mailchimp.state import Mailchimp

ACCOUNT = {"account_id": "8d3a3db4d97663a9074efcc16", "account_name": "Shop Example", "role": "owner"}
FIELDS = frozenset({"fields", "exclude_fields"})
PAGED = FIELDS | {"count", "offset"}


def picked(value: Any, paths: list[list[str]]) -> Any:
    """Return only the parts of an answer at these paths, through lists as well."""
    if isinstance(value, list):
        return [picked(item, paths) for item in value]
    if not isinstance(value, dict) or [] in paths:
        return value
    wanted = {name: [path[1:] for path in paths if path[0] == name] for name in value}
    return {name: picked(value[name], ways) for name, ways in wanted.items() if ways}


def told(received: Received, body: Mapping[str, Any]) -> Answer:
    """Answer with the fields that were asked for."""
    fields = received.query.get("fields")
    return Answer(200, picked(body, [path.split(".") for path in fields.split(",")]) if fields else body)


def page(fake: Mailchimp, received: Received, word: str, rows: list[Mapping[str, Any]]) -> Answer:
    """Answer with one page of a collection: ten things unless more were asked for."""
    start = whole_query(received, "offset", 0, 0, 10**9)
    count = min(whole_query(received, "count", 10, 0, 1000), fake.options.page_size or 1000)
    return told(received, {word: rows[start : start + count], "total_items": len(rows)})


def held(rows: Mapping[Any, dict[str, Any]], key: Any) -> dict[str, Any]:
    """Return a thing; raise Refusal where there is none."""
    if key not in rows:
        raise Refusal(404, Problem("", "The requested resource could not be found."))
    return rows[key]


def read_account(fake: Mailchimp, received: Received) -> Answer:
    """Answer GET /3.0/."""
    return told(received, ACCOUNT)


def list_lists(fake: Mailchimp, received: Received) -> Answer:
    """Answer GET /3.0/lists."""
    return page(fake, received, "lists", [{"id": key, "name": name} for key, name in fake.lists.items()])


def list_files(fake: Mailchimp, received: Received) -> Answer:
    """Answer GET /3.0/file-manager/files."""
    return page(fake, received, "files", list(fake.files.values()))


def create_file(fake: Mailchimp, received: Received) -> Answer:
    """Answer POST /3.0/file-manager/files."""
    refuse(problems(FILE, received.body))
    refuse(list(file_problems(received.body)))
    number = next(fake.numbers)
    url = f"https://mcusercontent.com/8d3a3db4d97663a9074efcc16/images/{number:032x}.png"
    fake.files[number] = {"id": number, "name": received.body["name"], "type": "image", "full_size_url": url}
    return Answer(200, fake.files[number])


def read_file(fake: Mailchimp, received: Received, key: str) -> Answer:
    """Answer GET /3.0/file-manager/files/{id}."""
    return told(received, held(fake.files, fake.number(key)))


def list_templates(fake: Mailchimp, received: Received) -> Answer:
    """Answer GET /3.0/templates, which says nothing of their content."""
    rows = [{name: value for name, value in row.items() if name != "html"} for row in fake.templates.values()]
    return page(fake, received, "templates", rows)


def checked_template(fake: Mailchimp, body: Any, key: int) -> dict[str, Any]:
    """Return a template's body; raise Refusal where it or its name will not do."""
    refuse(problems(TEMPLATE, body))
    if len(body["name"].encode()) > LONGEST_NAME:
        raise Refusal(400, Problem("/name", "must be 50 bytes or fewer"))
    if any(row["name"] == body["name"] and row["id"] != key for row in fake.templates.values()):
        raise Refusal(400, Problem("/name", "A template with this name already exists"))
    return dict(body)


def create_template(fake: Mailchimp, received: Received) -> Answer:
    """Answer POST /3.0/templates."""
    body = checked_template(fake, received.body, 0)
    number = next(fake.numbers)
    fake.templates[number] = {"id": number, "type": "user", "active": True, **body}
    return Answer(200, {name: value for name, value in fake.templates[number].items() if name != "html"})


def read_template(fake: Mailchimp, received: Received, key: str) -> Answer:
    """Answer GET /3.0/templates/{id}, which says nothing of its content."""
    row = held(fake.templates, fake.number(key))
    return told(received, {name: value for name, value in row.items() if name != "html"})


def change_template(fake: Mailchimp, received: Received, key: str) -> Answer:
    """Answer PATCH /3.0/templates/{id}."""
    row = held(fake.templates, fake.number(key))
    row.update(checked_template(fake, received.body, row["id"]))
    return Answer(200, {"id": row["id"], "name": row["name"]})


def list_campaigns(fake: Mailchimp, received: Received) -> Answer:
    """Answer GET /3.0/campaigns."""
    return page(fake, received, "campaigns", list(fake.campaigns.values()))


def create_campaign(fake: Mailchimp, received: Received) -> Answer:
    """Answer POST /3.0/campaigns: a campaign is a draft until somebody schedules or sends it."""
    refuse(problems(NEW_CAMPAIGN, received.body))
    refuse(list(campaign_problems(received.body, fake.lists)))
    key = f"{next(fake.numbers):010x}"
    fake.campaigns[key] = {"id": key, "web_id": int(key, 16), "status": "save", "emails_sent": 0, **received.body}
    return Answer(200, fake.campaigns[key])


def read_campaign(fake: Mailchimp, received: Received, key: str) -> Answer:
    """Answer GET /3.0/campaigns/{id}."""
    return told(received, held(fake.campaigns, key))


def editable(fake: Mailchimp, key: str) -> dict[str, Any]:
    """Return a campaign that is not sent; raise Refusal for another one."""
    row = held(fake.campaigns, key)
    if row["status"] != "save":
        raise Refusal(400, Problem("", "Campaign cannot be edited: it was sent or is scheduled."))
    return row


def change_campaign(fake: Mailchimp, received: Received, key: str) -> Answer:
    """Answer PATCH /3.0/campaigns/{id}."""
    row = editable(fake, key)
    refuse(problems(CAMPAIGN_CHANGE, received.body))
    merged = {**row, **received.body}
    refuse(list(campaign_problems(merged, fake.lists)))
    fake.campaigns[key] = merged
    return Answer(200, merged)


def put_content(fake: Mailchimp, received: Received, key: str) -> Answer:
    """Answer PUT /3.0/campaigns/{id}/content."""
    row = editable(fake, key)
    refuse(problems(CONTENT, received.body))
    refuse(list(content_problems(received.body, row["type"])))
    fake.contents[key] = received.body
    return Answer(200, {**received.body, "archive_html": ""})


def read_content(fake: Mailchimp, received: Received, key: str) -> Answer:
    """Answer GET /3.0/campaigns/{id}/content."""
    held(fake.campaigns, key)
    return told(received, fake.contents.get(key, {}))


def act(fake: Mailchimp, received: Received, key: str, action: str) -> Answer:
    """Answer POST /3.0/campaigns/{id}/actions/…, which is noted and refused."""
    row = held(fake.campaigns, key)
    fake.live.append(("campaign", row.get("settings", {}).get("title", ""), action))
    raise Refusal(403, Problem("", "This account takes drafts only."))


ROUTES = (
    Route("GET", "/3.0/", read_account, FIELDS),
    Route("GET", "/3.0/lists", list_lists, PAGED),
    Route("GET", "/3.0/file-manager/files", list_files, PAGED),
    Route("POST", "/3.0/file-manager/files", create_file),
    Route("GET", "/3.0/file-manager/files/{id}", read_file, FIELDS),
    Route("GET", "/3.0/templates", list_templates, PAGED),
    Route("POST", "/3.0/templates", create_template),
    Route("GET", "/3.0/templates/{id}", read_template, FIELDS),
    Route("PATCH", "/3.0/templates/{id}", change_template),
    Route("GET", "/3.0/campaigns", list_campaigns, PAGED | {"status", "type"}),
    Route("POST", "/3.0/campaigns", create_campaign),
    Route("GET", "/3.0/campaigns/{id}", read_campaign, FIELDS),
    Route("PATCH", "/3.0/campaigns/{id}", change_campaign),
    Route("GET", "/3.0/campaigns/{id}/content", read_content, FIELDS),
    Route("PUT", "/3.0/campaigns/{id}/content", put_content),
    Route("POST", "/3.0/campaigns/{id}/actions/{action}", act),
)
