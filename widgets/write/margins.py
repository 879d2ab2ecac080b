"""What stands beside the words: beats and the drag handle at the left, source, remarks and snippets at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from studio.edits.mending import label
from studio.i18n import Translator
from studio.model.findings import Finding, Severity
from studio.model.project import Project
from studio.model.trade import Beat
from widgets.names import BEATS
from widgets.write.cards import block_of_row, readable
from widgets.write.easel import GUTTER, Easel
from widgets.write.engine.rows import Row, RowKind, State
from widgets.write.snippets import snippets_in

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

    @property
    def box(self) -> QRectF:
        """Return the room of the margin: x and width."""
        left = self.easel.right + GUTTER
        return QRectF(left, 0, max(self.easel.width - left - 16, 40), 0)

    def note(self, row: Row, top: float, finding: Finding, key: str) -> None:
        """Paint a remark beside its row: a bar in its tone, a sentence, and what mends it in accent.

        Advice is quieter than what must be mended. `key` tells the controls which remark they belong to.
        """
        words, advice = self.easel.words, finding.severity is Severity.ADVICE
        parts = (finding.message, finding.reason, finding.fix)
        lines = [words.say(part) for part in parts if part]
        tip = "\n".join([*lines, *([words(finding.source)] if finding.source else [])])
        box = self._text(top, lines[0], self.easel.look.font("small"), "ink3" if advice else "ink2", 3 if advice else 4)
        self.easel.control(box, "go", row, tip, key)
        box.setBottom(self._doings(row, box, doings(words, finding), key))
        self._bar(box, TONES[finding.severity])

    def _doings(self, row: Row, box: QRectF, said: Sequence[Doing], key: str) -> float:
        """Paint what can be done about a remark, side by side where there is room, and return where it ends."""
        metrics = self.easel.metrics("smallmedium")
        x, bottom = box.left(), box.bottom() + 1
        for doing in said:
            if x > box.left() and x + metrics.horizontalAdvance(doing.words) > box.right():
                x, bottom = box.left(), bottom + metrics.height() + 1
            baseline = bottom + metrics.ascent()
            role, color = ("small", "ink3") if doing.what == "why" else ("smallmedium", "accent")
            done = self.easel.say(x, baseline, doing.words, role, color, room=box.right() - x)
            if self.easel.control(done.adjusted(-2, -2, 2, 2), doing.what, row, doing.tip, key):
                self.easel.line(done.left(), done.right(), baseline + 2, color)
            x = done.right() + 12
        return bottom + metrics.height() if said else box.bottom()

    def more(self, row: Row, count: int) -> None:
        """Paint how many more remarks there are about a row's block."""
        said = self.easel.words("+{count} more", count=count)
        top, metrics = self.floor - 4, self.easel.metrics("smallmedium")
        box = self.easel.say(self.box.left() + PAD, top + metrics.ascent(), said, "smallmedium", "accent")
        if self.easel.control(box.adjusted(-2, -2, 2, 2), "remarks", row, self.easel.words("Show all remarks here")):
            self.easel.line(box.left(), box.right(), top + metrics.ascent() + 2, "accent")
        self.floor = box.bottom() + 10

    def source(self, row: Row, top: float, most: int) -> None:
        """Paint what a row is translated from, at most so many lines; the tooltip says all of it.

        A stale one has an amber bar and the word that makes it fresh.
        """
        said = readable(self.easel, row)
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


def snippet_names(project: Project, row: Row, language: str) -> str:
    """Return the names of the snippets that a row holds or says word for word, or the empty string."""
    if "snippet." in row.words:
        held = (project.snippets.get(id_) for id_ in snippets_in(row.words))
        return ", ".join(each.name for each in held if each is not None)
    if not row.rich or not row.words:
        return ""
    return next((each.name for each in project.snippets.values() if each.text.words(language) == row.words), "")


@dataclass(frozen=True, slots=True)
class Doing:
    """Something that can be done about a remark: the control's name, its words and what a click does."""

    what: str
    words: str
    tip: str


def doings(words: Translator, finding: Finding) -> tuple[Doing, ...]:
    """Return what the margin offers about a remark: its first remedy, and why it is there."""
    if finding.id.startswith("spelling."):
        return (Doing("preferences", words("Preferences"), words("Name a folder of dictionaries")),)
    why = Doing("why", words("Why"), words("Why this matters, and what else can be done"))
    if not finding.remedies:
        return (why,)
    said = words.say(label(finding.remedies[0]))
    return (Doing("fix", said, words.say(finding.fix) if finding.fix else said), why)
