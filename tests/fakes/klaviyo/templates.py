"""Klaviyo's templates and images: the endpoints that keep content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.fakes.klaviyo.bodies import NEW_TEMPLATE, TEMPLATE_CHANGE
from tests.fakes.klaviyo.documents import missing, page, single
from tests.fakes.klaviyo.seeds import BORN
from tests.fakes.validate import Problem, banned, one_of, problems, record, text
from tests.fakes.wire import Answer, Received, Refusal, Upload, refuse

if TYPE_CHECKING:
    from tests.fakes.klaviyo.state import Klaviyo

PATH = "/api/templates"
IMAGE_LIMIT = 5 * 1024 * 1024
IMAGE_FORMATS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}
FORM = record(
    {
        "file*": lambda value, at: iter(() if isinstance(value, Upload) else (Problem(at, "Must be a file."),)),
        "name": text(least=1),
        "hidden": one_of("true", "false"),
    }
)
CODE_RULES = record({"html*": text(least=1), "definition": banned("Only for SYSTEM_DRAGGABLE.")}, closed=False)
BLOCK_RULES = record(
    {
        "definition*": record({"body*": record({}, closed=False)}, closed=False),
        "html": banned("Not for SYSTEM_DRAGGABLE."),
    },
    closed=False,
)


def list_templates(fake: Klaviyo, received: Received) -> Answer:
    """Answer GET /api/templates."""
    return page(fake, received, "template", fake.templates, 10, 10)


def create_template(fake: Klaviyo, received: Received) -> Answer:
    """Answer POST /api/templates."""
    refuse(problems(NEW_TEMPLATE, received.body))
    given = received.body["data"]["attributes"]
    rules = BLOCK_RULES if given["editor_type"] == "SYSTEM_DRAGGABLE" else CODE_RULES
    refuse(list(rules(given, "/data/attributes")))
    if len(fake.templates) >= fake.options.template_cap:
        words = f"The account has {fake.options.template_cap} templates, which is the limit for the API."
        raise Refusal(400, Problem("/data", words, "limit_exceeded"))
    name = fake.fresh("template")
    blank = {"html": "", "text": None, "amp": None, "created": BORN, "updated": BORN}
    fake.templates[name] = {**blank, **given, "html": stored_html(fake, given.get("html") or "")}
    return single(fake, 201, "template", name, fake.templates[name], PATH)


def read_template(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer GET /api/templates/{id}."""
    return single(fake, 200, "template", name, open_template(fake, name), PATH)


def change_template(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer PATCH /api/templates/{id}."""
    template = open_template(fake, name)
    refuse(problems(TEMPLATE_CHANGE, received.body))
    refuse_other_id(received, name)
    given = received.body["data"]["attributes"]
    template.update(given)
    if "html" in given:
        template["html"] = stored_html(fake, given["html"] or "")
    return single(fake, 200, "template", name, template, PATH)


def delete_template(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer DELETE /api/templates/{id}."""
    open_template(fake, name)
    fake.deleted.append(("template", name))
    fake.templates.pop(name, None)
    return Answer(204)


def open_template(fake: Klaviyo, name: str) -> dict[str, Any]:
    """Return a template of the library; a flow's own copy only where the account lets those be reached."""
    rows = {**fake.templates, **(fake.clones if fake.options.clones_open else {})}
    if name not in rows:
        raise missing("template", name)
    return rows[name]


def refuse_other_id(received: Received, name: str) -> None:
    """Raise Refusal where the body speaks of another thing than the path."""
    if received.body["data"]["id"] != name:
        raise Refusal(400, Problem("/data/id", f"Must be the id in the path, '{name}'."))


def stored_html(fake: Klaviyo, html: str) -> str:
    """Return HTML as the service stores it."""
    return re.sub(r"(?i)<link\b[^>]*>", "", html) if fake.options.strips_links else html


def upload_image(fake: Klaviyo, received: Received) -> Answer:
    """Answer POST /api/image-upload."""
    refuse(problems(FORM, received.body))
    file: Upload = received.body["file"]
    kind = next((word for sign, word in IMAGE_FORMATS.items() if file.content.startswith(sign)), "")
    if not kind or len(file.content) > IMAGE_LIMIT:
        raise Refusal(400, Problem("/file", "Must be a JPEG, PNG or GIF image of at most 5 MB."))
    name = fake.fresh("image")
    fake.images[name] = {
        "name": unused_name(fake, received.body.get("name") or file.filename),
        "image_url": f"https://images.example/company/{name}.{kind}",
        "format": kind,
        "size": len(file.content),
        "hidden": received.body.get("hidden") == "true",
        "updated_at": BORN,
        "content": file.content,
    }
    return single(fake, 201, "image", name, shown(fake.images[name]), "/api/images")


def unused_name(fake: Klaviyo, name: str) -> str:
    """Return a name, with a suffix where another image has it already."""
    taken = {image["name"] for image in fake.images.values()}
    return next(one for one in (name, *(f"{name}-{n}" for n in range(1, len(taken) + 2))) if one not in taken)


def shown(image: dict[str, Any]) -> dict[str, Any]:
    """Return an image as the service tells about it, without its bytes."""
    return {key: value for key, value in image.items() if key != "content"}


def list_images(fake: Klaviyo, received: Received) -> Answer:
    """Answer GET /api/images."""
    rows = {name: shown(image) for name, image in fake.images.items()}
    return page(fake, received, "image", rows, 20, 100)


def read_image(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer GET /api/images/{id}."""
    if name not in fake.images:
        raise missing("image", name)
    return single(fake, 200, "image", name, shown(fake.images[name]), "/api/images")
