"""A Drip account in memory: who may call, how often, and its broadcasts."""

from __future__ import annotations

import base64
import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.drip import broadcasts
from tests.fakes.rates import Window
from tests.fakes.routing import Route, find_route, refuse_unknown_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "drip-fake"
ACCOUNT = "1234567"
HOURLY = Window(3600, 3600)
BASE = "/v2/{account}"
CODES = {
    401: "authentication_error",
    404: "not_found_error",
    405: "not_found_error",
    406: "not_acceptable_error",
    409: "conflict_error",
    429: "rate_limit_error",
    500: "internal_server_error",
}
PAGED = frozenset({"page", "per_page", "status", "sort", "direction"})
ROUTES = (
    Route("GET", f"{BASE}/broadcasts", broadcasts.list_broadcasts, PAGED),
    Route("POST", f"{BASE}/broadcasts", broadcasts.create),
    Route("GET", f"{BASE}/broadcasts/{{id}}", broadcasts.read),
    Route("PATCH", f"{BASE}/broadcasts/{{id}}", broadcasts.change),
    Route("DELETE", f"{BASE}/broadcasts/{{id}}", broadcasts.delete),
    Route("POST", f"{BASE}/broadcasts/{{id}}/schedule", broadcasts.schedule),
)


@dataclass(frozen=True, slots=True)
class Options:
    """How this account behaves: `strict` refuses to schedule, `rates` enforces 3600 calls an hour, `page_size` caps
    every page.
    """

    strict: bool = True
    rates: bool = False
    page_size: int | None = None


class Drip(Fake):
    """The fake; its API lies below `address`. `broadcasts` are by their number, oldest first."""

    label = "Drip"

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key, self.account, self.options = KEY, ACCOUNT, options
        self.broadcasts: dict[str, dict[str, Any]] = {}
        self.numbers = itertools.count(100001)

    @property
    def address(self) -> str:
        """Return the address of the account's API."""
        return f"{self.url}/v2/{self.account}"

    def answer(self, received: Received) -> Answer:
        """Check the token, the account, the rate and the media type, then do what is asked."""
        if received.headers.get("authorization", "") != basic(self.key):
            raise Refusal(401, Problem("", "Authentication failed, check your access token"))
        if not received.headers.get("user-agent"):
            raise Refusal(406, Problem("", "A User-Agent header is needed"))
        self._take_turn()
        route, (account, *parts) = find_route(ROUTES, received)
        if account != self.account:
            raise Refusal(404, Problem("", "The resource you requested was not found"))
        if received.body is not None and not received.media_type.endswith("json"):
            raise Refusal(406, Problem("", "Content-Type must be application/json"))
        refuse_unknown_query(route, received)
        return route.act(self, received, *parts)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return problems as Drip words them: a code, the attribute and a message each."""
        return {"errors": [_error(status, problem) for problem in problems]}

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of the broadcasts that nobody deleted."""
        rows = (row for row in self.broadcasts.values() if row["status"] != "deleted")
        yield from (("broadcast", row["name"]) for row in rows)

    def _take_turn(self) -> None:
        wait = self.meter.wait("all", (HOURLY,)) if self.options.rates else 0
        if wait:
            raise Refusal(429, Problem("", "API rate limit exceeded. Please try again in an hour."))
        self.meter.take("all")


def basic(key: str) -> str:
    """Return the header that a token is sent in: as the user's name, without a password."""
    return "Basic " + base64.b64encode(f"{key}:".encode()).decode()


def _error(status: int, problem: Problem) -> dict[str, str]:
    usual = CODES.get(status, "presence_error" if problem.code == "required" else "validation_error")
    own = problem.code if problem.code in {"can_spam_compliance", "conflict_error", "not_found_error"} else usual
    place = problem.pointer.removeprefix("/broadcasts/0").strip("/").replace("/", ".") or problem.parameter
    return {"code": own, **({"attribute": place} if place else {}), "message": problem.detail}
