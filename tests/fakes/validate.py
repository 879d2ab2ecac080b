"""Shapes of request bodies: small checks that are combined and say, with a JSON pointer, what does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a service refuses: where (a JSON pointer, or a query parameter), in words, and its code."""

    pointer: str
    detail: str
    code: str = "invalid"
    parameter: str = ""


Shape = Callable[[Any, str], Iterator[Problem]]


def below(pointer: str, key: object) -> str:
    """Return the pointer to a key below another pointer, escaped as RFC 6901 says."""
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def problems(shape: Shape, value: Any) -> list[Problem]:
    """Return everything in a body that does not fit its shape."""
    return list(shape(value, ""))


def anything(value: Any, at: str) -> Iterator[Problem]:
    """Accept every value."""
    return iter(())


def flag(value: Any, at: str) -> Iterator[Problem]:
    """Accept true and false."""
    if not isinstance(value, bool):
        yield Problem(at, "Must be true or false.")


def number(value: Any, at: str) -> Iterator[Problem]:
    """Accept a number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield Problem(at, "Must be a number.")


def whole(low: int | None = None, high: int | None = None) -> Shape:
    """Accept an integer within bounds."""

    def check(value: Any, at: str) -> Iterator[Problem]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield Problem(at, "Must be an integer.")
        elif (low is not None and value < low) or (high is not None and value > high):
            yield Problem(at, f"Must lie between {low} and {high}.")

    return check


def text(pattern: str = "", least: int = 0, most: int | None = None) -> Shape:
    """Accept a string of some length that a pattern matches in full."""

    def check(value: Any, at: str) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem(at, "Must be a string.")
        elif len(value) < least or (most is not None and len(value) > most):
            yield Problem(at, f"Must have at least {least} and at most {most} characters.")
        elif pattern and not re.fullmatch(pattern, value):
            yield Problem(at, f"Does not match {pattern}.")

    return check


def one_of(*choices: Any) -> Shape:
    """Accept one of some values; true is not 1."""

    def check(value: Any, at: str) -> Iterator[Problem]:
        if not any(value == choice and type(value) is type(choice) for choice in choices):
            yield Problem(at, f"Must be one of {', '.join(map(repr, choices))}.")

    return check


def maybe(shape: Shape) -> Shape:
    """Accept null, or what the shape accepts."""

    def check(value: Any, at: str) -> Iterator[Problem]:
        return iter(()) if value is None else shape(value, at)

    return check


def banned(words: str) -> Shape:
    """Refuse a key with these words, whatever its value; null counts as absent."""

    def check(value: Any, at: str) -> Iterator[Problem]:
        if value is not None:
            yield Problem(at, words)

    return check


def list_of(shape: Shape, least: int = 0, most: int | None = None) -> Shape:
    """Accept a list of what the shape accepts."""

    def check(value: Any, at: str) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem(at, "Must be a list.")
            return
        if len(value) < least or (most is not None and len(value) > most):
            yield Problem(at, f"Must have at least {least} and at most {most} items.")
        for index, item in enumerate(value):
            yield from shape(item, below(at, index))

    return check


def map_of(shape: Shape) -> Shape:
    """Accept an object with any keys whose values the shape accepts."""

    def check(value: Any, at: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem(at, "Must be an object.")
            return
        for key, item in value.items():
            yield from shape(item, below(at, key))

    return check


def record(shapes: Mapping[str, Shape], *, closed: bool = True) -> Shape:
    """Accept an object with these keys; a key ending in `*` is required, others are refused if `closed`."""
    known = {key.removesuffix("*"): shape for key, shape in shapes.items()}
    required = [key[:-1] for key in shapes if key.endswith("*")]

    def check(value: Any, at: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem(at, "Must be an object.")
            return
        for key in required:
            if key not in value:
                yield Problem(below(at, key), f"'{key}' is required.", "required")
        for key, item in value.items():
            if key in known:
                yield from known[key](item, below(at, key))
            elif closed:
                yield Problem(below(at, key), f"'{key}' is not a known field.", "unknown_field")

    return check


def by(tag: str, cases: Mapping[Any, Shape]) -> Shape:
    """Accept an object whose key `tag` chooses the shape it must have."""

    def check(value: Any, at: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem(at, "Must be an object.")
        elif tag not in value:
            yield Problem(below(at, tag), f"'{tag}' is required.", "required")
        elif not isinstance(value[tag], str | bool) or value[tag] not in cases:
            yield Problem(below(at, tag), f"Must be one of {', '.join(map(repr, cases))}.")
        else:
            yield from cases[value[tag]](value, at)

    return check
