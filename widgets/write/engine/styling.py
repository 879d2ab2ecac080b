"""Bold, italic and links: of what is selected, or of what is typed next."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from studio.model.spans import Style, Words
from widgets.write.engine.hand import Hand
from widgets.write.engine.inserting import insert_spans, typing_style
from widgets.write.engine.reading import BREAK_SIGN
from widgets.write.engine.rows import Row
from widgets.write.engine.writing import Sign


def toggle(hand: Hand, mark: str) -> None:
    """Make what is selected bold or italic (`mark` names the field of Style), or no longer if all of it is."""
    stretch, row = hand.stretch(), hand.caret.row
    if row is None or not row.rich:
        return
    if not hand.caret.cursor.hasSelection():
        style = typing_style(hand)
        _type_as(hand, row, _styled(style, mark, not getattr(style, mark)))
        return
    parts = _parts(hand)
    chosen = [sign for number, start, end in parts for sign in hand.signs(number)[start:end] if not sign.char.isspace()]
    value = not all(getattr(sign.style, mark) for sign in chosen)
    project = hand.project
    for number, start, end in parts:
        told = hand.signs(number)
        told[start:end] = [_with(sign, mark, value) for sign in told[start:end]]
        project = hand.said(project, hand.page.rows[number], told)
    label = hand.desk.words("Bold") if mark == "bold" else hand.desk.words("Italic")
    hand.do(label, project, None)
    _select(hand, stretch.first, stretch.start, stretch.last, stretch.end)


def _with(sign: Sign, mark: str, value: bool | str) -> Sign:
    return sign if sign.char == BREAK_SIGN else sign._replace(style=_styled(sign.style, mark, value))


def _styled(style: Style, mark: str, value: bool | str) -> Style:
    changed: dict[str, Any] = {mark: value}
    return replace(style, **changed)


def _parts(hand: Hand) -> list[tuple[int, int, int]]:
    """Return the rows of rich text in the selection, each with where the selection begins and ends in it."""
    stretch, rows = hand.stretch(), hand.page.rows
    parts = []
    for number in range(stretch.first, stretch.last + 1):
        if rows[number].rich and hand.page.is_open(number) and rows[number].spoken:
            start = stretch.start if number == stretch.first else 0
            parts.append((number, start, stretch.end if number == stretch.last else len(hand.signs(number))))
    return parts


def _select(hand: Hand, first: int, start: int, last: int, end: int) -> None:
    cursor = hand.caret.cursor
    cursor.setPosition(hand.caret.position(first, start))
    cursor.setPosition(hand.caret.position(last, end), cursor.MoveMode.KeepAnchor)
    hand.editor.setTextCursor(cursor)


def _type_as(hand: Hand, row: Row, style: Style) -> None:
    hand.editor.setCurrentCharFormat(hand.page.faces.chars(row.look, style))


def leave_link(hand: Hand) -> None:
    """Let what is typed at the end of a link, or after a chip, stand outside it."""
    row, style = hand.caret.row, typing_style(hand)
    if row is None or not style.link or hand.caret.cursor.hasSelection():
        return
    told, offset = hand.signs(hand.caret.number), hand.caret.offset(hand.caret.cursor)
    if offset == len(told) or told[offset].style.link != style.link:
        _type_as(hand, row, replace(style, link=""))


def link_at(hand: Hand) -> tuple[str, int, int]:
    """Return the address of the link at the caret or at the start of the selection, and where it begins and ends."""
    stretch = hand.stretch()
    told = hand.signs(stretch.first)
    inside = [number for number in (stretch.start, stretch.start - 1) if 0 <= number < len(told)]
    found = next((number for number in inside if told[number].style.link), None)
    if found is None:
        return "", stretch.start, stretch.start
    start = end = found
    while start and told[start - 1].style.link == told[found].style.link:
        start -= 1
    while end < len(told) and told[end].style.link == told[found].style.link:
        end += 1
    return told[found].style.link, start, end


def set_link(hand: Hand, address: str, words: str) -> None:
    """Link what is selected, or the link at the caret anew, or `words` put in there; no address unlinks."""
    stretch, row = hand.stretch(), hand.caret.row
    if row is None or not row.rich or stretch.crosses:
        return
    start, end = stretch.start, stretch.end
    if start == end:
        _, start, end = link_at(hand)
    if start == end:
        if address:
            insert_spans(hand, [Words(words or address, Style(link=address))])
        return
    told = hand.signs(stretch.first)
    told[start:end] = [_with(sign, "link", address) for sign in told[start:end]]
    project = hand.said(hand.project, row, told)
    hand.do(hand.desk.words("Link") if address else hand.desk.words("Remove link"), project, hand.spot(row, end))
