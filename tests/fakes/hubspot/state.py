"""A HubSpot account in memory: who may call, how often, and what the account holds."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.hubspot.routes import ROUTES
from tests.fakes.rates import Window
from tests.fakes.routing import find_route, refuse_unknown_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "pat-fake"
TEN_SECONDS = Window(100, 10)
CATEGORIES = {400: "VALIDATION_ERROR", 401: "INVALID_AUTHENTICATION", 404: "OBJECT_NOT_FOUND", 429: "RATE_LIMITS"}


@dataclass(frozen=True, slots=True)
class Options:
    """How this account behaves: `rates` enforces 100 calls in ten seconds, `page_size` caps every page."""

    rates: bool = False
    page_size: int | None = None


class HubSpot(Fake):
    """The fake. Files, e-mails and flows are by id, `sources` are the coded templates by their paths."""

    label = "HubSpot"

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key = KEY
        self.options = options
        self.files: dict[str, dict[str, Any]] = {}
        self.sources: dict[str, str] = {}
        self.emails: dict[str, dict[str, Any]] = {}
        self.flows: dict[str, dict[str, Any]] = {}
        self._numbers = itertools.count(100_001)

    def answer(self, received: Received) -> Answer:
        """Check the key, the rate and the media type, then do what is asked."""
        if received.headers.get("authorization", "") != f"Bearer {self.key}":
            raise Refusal(401, Problem("", "Authentication credentials not found."))
        route, parts = find_route(ROUTES, received)
        self._meter()
        wanted = route.media_type or self.media_type
        if received.body is not None and received.media_type != wanted:
            raise Refusal(415, Problem("", f"Content-Type must be {wanted}"))
        refuse_unknown_query(route, received)
        return route.act(self, received, *parts)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return problems as HubSpot words them; a limit is told with the policy that it broke."""
        said: dict[str, Any] = {
            "status": "error",
            "message": problems[0].detail,
            "correlationId": "00000000-0000-0000-0000-000000000001",
            "category": CATEGORIES.get(status, "INTERNAL_ERROR"),
        }
        if status == 429:
            return {**said, "message": "You have reached your ten_secondly_rolling limit.", "errorType": "RATE_LIMIT"}
        errors = [{"message": f"{one.pointer} {one.detail}".strip(), "in": one.pointer} for one in problems]
        return {**said, "errors": errors} if status == 400 else said

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of pictures, templates, e-mails and workflows."""
        yield from (("image", row["path"].rpartition("/")[2]) for row in self.files.values())
        yield from (("template", path) for path in self.sources)
        yield from (("email", row["name"]) for row in self.emails.values())
        yield from (("flow", row["name"]) for row in self.flows.values())

    def fresh(self) -> str:
        """Return an id that was never used: digits."""
        return str(next(self._numbers))

    def _meter(self) -> None:
        """Count the call; raise Refusal 429 where ten seconds are full. HubSpot does not say how long to wait."""
        if self.options.rates and self.meter.wait("all", (TEN_SECONDS,)):
            raise Refusal(429, Problem("", "limit"))
        self.meter.take("all")
