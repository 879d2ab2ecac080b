"""Call scripts as Markdown: what a person or a voice service says, part by part, in the order of the call."""

from __future__ import annotations

from studio.exporters.pieces import Piece
from studio.i18n import Translator
from studio.model.called import TEXT_NAMES

ORDER = ("persona", "opening", "disclosure", "text", "answers", "offer", "handover")
"""The parts of a script, as a call goes."""


def script_markdown(one: Piece, words: Translator) -> str:
    """Return a call script as Markdown; the headings are in the interface language, the words in the flow's."""
    fields = one.rendered.fields
    known = [name for name in ORDER if fields.get(name)]
    parts = [f"## {_heading(name, words)}\n\n{fields[name].strip()}" for name in (*known, *_others(one))]
    return "\n\n".join([f"# {one.message.name}", *parts]) + "\n"


def _others(one: Piece) -> list[str]:
    return [name for name, said in sorted(one.rendered.fields.items()) if said and name not in ORDER]


def _heading(name: str, words: Translator) -> str:
    return words(TEXT_NAMES[name]) if name in TEXT_NAMES else name
