"""What the cells of the two boards say: blocks by beat, and answers by objection, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from studio.checks.arc import BEATS, Answer, Cell, Doubt, Row
from studio.checks.arc import Line as MatrixLine
from studio.i18n import Translator
from studio.model.called import KIND_NAMES, OBJECTION_NAMES
from studio.model.outline import moments
from studio.model.project import Project
from widgets.check.heads import MessageHead, heads_of
from widgets.check.review import Outcome
from widgets.names import ANGLES
from widgets.names import BEATS as BEAT_NAMES
from widgets.plainly import Reading

TEXTS = ("text", "label", "value")
"""The texts of a block that a cell may quote, the first that has words."""
ARROW = " → "
MOST_ANGLES = 8
"""More turns of the arc are told as the first ones."""


class Mark(Enum):
    """What a cell of a board is."""

    NOTHING = auto()
    WORDS = auto()
    THING = auto()
    GAP = auto()
    AIMED = auto()
    ANSWERED = auto()
    BOTH = auto()


@dataclass(frozen=True, slots=True)
class Told:
    """A cell in words: what it shows, all of it as it is spoken, the tooltip, and the place it leads to."""

    mark: Mark
    words: str
    more: str
    spoken: str
    tip: str
    message: str
    block: str = ""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A row of a board: its cells, and what heads it."""

    cells: tuple[Told, ...]
    spoken: str
    head: MessageHead | None = None
    doubt: DoubtHead | None = None


@dataclass(frozen=True, slots=True)
class DoubtHead:
    """An objection in words: its share of lost carts, its name, where that is from, and the word of a gap."""

    share: str
    name: str
    source: str
    gap: str


def beat_rows(outcome: Outcome, words: Translator) -> tuple[BoardRow, ...]:
    """Return the rows of the beat board."""
    heads = heads_of(outcome.board, words)
    return tuple(_beat_row(outcome, row, heads[row.message], words) for row in outcome.board.rows)


def _beat_row(outcome: Outcome, row: Row, head: MessageHead, words: Translator) -> BoardRow:
    gaps = {gap.beat: words.say(gap.said) for gap in row.gaps}
    reading = Reading(outcome.project, outcome.project.messages[row.message], words, outcome.language)
    cells = tuple(_beat_cell(cell, row, gaps.get(cell.beat, ""), reading) for cell in row.cells)
    return BoardRow(cells, head.spoken, head)


def _beat_cell(cell: Cell, row: Row, gap: str, reading: Reading) -> Told:
    words, beat = reading.words, reading.words(BEAT_NAMES[cell.beat])
    if not cell.blocks:
        said = words("{message}, {beat}: nothing", message=row.name, beat=beat)
        mark = Mark.GAP if gap else Mark.NOTHING
        shown = words("missing") if gap else ""
        return Told(mark, shown, "", gap or said, gap, row.message)
    block, quoted = _quoted(cell, reading)
    count = len(cell.blocks)
    more = "" if count == 1 else words("and 1 more") if count == 2 else words("and {count} more", count=count - 1)
    kind = reading.project.blocks[block].kind
    shown = quoted or words(KIND_NAMES.get(kind, kind))
    parts = (words("{message}, {beat}: {words}", message=row.name, beat=beat, words=shown), more)
    spoken = " · ".join(part for part in parts if part)
    return Told(Mark.WORDS if quoted else Mark.THING, shown, more, spoken, quoted, row.message, block)


def _quoted(cell: Cell, reading: Reading) -> tuple[str, str]:
    """Return the first block that has words and the words; the first block of all where none has."""
    for id_ in cell.blocks:
        block = reading.project.blocks[id_]
        for name in TEXTS:
            if said := reading.plain(block.words(name, reading.language).strip().partition("\n")[0]):
                return id_, said
    return cell.blocks[0], ""


def arc_words(outcome: Outcome, words: Translator) -> str:
    """Return the line of the arc in a sentence: angles in their order, and when the messages leave."""
    rows = outcome.board.rows
    angles = [row.angle for number, row in enumerate(rows) if number == 0 or rows[number - 1].angle is not row.angle]
    named = [words(ANGLES[angle]) for angle in angles]
    if len(named) > MOST_ANGLES:
        named = [*named[:MOST_ANGLES], "…"]
    times = words.say(moments(row.sent.least for row in rows))
    arc = ARROW.join(named)
    arc = arc[:1].upper() + arc[1:]
    if len(rows) == 1:
        return words("{arc}, in one message: {times}.", arc=arc, times=times)
    return words("{arc}, in {count} messages: {times}.", arc=arc, count=len(rows), times=times)


def objection_rows(outcome: Outcome, words: Translator) -> tuple[BoardRow, ...]:
    """Return the rows of the matrix."""
    names = {row.message: row.name for row in outcome.board.rows}
    return tuple(_objection_row(outcome, line, names, words) for line in outcome.matrix.lines)


def _objection_row(outcome: Outcome, line: MatrixLine, names: dict[str, str], words: Translator) -> BoardRow:
    doubt = _doubt(line, words)
    cells = []
    for message in outcome.matrix.messages:
        where = words("{objection}, {message}", objection=doubt.name, message=names.get(message, message))
        cells.append(_answer(line.answer(message), message, where, outcome.project, words))
    return BoardRow(tuple(cells), " · ".join(part for part in _doubt_parts(doubt) if part), doubt=doubt)


def _doubt(line: MatrixLine, words: Translator) -> DoubtHead:
    doubt: Doubt = line.doubt
    name = words(OBJECTION_NAMES[doubt.objection])
    share = words("{share} %", share=doubt.share) if doubt.share else ""
    source = words("of lost carts · {source}", source=doubt.source) if share else doubt.source
    return DoubtHead(share, name[:1].upper() + name[1:], source, words("no answer yet") if line.gap else "")


def _doubt_parts(doubt: DoubtHead) -> tuple[str, ...]:
    return doubt.name, f"{doubt.share} {doubt.source}".strip(), doubt.gap


def _answer(answer: Answer | None, message: str, where: str, project: Project, words: Translator) -> Told:
    if answer is None:
        said = words("{place}: no answer", place=where)
        return Told(Mark.NOTHING, "", "", said, "", message)
    kinds = dict.fromkeys(words(KIND_NAMES[project.blocks[block].kind]) for block in answer.blocks)
    named = ", ".join(kinds)
    if not answer.blocks:
        tip, mark = words("The message is written for it."), Mark.AIMED
    elif answer.declared:
        tip, mark = words("The message is written for it, and answers it in: {blocks}.", blocks=named), Mark.BOTH
    else:
        tip, mark = words("Answered in: {blocks}.", blocks=named), Mark.ANSWERED
    block = answer.blocks[0] if answer.blocks else ""
    return Told(mark, "", "", words("{place}: {said}", place=where, said=tip), tip, message, block)


def objection_words(outcome: Outcome, words: Translator) -> str:
    """Return how many objections are answered, and the heaviest that is not."""
    lines = outcome.matrix.lines
    gaps = [line for line in lines if line.gap]
    if not gaps:
        return words("All {count} objections are answered.", count=len(lines))
    name = words(OBJECTION_NAMES[gaps[0].doubt.objection])
    answered = len(lines) - len(gaps)
    return words(
        "{answered} of {count} objections are answered; the heaviest that is not: {name}.",
        answered=answered,
        count=len(lines),
        name=name,
    )


def beat_names(words: Translator) -> tuple[str, ...]:
    """Return the names of the columns of the beat board."""
    return tuple(words(BEAT_NAMES[beat]) for beat in BEATS)
