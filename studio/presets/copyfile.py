"""Reads a copy file: front matter, messages, variants and blocks, as Markdown that a copywriter edits by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.model.jsontext import load_json
from studio.model.kinds import BLOCK_KINDS
from studio.model.style import Formality
from studio.presets.faults import FileFault, read_text
from studio.presets.forms import spoken

SHARED = "shared"
VARIANT_FIELDS = ("subject", "preheader")
NAMES = frozenset((*VARIANT_FIELDS, *(name for kind in BLOCK_KINDS.values() for name in kind.texts[1:])))
# Button and cart have no main text, so their first text is a field as well.
FIELDS = NAMES | {"label", "quantity", "alt", "text"}

_MISREAD = re.compile(r"\\*(?:#{1,2} |%%|[a-z]+:)")
_ESCAPED = re.compile(r"^\\(?=\\*(?:#{1,2} |%%|[a-z]+:))")
_FIELD = re.compile(r"^([a-z]+)(::?)(?:\s+(.*))?$")


@dataclass(slots=True)
class Section:
    """What stands under one `##`: body and named fields (`closed` by an empty line), and its line."""

    line: int
    fields: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    closed: bool = False

    def text(self) -> str:
        """Return the body without empty lines around it."""
        return "\n".join(self.body).strip("\n").rstrip()


@dataclass(slots=True)
class MessageCopy:
    """The copy of one message: its name and its sections by id (`A`, `B`, block ids)."""

    line: int
    name: str
    sections: dict[str, Section] = field(default_factory=dict)


@dataclass(slots=True)
class Copy:
    """One language of a preset, as it stands in its file."""

    file: Path
    head: dict[str, str] = field(default_factory=dict)
    messages: dict[str, MessageCopy] = field(default_factory=dict)

    def section(self, message: str, name: str) -> Section | None:
        """Return a message's own section, else the shared one, else None."""
        for place in (message, SHARED):
            held = self.messages.get(place)
            if held and name in held.sections:
                return held.sections[name]
        return None


def read_copy(file: Path, form: Formality | None = None, *, bare: bool = False) -> Copy:
    """Return the copy in `file` in one form of address; raise FileFault naming the line of what cannot be understood.

    Where a text has both forms, `form` None means the informal one. In a `bare` file words stand right under `# id`,
    as the section "text".
    """
    return parse_copy(spoken(read_text(file), form), file, bare=bare)


def parse_copy(text: str, file: Path, *, bare: bool = False) -> Copy:
    """Return the copy in `text`, which came from `file`; see `read_copy`."""
    copy, lines = Copy(file), text.split("\n")
    start = _read_head(copy, lines)
    message: MessageCopy | None = None
    section: Section | None = None
    for number, line in enumerate(lines[start:], start + 1):
        if line.startswith("%%"):
            continue
        if line.startswith("# "):
            message = _open_message(copy, line, number)
            section = message.sections.setdefault("text", Section(number, closed=True)) if bare else None
        elif line.startswith("## "):
            section = _open_section(copy, message, line, number)
        elif section is not None:
            take_line(section, line)
        elif line.strip():
            raise FileFault(file, number, sentence("these words stand outside any “## section”"))
    return copy


def _read_head(copy: Copy, lines: list[str]) -> int:
    if not lines or lines[0].strip() != "---":
        raise FileFault(copy.file, 1, sentence("the file must open with “---”, its schema and its language"))
    for number, line in enumerate(lines[1:], 2):
        if line.strip() == "---":
            return number
        name, colon, words = line.partition(":")
        if line.strip() and not colon:
            raise FileFault(copy.file, number, sentence("expected “name: value” here"))
        copy.head[name.strip()] = words.strip()
    raise FileFault(copy.file, len(lines), sentence("the opening “---” is never closed by another"))


def _open_message(copy: Copy, line: str, number: int) -> MessageCopy:
    name, _, title = line[2:].partition(":")
    if name.strip() in copy.messages:
        raise FileFault(copy.file, number, sentence("“{name}” stands here a second time", name=name.strip()))
    return copy.messages.setdefault(name.strip(), MessageCopy(number, title.strip() or name.strip()))


def _open_section(copy: Copy, message: MessageCopy | None, line: str, number: int) -> Section:
    name = line[3:].strip()
    if message is None:
        raise FileFault(copy.file, number, sentence("“{name}” stands before any “# message”", name=name))
    if name in message.sections:
        raise FileFault(copy.file, number, sentence("“{name}” stands here a second time", name=name))
    return message.sections.setdefault(name, Section(number))


def take_line(section: Section, line: str) -> None:
    """Read one line below a `##` heading into its section."""
    named = None if section.body or section.closed else _FIELD.match(line)
    if named and named.group(1) in FIELDS:
        section.fields[named.group(1)] = _value(named.group(2), (named.group(3) or "").strip())
    elif line.strip() or section.body:
        section.body.append(_ESCAPED.sub("", line.rstrip()))
    else:
        section.closed = bool(section.fields)


def _value(colons: str, words: str) -> str:
    """Read `field: words` as they stand, `field:: "words"` as a JSON text (for line breaks and outer spaces)."""
    if colons == "::":
        try:
            text = load_json(words.encode())
        except StudioError:
            return words
        return text if isinstance(text, str) else words
    return words


def escaped(body: str) -> str:
    """Return a block's main text as it must stand in a file so that it is read back as it is."""
    return "\n".join("\\" + line if _MISREAD.match(line) else line for line in body.split("\n"))


def language_fault(copy: Copy, language: str) -> Sentence | None:
    """Return what is wrong with a copy file's front matter for `language`, or None."""
    if copy.head.get("schema") != "1":
        return sentence("expected “schema: 1”; a newer schema needs a newer Fabel")
    if copy.head.get("language") != language:
        return sentence("expected “language: {language}” as the file's name says", language=language)
    return None
