"""A SendGrid account in memory: who may call, and what the account holds."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.routing import find_route, refuse_unknown_query
from tests.fakes.sendgrid.routes import ROUTES
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "SG.fake"


@dataclass(frozen=True, slots=True)
class Options:
    """How this account behaves: `page_size` caps every page."""

    page_size: int | None = None


class SendGrid(Fake):
    """The fake; its API lies below `url + "/v3"`. Things are by their id: `templates["d-…"]["versions"]`."""

    label = "SendGrid"

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key = KEY
        self.options = options
        self.lists = {
            "9cf4ee5f-9b3c-4a77-8f3e-0000000000a1": "Newsletter",
            "9cf4ee5f-9b3c-4a77-8f3e-0000000000a2": "VIP",
        }
        self.templates: dict[str, dict[str, Any]] = {}
        self.sends: dict[str, dict[str, Any]] = {}
        self.numbers = itertools.count(1)

    def answer(self, received: Received) -> Answer:
        """Check the key, then do what is asked."""
        if received.headers.get("authorization", "") != f"Bearer {self.key}":
            raise Refusal(401, Problem("", "The provided authorization grant is invalid, expired, or revoked"))
        route, parts = find_route(ROUTES, received)
        refuse_unknown_query(route, received)
        return route.act(self, received, *parts)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return problems as SendGrid words them: a list of messages, each with its field or null."""
        return {
            "errors": [
                {"message": problem.detail, "field": problem.pointer.strip("/").replace("/", ".") or None}
                for problem in problems
            ]
        }

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of templates, their versions and Single Sends."""
        for row in self.templates.values():
            yield "template", row["name"]
            yield from (("version", version["name"]) for version in row["versions"])
        yield from (("campaign", row["name"]) for row in self.sends.values())
