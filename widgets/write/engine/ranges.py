"""Deleting what is selected, within a row or across blocks and messages, as one edit."""

from __future__ import annotations

from collections.abc import Sequence

from studio.edits.blocks import remove_block
from studio.edits.flowing import join_block
from studio.errors import StudioError
from studio.model.project import Project
from studio.model.spans import Span
from widgets.here import Spot
from widgets.write.engine.hand import Hand, Stretch
from widgets.write.engine.reading import text_of
from widgets.write.engine.rows import Row
from widgets.write.engine.writing import Sign, signs, spans_again


def cut(hand: Hand, stretch: Stretch, said: Sequence[Span] = (), *, join: bool = True) -> tuple[Project, Spot]:
    """Return the project without what is selected but with `said` in its place, and where the caret belongs then.

    Blocks that lie wholly inside go, the first and last row keep what is outside, and where both flow they become one
    (`join`). Subjects, preheaders, heads and messages in between stay.
    """
    told = signs(said)
    if not stretch.crosses:
        old, row = hand.signs(stretch.first), hand.page.rows[stretch.first]
        new = [*old[: stretch.start], *told, *old[stretch.end :]]
        return hand.said(hand.project, row, new), hand.spot(row, stretch.start + len(told))
    return _Cut(hand, stretch).made(told, join=join)


def covered(hand: Hand, stretch: Stretch) -> list[str]:
    """Return the ids of the blocks that lie wholly within a stretch, in order."""
    rows = hand.page.rows
    ends: dict[str, list[int]] = {}
    for number in range(stretch.first, stretch.last + 1):
        if rows[number].block:
            ends.setdefault(rows[number].block, []).append(number)
    return [block for block, numbers in ends.items() if _is_within(hand, stretch, numbers)]


def _is_within(hand: Hand, stretch: Stretch, numbers: list[int]) -> bool:
    rows, block = hand.page.rows, hand.page.rows[numbers[0]].block
    if numbers[0] and rows[numbers[0] - 1].block == block:
        return False
    if numbers[-1] + 1 < len(rows) and rows[numbers[-1] + 1].block == block:
        return False
    if numbers[0] == stretch.first and stretch.start:
        return False
    return numbers[-1] != stretch.last or stretch.end == len(hand.signs(stretch.last)) or rows[numbers[-1]].is_protected


class _Cut:
    """One deletion over several rows: what goes, what stays, and the row that takes what is said instead."""

    def __init__(self, hand: Hand, stretch: Stretch) -> None:
        self._hand, self._stretch = hand, stretch
        self._first, self._last = hand.page.rows[stretch.first], hand.page.rows[stretch.last]
        self._head = hand.signs(stretch.first)[: stretch.start]
        self._tail = hand.signs(stretch.last)[stretch.end :]
        self._whole = covered(hand, stretch)
        self._takes_first = self._choose()

    def _choose(self) -> bool:
        """Tell whether the first row takes what is said; it stays then, and else the last one."""
        first, last = self._stays(self._stretch.first), self._stays(self._stretch.last)
        takes_first = first or (not last and self._hand.page.is_open(self._stretch.first))
        taker = self._first if takes_first else self._last
        if taker.block in self._whole and not taker.is_protected:
            self._whole.remove(taker.block)
        return takes_first

    def _stays(self, number: int) -> bool:
        return self._hand.page.is_open(number) and self._hand.page.rows[number].block not in self._whole

    def made(self, told: list[Sign], *, join: bool) -> tuple[Project, Spot]:
        project = self._between(self._hand.project)
        if self._takes_first:
            project = self._joined(project, told) if join and self._flow() else self._apart(project, told)
            aim = self._hand.spot(self._first, self._stretch.start + len(told))
            if not join and self._stays(self._stretch.last):
                aim = self._hand.spot(self._last)
        else:
            project = self._hand.said(project, self._last, [*told, *self._tail])
            aim = self._hand.spot(self._last, len(told))
        for block in self._whole:
            project = remove_block(project, block)
        return project, aim

    def _flow(self) -> bool:
        first, last = self._first, self._last
        return first.flows and last.flows and first.message == last.message and last.block not in self._whole

    def _joined(self, project: Project, told: list[Sign]) -> Project:
        words = text_of(spans_again([*self._head, *told, *self._tail]), self._first.rich)
        try:
            return join_block(project, self._last.block, self._first.block, self._hand.language, words)
        except StudioError:
            return self._apart(project, told)

    def _apart(self, project: Project, told: list[Sign]) -> Project:
        project = self._hand.said(project, self._first, [*self._head, *told])
        if self._last.block not in self._whole and self._hand.page.is_open(self._stretch.last):
            project = self._hand.said(project, self._last, self._tail)
        return project

    def _between(self, project: Project) -> Project:
        for number in range(self._stretch.first + 1, self._stretch.last):
            row = self._hand.page.rows[number]
            if self._empties(number, row):
                project = self._hand.said(project, row, [])
        return project

    def _empties(self, number: int, row: Row) -> bool:
        stays = row.block and row.block not in self._whole and self._hand.page.is_open(number)
        return bool(stays and row.words)
