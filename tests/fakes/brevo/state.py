"""A Brevo account in memory: who may call, how often, and what the account holds."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.brevo.routes import ACCOUNT, ROUTES
from tests.fakes.rates import Window
from tests.fakes.routing import find_route, refuse_unknown_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "xkeysib-fake"
HOURLY = Window(100, 3600)
CODES = {
    401: "unauthorized",
    404: "document_not_found",
    405: "method_not_allowed",
    415: "bad_request",
    429: "too_many_requests",
    500: "internal_error",
}


@dataclass(frozen=True, slots=True)
class Options:
    """How this account behaves: `strict` refuses to schedule or send anything, `rates` enforces 100 calls an hour,
    `known_senders` refuses senders that the account does not have, `page_size` caps every page.
    """

    strict: bool = True
    rates: bool = False
    known_senders: bool = False
    page_size: int | None = None


class Brevo(Fake):
    """The fake; its API lies below `url + "/v3"`. Everything is by its number: `templates[1]["htmlContent"]`."""

    label = "Brevo"

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key = KEY
        self.options = options
        self.account: dict[str, Any] = dict(ACCOUNT)
        self.senders: list[dict[str, Any]] = [{"id": 1, "name": "Shop", "email": "hello@shop.example", "active": True}]
        self.lists: dict[int, dict[str, Any]] = {2: {"name": "Newsletter"}, 3: {"name": "VIP"}}
        self.templates: dict[int, dict[str, Any]] = {}
        self.campaigns: dict[int, dict[str, Any]] = {}
        self.template_numbers = itertools.count(1)
        self.campaign_numbers = itertools.count(1)

    def answer(self, received: Received) -> Answer:
        """Check the key, the rate and the media type, then do what is asked."""
        if received.headers.get("api-key", "") != self.key:
            words = "Key not found" if "api-key" in received.headers else "authentication not found in headers"
            raise Refusal(401, Problem("", words))
        route, parts = find_route(ROUTES, received)
        limits = self._meter()
        if received.method in {"POST", "PUT"} and received.body is not None and received.media_type != self.media_type:
            raise Refusal(415, Problem("", "Content-Type must be application/json"))
        refuse_unknown_query(route, received)
        try:
            return route.act(self, received, *map(whole_id, parts)).with_headers(limits)
        except Refusal as refusal:
            refusal.headers = {**limits, **refusal.headers}
            raise

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return the first problem as Brevo words it: a code and one message that names the key."""
        first = problems[0]
        place = first.pointer.removeprefix("/").replace("/", ".") or first.parameter
        needed = "missing_parameter" if first.code == "required" else "invalid_parameter"
        return {"code": CODES.get(status, needed), "message": f"{place} {first.detail}".strip()}

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of templates and campaigns."""
        yield from (("template", row["name"]) for row in self.templates.values())
        yield from (("campaign", row["name"]) for row in self.campaigns.values())

    def add_template(self, name: str, html: str = "<html></html>") -> int:
        """Put a template into the account, as if somebody had made it in the service, and return its number."""
        number = next(self.template_numbers)
        self.templates[number] = {"name": name, "subject": name, "isActive": False, "htmlContent": html}
        return number

    def _meter(self) -> dict[str, str]:
        """Count the call and return the headers that tell what is left; raise Refusal 429 where nothing is."""
        wait = self.meter.wait("all", (HOURLY,)) if self.options.rates else 0
        if not wait:
            self.meter.take("all")
        count = self.meter.count("all", HOURLY)
        left = count.remaining if self.options.rates else max(1, count.remaining)
        headers = {
            "x-sib-ratelimit-limit": str(count.limit),
            "x-sib-ratelimit-remaining": str(left),
            "x-sib-ratelimit-reset": str(count.reset),
        }
        if wait:
            raise Refusal(429, Problem("", "API rate limit exceeded"), headers=headers)
        return headers


def whole_id(part: str) -> int:
    """Return the number in a path; raise Refusal for anything else."""
    if not part.isdecimal():
        raise Refusal(400, Problem("", f"'{part}' is not a number"))
    return int(part)
