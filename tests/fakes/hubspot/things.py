"""HubSpot's coded templates, marketing e-mails and workflows: create, list, read, change, publish."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tests.fakes.hubspot.bodies import EMAIL_CHANGE, FLOW_CHANGE, NEW_EMAIL, NEW_FLOW, NEW_VARIATION
from tests.fakes.hubspot.structure import flow_problems
from tests.fakes.routing import whole_query
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, Refusal, Upload, refuse

if TYPE_CHECKING:
    from tests.fakes.hubspot.state import HubSpot

PAGED = frozenset({"after", "limit"})
LISTED = ("id", "isEnabled", "flowType", "name", "objectTypeId", "revisionId")
COMPANY = (
    *("company_name", "company_street_address_1", "company_street_address_2"),
    *("company_city", "company_state", "company_zip", "company_country"),
)


def page(fake: HubSpot, received: Received, rows: list[dict[str, Any]]) -> Answer:
    """Return one page with the cursor of the next one, which counts rows as HubSpot's own does."""
    limit = min(whole_query(received, "limit", 20, 1, 100), fake.options.page_size or 100)
    start = whole_query(received, "after", 0, 0, 10**9)
    body: dict[str, Any] = {"total": len(rows), "results": deepcopy(rows[start : start + limit])}
    if start + limit < len(rows):
        body["paging"] = {"next": {"after": str(start + limit), "link": "?after=…"}}
    return Answer(200, body)


def known(rows: Mapping[str, Any], name: str) -> Any:
    """Return a thing of the account; raise Refusal where there is none."""
    if name not in rows:
        raise Refusal(404, Problem("", f"No object exists with id {name}", "OBJECT_NOT_FOUND"))
    return rows[name]


def read_account(fake: HubSpot, received: Received) -> Answer:
    """Answer GET /account-info/v3/details."""
    return Answer(200, {"portalId": 1234567, "timeZone": "Europe/Oslo", "companyCurrency": "NOK"})


def put_source(fake: HubSpot, received: Received, folder: str, sub: str, file: str) -> Answer:
    """Answer PUT /cms/v3/source-code/draft/content/{path}."""
    form = received.body if isinstance(received.body, dict) else {}
    upload = form.get("file")
    if not isinstance(upload, Upload):
        raise Refusal(400, Problem("/file", "is required"))
    html = upload.content.decode()
    path = unquote(f"{folder}/{sub}/{file}")
    missing = [name for name in COMPANY if f"site_settings.{name}" not in html]
    if "templateType: email" not in html or missing or "unsubscribe_link" not in html:
        raise Refusal(400, Problem("", f"The template lacks: {', '.join(missing) or 'annotations or a way out'}"))
    fake.sources[path] = html
    return Answer(200, {"id": path, "name": file, "folder": False, "createdAt": 1, "updatedAt": 1, "hash": "x"})


def upload_file(fake: HubSpot, received: Received) -> Answer:
    """Answer POST /files/v3/files: with `overwrite` a file of the same name and folder is replaced."""
    form = received.body if isinstance(received.body, dict) else {}
    options = json.loads(form.get("options", "{}"))
    if not isinstance(form.get("file"), Upload) or "access" not in options or "folderPath" not in form:
        raise Refusal(400, Problem("/file", "file, folderPath and options.access are required"))
    path = f"{form['folderPath']}/{form.get('fileName') or form['file'].filename}"
    if options.get("overwrite"):
        fake.files = {name: row for name, row in fake.files.items() if row["path"] != path}
    name = fake.fresh()
    fake.files[name] = {"id": name, "path": path, "url": f"https://files.shop.example{path}"}
    return Answer(201, deepcopy(fake.files[name]))


def read_file(fake: HubSpot, received: Received, name: str) -> Answer:
    """Answer GET /files/v3/files/{id}."""
    return Answer(200, deepcopy(known(fake.files, name)))


def list_emails(fake: HubSpot, received: Received) -> Answer:
    """Answer GET /marketing/emails/2026-09."""
    return page(fake, received, list(fake.emails.values()))


def _draft_only(fake: HubSpot, body: Mapping[str, Any]) -> None:
    if "DRAFT" not in body.get("state", "DRAFT"):
        fake.live.append(("email", str(body.get("name", "")), body["state"]))
        raise Refusal(400, Problem("/state", "this account takes drafts only"))
    path = body.get("content", {}).get("templatePath")
    if path is not None and path not in fake.sources:
        raise Refusal(400, Problem("/content/templatePath", f"there is no template at {path}"))


def create_email(fake: HubSpot, received: Received) -> Answer:
    """Answer POST /marketing/emails/2026-09."""
    refuse(problems(NEW_EMAIL, received.body))
    _draft_only(fake, received.body)
    name = fake.fresh()
    fake.emails[name] = {"id": name, "isAb": False, "isPublished": False, **deepcopy(received.body)}
    return Answer(201, deepcopy(fake.emails[name]))


def create_variation(fake: HubSpot, received: Received) -> Answer:
    """Answer POST /marketing/emails/2026-09/ab-test/create-variation: a copy, of which an e-mail has one at most."""
    refuse(problems(NEW_VARIATION, received.body))
    first = known(fake.emails, received.body["contentId"])
    if first["isAb"]:
        raise Refusal(400, Problem("", "The e-mail has a variation already"))
    name = fake.fresh()
    first["isAb"] = True
    fake.emails[name] = {**deepcopy(first), "id": name, "name": received.body["variationName"]}
    return Answer(201, deepcopy(fake.emails[name]))


def read_email(fake: HubSpot, received: Received, name: str) -> Answer:
    """Answer GET /marketing/emails/2026-09/{id} and its draft."""
    return Answer(200, deepcopy(known(fake.emails, name)))


def change_email(fake: HubSpot, received: Received, name: str) -> Answer:
    """Answer PATCH /marketing/emails/2026-09/{id}/draft."""
    kept = known(fake.emails, name)
    refuse(problems(EMAIL_CHANGE, received.body))
    _draft_only(fake, received.body)
    for key, value in received.body.items():
        kept[key] = {**kept.get(key, {}), **value} if isinstance(value, dict) else value
    return Answer(200, deepcopy(kept))


def publish_email(fake: HubSpot, received: Received, name: str) -> Answer:
    """Answer POST /marketing/emails/2026-09/{id}/publish."""
    kept = known(fake.emails, name)
    fake.live.append(("email", kept["name"], "publish"))
    kept["isPublished"] = True
    return Answer(204)


def list_flows(fake: HubSpot, received: Received) -> Answer:
    """Answer GET /automation/v4/flows."""
    return page(fake, received, [{key: row[key] for key in LISTED if key in row} for row in fake.flows.values()])


def create_flow(fake: HubSpot, received: Received) -> Answer:
    """Answer POST /automation/v4/flows."""
    refuse(problems(NEW_FLOW, received.body))
    refuse(list(flow_problems(received.body, fake.emails)))
    if received.body["isEnabled"]:
        fake.live.append(("flow", received.body.get("name", ""), "isEnabled"))
        raise Refusal(400, Problem("/isEnabled", "this account takes workflows that are switched off only"))
    name = fake.fresh()
    fake.flows[name] = {"id": name, "revisionId": "1", **deepcopy(received.body)}
    return Answer(201, deepcopy(fake.flows[name]))


def read_flow(fake: HubSpot, received: Received, name: str) -> Answer:
    """Answer GET /automation/v4/flows/{id}."""
    return Answer(200, deepcopy(known(fake.flows, name)))


def change_flow(fake: HubSpot, received: Received, name: str) -> Answer:
    """Answer PUT /automation/v4/flows/{id}: whole, and with the newest revision only."""
    kept = known(fake.flows, name)
    refuse(problems(FLOW_CHANGE, received.body))
    refuse(list(flow_problems(received.body, fake.emails)))
    if received.body["revisionId"] != kept["revisionId"]:
        raise Refusal(409, Problem("", "The revision is not the newest one", "CONFLICT"))
    if received.body["isEnabled"]:
        fake.live.append(("flow", kept["name"], "isEnabled"))
    fake.flows[name] = {**kept, **deepcopy(received.body), "revisionId": str(int(kept["revisionId"]) + 1)}
    return Answer(200, deepcopy(fake.flows[name]))
