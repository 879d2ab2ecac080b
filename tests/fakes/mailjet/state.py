"""A Mailjet account in memory: who may call, how often, and what the account holds."""

from __future__ import annotations

import base64
import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.mailjet import things
from tests.fakes.rates import Window
from tests.fakes.routing import Route, find_route, refuse_unknown_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "mailjet-public:mailjet-secret"
MINUTE = Window(600, 60)
ROOT = "/v3/REST"
PAGED = frozenset({"Limit", "Offset", "OwnerType", "EditMode", "Purposes", "Sort"})
KINDS = {"template": "Name", "campaigndraft": "Title"}


def read_user(fake: Mailjet, received: Received) -> Answer:
    """Answer GET /user."""
    return things.told([{"ID": 619516, "Username": "Shop Example", "Email": "owner@shop.example"}])


def list_lists(fake: Mailjet, received: Received) -> Answer:
    """Answer GET /contactslist."""
    rows = [{"ID": number, "Name": name} for number, name in fake.lists.items()]
    return things.page(received, rows, fake.options.page_size)


def of_kind(act: Callable[..., Answer], kind: str) -> Callable[..., Answer]:
    """Return what answers for one kind of thing."""

    def answer(fake: Mailjet, received: Received, *parts: str) -> Answer:
        return act(fake, received, kind, *parts)

    return answer


def routes() -> Iterator[Route]:
    """Yield the endpoints that the studio may call."""
    yield Route("GET", f"{ROOT}/user", read_user)
    yield Route("GET", f"{ROOT}/contactslist", list_lists, PAGED)
    for kind in KINDS:
        yield Route("GET", f"{ROOT}/{kind}", of_kind(things.list_things, kind), PAGED)
        yield Route("POST", f"{ROOT}/{kind}", of_kind(things.create, kind))
        for method, act in (("GET", things.read), ("PUT", things.change), ("DELETE", things.delete)):
            yield Route(method, f"{ROOT}/{kind}/{{id}}", of_kind(act, kind))
        for method, act in (("GET", things.read_content), ("POST", things.write_content)):
            yield Route(method, f"{ROOT}/{kind}/{{id}}/detailcontent", of_kind(act, kind))
    for door in ("send", "schedule"):
        yield Route("POST", f"{ROOT}/campaigndraft/{{id}}/{door}", of_kind(things.go_live, "campaigndraft"))


ROUTES = tuple(routes())


@dataclass(frozen=True, slots=True)
class Options:
    """How this account behaves: `strict` refuses to send or schedule, `rates` enforces a limit by the minute,
    `page_size` caps every page.
    """

    strict: bool = True
    rates: bool = False
    page_size: int | None = None


class Mailjet(Fake):
    """The fake; `things["template"]` and `things["campaigndraft"]` are by their number, with their `content`."""

    label = "Mailjet"

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key, self.options = KEY, options
        self.lists: dict[int, str] = {7: "News", 8: "VIP"}
        gallery = {"Name": "Gallery", "OwnerType": "global", "EditMode": 1}
        self.things: dict[str, dict[str, dict[str, Any]]] = {"template": {"1": gallery}, "campaigndraft": {}}
        self.numbers = itertools.count(101)

    def answer(self, received: Received) -> Answer:
        """Check the keys, the rate and the media type, then do what is asked."""
        if received.headers.get("authorization", "") != basic(self.key):
            words = "API key authentication/authorization failure. You may be unauthorized to access the API."
            raise Refusal(401, Problem("", words))
        wait = self.meter.wait("all", (MINUTE,)) if self.options.rates else 0
        if wait:
            raise Refusal(429, Problem("", "You have reached the maximum number of calls per minute."))
        self.meter.take("all")
        route, parts = find_route(ROUTES, received)
        if received.body is not None and received.media_type != self.media_type:
            raise Refusal(400, Problem("", "Content-Type must be application/json"))
        refuse_unknown_query(route, received)
        return route.act(self, received, *parts)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return the first problem as Mailjet words it: a message with the property, and the status."""
        first = problems[0]
        place = first.pointer.removeprefix("/").replace("/", ".") or first.parameter
        words = f'Invalid property "{place}": {first.detail}' if place else first.detail
        return {"ErrorInfo": "", "ErrorMessage": words, "StatusCode": status}

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of the account's own templates and drafts."""
        for kind, name in KINDS.items():
            own = (row for row in self.things[kind].values() if row.get("OwnerType") != "global")
            yield from ((kind, row[name]) for row in own)


def basic(key: str) -> str:
    """Return the header that a pair of keys is sent in."""
    return "Basic " + base64.b64encode(key.encode()).decode()
