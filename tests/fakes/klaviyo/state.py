"""A Klaviyo account in memory: who may call, which revision, and what the account holds."""

from __future__ import annotations

import itertools
import re
import time
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.fakes.klaviyo.documents import envelope, sparse
from tests.fakes.klaviyo.properties import SEEN
from tests.fakes.klaviyo.routes import ROUTES
from tests.fakes.klaviyo.seeds import ACCOUNT, LISTS, METRICS, contact_list, metric
from tests.fakes.rates import DAY, Window
from tests.fakes.routing import Route, find_route, refuse_unknown_query
from tests.fakes.server import Fake
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

KEY = "pk_fake"
OLDEST = "2024-10-15"
JSON_API = "application/vnd.api+json"


@dataclass(frozen=True, slots=True)
class Options:
    """How this account behaves where accounts, or reports about the service, differ.

    `page_size` caps every page (None: as the service does), `rates` enforces the limits per second and minute (the
    daily ones always hold), `schema` also validates flows against the vendor's own description, `template_cap` is
    how many templates may exist, `templates_required` refuses an e-mail without one, `clones_open` lets the copies
    in flows be read and changed as templates, `action_patches` lets actions be changed, `strips_links` takes
    `<link>` elements out of stored HTML.
    """

    page_size: int | None = None
    rates: bool = False
    schema: bool = False
    template_cap: int = 1000
    templates_required: bool = True
    clones_open: bool = False
    action_patches: bool = True
    strips_links: bool = True


class Klaviyo(Fake):
    """The fake. Everything is by id: `templates[id]["html"]`, `flows[id]["definition"]`, `images[id]["content"]`.

    `clones` are the copies of templates inside flows, each with its `source`. `metrics`, `lists` and `segments` may
    be added to by a test; `properties` are the fields seen in each metric, with sample values.
    """

    label = "Klaviyo"
    media_type = JSON_API

    def __init__(self, options: Options = Options(), clock: Callable[[], float] = time.monotonic):
        super().__init__(clock)
        self.key = KEY
        self.options = options
        self.account = deepcopy(ACCOUNT)
        self.metrics = {key: metric(*words) for key, *words in METRICS}
        self.lists = {key: contact_list(name) for key, name in LISTS}
        self.segments: dict[str, dict[str, Any]] = {}
        self.coupons: dict[str, dict[str, Any]] = {}
        self.properties = deepcopy(SEEN)
        self.templates: dict[str, dict[str, Any]] = {}
        self.clones: dict[str, dict[str, Any]] = {}
        self.flows: dict[str, dict[str, Any]] = {}
        self.images: dict[str, dict[str, Any]] = {}
        self._numbers = itertools.count(100_001)

    def answer(self, received: Received) -> Answer:
        """Check the key, the revision, the rate and the media type, then do what is asked."""
        self._authenticate(received)
        route, parts = find_route(ROUTES, received)
        revise(route, received)
        limits = self._meter(route)
        negotiate(route, received)
        refuse_unknown_query(route, received)
        try:
            return sparse(route.act(self, received, *parts), received.query).with_headers(limits)
        except Refusal as refusal:
            refusal.headers = {**limits, **refusal.headers}
            raise

    def envelope(self, status: int, problems: tuple[Problem, ...]) -> Any:
        """Return problems as Klaviyo words them."""
        return envelope(status, problems)

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield (kind, name) of templates, flows, images and coupons."""
        for kind, rows in (("template", self.templates), ("flow", self.flows), ("image", self.images)):
            yield from ((kind, row["name"]) for row in rows.values())
        yield from (("coupon", name) for name in self.coupons)

    def fresh(self, kind: str) -> str:
        """Return an id that was never used: six signs for what has a page of its own, digits for actions."""
        number = next(self._numbers)
        return str(number) if kind == "action" else f"{kind[0].upper()}{number % 100_000:05d}"

    def account_ids(self) -> Mapping[str, Mapping[str, Any]]:
        """Return what a flow may refer to, by kind."""
        groups = {**self.lists, **self.segments}
        return {
            "metric": self.metrics,
            "list": self.lists,
            "segment": self.segments,
            "group": groups,
            "template": self.templates,
        }

    def add_metric(self, key: str, name: str, integration: str = "API") -> None:
        """Put a metric into the account."""
        self.metrics[key] = metric(name, integration, "API")

    def add_list(self, key: str, name: str) -> None:
        """Put a list into the account."""
        self.lists[key] = contact_list(name)

    def add_segment(self, key: str, name: str) -> None:
        """Put a segment into the account."""
        self.segments[key] = {"name": name, "definition": None, "is_active": True, **born()}

    def add_template(self, key: str, name: str, html: str = "<html></html>") -> None:
        """Put a template into the account, as if somebody had made it in the service."""
        self.templates[key] = {"name": name, "editor_type": "CODE", "html": html, "text": None, "amp": None, **born()}

    def _authenticate(self, received: Received) -> None:
        scheme, _, key = received.headers.get("authorization", "").partition(" ")
        if scheme != "Klaviyo-API-Key" or not key:
            words = "Authentication credentials were not provided."
            raise Refusal(401, Problem("/data/", words, "not_authenticated"))
        if key != self.key:
            raise Refusal(401, Problem("/data/", "Missing or invalid private key.", "authentication_failed"))

    def _meter(self, route: Route) -> dict[str, str]:
        """Count the call and return the headers that tell what is left; raise Refusal 429 where nothing is."""
        name = f"{route.method} {route.path}"
        held = [window for window in route.windows if self.options.rates or window.seconds >= DAY]
        wait = self.meter.wait(name, held)
        if wait:
            words = f"Request was throttled. Expected available in {wait} seconds."
            raise Refusal(429, Problem("/data/", words, "throttled"), headers={"Retry-After": str(wait)})
        self.meter.take(name)
        count = self.meter.count(name, steady(route.windows))
        left = count.remaining if self.options.rates else max(1, count.remaining)
        return {
            "RateLimit-Limit": str(count.limit),
            "RateLimit-Remaining": str(left),
            "RateLimit-Reset": str(count.reset),
        }


def steady(windows: tuple[Window, ...]) -> Window:
    """Return the limit per minute, which is the one that the headers tell about."""
    return next(window for window in windows if window.seconds == 60)


def born() -> dict[str, str]:
    """Return the two dates of a thing that was made now."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return {"created": now, "updated": now}


def revise(route: Route, received: Received) -> None:
    """Raise Refusal for a request without a revision, with one out of support, or older than the endpoint."""
    revision = received.headers.get("revision", "")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d(\.\w+)?", revision):
        raise Refusal(400, Problem("", "The header 'revision' must be a date.", parameter="revision"))
    if revision < OLDEST:
        raise Refusal(410, Problem("", f"The revision {revision} is no longer supported.", parameter="revision"))
    if revision < route.since:
        raise Refusal(404, Problem("", f"{route.path} is not in the revision {revision}.", "not_found"))


def negotiate(route: Route, received: Received) -> None:
    """Raise Refusal for a body of another media type than the endpoint's, or where the client accepts no answer."""
    wanted = route.media_type or JSON_API
    if received.method in {"POST", "PATCH"} and received.media_type != wanted:
        words = f"The content type must be {wanted}, not '{received.media_type}'."
        raise Refusal(415, Problem("", words, "unsupported_media_type"))
    accepted = received.headers.get("accept", "*/*")
    if not any(kind in accepted for kind in (JSON_API, "application/json", "application/*", "*/*")):
        raise Refusal(406, Problem("", f"The answer would be {JSON_API}.", "not_acceptable"))
