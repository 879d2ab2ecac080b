"""Messages, blocks and variants of the model, made of what was read; each different message once."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher

from immutables import Map

from studio.imports.klaviyo.blocks import Made
from studio.imports.klaviyo.versions import Version, Written
from studio.model.ids import derived_id
from studio.model.localized import Localized
from studio.model.message import HIDDEN, Block, Hidden, Message, Variant
from studio.model.trade import Angle, Channel

_Row = list[Made | None]


@dataclass(slots=True)
class Letters:
    """What has been written so far, by id; `seed` is what all ids derive from, `language` that of the words."""

    seed: str
    language: str
    messages: dict[str, Message] = field(default_factory=dict)
    blocks: dict[str, Block] = field(default_factory=dict)
    variants: dict[str, Variant] = field(default_factory=dict)
    known: dict[Written, str] = field(default_factory=dict)

    def message(self, written: Written) -> str:
        """Return the id of a message, making it where it is new."""
        if written not in self.known:
            self.known[written] = self._make(written)
        return self.known[written]

    def next_id(self) -> str:
        """Return the id that the next new message gets; losses are noted under it while it is read."""
        return derived_id(self.seed, "message", str(len(self.messages)))

    def _make(self, written: Written) -> str:
        name = self.next_id()
        rows = _rows([version.blocks for version in written.versions])
        held = [self._block(f"{name}-{index}", _first(row)) for index, row in enumerate(rows)]
        has_variants = written.channel is Channel.EMAIL or len(written.versions) > 1
        told = written.versions if has_variants else ()
        variants = [self._variant(name, number, version, rows, held) for number, version in enumerate(told)]
        self.messages[name] = Message(
            name,
            written.name,
            written.channel,
            Angle.REMINDER,
            blocks=tuple(block.id for block in held),
            variants=tuple(variants),
        )
        return name

    def _variant(self, message: str, number: int, version: Version, rows: list[_Row], held: list[Block]) -> str:
        name = derived_id(message, "variant", str(number))
        self.variants[name] = Variant(
            name,
            version.name,
            version.weight,
            self._words(version.subject),
            self._words(version.preheader),
            Map(self._overrides(name, number, rows, held)),
        )
        return name

    def _overrides(self, variant: str, number: int, rows: list[_Row], held: list[Block]) -> dict[str, Block | Hidden]:
        found: dict[str, Block | Hidden] = {}
        for row, block in zip(rows, held, strict=True):
            mine = row[number]
            if mine is None:
                found[block.id] = HIDDEN
            elif mine != _first(row):
                found[block.id] = self._made(derived_id(variant, block.id), mine)
        return found

    def _block(self, seed: str, made: Made) -> Block:
        block = self._made(derived_id(self.seed, "block", seed), made)
        self.blocks[block.id] = block
        return block

    def _made(self, name: str, made: Made) -> Block:
        texts = Map({key: self._words(words) for key, words in made.texts.items()})
        return Block(name, made.kind, texts=texts, settings=made.settings)

    def _words(self, words: str) -> Localized:
        return Localized().written(self.language, words) if words else Localized()


def _rows(versions: list[tuple[Made, ...]]) -> list[_Row]:
    """Return the blocks of all versions side by side: a row for each block of the message, None where it is hidden."""
    rows: list[_Row] = [[made] for made in versions[0]]
    for number, blocks in enumerate(versions[1:], start=1):
        matcher = SequenceMatcher(None, [_first(row) for row in rows], blocks, autojunk=False)
        made: list[_Row] = []
        for _, first, last, begin, end in matcher.get_opcodes():
            theirs: list[Made | None] = [*blocks[begin:end]]
            ours: list[_Row] = [*rows[first:last]]
            ours += [[None] * number for _ in range(len(theirs) - len(ours))]
            theirs += [None] * (len(ours) - len(theirs))
            made += [[*row, block] for row, block in zip(ours, theirs, strict=True)]
        rows = made
    return rows


def _first(row: _Row) -> Made:
    return next(made for made in row if made is not None)
