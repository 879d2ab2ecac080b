"""A GetResponse account in memory: who may call, how often, and what the account holds."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.getresponse import messages
from tests.fakes.rates import Window
from tests.fakes.routing import Route, find_route, refuse_unknown_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "getresponse-fake"
WINDOWS = (Window(80, 1), Window(30_000, 600))
CODES = {400: 1000, 401: 1014, 404: 1013, 409: 1008, 429: 1015}
MEANINGS = {
    1000: "General error of validation process, more details should be in context section",
    1008: "There is another resource with the same value of unique property",
    1013: "The requested resource was not found",
    1014: "Problem during authentication process, check headers!",
    1015: "Too many request to API, quota reached, please wait till next quota window",
}
PAGED = frozenset({"page", "perPage", "fields", "query[name]", "query[status]", "query[type]"})
ROUTES = (
    Route("GET", "/v3/accounts", messages.read_account),
    Route("GET", "/v3/campaigns", messages.list_lists, PAGED),
    Route("GET", "/v3/multimedia", messages.list_images, PAGED),
    Route("POST", "/v3/multimedia", messages.upload_image),
    Route("GET", "/v3/from-fields", messages.list_senders, PAGED),
    Route("GET", "/v3/autoresponders", messages.list_autoresponders, PAGED),
    Route("POST", "/v3/autoresponders", messages.create_autoresponder),
    Route("GET", "/v3/autoresponders/{id}", messages.read_autoresponder),
    Route("POST", "/v3/autoresponders/{id}", messages.change_autoresponder),
    Route("GET", "/v3/newsletters", messages.list_newsletters, PAGED),
    Route("POST", "/v3/newsletters", messages.create_newsletter),
    Route("GET", "/v3/newsletters/{id}", messages.read_newsletter),
    Route("DELETE", "/v3/newsletters/{id}", messages.delete_newsletter),
)


@dataclass(frozen=True, slots=True)
class Options:
    """How this account behaves: `strict` refuses what would go out, `rates` enforces the limits, `page_size` caps
    every page.
    """

    strict: bool = True
    rates: bool = False
    page_size: int | None = None


class GetResponse(Fake):
    """The fake; its API lies below `address`. Everything is by its id."""

    label = "GetResponse"

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key, self.options = KEY, options
        self.lists: dict[str, dict[str, Any]] = {
            "C1": {"name": "news", "languageCode": "NB", "isDefault": "true"},
            "C2": {"name": "vip", "languageCode": "NB", "isDefault": "false"},
        }
        self.senders: dict[str, dict[str, Any]] = {
            "V1": {"email": "hei@verkstedet.example", "name": "Verkstedet", "isActive": "true", "isDefault": "true"},
            "V2": {"email": "hello@shop.example", "name": "Shop", "isActive": "true", "isDefault": "false"},
        }
        self.images: dict[str, dict[str, Any]] = {}
        self.autoresponders: dict[str, dict[str, Any]] = {}
        self.newsletters: dict[str, dict[str, Any]] = {}
        self._numbers = itertools.count(1)

    @property
    def address(self) -> str:
        """Return the address of the API."""
        return f"{self.url}/v3"

    def number(self, letter: str) -> str:
        """Return a new id."""
        return f"{letter}{next(self._numbers)}"

    def answer(self, received: Received) -> Answer:
        """Check the key, the rate and the media type, then do what is asked."""
        if received.headers.get("x-auth-token", "") != f"api-key {self.key}":
            words = "Unable to authenticate request. Check credentials or authentication method details"
            raise Refusal(401, Problem("", words))
        self._take_turn()
        route, parts = find_route(ROUTES, received)
        if received.body is not None and received.media_type not in {self.media_type, "multipart/form-data"}:
            raise Refusal(400, Problem("", "Content-Type must be application/json"))
        refuse_unknown_query(route, received)
        return route.act(self, received, *parts)

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return problems as GetResponse words them: one message, and the first field in its context."""
        code, first = CODES.get(status, 1), problems[0]
        place = first.pointer.removeprefix("/").replace("/", ".") or first.parameter
        if status == 429:
            context = {
                "currentLimit": WINDOWS[1].calls,
                "timeToReset": f"{self.meter.wait('all', WINDOWS) or 1} seconds",
            }
            return self._said(status, code, first.detail, context)
        context = {"validationType": "body", "fieldName": place, "errorDescription": first.detail} if place else {}
        words = "Validation error, see context section for more information" if place else first.detail
        return self._said(status, code, words, context)

    def _said(self, status: int, code: int, words: str, context: dict[str, Any]) -> Any:
        return {
            "httpStatus": status,
            "code": code,
            "codeDescription": MEANINGS.get(code, "Internal error"),
            "message": words,
            "moreInfo": f"https://apidocs.getresponse.com/en/v3/errors/{code}",
            "context": context,
            "uuid": "87b90a96-5ee5-4ca4-8180-ac00adcf62c7",
        }

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of pictures, autoresponders and newsletters."""
        yield from (("image", row["name"]) for row in self.images.values())
        yield from (("autoresponder", row["name"]) for row in self.autoresponders.values())
        yield from (("newsletter", row["name"]) for row in self.newsletters.values())

    def _take_turn(self) -> None:
        wait = self.meter.wait("all", WINDOWS) if self.options.rates else 0
        if wait:
            words = "You have reached your requests limit for this time window, please wait..."
            raise Refusal(429, Problem("", words), headers={"X-RateLimit-Reset": f"{wait} seconds"})
        self.meter.take("all")
