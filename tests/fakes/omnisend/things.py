"""Omnisend's pictures, templates and automations: create, list, read, change, enable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from tests.fakes.omnisend.bodies import AUTOMATION_CHANGE, ENABLING, NEW_AUTOMATION, NEW_BLOCKS, NEW_TEMPLATE
from tests.fakes.omnisend.structure import WAYS, tree_problems
from tests.fakes.routing import whole_query
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, Refusal, Upload, refuse

if TYPE_CHECKING:
    from tests.fakes.omnisend.state import Omnisend

MEGABYTE = 1024 * 1024
PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
PAGED = frozenset({"limit", "after", "before", "sort", "direction", "nameContains"})


def page(fake: Omnisend, received: Received, word: str, rows: Mapping[str, Mapping[str, Any]], most: int) -> Answer:
    """Return one page, newest first, with the cursor of the next one."""
    limit = min(whole_query(received, "limit", min(100, most), 1, most), fake.options.page_size or most)
    names = list(reversed(rows))
    after = received.query.get("after")
    if after is not None and after.removeprefix("c-") not in rows:
        raise Refusal(400, Problem("", "is not a cursor", parameter="after"))
    start = names.index(after.removeprefix("c-")) + 1 if after else 0
    shown = names[start : start + limit]
    more = start + limit < len(names)
    cursors = {"after": f"c-{shown[-1]}" if more else None, "before": None}
    return Answer(
        200,
        {
            word: [{"id": name, **deepcopy(dict(rows[name]))} for name in shown],
            "paging": {"cursors": cursors, "hasMore": more, "limit": limit},
        },
    )


def known(rows: Mapping[str, Any], name: str, kind: str) -> Any:
    """Return a thing of the account; raise Refusal where there is none."""
    if name not in rows:
        raise Refusal(404, Problem("", f"{kind} {name} not found", "not_found"))
    return rows[name]


def list_images(fake: Omnisend, received: Received) -> Answer:
    """Answer GET /api/images."""
    return page(fake, received, "images", fake.images, 250)


def upload_image(fake: Omnisend, received: Received) -> Answer:
    """Answer POST /api/images/upload."""
    form = received.body if isinstance(received.body, dict) else {}
    file = form.get("file")
    if not isinstance(file, Upload):
        raise Refusal(400, Problem("/file", "is required", "required"))
    if file.media_type not in PICTURES or len(file.content) > 5 * MEGABYTE:
        raise Refusal(400, Problem("/file", "must be JPEG, PNG, GIF or WebP of at most 5 MB", "invalid_file"))
    name = fake.fresh()
    made = {
        "name": form.get("name") or file.filename,
        "url": f"https://cdn.shop.example/{name}",
        "type": file.media_type,
    }
    fake.images[name] = made
    return Answer(201, {"id": name, **made})


def read_image(fake: Omnisend, received: Received, name: str) -> Answer:
    """Answer GET /api/images/{id}."""
    return Answer(200, {"id": name, **known(fake.images, name, "Image")})


def list_templates(fake: Omnisend, received: Received) -> Answer:
    """Answer GET /api/email-templates: names only."""
    rows = {name: {"name": row["name"]} for name, row in fake.templates.items()}
    return page(fake, received, "templates", rows, 100)


def import_template(fake: Omnisend, received: Received) -> Answer:
    """Answer POST /api/email-templates/import."""
    refuse(problems(NEW_TEMPLATE, received.body))
    if len(received.body["html"].encode()) > MEGABYTE:
        raise Refusal(413, Problem("/html", "exceeds the limit of 1 MB", "too_large"))
    name = fake.fresh()
    fake.templates[name] = dict(received.body)
    return Answer(201, {"id": name, "name": received.body["name"], "sections": []})


def read_template(fake: Omnisend, received: Received, name: str) -> Answer:
    """Answer GET /api/email-templates/{id}: blocks made of the HTML, never the HTML itself."""
    return Answer(200, {"id": name, "name": known(fake.templates, name, "Template")["name"], "sections": []})


def list_automations(fake: Omnisend, received: Received) -> Answer:
    """Answer GET /api/automations."""
    return page(fake, received, "automations", fake.automations, 250)


def create_automation(fake: Omnisend, received: Received) -> Answer:
    """Answer POST /api/automations: always disabled."""
    refuse(problems(NEW_AUTOMATION, received.body))
    refuse(list(tree_problems(received.body["blocks"], fake.templates)))
    name = fake.fresh()
    kept = {**deepcopy(received.body), "isEnabled": False}
    kept["blocks"] = stored(fake, kept["blocks"])
    fake.automations[name] = kept
    return Answer(201, {"id": name, **deepcopy(kept)})


def stored(fake: Omnisend, blocks: Iterable[Any]) -> list[Any]:
    """Return blocks as they are kept: with ids of the service, and e-mails whose content is a copy."""
    made = []
    for block in blocks:
        kept = {"id": fake.fresh(), **{key: value for key, value in block.items() if key != "temporaryID"}}
        data = kept[kept["type"]]
        if kept["type"] == "action" and data["type"] == "sendEmail":
            source = data["sendEmail"].pop("templateID")
            copy = fake.fresh()
            fake.contents[copy] = fake.templates[source]["html"]
            data["sendEmail"]["contentID"] = copy
        for way in WAYS.get(kept["type"], ()):
            data[way] = stored(fake, data.get(way) or [])
        made.append(kept)
    return made


def read_automation(fake: Omnisend, received: Received, name: str) -> Answer:
    """Answer GET /api/automations/{id}."""
    return Answer(200, {"id": name, **deepcopy(known(fake.automations, name, "Automation"))})


def _changeable(fake: Omnisend, name: str) -> Any:
    kept = known(fake.automations, name, "Automation")
    if kept["isEnabled"]:
        raise Refusal(409, Problem("", "Cannot update an enabled automation", "conflict"))
    return kept


def change_automation(fake: Omnisend, received: Received, name: str) -> Answer:
    """Answer PATCH /api/automations/{id}."""
    kept = _changeable(fake, name)
    refuse(problems(AUTOMATION_CHANGE, received.body))
    for key, value in received.body.items():
        kept[key] = {**kept.get(key, {}), **value} if isinstance(value, dict) else value
    return Answer(200, {"id": name, **deepcopy(kept)})


def replace_blocks(fake: Omnisend, received: Received, name: str) -> Answer:
    """Answer PUT /api/automations/{id}/blocks."""
    kept = _changeable(fake, name)
    refuse(problems(NEW_BLOCKS, received.body))
    refuse(list(tree_problems(received.body["blocks"], fake.templates)))
    kept["blocks"] = stored(fake, deepcopy(received.body["blocks"]))
    return Answer(200, {"id": name, **deepcopy(kept)})


def enable_automation(fake: Omnisend, received: Received, name: str) -> Answer:
    """Answer POST /api/automations/{id}/enable."""
    kept = known(fake.automations, name, "Automation")
    refuse(problems(ENABLING, received.body or {}))
    fake.live.append(("flow", kept["name"], "enable"))
    kept["isEnabled"] = True
    return Answer(200, {"id": name, **deepcopy(kept)})


def list_segments(fake: Omnisend, received: Received) -> Answer:
    """Answer GET /api/segments."""
    return page(fake, received, "segments", fake.segments, 250)


def read_brand(fake: Omnisend, received: Received) -> Answer:
    """Answer GET /api/brands/current."""
    return Answer(200, {"brandID": "5f0c0ffee0000000000000aa", "name": "Shop Example", "timezone": "Europe/Oslo"})
