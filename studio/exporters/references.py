"""References in request bodies: what only the service will know, found and replaced in one place.

Three forms stand in a body. `@<key>#<path>` is the answer to another request of the same bundle and may lie inside a
longer text (a picture's address in HTML); `@metric:<name>`, `@list:<name>` and `@asset:<digest>` are whole strings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_PATH = r"#([A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)*)"
_WHOLE = re.compile(r"@(metric|list|segment|asset):(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Lookup:
    """A whole-string reference: `kind` is `metric`, `list`, `segment` or `asset`, `name` what is looked up."""

    kind: str
    name: str


def answer(key: str, path: str) -> str:
    """Return the reference to the dotted `path` in the answer to the request called `key`."""
    return f"@{key}#{path}"


def lookup(kind: str, name: str) -> str:
    """Return the whole-string reference to a metric or a list by its name, or to an asset by its digest."""
    return f"@{kind}:{name}"


def strings(body: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield every string value of a JSON body, in order; the names of fields are not values."""
    if isinstance(body, str):
        yield body
    elif isinstance(body, dict):
        for value in body.values():
            yield from strings(value)
    elif isinstance(body, list):
        for value in body:
            yield from strings(value)


def replaced(body: Any, change: Callable[[str], Any]) -> Any:  # noqa: ANN401 - JSON
    """Return a copy of a JSON body in which every string value went through `change`."""
    if isinstance(body, str):
        return change(body)
    if isinstance(body, dict):
        return {name: replaced(value, change) for name, value in body.items()}
    return [replaced(value, change) for value in body] if isinstance(body, list) else body


def lookups(body: Any) -> tuple[Lookup, ...]:  # noqa: ANN401 - JSON
    """Return the metrics, lists and assets that a body asks for, each once, in order."""
    found = (_WHOLE.fullmatch(text) for text in strings(body))
    return tuple(dict.fromkeys(Lookup(*match.groups()) for match in found if match))


def keys_in(body: Any, keys: Iterable[str]) -> tuple[str, ...]:  # noqa: ANN401 - JSON
    """Return those of `keys` to whose answers a body refers, each once, in order."""
    pattern = _answers(keys)
    return tuple(dict.fromkeys(match.group(1) for text in strings(body) for match in pattern.finditer(text)))


def with_answers(body: Any, keys: Iterable[str], say: Callable[[str, str], str]) -> Any:  # noqa: ANN401 - JSON
    """Return a body in which each reference to an answer of `keys` became what `say(key, path)` returns.

    A reference that lies inside a longer text is replaced there; anything that only looks like one is left alone.
    """
    pattern = _answers(keys)
    return replaced(body, lambda text: pattern.sub(lambda match: say(match.group(1), match.group(2)), text))


def _answers(keys: Iterable[str]) -> re.Pattern[str]:
    names = "|".join(re.escape(key) for key in keys) or r"(?!)"
    return re.compile(f"@({names}){_PATH}")
