"""An ActiveCampaign account in memory: who may call, how often, and what the account holds."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.activecampaign.routes import ROUTES
from tests.fakes.rates import Window
from tests.fakes.routing import find_route, refuse_unknown_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "activecampaign-fake"
SECOND = Window(5, 1)


@dataclass(frozen=True, slots=True)
class Options:
    """How this account behaves: `page_size` caps every page, `rates` enforces five calls a second."""

    page_size: int | None = None
    rates: bool = False


class ActiveCampaign(Fake):
    """The fake; its API lies below `url + "/api/3"`. Things are by their id: `messages["101"]["html"]`."""

    label = "ActiveCampaign"

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key = KEY
        self.options = options
        self.messages: dict[str, dict[str, Any]] = {}
        self.campaigns: dict[str, dict[str, Any]] = {}
        self.numbers = itertools.count(101)

    def answer(self, received: Received) -> Answer:
        """Check the key and the rate, then do what is asked."""
        if received.headers.get("api-token", "") != self.key:
            raise Refusal(403, Problem("", "You are not authorized to access this resource"))
        if self.options.rates:
            self._meter()
        route, parts = find_route(ROUTES, received)
        refuse_unknown_query(route, received)
        return route.act(self, received, *parts)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return problems as ActiveCampaign words them: a list of texts, or one message."""
        if status in {403, 404, 405, 429, 500}:
            return {"message": problems[0].detail}
        return {"errors": [f"Field {one.pointer.rpartition('/')[2]} {one.detail}".strip() for one in problems]}

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of messages (the subject of those that have no name) and campaigns."""
        yield from (("message", row["name"] or row["subject"]) for row in self.messages.values())
        yield from (("campaign", row["name"]) for row in self.campaigns.values())

    def _meter(self) -> None:
        wait = self.meter.wait("all", (SECOND,))
        if wait:
            raise Refusal(429, Problem("", "Too many requests"), headers={"Retry-After": str(wait)})
        self.meter.take("all")
