"""Products of a client's own shop, read from files, so that previews show what its customers really left behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from immutables import Map

from studio.errors import StudioError
from studio.i18n import Sentence
from studio.imports.merchant import read_merchant
from studio.imports.products import MOST_BYTES, Goods
from studio.imports.shopify import read_shopify

READERS: Map[str, Callable[[bytes], Goods]] = Map({".csv": read_shopify, ".xml": read_merchant})
"""What reads a file, by its ending: a Shopify product export, or a Google Merchant feed."""


def read_goods(path: Path) -> Goods:
    """Return the products of a file; raise StudioError where it is none of these, too large, damaged or empty."""
    read = READERS.get(path.suffix.lower())
    if read is None:
        raise StudioError(
            "“{file}” is neither a Shopify product export (.csv) nor a Google Merchant feed (.xml).", file=path.name
        )
    try:
        if path.stat().st_size > MOST_BYTES:
            raise StudioError("“{file}” is larger than {most} MB.", file=path.name, most=MOST_BYTES // 1_000_000)
        content = path.read_bytes()
    except FileNotFoundError:
        raise StudioError("There is no file “{file}”.", file=path.name) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise StudioError("“{file}” cannot be read: {why}.", file=path.name, why=why) from error
    return _checked(read, content, path.name)


def _checked(read: Callable[[bytes], Goods], content: bytes, name: str) -> Goods:
    try:
        goods = read(content)
    except StudioError as fault:
        raise StudioError("{place}: {fault}", place=name, fault=Sentence(fault.message, fault.values)) from fault
    if not goods.items:
        raise StudioError("“{file}” holds no products that can be shown.", file=name)
    return goods
