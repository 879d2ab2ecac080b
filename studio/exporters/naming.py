"""Names of things at a service: readable, with a short mark by which a lost thing is found again."""

from __future__ import annotations

import re
import unicodedata

from studio.exporters.base import Work
from studio.model.ids import derived_id

READABLE = 120
_LETTERS = str.maketrans({"ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "ß": "ss", "đ": "d", "ł": "l"})


def mark(*parts: str) -> str:
    """Return the six hex digits that always belong to these parts, whatever the content says."""
    return derived_id("mark", *parts)[:6]


def flow_mark(work: Work, key: str) -> str:
    """Return the mark of one thing (`key`) of one flow: project, sequence, language and key decide it."""
    return mark(work.project.id, work.sequence, work.language, key)


def flow_name(work: Work, key: str = "flow") -> str:
    """Return the name of the flow itself: `<sequence> (nb) [fabel a1b2c3]`."""
    return marked(work.project.sequences[work.sequence].name, work.language, flow_mark(work, key))


def part_name(work: Work, key: str, message: str, variant: str = "", longest: int = READABLE) -> str:
    """Return the name of a message at the service: `<sequence> – <message> <variant> (nb) [fabel a1b2c3]`.

    `longest` is for services with short names.
    """
    said = f"{message} {variant}".strip()
    readable = f"{work.project.sequences[work.sequence].name} – {said}"
    return marked(readable, work.language, flow_mark(work, key), longest)


def marked(readable: str, language: str, short: str, longest: int = READABLE) -> str:
    """Return a name whose readable part is cut to `longest` characters, so that the mark always survives."""
    words = " ".join(readable.split())
    cut = words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
    return f"{cut} ({language}) [fabel {short}]"


def slug(words: str, longest: int = 48) -> str:
    """Return words as a safe piece of a file name: ASCII letters, digits and hyphens, never empty."""
    plain = unicodedata.normalize("NFKD", words.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:longest].strip("-") or "x"
