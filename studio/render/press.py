"""Drawing and compiling by shape: what a mail looks like depends on which words it has, not on what they say.

Jinja2 and mrml see numbered gaps instead of words. The drawing of a shape is remembered, so the next message of the
same shape (another language, persona or service, or the next keystroke) only has its words put in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from studio.render.engine import compile_mjml, draw_mjml
from studio.render.look import Look
from studio.render.said import Entry, Link, Picture, Said

_GAP = re.compile(r"fabelgap([0-9]+)z")
Drawing = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawn and compiled mail with the words for its gaps, merge tags still held out."""

    drawn: Drawing
    compiled: Drawing
    words: list[str]

    @property
    def mjml(self) -> str:
        """The MJML with its words."""
        return _filled(self.drawn, self.words)

    @property
    def html(self) -> str:
        """The HTML with its words."""
        return _filled(self.compiled, self.words)


def press(look: Look, mail: Mapping[str, object]) -> Sheet:
    """Return a mail whose frame and block views are given, drawn and compiled."""
    words: list[str] = []
    shape = _shape(mail, words)
    return Sheet(*_drawn(look, shape), words)


def _shape(value: Any, words: list[str]) -> Any:  # noqa: ANN401 - whatever a view may hold
    kind = type(value)
    if kind is Said:
        return _gap(value, words)
    if kind is tuple or kind is list:
        return tuple([_shape(item, words) for item in value])
    if kind is dict:
        return _Shape([(key, _shape(item, words)) for key, item in value.items() if key != "id"])
    if kind is Picture:
        return Picture(_gap(value.src, words), _gap(value.alt, words), value.width)
    if kind is Link:
        return Link(_gap(value.label, words), _gap(value.url, words))
    return Entry(_gap(value.title, words), _gap(value.text, words)) if kind is Entry else value


class _Shape(tuple[tuple[str, Any], ...]):
    """A view as a value that can be remembered: its keys with their shapes."""

    __slots__ = ()


def _gap(said: Said, words: list[str]) -> Said:
    if not said.html:
        return said
    words.append(said.html)
    return _numbered(len(words) - 1)


@cache
def _numbered(number: int) -> Said:
    mark = f"fabelgap{number}z"
    return Said(mark, mark)


@lru_cache(maxsize=256)
def _drawn(look: Look, shape: _Shape) -> tuple[Drawing, Drawing]:
    mjml = draw_mjml(look, _unfolded(shape))
    return _parted(mjml), _parted(compile_mjml(mjml))


def _unfolded(shape: Any) -> Any:  # noqa: ANN401
    if type(shape) is _Shape:
        return {key: _unfolded(item) for key, item in shape}
    return tuple(_unfolded(item) for item in shape) if type(shape) is tuple else shape


def _parted(text: str) -> Drawing:
    return tuple(int(part) if index % 2 else part for index, part in enumerate(_GAP.split(text)))


def _filled(drawing: Drawing, words: list[str]) -> str:
    return "".join([part if isinstance(part, str) else words[part] for part in drawing])
