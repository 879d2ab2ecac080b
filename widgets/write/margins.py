"""What stands beside the words: beats and the drag handle at the left, source, remarks and snippets at the right."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from studio.model.findings import Finding, Severity
from studio.model.project import Project
from studio.model.trade import Beat
from widgets.names import BEATS
from widgets.write.cards import block_of_row, readable
from widgets.write.easel import GUTTER, Easel
from widgets.write.engine.rows import Row, RowKind, State

TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.ADVICE: "line2"}
PAD = 10


def paint_beat(easel: Easel, row: Row, *, current: bool, hovered: bool) -> None:
    """Paint the beat of a block beside its first row, in accent where the caret is, and the handle to drag it by."""
    block = block_of_row(easel.project, row)
    if block is None:
        return
    edge, baseline = easel.left - GUTTER, first_line(easel, row)
    if row.variant:
        letter = easel.project.variants[row.variant].name
        said = easel.words("only {variant}", variant=letter)
        easel.say_before(edge, baseline, said, "smallmedium", "accent", room=edge - 4)
        return
    if block.beat is not Beat.NONE or current or hovered:
        word = easel.words(BEATS[block.beat]) if block.beat is not Beat.NONE else easel.words("+ beat")
        box = easel.say_before(edge, baseline, word, "small", "accent" if current else "ink3", room=edge - 4)
        if easel.control(
            box.adjusted(-4, -4, 0, 4), "beat", row, easel.words("Choose what this block does in the story")
        ):
            easel.line(box.left(), box.right(), baseline + 2, "line2")
    if hovered:
        middle = baseline - 5
        handle = QRectF(easel.left - GUTTER + 1, middle - 9, 16, 18)
        over = easel.control(handle, "handle", row, easel.words("Drag to move this block"))
        easel.icon(handle, "ph.dots-six-vertical", "ink2" if over else "ink3")


def first_line(easel: Easel, row: Row) -> float:
    """Return the baseline on which words in the margin stand beside a row; beside a card its middle."""
    if row.kind is RowKind.CARD:
        return easel.places.rect(row).center().y() + easel.metrics("small").capHeight() / 2
    return easel.places.baseline(row)


@dataclass
class RightMargin:
    """The right margin of one painting: notes stand beside what they are about, and below each other where crowded."""

    easel: Easel
    floor: float = -1e9
    shown: set[str] = field(default_factory=set)

    @property
    def box(self) -> QRectF:
        """Return the room of the margin: x and width."""
        left = self.easel.right + GUTTER
        return QRectF(left, 0, max(self.easel.width - left - 16, 40), 0)

    def note(self, row: Row, top: float, finding: Finding) -> None:
        """Paint a remark beside its row: a bar in its tone, a sentence, and what to do about it in accent."""
        if not _is_about(finding, row) or _name(finding) in self.shown:
            return
        self.shown.add(_name(finding))
        said = self.easel.words.say(finding.message)
        fix = self.easel.words.say(finding.fix) if finding.fix else ""
        tip = "\n".join(filter(None, (said, fix, finding.source and self.easel.words(finding.source))))
        box = self._text(top, said, self.easel.look.font("small"), "ink2", 4)
        if fix:
            inner = QRectF(box.left(), box.bottom() + 1, box.width(), 0)
            under = self.easel.say_wrapped(inner, fix, self.easel.look.font("smallmedium"), "accent", 3)
            self.easel.control(under, "fix", row, tip, finding.id)
            box.setBottom(under.bottom())
        self._bar(box, TONES[finding.severity])
        self.easel.control(box, "", row, tip)

    def source(self, row: Row, top: float, most: int) -> None:
        """Paint what a row is translated from, at most so many lines; the tooltip says all of it.

        A stale one has an amber bar and the word that makes it fresh.
        """
        said = readable(self.easel.words, row)
        box = self._text(top, said, source_font(self.easel), "ink3", most)
        self.easel.control(box, "", row, said)
        if row.state is State.STALE:
            word = self.easel.words("Mark as checked")
            baseline = box.bottom() + self.easel.metrics("smallmedium").ascent() + 1
            done = self.easel.say(box.left(), baseline, word, "smallmedium", "accent", room=box.width())
            self.easel.control(
                done, "checked", row, self.easel.words("The translation still says what the source says")
            )
            box.setBottom(done.bottom())
        self._bar(box, "warn" if row.state in (State.STALE, State.MISSING) else "line")

    def snippet(self, baseline: float, name: str) -> None:
        """Paint that the words of a row are a snippet of the project."""
        if baseline - 12 < self.floor:
            return
        x = self.box.left()
        self.easel.icon(QRectF(x, baseline - 11, 13, 13), "ph.link-simple", "ink3")
        said = self.easel.words("snippet: {name}", name=name)
        self.easel.say(x + 17, baseline, said, "small", "ink3", room=self.box.width() - 17)
        self.floor = baseline + 8

    def _text(self, top: float, words: str, font: QFont, color: str, most: int) -> QRectF:
        room = self.box
        inner = QRectF(room.left() + PAD, max(top, self.floor), room.width() - PAD, 0)
        return self.easel.say_wrapped(inner, words, font, color, most)

    def _bar(self, box: QRectF, color: str) -> None:
        self.easel.fill(QRectF(self.box.left(), box.top() - 1, 2, box.height() + 2), color)
        self.floor = box.bottom() + 10


def source_font(easel: Easel) -> QFont:
    """Return the small serif italic in which sources stand beside their translation."""
    font = QFont(easel.look.font("manuscriptitalic"))
    font.setPixelSize(13)
    return font


def snippet_name(project: Project, row: Row, language: str) -> str:
    """Return the name of the snippet whose words a row says, or the empty string."""
    if not row.rich or not row.words:
        return ""
    return next((each.name for each in project.snippets.values() if each.text.words(language) == row.words), "")


def _is_about(finding: Finding, row: Row) -> bool:
    """Tell whether a remark belongs beside a row: a block's beside the block, a variant's beside its subject."""
    place = finding.place
    if place.message != row.message or finding.id.startswith("translation."):
        return False
    if place.block:
        return place.block == row.block and row.variant in ("", place.variant)
    if place.variant:
        return row.kind is RowKind.SUBJECT and row.variant == place.variant
    return row.kind is RowKind.HEAD


def _name(finding: Finding) -> str:
    return f"{finding.id} {finding.place.message} {finding.place.block} {finding.message}"
