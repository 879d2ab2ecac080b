"""Which ids in a Klaviyo flow stand for things in the account, and whether those exist."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from tests.fakes.validate import Problem, below

KINDS = {
    "metric_id": "metric",
    "conversion_metric_id": "metric",
    "template_id": "template",
    "list_id": "list",
}


def walk(value: Any, at: str) -> Iterator[tuple[str, str, Any]]:
    """Yield (pointer, key, value) of every key in a JSON value, at any depth."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in pairs:
        if isinstance(key, str):
            yield below(at, key), key, item
        yield from walk(item, below(at, key))


def named_ids(value: Any, at: str) -> Iterator[tuple[str, str, str]]:
    """Yield (pointer, kind, id) of every reference to a thing in the account."""
    for pointer, key, item in walk(value, at):
        if key in KINDS and isinstance(item, str):
            yield pointer, KINDS[key], item
        elif key == "group_ids" and isinstance(item, list):
            yield from ((below(pointer, index), "group", one) for index, one in enumerate(item))


def trigger_ids(definition: Mapping[str, Any], at: str) -> Iterator[tuple[str, str, str]]:
    """Yield (pointer, kind, id) of what starts a flow."""
    for index, trigger in enumerate(definition["triggers"]):
        if "id" in trigger:
            yield f"{at}/triggers/{index}/id", trigger["type"], trigger["id"]


def reference_problems(
    references: Iterator[tuple[str, str, str]], account: Mapping[str, Container[str]]
) -> Iterator[Problem]:
    """Yield references to what the account does not have; `account` holds the ids by kind."""
    for pointer, kind, name in references:
        if name not in account[kind]:
            yield Problem(pointer, f"A {kind} with the id '{name}' does not exist.", "not_found")
