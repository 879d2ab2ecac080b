"""JSON:API as Klaviyo speaks it: resources, pages with cursors, filters, the envelope of errors."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from tests.fakes.routing import whole_query
from tests.fakes.validate import Problem
from tests.fakes.wire import Answer, Received, Refusal

if TYPE_CHECKING:
    from tests.fakes.klaviyo.state import Klaviyo

Row = Mapping[str, Any]

TITLES = {
    400: "Invalid input.",
    401: "Authentication failed.",
    404: "Not found.",
    405: "Method not allowed.",
    406: "Not acceptable.",
    410: "Gone.",
    415: "Unsupported media type.",
    429: "Request was throttled.",
}


def envelope(status: int, problems: Iterable[Problem]) -> dict[str, Any]:
    """Return problems as Klaviyo words them."""
    return {"errors": [error(status, number, problem) for number, problem in enumerate(problems, start=1)]}


def error(status: int, number: int, problem: Problem) -> dict[str, Any]:
    """Return one error; its source is a pointer into the body or a parameter of the query."""
    source = {"parameter": problem.parameter} if problem.parameter else {"pointer": problem.pointer}
    return {
        "id": f"00000000-0000-4000-8000-{number:012d}",
        "status": status,
        "code": problem.code,
        "title": TITLES.get(status, "Server error."),
        "detail": problem.detail,
        "source": source,
    }


def resource(fake: Klaviyo, kind: str, name: str, attributes: Row, path: str) -> dict[str, Any]:
    """Return a resource with its link to itself."""
    links = {"self": f"{fake.url}{path}/{name}/"}
    return {"type": kind, "id": name, "attributes": dict(attributes), "links": links}


def single(fake: Klaviyo, status: int, kind: str, name: str, attributes: Row, path: str) -> Answer:
    """Return the answer that holds one resource."""
    data = resource(fake, kind, name, attributes, path)
    return Answer(status, {"data": data, "links": data["links"]})


def missing(kind: str, name: str) -> Refusal:
    """Return the refusal of an id that the account does not have."""
    return Refusal(404, Problem("", f"A {kind} with the id '{name}' does not exist.", "not_found"))


def page(fake: Klaviyo, received: Received, kind: str, rows: Mapping[str, Row], default: int, most: int) -> Answer:
    """Return one page of a collection, oldest first, with the link to the next."""
    limit = most if fake.options.page_size is None else fake.options.page_size
    size = whole_query(received, "page[size]", min(default, limit), 1, most)
    size = min(size, limit)
    start = position(received.query.get("page[cursor]", ""))
    chosen = in_order(received.query.get("sort", ""), chosen_by(received.query.get("filter", ""), rows))
    data = [resource(fake, kind, name, row, received.path) for name, row in chosen[start : start + size]]
    onward = link(fake, received, start + size) if start + size < len(chosen) else None
    back = link(fake, received, max(0, start - size)) if start else None
    here = link(fake, received, start)
    return Answer(200, {"data": data, "links": {"self": here, "next": onward, "prev": back}})


def link(fake: Klaviyo, received: Received, start: int) -> str:
    """Return the address of the page that begins at a position."""
    cursor = {"page[cursor]": base64.urlsafe_b64encode(f"from:{start}".encode()).decode()} if start else {}
    kept = {name: value for name, value in received.query.items() if name != "page[cursor]"}
    words = urlencode({**kept, **cursor})
    return f"{fake.url}{received.path}" + (f"?{words}" if words else "")


def position(cursor: str) -> int:
    """Return where a cursor points; raise Refusal for one that this service did not make."""
    try:
        found = re.fullmatch(r"from:(\d+)", base64.urlsafe_b64decode(cursor).decode()) if cursor else None
    except ValueError:
        found = None
    if cursor and found is None:
        raise Refusal(400, Problem("", "The cursor is invalid.", parameter="page[cursor]"))
    return int(found[1]) if found else 0


def chosen_by(words: str, rows: Mapping[str, Row]) -> list[tuple[str, Row]]:
    """Return the rows that a filter lets through: `equals` or `contains` of one text field, dotted if nested."""
    if not words:
        return list(rows.items())
    found = re.fullmatch(r"(equals|contains)\(([\w.]+),(['\"])(.*)\3\)", words)
    if found is None:
        raise Refusal(400, Problem("", f"The filter '{words}' is invalid.", parameter="filter"))
    test, path, _, wanted = found.groups()
    values = {name: at_path(row, path) for name, row in rows.items()}
    return [
        (name, row)
        for name, row in rows.items()
        if (wanted == values[name] if test == "equals" else wanted in values[name])
    ]


def in_order(sort: str, rows: list[tuple[str, Row]]) -> list[tuple[str, Row]]:
    """Return rows sorted by a text field, with `-` before it the other way round; unsorted they are oldest first."""
    field = sort.removeprefix("-")
    if field and any(field not in row for _, row in rows):
        raise Refusal(400, Problem("", f"Cannot sort by '{field}'.", parameter="sort"))
    return sorted(rows, key=lambda pair: at_path(pair[1], field), reverse=sort.startswith("-")) if field else rows


def sparse(answer: Answer, query: Mapping[str, str]) -> Answer:
    """Return the answer with only the fields that `fields[type]` and `additional-fields[type]` of the query name."""
    if answer.body is None or not any(name.startswith("fields[") for name in query):
        return answer
    data = answer.body["data"]
    for one in data if isinstance(data, list) else [data]:
        words = query.get(f"fields[{one['type']}]", "")
        more = query.get(f"additional-fields[{one['type']}]", "")
        kept = {*words.split(","), *more.split(",")}
        if words:
            one["attributes"] = {key: value for key, value in one["attributes"].items() if key in kept}
    return answer


def at_path(row: Row, path: str) -> str:
    """Return a text field of a row by its dotted path, empty where there is none."""
    value: Any = row
    for key in path.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) else ""
