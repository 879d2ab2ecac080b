"""A MailerLite account in memory: who may call, how often, and what the account holds."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.mailerlite.routes import ROUTES
from tests.fakes.rates import Window
from tests.fakes.routing import find_route, refuse_unknown_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "mailerlite-fake"
MINUTE = Window(120, 60)


@dataclass(frozen=True, slots=True)
class Options:
    """How this account behaves: `page_size` caps every page, `takes_html` is what the plan decides, `rates` enforces
    120 calls a minute.
    """

    page_size: int | None = None
    takes_html: bool = True
    rates: bool = False


class MailerLite(Fake):
    """The fake; its API lies below `url + "/api"`. Campaigns are by their id: `campaigns["1001"]["emails"]`."""

    label = "MailerLite"

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key = KEY
        self.options = options
        self.groups = {"42": "Newsletter", "43": "VIP"}
        self.campaigns: dict[str, dict[str, Any]] = {}
        self.numbers = itertools.count(1001)

    def answer(self, received: Received) -> Answer:
        """Check the key and the rate, then do what is asked."""
        if received.headers.get("authorization", "") != f"Bearer {self.key}":
            raise Refusal(401, Problem("", "Unauthenticated."))
        if self.options.rates:
            self._meter()
        route, parts = find_route(ROUTES, received)
        refuse_unknown_query(route, received)
        return route.act(self, received, *parts)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return problems as MailerLite words them: one message, and the fields with what is wrong with each."""
        fields: dict[str, list[str]] = {}
        for problem in problems:
            if problem.pointer:
                fields.setdefault(problem.pointer.strip("/").replace("/", "."), []).append(problem.detail)
        if not fields:
            return {"message": problems[0].detail}
        return {"message": "The given data was invalid.", "errors": fields}

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of campaigns."""
        yield from (("campaign", row["name"]) for row in self.campaigns.values())

    def _meter(self) -> None:
        wait = self.meter.wait("all", (MINUTE,))
        if wait:
            raise Refusal(429, Problem("", "Too Many Attempts."), headers={"Retry-After": str(wait)})
        self.meter.take("all")
