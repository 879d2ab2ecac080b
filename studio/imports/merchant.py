"""A Google Merchant feed (RSS 2.0 or Atom with the `g:` names), read so that no file can harm: no entities, no network.

Names after Google's product data specification: id, title, link, image_link, price, sale_price, color, size.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from lxml import etree

from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.imports.products import Goods, amount, currency, limited, web_address, without, words
from studio.model.persona import CartItem

_G = "{http://base.google.com/ns/1.0}"
_ATOM = "{http://www.w3.org/2005/Atom}"
_ENTRIES = ("item", f"{_ATOM}entry")
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_ROOT = re.compile(rb"<[A-Za-z]")
_START = 4096


def read_merchant(content: bytes) -> Goods:
    """Return the products of a feed; raise StudioError for broken XML, a document type, or what is no feed.

    A document type is refused outright: that is where entity bombs and files of the machine come in.
    """
    if _opens_with_type(content) or _opens_with_type(_as_bytes(content[:_START])):
        raise _declares()
    items: list[CartItem] = []
    skipped: list[Sentence] = []
    codes: list[str] = []
    found = 0
    for entry in _entries(content):
        found += 1
        item = _product(entry, codes)
        if isinstance(item, CartItem):
            items.append(item)
        else:
            skipped.append(item)
    if not found:
        raise StudioError("this is no Google Merchant feed: it holds no products")
    kept, more = limited(items, len(items))
    return Goods(kept, codes[0] if codes else "", (*skipped, *more))


def _opens_with_type(content: bytes) -> bool:
    """Return whether a document type stands before the first element; later it is but a word in a description."""
    root = _ROOT.search(content)
    return _DOCTYPE.search(content, 0, root.start() if root else len(content)) is not None


def _declares() -> StudioError:
    return StudioError("the feed declares a document type, which no product feed needs")


def _as_bytes(start: bytes) -> bytes:
    """Return the beginning of a file of two-byte letters as plain bytes, so that nothing hides in its encoding."""
    return start.replace(b"\x00", b"")


def _entries(content: bytes) -> Iterator[dict[str, str]]:
    events = etree.iterparse(
        io.BytesIO(content),
        tag=_ENTRIES,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in events:
            if element.getroottree().docinfo.internalDTD is not None:
                raise _declares()  # hidden by its encoding or by a comment
            yield {_name(child): _said(child) for child in reversed(element) if isinstance(child.tag, str)}
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as fault:
        line = fault.lineno or 0
        raise StudioError("line {line}: this is not valid XML", line=line) from None


def _name(child: etree._Element) -> str:
    return str(child.tag).removeprefix(_G).removeprefix(_ATOM)


def _said(child: etree._Element) -> str:
    return words("".join(map(str, child.itertext())) or child.get("href") or "")


def _product(entry: dict[str, str], codes: list[str]) -> CartItem | Sentence:
    """Return a product, or the sentence for why it is left out; its currency goes to `codes` where it is a new one."""
    title, said = entry.get("title", ""), entry.get("sale_price") or entry.get("price", "")
    price, code = amount(said), currency(said)
    if not title:
        return without(entry.get("id", ""), sentence("it has no name"))
    if price is None:
        return without(title, sentence("it has no price"))
    if code and codes and code != codes[0]:
        return without(title, sentence("its price is in {code}, the others are in {other}", code=code, other=codes[0]))
    if code and not codes:
        codes.append(code)
    variant = ", ".join(filter(None, (entry.get("color", ""), entry.get("size", ""))))
    picture, page = web_address(entry.get("image_link", "")), web_address(entry.get("link", ""))
    return CartItem(entry.get("id", "") or title, title, price, picture, variant=variant, url=page)
