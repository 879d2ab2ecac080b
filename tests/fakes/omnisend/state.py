"""An Omnisend account in memory: who may call, which version, how often, and what the account holds."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.omnisend.routes import ROUTES
from tests.fakes.rates import Window
from tests.fakes.routing import Route, find_route, refuse_unknown_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "omnisend-fake"
VERSION = "2026-03-15"
PER_MINUTE = Window(400, 60)
TITLES = {400: "Validation failed", 401: "Unauthorized", 404: "Not found", 409: "Conflict", 429: "Too many requests"}


@dataclass(frozen=True, slots=True)
class Options:
    """How this account behaves: `rates` enforces 400 calls a minute for each endpoint, `page_size` caps every page."""

    rates: bool = False
    page_size: int | None = None


class Omnisend(Fake):
    """The fake. Everything is by id: `templates[id]["html"]`, `automations[id]["blocks"]`; ids have 24 hex digits.

    `contents` are the copies of templates inside automations, by their `contentID`.
    """

    label = "Omnisend"

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key = KEY
        self.options = options
        self.images: dict[str, dict[str, Any]] = {}
        self.templates: dict[str, dict[str, Any]] = {}
        self.automations: dict[str, dict[str, Any]] = {}
        self.contents: dict[str, str] = {}
        self.segments: dict[str, dict[str, Any]] = {"5e9000000000000000000001": {"name": "Customers"}}
        self._numbers = itertools.count(1)

    def answer(self, received: Received) -> Answer:
        """Check the key, the version, the rate and the media type, then do what is asked."""
        if received.headers.get("authorization", "") != f"Omnisend-API-Key {self.key}":
            raise Refusal(401, Problem("", "Authentication is missing or invalid"))
        if received.headers.get("omnisend-version", "") != VERSION:
            raise Refusal(400, Problem("", "The header Omnisend-Version is required"))
        route, parts = find_route(ROUTES, received)
        self._meter(route)
        wanted = route.media_type or self.media_type
        if received.body is not None and received.media_type != wanted:
            raise Refusal(415, Problem("", f"Content-Type must be {wanted}"))
        refuse_unknown_query(route, received)
        return route.act(self, received, *parts)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return problems as Omnisend words them; a 429 tells in its body how long to wait."""
        first = problems[0]
        said = {
            "type": f"https://problems.omnisend.com/{TITLES.get(status, 'Problem').lower().replace(' ', '-')}",
            "title": TITLES.get(status, "Problem"),
            "status": status,
            "detail": first.detail,
            "instance": "urn:omnisend:request:00000000-0000-0000-0000-000000000001",
        }
        if status == 429:
            return {**said, "retryAfter": int(first.parameter) if first.parameter.isdecimal() else 1}
        placed = [one for one in problems if one.pointer or one.parameter]
        if status == 400 and placed:
            return {**said, "detail": "Request contains invalid or missing fields", "errors": list(map(_field, placed))}
        return said

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of pictures, templates and automations."""
        for kind, rows in (("image", self.images), ("template", self.templates), ("flow", self.automations)):
            yield from ((kind, row["name"]) for row in rows.values())

    def fresh(self) -> str:
        """Return an id that was never used: 24 hexadecimal digits."""
        return f"{next(self._numbers):024x}"

    def _meter(self, route: Route) -> None:
        """Count the call; raise Refusal 429 where the minute is full."""
        name = f"{route.method} {route.path}"
        wait = self.meter.wait(name, (PER_MINUTE,)) if self.options.rates else 0
        if wait:
            raise Refusal(429, Problem("", "Rate limit exceeded", parameter=str(wait)))
        self.meter.take(name)


def _field(problem: Problem) -> dict[str, str]:
    where = problem.pointer.removeprefix("/").replace("/", ".") or problem.parameter
    return {"field": where, "code": problem.code, "message": problem.detail}
