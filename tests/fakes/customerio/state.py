"""A Customer.io workspace in memory: who may call, how often, and what it holds."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.customerio import assets, automations, newsletters
from tests.fakes.rates import Window
from tests.fakes.routing import Route, find_route, refuse_unknown_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "customerio-fake"
BURST = Window(10, 1)
START = frozenset({"start"})


def read_workspaces(fake: CustomerIo, received: Received) -> Answer:
    """Answer GET /v1/workspaces."""
    return Answer(200, {"workspaces": [{"id": 4711, "name": "Shop Example", "messages_sent": 0}]})


CAMPAIGN, NEWSLETTER = "/v1/campaigns/{id}", "/v1/newsletters/{id}"
ROUTES = (
    Route("GET", "/v1/workspaces", read_workspaces),
    Route("GET", "/v1/assets", assets.list_assets, frozenset({"page", "limit"})),
    Route("POST", "/v1/assets/files", assets.create),
    Route("GET", "/v1/assets/files/{id}", assets.read),
    Route("GET", "/v1/campaigns", automations.list_campaigns),
    Route("GET", f"{CAMPAIGN}/actions", automations.list_actions, START),
    Route("GET", f"{CAMPAIGN}/actions/{{action}}", automations.read_action),
    Route("PUT", f"{CAMPAIGN}/actions/{{action}}", automations.write_action),
    Route("GET", "/v1/newsletters", newsletters.list_newsletters, START | {"limit", "sort"}),
    Route("POST", "/v1/newsletters", newsletters.create),
    Route("GET", NEWSLETTER, newsletters.read),
    Route("POST", f"{NEWSLETTER}/test_groups", newsletters.add_group),
    Route("GET", f"{NEWSLETTER}/contents", newsletters.list_contents),
    Route("PUT", f"{NEWSLETTER}/contents/{{content}}", newsletters.write_content),
    Route("POST", f"{NEWSLETTER}/send", newsletters.send),
)


@dataclass(frozen=True, slots=True)
class Options:
    """How this workspace behaves: `strict` refuses to send or schedule, `rates` enforces ten calls a second,
    `page_size` caps every page.
    """

    strict: bool = True
    rates: bool = False
    page_size: int | None = None


class CustomerIo(Fake):
    """The fake; `campaigns` and `newsletters` are by their number, with their `actions` and `contents` in them."""

    label = "Customer.io"

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key, self.options = KEY, options
        self.assets: dict[int, dict[str, Any]] = {}
        self.campaigns: dict[int, dict[str, Any]] = {}
        self.newsletters: dict[int, dict[str, Any]] = {}
        self.numbers = itertools.count(1)

    def add_campaign(self, name: str, *actions: str) -> int:
        """Build an automation with empty e-mails of these names, as a person would, and return its number."""
        number = next(self.numbers)
        blank = {"type": "email", "body": "", "subject": "", "preheader_text": "", "sending_state": "draft"}
        made = {next(self.numbers): {"name": action, **blank} for action in actions}
        self.campaigns[number] = {"name": name, "state": "draft", "active": False, "actions": made}
        return number

    def answer(self, received: Received) -> Answer:
        """Check the key, the rate and the media type, then do what is asked."""
        if received.headers.get("authorization", "") != f"Bearer {self.key}":
            raise Refusal(401, Problem("", "unauthorized"))
        if self.options.rates and self.meter.wait("all", (BURST,)):
            raise Refusal(429, Problem("", "too many requests"))
        self.meter.take("all")
        route, parts = find_route(ROUTES, received)
        if received.body is not None and received.media_type not in {self.media_type, "multipart/form-data"}:
            raise Refusal(400, Problem("", "Content-Type must be application/json"))
        refuse_unknown_query(route, received)
        return route.act(self, received, *parts)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return problems as Customer.io words them: a detail each, with the status as a text."""
        return {"errors": [{"detail": _detail(problem), "status": str(status)} for problem in problems]}

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of pictures, e-mails of automations that have words, and newsletters.

        Newsletters come once more for each test group beyond the second; an automation's empty e-mail is a person's.
        """
        yield from (("image", row["name"]) for row in self.assets.values())
        actions = (row for campaign in self.campaigns.values() for row in campaign["actions"].values())
        yield from (("action", row["name"]) for row in actions if row["body"])
        for row in self.newsletters.values():
            yield from [("newsletter", row["name"])] * max(1, len(row["contents"]) - 1)


def _detail(problem: Problem) -> str:
    place = problem.pointer.removeprefix("/").replace("/", ".") or problem.parameter
    return f"{place}: {problem.detail}" if place else problem.detail
