"""Emoji and exclamation marks of a text, counted as a reader sees them."""

from __future__ import annotations

import re
from functools import lru_cache

_OLD = "\u231a\u231b\u23e9-\u23f3\u2600-\u26ff\u2705\u270a-\u270d\u2728\u274c\u2753-\u2757\u2764\u2b50\u2b55"
_SIGN = f"[\U0001f000-\U0001faff{_OLD}]"
_DRESS = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_EMOJI = re.compile(rf"[\U0001f1e6-\U0001f1ff]{{2}}|{_SIGN}{_DRESS}*+(?:\u200d{_SIGN}{_DRESS}*+)*+|[0-9#*]\ufe0f\u20e3")


@lru_cache(maxsize=8192)
def emoji(text: str) -> tuple[str, ...]:
    """Return the emoji of a text in order; a flag, a family and a skin tone are one each."""
    return tuple(_EMOJI.findall(text))


def exclamations(text: str) -> int:
    """Return the number of exclamation marks in a text."""
    return text.count("!")
