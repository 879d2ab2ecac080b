"""A template's parts as blocks of copy: what each block says and how it is set, before it has an identity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from immutables import Map

from studio.i18n import sentence
from studio.imports.klaviyo.cart import Cart, carts
from studio.imports.klaviyo.edges import SmallPrint, masthead, small_print, without_edges
from studio.imports.klaviyo.page import Part, read_page
from studio.imports.klaviyo.remote import Shop
from studio.imports.klaviyo.said import Reading, Run, coupons_in, neutral, spans_of
from studio.model.marked import marked
from studio.model.message import Setting
from studio.model.spans import Break, Span, Tag, Words

_STARS = re.compile(r"[★☆]{1,5}")
_REVIEW = 3


@dataclass(frozen=True, slots=True)
class Made:
    """What a block says: its kind, its texts by name in one language, and its settings."""

    kind: str
    texts: Map[str, str] = field(default_factory=Map)
    settings: Map[str, Setting] = field(default_factory=Map)


def blocks_of(html: str, shop: Shop, reading: Reading) -> tuple[Made, ...]:
    """Return the blocks of a template in reading order; what has no block here is noted as a loss."""
    page = read_page(html)
    above = masthead(page.parts, shop.name)
    foot = small_print(page.parts, shop.street)
    for part in page.parts[:above]:
        _note_logo(part, reading)
    body = without_edges(page.parts, above, foot)
    _note_coupons(html, reading)
    return (*_body(body, reading), *(_footer(foot, reading) if foot else ()))


def _body(parts: tuple[Part, ...], reading: Reading) -> Iterator[Made]:
    found = {cart.first: cart for cart in carts(parts, reading)}
    taken = {index for cart in found.values() for index in range(cart.first, cart.last + 1)}
    loose: list[Part] = []
    for index, part in enumerate(parts):
        if index in found:
            yield from _blocks(loose, reading)
            loose = []
            yield _cart(found[index])
        elif index not in taken:
            loose.append(part)
    yield from _blocks(loose, reading)


def _blocks(parts: Sequence[Part], reading: Reading) -> Iterator[Made]:
    """Yield blocks: paragraphs of one text box together, entries of one list together, everything else alone."""

    def box(part: Part) -> tuple[str, int, int]:
        alone = 0 if part.kind in ("words", "entry") else id(part)
        return part.kind, part.home if part.kind in ("words", "entry") else alone, part.level

    for (kind, _, level), group in groupby(parts, key=box):
        members = tuple(group)
        if kind == "words" and _STARS.fullmatch(members[0].text) and len(members) >= _REVIEW:
            yield from _review(members, reading)
        elif kind == "words":
            yield from _text("paragraph", tuple(part.runs for part in members), reading, "\n\n")
        elif kind == "entry":
            for made in _text("list", tuple(part.runs for part in members), reading, "\n"):
                yield replace(made, settings=Map({"ordered": True}) if level else Map())
        else:
            yield from _single(members[0], reading)


def _review(parts: tuple[Part, ...], reading: Reading) -> Iterator[Made]:
    """Yield a review: stars, what somebody said, and who it was."""
    stars, *said, author = parts
    for made in _text("review", tuple(part.runs for part in said), reading, "\n\n"):
        texts = made.texts.set("author", neutral(author.text, reading))
        yield replace(made, texts=texts, settings=Map({"rating": stars.text.count("★")}))


def _single(part: Part, reading: Reading) -> Iterator[Made]:
    if part.kind == "heading":
        for made in _text("heading", (part.runs,), reading, " "):
            yield replace(made, settings=Map({"level": part.level}))
    elif part.kind == "button":
        settings: dict[str, Setting] = {"url": neutral(part.link, reading)}
        if not part.level:
            settings["style"] = "plain"
        yield Made("button", Map({"label": neutral(part.text.strip(), reading)}), Map(settings))
    elif part.kind == "line":
        yield Made("divider")
    elif part.kind == "image":
        yield from _image(part, reading)


def _image(part: Part, reading: Reading) -> Iterator[Made]:
    _note_picture(part, reading)
    settings: dict[str, Setting] = {"url": neutral(part.link, reading)} if part.link else {}
    yield Made("image", Map({"alt": neutral(part.alt.strip(), reading)}), Map(settings))


def _note_logo(part: Part, reading: Reading) -> None:
    if part.kind == "image":
        wanted = sentence("The logo at {address}", address=part.source)
        reading.noting.lose("logo", wanted, sentence("The shop's name stands there until the brand has a logo"))


def _note_picture(part: Part, reading: Reading) -> None:
    if part.kind == "image":
        reading.noting.lose(
            "picture",
            sentence("The picture “{alt}” at {address}", alt=part.alt or "–", address=part.source),
            sentence("Its place is kept without a picture: put in the file"),
        )


def _text(kind: str, texts: tuple[tuple[Run, ...], ...], reading: Reading, between: str) -> Iterator[Made]:
    """Yield a block of several texts; conditions may reach from one to the next within the block."""
    glue = [Break() for _ in between.strip(" ")] if between.strip(" ") else []
    runs: list[Run] = []
    for number, text in enumerate(texts):
        runs += [*(glue if number else ()), *(_on_one_line(text) if kind in ("list", "heading") else text)]
    said = marked(tuple(_linked(span, reading) for span in spans_of(runs, reading))).strip()
    if said:
        yield Made(kind, Map({"text": said}))


def _on_one_line(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    style = next((run[1] for run in runs if not isinstance(run, Break)), None)
    return tuple((" ", style) if isinstance(run, Break) and style else run for run in runs)


def _linked(span: Span, reading: Reading) -> Span:
    if isinstance(span, (Words, Tag)) and span.style.link:
        return replace(span, style=replace(span.style, link=neutral(span.style.link, reading)))
    return span


def _cart(cart: Cart) -> Made:
    settings: dict[str, Setting] = {"limit": cart.limit, **({"url": cart.url} if cart.url else {})}
    texts = {"quantity": cart.quantity, "total": cart.total, "empty": cart.empty}
    return Made("cart", Map({name: words for name, words in texts.items() if words}), Map(settings))


def _footer(foot: SmallPrint, reading: Reading) -> Iterator[Made]:
    said = (_said(runs, reading) for runs in foot.paragraphs)
    texts = {
        "text": "\n\n".join(words for words in said if words),
        "unsubscribe": neutral(foot.unsubscribe, reading),
        "preferences": neutral(foot.preferences, reading),
    }
    for part in foot.others:
        _note_below(part, reading)
    yield Made("footer", Map({name: words for name, words in texts.items() if words}))


def _said(runs: tuple[Run, ...], reading: Reading) -> str:
    return marked(tuple(_linked(span, reading) for span in spans_of(runs, reading))).strip()


def _note_below(part: Part, reading: Reading) -> None:
    _note_picture(part, reading)
    if part.kind == "button":
        reading.noting.lose(
            "below",
            sentence("The button “{label}” below the small print", label=part.text),
            sentence("It is left out"),
        )


def _note_coupons(html: str, reading: Reading) -> None:
    for name in coupons_in(html):
        reading.noting.lose(
            "coupon",
            sentence("Codes of the coupon “{name}”", name=name),
            sentence(
                "The code of an offer block: set its value and terms; at the next push it has a coupon of its own"
            ),
        )
