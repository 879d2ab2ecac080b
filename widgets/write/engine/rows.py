"""The manuscript as a list of rows, computed from the project: what stands under what, and what each row says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from studio.edits.flowing import FLOWING
from studio.edits.texts import Spoken, block_text, preheader, subject
from studio.model.kinds import BLOCK_KINDS, BlockKind
from studio.model.localized import Localized
from studio.model.message import Block, Message
from studio.model.outline import sendings
from studio.model.project import Project
from studio.model.sequence import Sequence
from studio.model.trade import Channel

Key = tuple[str, str, str, str, str]
"""Kind, message, block, field and variant of a row; unique in a manuscript."""


class RowKind(StrEnum):
    """What a row is; HEAD, VARIANTS and CARD are protected: painted, not written in."""

    HEAD = "head"
    SUBJECT = "subject"
    PREHEADER = "preheader"
    VARIANTS = "variants"
    TEXT = "text"
    LABEL = "label"
    CARD = "card"
    SMALL = "small"
    HINT = "hint"


HINT = "hint"
"""The field of the row at the end of a message, which tells it from the message as a whole."""
PROTECTED = frozenset({RowKind.HEAD, RowKind.VARIANTS, RowKind.CARD})


class State(StrEnum):
    """How a row's words stand: written, not written yet (in any language), not translated, or translated from old."""

    WRITTEN = "written"
    EMPTY = "empty"
    MISSING = "missing"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of the manuscript. Its place in the list is the number of its QTextBlock in the document.

    `block` and `variant` are ids; a row with both is what that variant puts in the block's place. `field` is the
    text's name ("text", "label", "subject"), `spoken` its address (None for protected rows and the hint), `words` what
    it says in the language shown. `look` names how it is set (a key of `faces.FACES`). `source` holds the words it is
    translated from where it is missing or stale. `minutes` from the trigger is set on heads. `last` marks the last row
    of its block (or variant): there the room after it is. `tucked` rows are shown only while their card is open.
    `ends` marks the last row of a message that no hint closes.
    """

    kind: RowKind
    message: str
    block: str = ""
    field: str = ""
    variant: str = ""
    block_kind: str = ""
    look: str = ""
    spoken: Spoken | None = None
    words: str = ""
    rich: bool = False
    state: State = State.WRITTEN
    source: str = ""
    minutes: int = 0
    last: bool = True
    tucked: bool = False
    ends: bool = False

    @property
    def key(self) -> Key:
        """Return what stays the same while the row's words change."""
        return (self.kind.value, self.message, self.block, self.field, self.variant)

    @property
    def is_protected(self) -> bool:
        """Tell whether the row is painted by the program and takes no words."""
        return self.kind in PROTECTED

    @property
    def flows(self) -> bool:
        """Tell whether the row is the main text of a block that can be split and joined, as all variants show it."""
        return self.block_kind in FLOWING and self.field == "text" and not self.variant

    @property
    def is_line(self) -> bool:
        """Tell whether the row is one line only: a subject, a label, a small text of a card."""
        return self.kind in LINES


LINES = frozenset({RowKind.SUBJECT, RowKind.PREHEADER, RowKind.LABEL, RowKind.SMALL})
TUCKED = frozenset({"cart"})
"""Kinds of block whose texts seldom change and stay inside their closed card while nothing is wanting."""
ALONE = frozenset({"sms", "push", "whatsapp", "call"})
"""Kinds of block that are a whole message of another channel."""


def rows(project: Project, sequence_id: str, language: str) -> tuple[Row, ...]:
    """Return the rows of a sequence in reading order, in one language; each message once, where it is first sent."""
    return Sheaf().rows(project, sequence_id, language)


@dataclass(slots=True)
class Sheaf:
    """Remembers the rows of each message, so that after an edit only what it touched is made anew."""

    _kept: dict[str, tuple[tuple[object, ...], tuple[Row, ...]]] = field(default_factory=dict)

    def rows(self, project: Project, sequence_id: str, language: str) -> tuple[Row, ...]:
        """Return what `rows` says, with the same Row objects as last time where nothing changed."""
        sequence = project.sequences.get(sequence_id)
        if sequence is None:
            return ()
        first: dict[str, int] = {}
        for sending in sendings(sequence.steps):
            first.setdefault(sending.message, sending.minutes)
        parts = (self._message(project, sequence, id_, minutes, language) for id_, minutes in first.items())
        return tuple(row for part in parts for row in part)

    def _message(
        self, project: Project, sequence: Sequence, message_id: str, minutes: int, language: str
    ) -> tuple[Row, ...]:
        message = project.messages[message_id]
        made_of: tuple[object, ...] = (
            message,
            language,
            sequence.source_language,
            minutes,
            *(project.blocks[id_] for id_ in message.blocks),
            *(project.variants[id_] for id_ in message.variants),
        )
        kept = self._kept.get(message_id)
        if kept and len(kept[0]) == len(made_of) and all(map(_same, kept[0], made_of)):
            return kept[1]
        made = _ended(_Setter(project, message, language, sequence.source_language).rows(minutes))
        self._kept[message_id] = (made_of, made)
        return made


def _ended(rows: Iterator[Row]) -> tuple[Row, ...]:
    """Return the rows of a message with room below the last of them, where no hint gives it."""
    *others, last = rows
    return (*others, last if last.kind is RowKind.HINT else replace(last, ends=True))


def _same(before: object, after: object) -> bool:
    return before is after or (isinstance(after, (str, int)) and before == after)


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets the rows of one message."""

    project: Project
    message: Message
    language: str
    source: str

    def rows(self, minutes: int) -> Iterator[Row]:
        yield Row(RowKind.HEAD, self.message.id, look="head", minutes=minutes)
        if self.message.channel is Channel.EMAIL:
            for variant_id in self.message.variants:
                yield from self._variant(variant_id)
            yield Row(RowKind.VARIANTS, self.message.id, look="variants")
        for block_id in self.message.blocks:
            yield from self._block(self.project.blocks[block_id], block_id, "")
            yield from self._overrides(block_id)
        if self.message.channel is Channel.EMAIL or not self.message.blocks:
            yield Row(
                RowKind.HINT, self.message.id, field=HINT, look="hint", rich=self.message.channel is Channel.EMAIL
            )

    def _overrides(self, block_id: str) -> Iterator[Row]:
        for variant_id in self.message.variants:
            override = self.project.variants[variant_id].overrides.get(block_id)
            if isinstance(override, Block):
                yield from self._block(override, block_id, variant_id)

    def _variant(self, variant_id: str) -> Iterator[Row]:
        variant = self.project.variants[variant_id]
        for kind, text, spoken in (
            (RowKind.SUBJECT, variant.subject, subject(variant_id)),
            (RowKind.PREHEADER, variant.preheader, preheader(variant_id)),
        ):
            yield self._written(
                Row(kind, self.message.id, "", kind.value, variant_id, look=kind.value, spoken=spoken), text
            )

    def _block(self, block: Block, block_id: str, variant_id: str) -> Iterator[Row]:
        kind = BLOCK_KINDS[block.kind]
        frame = Row(
            RowKind.CARD,
            self.message.id,
            block_id,
            "",
            variant_id,
            block.kind,
            "card",
            last=not kind.texts or kind.name in TUCKED,
        )
        if block.kind not in FLOWING and block.kind != "button":
            yield frame
        for name in kind.texts:
            row_kind, look = _setting(kind, block, name)
            row = Row(
                row_kind, self.message.id, block_id, name, variant_id, block.kind, look,
                block_text(block_id, name, variant_id), rich=name in kind.rich, last=name == kind.texts[-1],
            )  # fmt: skip
            yield self._written(row, block.texts.get(name, _NOTHING))

    def _written(self, row: Row, text: Localized) -> Row:
        words = text.words(self.language)
        state, source = State.WRITTEN, ""
        if self.language != self.source and not words and text.words(self.source):
            state, source = State.MISSING, text.words(self.source)
        elif not words:
            state = State.EMPTY
        elif self.language != self.source and text.is_stale(self.language, self.source):
            state, source = State.STALE, text.words(self.source)
        return Row(
            row.kind, row.message, row.block, row.field, row.variant, row.block_kind, row.look, row.spoken, words,
            row.rich, state, source, row.minutes, row.last, row.block_kind in TUCKED and state is State.WRITTEN,
        )  # fmt: skip


_NOTHING = Localized()


def _setting(kind: BlockKind, block: Block, name: str) -> tuple[RowKind, str]:
    """Return what kind of row a text of a block is, and how it is set."""
    if kind.name == "button":
        return RowKind.LABEL, "label" if block.settings.get("style", "solid") == "solid" else "textlink"
    if kind.name == "heading":
        return RowKind.TEXT, f"heading{min(max(int(block.settings.get('level', 1)), 1), 3)}"
    if kind.name in ("paragraph", "list"):
        return RowKind.TEXT, kind.name
    if name in kind.rich and name == "text":
        return RowKind.TEXT, "quote" if kind.name in ("quote", "review") else "inset"
    if kind.name in ALONE and name == "text":
        return RowKind.TEXT, "inset"
    return RowKind.SMALL, "small"
