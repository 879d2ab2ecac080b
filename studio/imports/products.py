"""What all product lists become: lines for a reader's cart, with a sentence for everything that was passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from studio.i18n import Sentence, sentence
from studio.model.persona import CartItem

MOST_BYTES = 20_000_000
"""The largest product file that is read; shops with more than that have a feed per country."""
MOST_ITEMS = 500
"""So many products are taken over: enough to choose a preview's cart from."""

MOST_PRICE = 1_000_000_000
"""A price above this is none: a file of Fabel could not hold it, and would not open again."""
MOST_PIECES = 1_000_000

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_AMOUNT = re.compile(r"\d[\d.,  ']*")
_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_BELOW_NOTHING = re.compile(r"[-−]\s*[^\d\s]{0,3}\s*\Z")
"""A minus before a number, with or without the sign or code of a currency between them."""
THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})
"""The currencies with thousandths (ISO 4217)."""


@dataclass(frozen=True, slots=True)
class Goods:
    """Products in the order of their source, in one `currency` (ISO 4217, empty where the source does not tell).

    `skipped` says what was passed over, and why.
    """

    items: tuple[CartItem, ...]
    currency: str = ""
    skipped: tuple[Sentence, ...] = ()


def amount(said: str, code: str = "") -> float | None:
    """Return the number in a price as shops write it (`1 299,00`, `1,299.00 NOK`, `49.5`), or None.

    The last comma or point is the decimal sign unless three digits follow it; the others group thousands. Three digits
    are decimals after a 0, and in currencies that have three; `code` is the currency where the price does not tell.
    """
    found = _AMOUNT.search(said)
    if not found or _BELOW_NOTHING.search(said[: found.start()]):
        return None
    digits = re.sub(r"[  ']", "", found.group()).rstrip(".,")
    whole, _, cents = digits.replace(",", ".").rpartition(".")
    if whole and (len(cents) != 3 or _in_thousandths(digits, currency(said) or code)):
        return priced(float(f"{whole.replace('.', '')}.{cents}"))
    return priced(float(digits.replace(",", "").replace(".", "")))


def _in_thousandths(digits: str, code: str) -> bool:
    """Return whether the three digits after a number's last sign are decimals: no sign stands there twice then."""
    sign = digits[-4]
    return digits.count(sign) == 1 and (code in THREE_DECIMALS or not digits[:-4].strip("0"))


def priced(number: float) -> float | None:
    """Return a price that anything can have, and None for one out of reason or below 0."""
    return number if 0 <= number <= MOST_PRICE else None


def words(said: object) -> str:
    """Return a name on one line as text, without control characters, which no file and no e-mail may hold."""
    return " ".join(_CONTROL.sub(" ", str(said)).split())


def currency(said: str) -> str:
    """Return the currency code in a price (`199.00 NOK`), or nothing."""
    found = _CODE.search(said)
    return found.group() if found else ""


def web_address(said: str) -> str:
    """Return an address on the web as it is, and nothing for anything else."""
    address = said.strip()
    try:
        parts = urlsplit(address)
        sound = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return ""
    return address if sound and re.fullmatch(r"https?://[^\s\x00-\x1f\x7f\"<>\\]+", address, re.IGNORECASE) else ""


def without(name: str, what: Sentence) -> Sentence:
    """Return the sentence for a product that was passed over."""
    return sentence("“{name}” was left out: {what}.", name=name or "?", what=what)


def limited(items: list[CartItem], found: int) -> tuple[tuple[CartItem, ...], tuple[Sentence, ...]]:
    """Return at most `MOST_ITEMS` products, and the sentence for the rest; `found` counts all of them."""
    if found <= MOST_ITEMS:
        return tuple(items), ()
    return tuple(items[:MOST_ITEMS]), (
        sentence("The first {most} products were taken, of {count}.", most=MOST_ITEMS, count=found),
    )
