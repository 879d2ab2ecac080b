"""What the clipboard carries of a manuscript: whole blocks with all they hold, and stretches of words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape

from immutables import Map

from studio.edits.assets import assets_in
from studio.model.asset import Asset
from studio.model.codec import from_plain, to_plain
from studio.model.jsontext import load_json
from studio.model.kinds import BLOCK_KINDS
from studio.model.localized import localized
from studio.model.message import Block, Setting
from studio.model.spans import Break, Span, Style, Tag
from widgets.write.engine.hand import Hand, Stretch
from widgets.write.engine.ranges import covered
from widgets.write.engine.reading import spans_of, text_of
from widgets.write.engine.rows import Row
from widgets.write.engine.writing import spans_again

MIME = "application/x-fabel-blocks"


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of copy: words of a kind of block in our Markdown subset, or a whole block with all its languages."""

    kind: str
    text: str = ""
    block: Block | None = None
    settings: Map[str, Setting] = field(default_factory=Map)


@dataclass(frozen=True, slots=True)
class Load:
    """What was copied, in order, and the pictures it shows."""

    items: tuple[Item, ...]
    assets: tuple[Asset, ...] = ()


def to_text(load: Load) -> str:
    """Return a load as JSON for the clipboard."""
    return json.dumps(to_plain(load), ensure_ascii=False)


def from_text(text: str) -> Load:
    """Return what a clipboard's JSON carries; raise StudioError for text that is no load."""
    return from_plain(Load, load_json(text.encode("utf-8", "replace")))


def load_of(hand: Hand, stretch: Stretch) -> Load:
    """Return what is selected, or the block that is chosen."""
    project = hand.project
    if hand.chosen is not None and hand.chosen.block:
        items = [Item(hand.chosen.block_kind, block=project.blocks[hand.chosen.block])]
    else:
        items = list(_items(hand, stretch))
    shown = sorted({digest for item in items if item.block for digest in assets_in(item.block)})
    return Load(tuple(items), tuple(project.assets[digest] for digest in shown if digest in project.assets))


def _items(hand: Hand, stretch: Stretch) -> Iterator[Item]:
    whole = covered(hand, stretch) if stretch.crosses else []
    told: set[str] = set()
    for number in range(stretch.first, stretch.last + 1):
        row = hand.page.rows[number]
        if row.block in whole:
            if row.block not in told:
                yield Item(row.block_kind, block=hand.project.blocks[row.block])
            told.add(row.block)
        elif hand.page.is_open(number) and (part := _part(hand, stretch, number, row)):
            flows = row.flows and stretch.crosses
            settings = hand.project.blocks[row.block].settings if flows else Map()
            yield Item(row.block_kind if flows else "paragraph", part, settings=settings)


def _part(hand: Hand, stretch: Stretch, number: int, row: Row) -> str:
    signs = hand.signs(number)
    end = stretch.end if number == stretch.last else len(signs)
    start = stretch.start if number == stretch.first else 0
    return text_of(spans_again(signs[start:end]), rich=True) if row.look else ""


def plain_of(load: Load, language: str) -> str:
    """Return a load as plain text: merge tags in braces, a blank line between blocks."""
    parts = ("".join(_said(span) for span in spans_of(words, rich)) for _, words, rich in _texts(load, language))
    return "\n\n".join(parts)


def _said(span: Span) -> str:
    if isinstance(span, Break):
        return "\n"
    return f"{{{{ {span.source} }}}}" if isinstance(span, Tag) else span.words


def _texts(load: Load, language: str) -> Iterator[tuple[str, str, bool]]:
    """Yield kind, words and whether they are rich, for each text of a load in a language."""
    for item in load.items:
        if item.block is None:
            yield item.kind, item.text, True
            continue
        kind = BLOCK_KINDS[item.block.kind]
        for name in kind.texts:
            if words := item.block.words(name, language):
                yield kind.name, words, name in kind.rich


ELEMENTS = {"heading": "h2", "quote": "blockquote"}


def html_of(load: Load, language: str) -> str:
    """Return a load as simple HTML: headings, paragraphs, lists and quotes with bold, italic and links."""
    return "\n".join(_element(kind, spans_of(words, rich)) for kind, words, rich in _texts(load, language))


def _element(kind: str, spans: tuple[Span, ...]) -> str:
    if kind == "list":
        return f"<ul><li>{_markup(spans, '</li><li>')}</li></ul>"
    name = ELEMENTS.get(kind, "p")
    return f"<{name}>{_markup(spans, '<br>')}</{name}>"


def _markup(spans: tuple[Span, ...], line_end: str) -> str:
    return "".join(line_end if isinstance(span, Break) else _styled(escape(_said(span)), span.style) for span in spans)


def _styled(words: str, style: Style) -> str:
    if style.bold:
        words = f"<strong>{words}</strong>"
    if style.italic:
        words = f"<em>{words}</em>"
    return f'<a href="{escape(style.link)}">{words}</a>' if style.link else words


def block_from(item: Item, language: str, new: str) -> Block:
    """Return a block with a new id that says what an item says."""
    if item.block is not None:
        return replace(item.block, id=new)
    return Block(
        new,
        item.kind,
        settings=item.settings,
        texts=Map({"text": localized(**{language: item.text})} if item.text else {}),
    )
