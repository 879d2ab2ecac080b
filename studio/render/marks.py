"""Merge tags held out of a message while it is set, with where each path was met and what nobody filled in."""

from __future__ import annotations

import html

from studio.i18n import Sentence, sentence
from studio.model.findings import Severity
from studio.render.pieces import may_be_tag
from studio.render.remarks import Remarks
from studio.tags.catalogue import CONSTANTS
from studio.tags.escaping import ADDRESSES
from studio.tags.slots import Slots
from studio.tags.tree import Context, For, If, Literal, Node, Value

_PATHED = (Value, If, For)


class Marks:
    """Holds tags in their slots; `met` says in which block each path stood first."""

    def __init__(self, slots: Slots, remarks: Remarks) -> None:
        """Take the slots of the message and the place for remarks."""
        self._slots = slots
        self._remarks = remarks
        self.met: dict[str, str] = {}

    def hold(self, node: Node, context: Context, block: str) -> str:
        """Return the placeholder of a node, or of visible words where it names a fact that nobody has written."""
        node = self._slots.meant(node)
        if isinstance(node, _PATHED):
            self.met.setdefault(node.path, block)
        if isinstance(node, Value) and node.path.startswith(CONSTANTS):
            words = node.shortened(self._slots.constants.get(node.path) or "")
            if words and context not in ADDRESSES and not may_be_tag(words):
                return words if context is Context.PLAIN else html.escape(words)
            node = node if words or _default(node) else self._missing(node.path, block)
        return self._slots.hold(node, context)

    def _missing(self, path: str, block: str) -> Literal:
        room, _, fact = path.partition(".")
        said = sentence("“{path}” is named here, but nobody has filled it in.", path=path)
        self._remarks.note("render.fact_missing", Severity.ERROR, said, block=block, fix=_filling(room, fact))
        return Literal(f"[{fact}]")


def _filling(room: str, fact: str) -> Sentence:
    """Return where somebody fills in what a tag names."""
    if room == "shop":
        return sentence("Fill in “{fact}” among the brand's facts, in this language.", fact=fact)
    if room == "snippet":
        return sentence("Write the snippet “{name}” in this language, or take the merge tag out.", name=fact)
    return sentence("Add an offer block that says it, or take the merge tag out.")


def _default(node: Value) -> str:
    default = node.filter("default")
    return default.text if default else ""
