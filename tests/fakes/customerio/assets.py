"""Customer.io's assets: pictures of up to 2 MB, each with the address at which it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.customerio.automations import known
from tests.fakes.routing import whole_query
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal, Upload

if TYPE_CHECKING:
    from tests.fakes.customerio.state import CustomerIo

LARGEST = 2 * 1024 * 1024
TAKEN = frozenset({"image/bmp", "image/jpeg", "image/jpg", "image/png", "image/gif", "application/pdf"})


def list_assets(fake: CustomerIo, received: Received) -> Answer:
    """Answer GET /v1/assets."""
    page = whole_query(received, "page", 1, 1, 10**6)
    size = min(whole_query(received, "limit", 1000, 1, 10_000), fake.options.page_size or 10_000)
    rows = [{"id": number, **row} for number, row in fake.assets.items()]
    told = {"pagination": {"page": page, "limit": size, "total": len(rows)}}
    return Answer(200, {"assets": rows[(page - 1) * size : page * size], "meta": told})


def create(fake: CustomerIo, received: Received) -> Answer:
    """Answer POST /v1/assets/files."""
    body = received.body if isinstance(received.body, dict) else {}
    file = body.get("file")
    if not isinstance(file, Upload) or set(body) - {"file", "name", "parent_folder_id"}:
        raise Refusal(400, Problem("", "file is required"))
    if file.media_type not in TAKEN or len(file.content) > LARGEST:
        raise Refusal(400, Problem("", "unsupported file type or size"))
    number = next(fake.numbers)
    path = f"https://assets.customerio.example/{number}/{file.filename}"
    name = body.get("name") or file.filename
    fake.assets[number] = {"name": name, "parent_folder_id": None, "path": path, "size": len(file.content)}
    return Answer(200, {"asset": {"id": number, **fake.assets[number]}})


def read(fake: CustomerIo, received: Received, number: str) -> Answer:
    """Answer GET /v1/assets/files/{id}."""
    return Answer(200, {"asset": {"id": int(number), **known(fake.assets, number)}})
