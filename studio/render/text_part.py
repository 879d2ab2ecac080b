"""The plain-text part of an e-mail, from the same block views as the HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from immutables import Map

from studio.render.views import View

WIDTH = 72
_HELD_LENGTH = 6
_RULE = "-" * 24
_LEAD = re.compile(r"> |(?:[-•] |\d+\. )|\[\d+\] ")
_ADDRESS = re.compile(r"^(?:\[\d+\] )?\S+$")


def text_part(views: Iterable[View]) -> str:
    """Return the paragraphs of a mail, parted by empty lines, lines not yet wrapped."""
    told = (TELLERS[str(view["kind"])](view).strip("\n") for view in views)
    return "\n\n".join(part for part in told if part) + "\n"


def wrapped(text: str, held: str = "") -> str:
    """Return the text with lines of at most 72 characters; addresses are never broken, lists hang.

    `held` is what the placeholders of merge tags begin with: nobody knows their length, so each counts as a short word.
    """
    return "\n".join(_wrapped_line(line, held) for line in text.split("\n"))


@lru_cache(maxsize=4096)
def _wrapped_line(line: str, held: str) -> str:
    if _length(line, held) <= WIDTH or _ADDRESS.match(line):
        return line
    lead = _LEAD.match(line)
    hang = "" if lead is None else "> " if lead.group() == "> " else " " * len(lead.group())
    lines = [""]
    for word in re.findall(r"^ +[^ ]*|[^ ]+", line):
        longer = f"{lines[-1]} {word}" if lines[-1].strip() else lines[-1] + word
        if lines[-1].strip() and _length(longer, held) > WIDTH:
            longer = hang + word
            lines.append("")
        lines[-1] = longer
    return "\n".join(lines)


def _length(words: str, held: str) -> int:
    return len(re.sub(f"{held}n[0-9a-f]+z", "x" * _HELD_LENGTH, words)) if held else len(words)


def _paragraph(view: Any) -> str:  # noqa: ANN401
    return str(view["text"].plain)


def _list(view: Any) -> str:  # noqa: ANN401
    marks = (f"{number}. " if view["ordered"] else "- " for number in range(1, len(view["lines"]) + 1))
    return "\n".join(mark + line.plain for mark, line in zip(marks, view["lines"], strict=True))


def _quote(view: Any) -> str:  # noqa: ANN401
    lines = view["text"].plain.split("\n")
    if view["author"]:
        lines.append("– " + view["author"].plain)
    return "\n".join("> " + line for line in lines)


def _image(view: Any) -> str:  # noqa: ANN401
    if view["picture"] is None:
        return ""
    words = view["caption"].plain or (f"[{view['picture'].alt.plain}]" if view["picture"].alt else "")
    return _linked(view, words, view["url"].plain) if view["url"] and words else words


def _linked(view: Any, label: str, url: str) -> str:  # noqa: ANN401
    return f"{label}{view['colon']}{url}"


def _button(view: Any) -> str:  # noqa: ANN401
    return _linked(view, view["label"].plain, view["url"].plain)


def _cart(view: Any) -> str:  # noqa: ANN401
    say = {key: said.plain for key, said in view.items() if hasattr(said, "plain")}
    details = f"{say['varied']}{say['variant']}, {say['end']}{say['quantity']}, {say['price']}"
    total = f"{say['total_label']}{view['colon']}{say['total']}" if say["total"] else say["total_label"]
    goods = f"{say['each']}- {say['name']}\n  {details}\n{say['next']}" + (f"\n{total}" if total else "")
    return f"{say['filled']}{goods}{say['otherwise']}{say['empty']}{say['end']}"


def _product(view: Any) -> str:  # noqa: ANN401
    first = ", ".join(said.plain for said in (view["title"], view["price"]) if said)
    link = _linked(view, view["label"].plain, view["url"].plain) if view["label"] else view["url"].plain
    return "\n".join(part for part in (first, view["text"].plain, link) if part)


def _review(view: Any) -> str:  # noqa: ANN401
    stars = f"{view['stars']} ({view['rating']}/5)" if view["rating"] else ""
    author = f"– {view['author'].plain}" if view["author"] else ""
    return "\n".join(part for part in (stars, view["text"].plain, author) if part)


def _entries(view: Any) -> str:  # noqa: ANN401
    parts = ("\n".join(said.plain for said in (entry.title, entry.text) if said) for entry in view["entries"])
    return "\n\n".join(parts)


def _discount(view: Any) -> str:  # noqa: ANN401
    code = f"    {view['code'].plain}" if view["code"] else ""
    return "\n\n".join(part for part in (view["value"].plain, view["text"].plain, code, view["terms"].plain) if part)


def _signature(view: Any) -> str:  # noqa: ANN401
    return "\n".join(said.plain for said in (view["greeting"], view["name"], view["role"]) if said)


def _divider(_: View) -> str:
    return _RULE


def _nothing(_: View) -> str:
    return ""


def _links(view: Any) -> str:  # noqa: ANN401
    links = "\n".join(_linked(view, link.label.plain, link.url.plain) for link in view["links"])
    return "\n".join(part for part in (view["text"].plain, links) if part)


def _footer(view: Any) -> str:  # noqa: ANN401
    links = "\n".join(_linked(view, link.label.plain, link.url.plain) for link in view["links"])
    return "\n".join(part for part in (_RULE, view["text"].plain, view["address"].plain, links) if part)


TELLERS: Map[str, Callable[[View], str]] = Map(
    {
        "heading": _paragraph,
        "paragraph": _paragraph,
        "list": _list,
        "quote": _quote,
        "image": _image,
        "button": _button,
        "cart": _cart,
        "product": _product,
        "review": _review,
        "guarantees": _entries,
        "faq": _entries,
        "discount": _discount,
        "signature": _signature,
        "divider": _divider,
        "spacer": _nothing,
        "social": _links,
        "footer": _footer,
    }
)
