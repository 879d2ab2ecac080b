"""What a flow does as a story and as an answer: its beats message by message, and the objections it meets.

Pure data for the window's two boards and for JSON. `OBJECTIONS` ranks what holds buyers back as document 002 does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from studio.i18n import N_, Sentence, sentence
from studio.model.message import Block, Message
from studio.model.project import Project
from studio.model.sequence import Sequence, walk
from studio.model.steps import Send
from studio.model.times import Span, spans
from studio.model.trade import Angle, Beat, Channel, Objection

BEATS = (Beat.HOOK, Beat.STAKES, Beat.TURN, Beat.PROOF, Beat.CALL)
"""The beats of a story in their order: the columns of the board."""
FIRST_WORDS = 60
"""A cell shows at most so many characters of its first block."""

_MISSING = {
    Beat.HOOK: N_("“{message}” has no hook: nothing makes the reader go on."),
    Beat.STAKES: N_("“{message}” has no stakes: nothing says why it matters."),
    Beat.TURN: N_("“{message}” has no turn: nothing changes between its beginning and its end."),
    Beat.PROOF: N_("“{message}” has no proof: the reader has to take our word."),
    Beat.CALL: N_("“{message}” has no call: it does not say what to do next."),
}
_MISSING_EVERYWHERE = {
    Beat.HOOK: N_("No message of the flow has a hook."),
    Beat.STAKES: N_("No message of the flow has stakes."),
    Beat.TURN: N_("No message of the flow has a turn, so it is no story yet."),
    Beat.PROOF: N_("No message of the flow has proof."),
    Beat.CALL: N_("No message of the flow has a call."),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """A beat that is missing in a message, or (`message` empty) in the whole flow."""

    beat: Beat
    said: Sentence
    message: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What does one beat in one message: the blocks in reading order and the first words of the first that has any."""

    beat: Beat
    blocks: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A message of the board: when it leaves (its earliest send), its cells in the order of `BEATS`, and its gaps.

    Only e-mails have gaps: a shorter message is one block and does one thing.
    """

    message: str
    name: str
    channel: Channel
    angle: Angle
    sent: Span
    cells: tuple[Cell, ...]
    gaps: tuple[Gap, ...] = ()

    @property
    def day(self) -> int:
        """Return the day on which it leaves at the earliest; the trigger happens on day 0."""
        return self.sent.least // 1440


@dataclass(frozen=True, slots=True)
class Board:
    """The beats of a flow in one language: `rows` in sending order, `gaps` of the whole flow."""

    rows: tuple[Row, ...]
    gaps: tuple[Gap, ...]


def beat_board(project: Project, flow: Sequence, language: str) -> Board:
    """Return what each message of a flow does in the story, in the words of `language`."""
    rows = tuple(_row(project, message, sent, language) for message, sent in _sent(project, flow))
    held = {cell.beat for row in rows for cell in row.cells if cell.blocks}
    missing = (beat for beat in BEATS if rows and beat not in held)
    return Board(rows, tuple(Gap(beat, Sentence(_MISSING_EVERYWHERE[beat])) for beat in missing))


def _sent(project: Project, flow: Sequence) -> list[tuple[Message, Span]]:
    """Return the messages of a flow, each with its earliest send, in the order in which they leave."""
    times = spans(flow.steps)
    earliest: dict[str, Span] = {}
    for step in walk(flow.steps):
        if isinstance(step, Send) and step.message in project.messages:
            sent, before = times[step.id], earliest.get(step.message)
            earliest[step.message] = sent if before is None or sent.least < before.least else before
    order = sorted(earliest, key=lambda message: earliest[message].least)
    return [(project.messages[message], earliest[message]) for message in order]


def _row(project: Project, message: Message, sent: Span, language: str) -> Row:
    blocks = [project.blocks[block] for block in message.blocks]
    cells = tuple(_cell(beat, blocks, language) for beat in BEATS)
    email = message.channel is Channel.EMAIL
    missing = [cell.beat for cell in cells if email and not cell.blocks]
    gaps = tuple(Gap(beat, Sentence(_MISSING[beat], {"message": message.name}), message.id) for beat in missing)
    return Row(message.id, message.name, message.channel, message.angle, sent, cells, gaps)


def _cell(beat: Beat, blocks: list[Block], language: str) -> Cell:
    doing = [block for block in blocks if block.beat is beat]
    words = (_first_words(block, language) for block in doing)
    return Cell(beat, tuple(block.id for block in doing), next((said for said in words if said), ""))


def _first_words(block: Block, language: str) -> str:
    said = next((text for name in ("text", "label", "value") if (text := block.words(name, language).strip())), "")
    line = said.partition("\n")[0]
    return line if len(line) <= FIRST_WORDS else f"{line[:FIRST_WORDS].rstrip()}…"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row of the table of objections: `share` is the percentage of lost carts that `source` gives, 0 for unranked."""

    objection: Objection
    share: int
    source: str


OBJECTIONS = (
    Doubt(Objection.SHIPPING_COST, 48, "002"),
    Doubt(Objection.PRODUCT_DOUBT, 35, "002"),
    Doubt(Objection.PAYMENT_SAFETY, 28, "002"),
    Doubt(Objection.DELIVERY_TIME, 22, "002"),
    Doubt(Objection.FORGOT, 18, "002"),
    Doubt(Objection.RETURNS, 15, "002"),
    Doubt(Objection.LONG_CHECKOUT, 0, "000, 004"),
    Doubt(Objection.COMPARING, 0, "000"),
    Doubt(Objection.BRAND_TRUST, 0, "000, 004"),
    Doubt(Objection.PAYMENT_METHOD, 0, "004"),
)
"""What holds buyers back, the most frequent first (002); the unranked ones in the order of their documents."""

_ANSWERS: dict[str, tuple[Objection, ...]] = {
    "snippet.guarantee": (Objection.PRODUCT_DOUBT,),
    "snippet.returns": (Objection.RETURNS,),
    "snippet.payment": (Objection.PAYMENT_SAFETY, Objection.PAYMENT_METHOD),
    "snippet.delivery": (Objection.DELIVERY_TIME, Objection.SHIPPING_COST),
    "shop.return_days": (Objection.RETURNS,),
    "shop.payment_methods": (Objection.PAYMENT_METHOD, Objection.PAYMENT_SAFETY),
    "shop.delivery_days": (Objection.DELIVERY_TIME,),
    "shop.free_shipping_over": (Objection.SHIPPING_COST,),
    **{f"snippet.faq_{objection}": (objection,) for objection in Objection if objection},
}
"""Which objections a merge tag answers, in whatever language the words around it are."""
Answered = dict[str, frozenset[Objection]]
"""By the id of a block, what it answers."""
_TAG = re.compile(r"\{\{-?\s*((?:snippet|shop)\.\w+)")


@dataclass(frozen=True, slots=True)
class Answer:
    """Where a message answers an objection: in the blocks named, or (`blocks` empty) as what it is written for."""

    message: str
    blocks: tuple[str, ...] = ()
    declared: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix: an objection with its rank and its answers, one for each message that answers it."""

    doubt: Doubt
    answers: tuple[Answer, ...]
    gap: Sentence | None = None

    def answer(self, message: str) -> Answer | None:
        """Return how a message answers this objection, or None."""
        return next((answer for answer in self.answers if answer.message == message), None)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Objections against messages: `messages` are the columns in sending order, `lines` the rows in order of weight."""

    messages: tuple[str, ...]
    lines: tuple[Line, ...]


def objection_matrix(project: Project, flow: Sequence) -> Matrix:
    """Return where a flow answers each objection; a line with a gap is answered by none of its messages.

    A message answers what its `objection` says, and what the merge tags of its blocks speak of in the source language.
    """
    messages = [message for message, _ in _sent(project, flow)]
    blocks = (block for message in messages for block in message.blocks)
    answered = {block: _answered(project.blocks[block], flow.source_language) for block in blocks}
    lines = tuple(_line(doubt, messages, answered) for doubt in OBJECTIONS)
    return Matrix(tuple(message.id for message in messages), lines)


def _line(doubt: Doubt, messages: list[Message], answered: Answered) -> Line:
    answers = tuple(_answers(doubt.objection, messages, answered))
    return Line(doubt, answers, None if answers else sentence("No message answers this."))


def _answers(objection: Objection, messages: list[Message], answered: Answered) -> Iterator[Answer]:
    for message in messages:
        blocks = tuple(block for block in message.blocks if objection in answered[block])
        if blocks or message.objection is objection:
            yield Answer(message.id, blocks, message.objection is objection)


def _answered(block: Block, language: str) -> frozenset[Objection]:
    return frozenset().union(*(_answered_by(text.words(language)) for text in block.texts.values()))


@lru_cache(maxsize=2048)
def _answered_by(words: str) -> frozenset[Objection]:
    return frozenset(objection for tag in _TAG.findall(words) for objection in _ANSWERS.get(tag, ()))
