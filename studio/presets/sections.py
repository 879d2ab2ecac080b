"""Writes sections of a copy file so that they read back to the letter."""

from __future__ import annotations

import json
from collections.abc import Mapping

from studio.presets.copyfile import Section, escaped, take_line


def section_lines(name: str, texts: Mapping[str, str]) -> str:
    """Return a `##` section that reads back as exactly these texts (`text` is the body), or nothing at all."""
    body = texts.get("text", "")
    fields = [_field_line(field, words) for field, words in texts.items() if words and field != "text"]
    if body and not _reads_back(body):
        fields.append(_field_line("text", body))
        body = ""
    if not fields and not body:
        return ""
    gap = "\n" if fields and body else ""
    return "".join((f"## {name}\n", *(f"{line}\n" for line in fields), gap, escaped(body), "\n" if body else ""))


def _field_line(field: str, words: str) -> str:
    # No-break spaces are typography, not control characters, and stay readable in the file.
    bare = words.replace("\u00a0", "").replace("\u202f", "")
    if field != "text" and words == words.strip() and bare.isprintable():
        return f"{field}: {words}"
    return f"{field}:: {json.dumps(words, ensure_ascii=False)}"


def _reads_back(body: str) -> bool:
    section = Section(0)
    for line in escaped(body).split("\n"):
        if line.startswith(("%%", "# ", "## ")):
            return False
        take_line(section, line)
    return section.text() == body and "\r" not in body and not section.fields
