"""What an HTML part weighs on its way: its length in quoted-printable, which is what Gmail counts."""

from __future__ import annotations

_PLAIN = bytes(range(33, 127)).replace(b"=", b"") + b" \t\n"
_LINE, _ENCODED, _SOFT_BREAK = 75, 3, 3


def encoded_size(text: str) -> int:
    """Return the bytes of `text` in quoted-printable (RFC 2045), within a few in a thousand.

    Soft breaks are counted as if every line were filled to its 75 characters.
    """
    content = text.encode(errors="replace")  # half a character, which an old paste may hold, weighs one
    size = len(content) + (_ENCODED - 1) * len(content.translate(None, _PLAIN))
    return size + size // _LINE * _SOFT_BREAK
