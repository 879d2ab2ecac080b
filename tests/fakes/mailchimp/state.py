"""A Mailchimp account in memory: who may call, and what the account holds."""

from __future__ import annotations

import base64
import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.mailchimp.routes import ROUTES
from tests.fakes.routing import find_route, refuse_unknown_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "fake-us21"
ERRORS = "https://mailchimp.com/developer/marketing/docs/errors/"
INSTANCE = "995c5cb0-3280-4a6e-808b-3b096d0bb219"
TITLES = {
    400: "Invalid Resource",
    401: "API Key Invalid",
    403: "Forbidden",
    404: "Resource Not Found",
    405: "Method Not Allowed",
    429: "Too Many Requests",
    500: "Internal Server Error",
}


@dataclass(frozen=True, slots=True)
class Options:
    """How this account behaves: `page_size` caps every page."""

    page_size: int | None = None


class Mailchimp(Fake):
    """The fake; its API lies below `url + "/3.0"`. Things are by their id: `templates[1]["html"]`."""

    label = "Mailchimp"

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key = KEY
        self.options = options
        self.lists = {"a1b2c3d4e5": "Newsletter", "f6e5d4c3b2": "VIP"}
        self.files: dict[int, dict[str, Any]] = {}
        self.templates: dict[int, dict[str, Any]] = {}
        self.campaigns: dict[str, dict[str, Any]] = {}
        self.contents: dict[str, dict[str, Any]] = {}
        self.numbers = itertools.count(1001)

    def answer(self, received: Received) -> Answer:
        """Check the key, then do what is asked."""
        if self._key(received.headers.get("authorization", "")) != self.key:
            words = "Your API key may be invalid, or you've attempted to access the wrong datacenter."
            raise Refusal(401, Problem("", words))
        route, parts = find_route(ROUTES, received)
        refuse_unknown_query(route, received)
        return route.act(self, received, *parts)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return problems as Mailchimp words them: a problem document, with the fields where there are any."""
        fields = [
            {"field": problem.pointer.strip("/").replace("/", "."), "message": problem.detail}
            for problem in problems
            if problem.pointer
        ]
        validation = (
            "The resource submitted could not be validated. For field-specific details, see the 'errors' array."
        )
        detail = validation if fields else problems[0].detail
        body = {"type": ERRORS, "title": TITLES.get(status, "Bad Request"), "status": status, "detail": detail}
        return {**body, "instance": INSTANCE, **({"errors": fields} if fields else {})}

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of pictures, templates and campaigns."""
        yield from (("image", row["name"]) for row in self.files.values())
        yield from (("template", row["name"]) for row in self.templates.values())
        yield from (("campaign", row.get("settings", {}).get("title", "")) for row in self.campaigns.values())

    def number(self, part: str) -> int:
        """Return the number in a path; 0, which nothing has, for anything else."""
        return int(part) if part.isdecimal() else 0

    def _key(self, header: str) -> str:
        scheme, _, rest = header.partition(" ")
        if scheme != "Basic":
            return rest
        try:
            return base64.b64decode(rest, validate=True).decode().partition(":")[2]
        except ValueError:
            return ""
