"""Letters that are marked under the words: a marker's stroke where a remark means them, a wave where none knows them.

A mark remembers what its row said when it was made, so that it stays under its letters while others are typed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from studio.model.spans import shown_places
from widgets.write.easel import Easel
from widgets.write.engine.rows import Key, Row

WAVE, STEP = 1.4, 2.0
"""Pixels by which a wave goes up and down, and from one turn to the next."""
LEAST = 5
"""Pixels of a mark for a place between letters."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """Characters of a row, counted in its source as it was (`said`); `wavy` under words that no dictionary has."""

    key: Key
    start: int
    end: int
    said: str
    wavy: bool = False

    def now(self, words: str) -> Stroke | None:
        """Return the mark where its row says `words` by now; None where its own letters are gone."""
        if words == self.said:
            return self
        return _moved(self, words)


@lru_cache(maxsize=4096)
def _moved(stroke: Stroke, words: str) -> Stroke | None:
    head = _alike(stroke.said, words)
    tail = _alike(stroke.said[head:][::-1], words[head:][::-1])
    shift, stop = len(words) - len(stroke.said), len(stroke.said) - tail
    grows = stop == head and words[head : head + 1].isalnum()
    if stroke.end < head or (stroke.end == head and not grows):
        return replace(stroke, said=words)
    if stroke.start >= stop:
        return replace(stroke, start=stroke.start + shift, end=stroke.end + shift, said=words)
    if stroke.start <= head and stroke.end >= stop and stroke.start < stroke.end + shift:
        return replace(stroke, end=stroke.end + shift, said=words)
    return None


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(_is_same, zip(one, other, strict=False)))


def _is_same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]


def shown_span(stroke: Stroke, rich: bool) -> tuple[int, int]:
    """Return where a mark begins and ends among the characters that a writer sees."""
    places = _places(stroke.said, rich)
    return bisect_left(places, stroke.start), bisect_left(places, stroke.end)


@lru_cache(maxsize=512)
def _places(words: str, rich: bool) -> tuple[int, ...]:
    return shown_places(words, rich=rich)


class Strokes:
    """The marks of the manuscript, by their row."""

    def __init__(self) -> None:
        """Begin without any."""
        self._held: dict[bool, dict[Key, list[Stroke]]] = {False: {}, True: {}}

    def show(self, strokes: Iterable[Stroke], *, wavy: bool) -> None:
        """Show other marks of one sort."""
        held: dict[Key, list[Stroke]] = defaultdict(list)
        for stroke in strokes:
            held[stroke.key].append(stroke)
        self._held[wavy] = dict(held)

    def of(self, row: Row) -> Iterator[Stroke]:
        """Yield the marks of a row as it stands now, waves last."""
        for held in self._held.values():
            for stroke in held.get(row.key, ()):
                if now := stroke.now(row.words):
                    yield now

    def wave_at(self, row: Row, offset: int) -> Stroke | None:
        """Return the wave at a character of a row, its end included, as it was made; None where there is none."""
        for stroke in self._held[True].get(row.key, ()):
            if now := stroke.now(row.words):
                start, end = shown_span(now, row.rich)
                if start <= offset <= end:
                    return stroke
        return None


def paint_strokes(easel: Easel, row: Row, strokes: Iterable[Stroke]) -> None:
    """Paint the marks of a row."""
    base: float | None = None
    for stroke in strokes:
        if base is None:
            base = easel.places.baseline(row) - easel.places.rect(row).top()
        start, end = shown_span(stroke, row.rich)
        for box in easel.places.spans(row, start, end):
            _paint(easel, box, box.top() + base, wavy=stroke.wavy)


def _paint(easel: Easel, box: QRectF, baseline: float, *, wavy: bool) -> None:
    if box.width() < LEAST:
        box = box.adjusted(-LEAST / 2, 0, LEAST / 2, 0)
    if wavy:
        _wave(easel, box.left(), box.right(), baseline + 4)
    else:
        easel.fill(QRectF(box.left() - 1, baseline - 4, box.width() + 2, 9), "mark", 2)


def _wave(easel: Easel, x: float, end: float, y: float) -> None:
    path, up = QPainterPath(QPointF(x, y)), True
    while x < end:
        x = min(x + STEP, end)
        path.lineTo(x, y - WAVE if up else y + WAVE)
        up = not up
    easel.painter.setBrush(Qt.BrushStyle.NoBrush)
    easel.painter.setPen(QPen(easel.color("bad"), 1))
    easel.painter.drawPath(path)
