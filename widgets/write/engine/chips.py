"""Merge tags as chips: one character each in the document, painted on the marker colour with the plain word."""

from __future__ import annotations

from collections.abc import Mapping

from immutables import Map
from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat

from studio.errors import StudioError
from studio.i18n import Translator
from studio.model.project import Snippet
from studio.tags.catalogue import SNIPPET, label
from studio.tags.parser import parse_tag
from studio.tags.tree import Else, End, If
from widgets.desk import Desk
from widgets.write.engine.faces import TAG

UNNAMED: Mapping[str, Snippet] = Map()
PAD, MOST = 6, 34
"""Pixels beside a chip's words, and how many characters they have at most."""


def chip_words(words: Translator, source: str, snippets: Mapping[str, Snippet] = UNNAMED) -> str:
    """Return what a chip says: "first name | du" for a value with a fallback, "if first name", "otherwise", "end".

    One that stands for a snippet says its name.
    """
    try:
        node = parse_tag(source)
    except StudioError:
        return source or "?"
    if isinstance(node, If):
        return words("if {name}", name=label(node.path))
    if isinstance(node, (Else, End)):
        return words("otherwise") if isinstance(node, Else) else words("end")
    if snippet := snippets.get(node.path.removeprefix(SNIPPET)):
        return snippet.name
    fallback = node.filter("default")
    return f"{words.say(label(node.path))} | {fallback.text}" if fallback else words.say(label(node.path))


def is_understood(source: str) -> bool:
    """Tell whether a merge tag follows the grammar; the chip of one that does not is painted as wrong."""
    try:
        parse_tag(source)
    except StudioError:
        return False
    return True


class Chips(QPyTextObject):
    """Measures and paints the chips of a document."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Say chips in the language of the window, and snippets by their names in the open project."""
        super().__init__(parent)
        self._desk, self._look = desk, desk.look
        self._names: dict[tuple[str, Snippet | None], str] = {}
        self._said: dict[tuple[str, str, int], tuple[str, QFont, float, float]] = {}

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002, ARG002, N802, N803 - Qt's names
        """Return the room a chip takes on its line."""
        _, _, width, height = self._chip(format)
        return QSizeF(width, height)

    def drawObject(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,  # noqa: ARG002
        posInDocument: int,  # noqa: ARG002, N803 - Qt's name
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> None:
        """Paint a chip; its words stand on the baseline of the line, which is the foot of `rect`."""
        words, font, _, height = self._chip(format)
        good = is_understood(format.stringProperty(TAG))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("mark" if good else "badSoft"))
        box = QRectF(rect)
        painter.drawRoundedRect(box.adjusted(1, 0, -1, height * 0.42), 4, 4)
        painter.setPen(self._look.color("ink" if good else "bad"))
        painter.setFont(font)
        painter.drawText(QPointF(box.left() + PAD, box.bottom()), words)
        painter.restore()

    def _chip(self, made: QTextFormat) -> tuple[str, QFont, float, float]:
        source = made.stringProperty(TAG)
        base = made.toCharFormat() if not isinstance(made, QTextCharFormat) else made
        pixels = max(11, base.font().pixelSize() - 2)
        words = self._words(source)
        key = (source, words, pixels)
        if key not in self._said:
            font = QFont(self._look.font("body"))
            font.setPixelSize(pixels)
            words = words if len(words) <= MOST else f"{words[: MOST - 1]}…"
            metrics = QFontMetricsF(font)
            self._said[key] = (words, font, metrics.horizontalAdvance(words) + 2 * PAD, metrics.ascent() - 1)
        return self._said[key]

    def _words(self, source: str) -> str:
        session = self._desk.session
        named = session.is_open and source.startswith(SNIPPET)
        held = session.project.snippets if named else UNNAMED
        key = (source, held.get(source.removeprefix(SNIPPET)) if named else None)
        if key not in self._names:
            self._names[key] = chip_words(self._desk.words, source, held)
        return self._names[key]
