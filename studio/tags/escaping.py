"""Words and addresses made safe for where they stand."""

from __future__ import annotations

import html
import re
from urllib.parse import quote

from studio.tags.tree import Context

ADDRESSES = (Context.URL, Context.ADDRESS)
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):")
_LIVE = ("http", "https", "mailto", "tel", "sms")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
NOWHERE = "#"


def escape(words: str, context: Context) -> str:
    """Return finished words (an address already cleaned) as they are written in `context`."""
    return words if context in (Context.PLAIN, Context.ADDRESS) else html.escape(words)


def one_line(words: str) -> str:
    """Return event data without control characters or line breaks, which could break a header or an SMS."""
    return _CONTROL.sub(" ", words)


def clean_address(address: str) -> str:
    """Return an address with everything outside RFC 3986 percent-encoded; `#` for a scheme that may run a script.

    Control characters are dropped first, because browsers do so before they read the scheme.
    """
    bare = _CONTROL.sub("", address).strip()
    scheme = _SCHEME.match(bare)
    if scheme and scheme.group(1).lower() not in _LIVE:
        return NOWHERE
    return quote(_STRAY_PERCENT.sub("%25", bare), safe="%;/?:@&=+$,#!*'()~[]")


def address_part(words: str) -> str:
    """Return words as one part of an address (a query value), percent-encoded entirely."""
    return quote(words, safe="")


def has_scheme(words: str) -> bool:
    """Tell whether words are a whole address rather than a part of one."""
    return bool(_SCHEME.match(words.strip()))


def fitted(words: str, context: Context, *, is_address: bool) -> str:
    """Return words made safe for `context`; `is_address` tells a whole address from words that may be part of one."""
    if is_address:
        words = clean_address(words)
    elif context in ADDRESSES:
        words = address_part(words)
    return escape(words, context)
