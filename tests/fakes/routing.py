"""Which function answers which method and path."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tests.fakes.rates import Window
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal


@dataclass(frozen=True, slots=True)
class Route:
    """A method and a path such as `/api/flows/{id}`; `act(fake, received, *parts)` answers it.

    `query` are the parameters that it knows, `since` the first revision that has it, `media_type` what it takes,
    `windows` how often it may be called.
    """

    method: str
    path: str
    act: Callable[..., Answer]
    query: frozenset[str] = frozenset()
    since: str = ""
    media_type: str = ""
    windows: tuple[Window, ...] = ()

    def parts(self, path: str) -> tuple[str, ...] | None:
        """Return the parts of a path in braces, or None where it is another path."""
        found = re.fullmatch(re.sub(r"\{\w+\}", "([^/]+)", self.path), path)
        return None if found is None else found.groups()


def find_route(routes: Iterable[Route], received: Received) -> tuple[Route, tuple[str, ...]]:
    """Return the route of a request and its path's parts; raise Refusal 404 or 405."""
    at_path = [(route, parts) for route in routes if (parts := route.parts(received.path)) is not None]
    if not at_path:
        raise Refusal(404, Problem("", f"There is nothing at {received.path}.", "not_found"))
    for route, parts in at_path:
        if route.method == received.method:
            return route, parts
    allowed = ", ".join(sorted(route.method for route, _ in at_path))
    words = f"{received.method} is not allowed at {received.path}."
    raise Refusal(405, Problem("", words, "method_not_allowed"), headers={"Allow": allowed})


def refuse_unknown_query(route: Route, received: Received) -> None:
    """Raise Refusal for query parameters that the route does not know."""
    unknown = sorted(set(received.query) - route.query)
    if unknown:
        raise Refusal(400, *(Problem("", f"'{name}' is not a known parameter.", parameter=name) for name in unknown))


def whole_query(received: Received, name: str, default: int, low: int, high: int) -> int:
    """Return a number of the query within bounds; raise Refusal for anything else."""
    said: Any = received.query.get(name, str(default))
    if not said.isdecimal() or not low <= int(said) <= high:
        raise Refusal(400, Problem("", f"'{name}' must be a number from {low} to {high}.", parameter=name))
    return int(said)
