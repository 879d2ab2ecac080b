"""What is left around a value that a service cannot say: links without an address, labels without an amount."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from studio.render import Rendered

_LINK = re.compile(r'<a\b[^>]*\bhref=""[^>]*>([^<]*)</a>')
_ROW = re.compile(r"<tr><td[^>]*>([^<]*)</td><td[^>]*></td></tr>")
_TABLE = re.compile(r"<table[^>]*></table>")
_EMPTY = r"^[ \t]*{label}[ \t\u00a0\u202f]*:[ \t]*(?:\n|\Z)"


def tidied(said: Rendered) -> Rendered:
    """Return an e-mail without links that lead nowhere and labels that nothing follows, in HTML and in plain text.

    Nothing is lost by it that is not told already: the service cannot say what should stand there.
    """
    labels = {unescape(label) for pattern in (_LINK, _ROW) for label in pattern.findall(said.html)}
    if not labels:
        return said
    text = said.text
    for label in labels:
        text = re.sub(_EMPTY.format(label=re.escape(label)), "", text, flags=re.MULTILINE)
    return replace(said, html=without_gaps(said.html), text=text)


def without_gaps(page: str) -> str:
    """Return a page (HTML or MJML) without links that lead nowhere and rows that say nothing."""
    return _TABLE.sub("", _ROW.sub("", _LINK.sub("", page)))
