"""What is different in a thing that was sent before, in a few words: how many sentences of its copy are others now."""

from __future__ import annotations

import difflib
import re
from typing import Any

from studio.exporters.references import strings
from studio.exporters.service import Resource
from studio.i18n import Sentence, sentence

_TAG = re.compile(r"<(style|script|head)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")
_INVISIBLE = re.compile(r"&#?\w+;|[\s\u200c\u00ad\ufeff]+")


def news(resource: Resource, before: Any, after: Any) -> Sentence | None:  # noqa: ANN401 - JSON of any shape
    """Return what changed between two bodies of a thing, or None where words cannot say it (or nothing is known)."""
    if before is None or before == after:
        return None
    if resource.news is not None:
        return resource.news(before, after)
    return counted(changed_sentences(before, after))


def counted(number: int) -> Sentence:
    """Return a number of changed sentences in words; none means that only the make-up is another."""
    if not number:
        return sentence("its looks")
    return sentence("1 sentence") if number == 1 else sentence("{count} sentences", count=number)


def changed_sentences(before: Any, after: Any) -> int:  # noqa: ANN401 - JSON of any shape
    """Return how many sentences of the copy in a body are new, other or gone; HTML and text part count once."""
    old, new = _copy(before), _copy(after)
    return max((_differences(old.get(name, []), new.get(name, [])) for name in old.keys() | new.keys()), default=0)


def _differences(old: list[str], new: list[str]) -> int:
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in steps if kind != "equal")


def _copy(body: Any) -> dict[str, list[str]]:  # noqa: ANN401 - JSON of any shape
    """Return the sentences of a body: of its HTML, of its longer texts, and of its short ones (subjects, names)."""
    copy: dict[str, list[str]] = {"html": [], "text": []}
    for text in strings(body):
        copy["html" if "</" in text else "text"] += _sentences(text)
    return copy


def _sentences(text: str) -> list[str]:
    plain = _TAG.sub("\n", text) if "</" in text else text
    parts = (_INVISIBLE.sub(" ", part).strip() for part in _ENDS.split(plain))
    return [part for part in parts if any(letter.isalnum() for letter in part)]
