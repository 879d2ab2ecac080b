"""Copy as a person reads it where it is only looked at: with the shop's words filled in, other merge tags named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studio.errors import StudioError
from studio.i18n import Translator
from studio.model.message import Message
from studio.model.project import Project
from studio.render.constants import brand_constants, expanded, offer_constants, snippet_constants
from studio.tags.catalogue import label
from studio.tags.parser import parse_tag
from studio.tags.tree import Value

TAG = re.compile(r"(?<!\\)\{\{(.*?)\}\}", re.DOTALL)
OTHERWISE = re.compile(r"\{\{\s*else\s*\}\}.*?\{\{\s*end\s*\}\}", re.DOTALL)
MARKUP = re.compile(r"\*+|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Reading:
    """How copy is read: whose words tags are put into, in which language of copy, of which message."""

    project: Project
    message: Message
    words: Translator
    language: str

    def plain(self, text: str) -> str:
        """Return copy as a person reads it: what the shop says is filled in, other tags are plain words in brackets."""
        whole = expanded(text, snippet_constants(self.project.snippets, self.language))
        bare = TAG.sub(self._said, OTHERWISE.sub(r"{{ end }}", whole))
        return " ".join(MARKUP.sub(lambda found: found[1] or "", bare).split())

    def _said(self, found: re.Match[str]) -> str:
        try:
            node = parse_tag(found[1].strip())
        except StudioError:
            return found[1].strip()
        if not isinstance(node, Value):
            return ""
        blocks = (self.project.blocks[id_] for id_ in self.message.blocks)
        known = {
            **brand_constants(self.project.brand, self.language),
            **offer_constants(blocks, self.language),
        }
        return known.get(node.path) or f"[{self.words.say(label(node.path))}]"
