"""How many words a text has and how long reading it takes."""

from __future__ import annotations

import re

WORDS_A_MINUTE = 238
"""Silent reading of non-fiction by adults: Brysbaert (2019), Journal of Memory and Language 109, 104047."""
_WORD = re.compile(r"[^\W_]+(?:[’'\-–.][^\W_]+)*")


def word_count(text: str) -> int:
    """Return the number of words in a shown text; what hyphens, apostrophes and full stops join is one word."""
    return len(_WORD.findall(text))


def reading_seconds(words: int) -> int:
    """Return the seconds that reading so many words takes at 238 words a minute (Brysbaert 2019), rounded."""
    return round(words * 60 / WORDS_A_MINUTE)
