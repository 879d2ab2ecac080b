"""Reads one block for rendering: its texts set, its settings with their defaults, its pictures and addresses."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from immutables import Map

from studio.i18n import sentence
from studio.model.asset import Asset
from studio.model.brand import Brand
from studio.model.findings import Severity
from studio.model.kinds import BlockKind
from studio.model.localized import Localized
from studio.model.message import Block
from studio.model.project import Project
from studio.render.constants import expanded
from studio.render.look import Look
from studio.render.remarks import Remarks
from studio.render.said import NOTHING, Entry, Picture, Said
from studio.render.typesetter import Typesetter
from studio.tags.tree import Context

_PARAGRAPH = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the blocks of one message share while they are read; `pictures` maps a digest to an address."""

    project: Project
    language: str
    typesetter: Typesetter
    remarks: Remarks
    pictures: Callable[[str], str]
    constants: Map[str, str]
    look: Look

    @property
    def brand(self) -> Brand:
        """The brand of the project."""
        return self.project.brand

    def line(self, text: Localized) -> Said:
        """Return a text outside any block set in a line: a subject, a preheader."""
        return self.typesetter.plain(expanded(text.words(self.language).strip(), self.constants))

    def source(self, asset: Asset, block: str = "") -> Said:
        """Return where a picture lies that `block`, or the frame of an e-mail, shows."""
        return self.typesetter.source(self.pictures(asset.id), block)


@dataclass(frozen=True, slots=True)
class Reader:
    """One block in its scene; `settings` are the block's own over its kind's defaults."""

    scene: Scene
    block: Block
    kind: BlockKind
    settings: Map[str, Any]

    def words(self, name: str) -> str:
        """Return the writer's words without spaces around them, snippets in the place of their tags."""
        return expanded(self.block.words(name, self.scene.language).strip(), self.scene.constants)

    def said(self, name: str) -> Said:
        """Return a text set as its kind says: rich, or plain."""
        return self.set(self.words(name), rich=name in self.kind.rich)

    def set(self, words: str, *, rich: bool) -> Said:
        """Return a part of a text set."""
        if not words:
            return NOTHING
        typesetter = self.scene.typesetter
        return typesetter.rich(words, self.block.id) if rich else typesetter.plain(words, self.block.id)

    def attribute(self, words: str) -> Said:
        """Return words set for an HTML attribute."""
        return self.scene.typesetter.plain(words, self.block.id, Context.ATTRIBUTE)

    def lines(self, name: str) -> tuple[Said, ...]:
        """Return the lines of a text, each set by itself, empty ones left out."""
        lines = (line.strip() for line in self.words(name).split("\n"))
        return tuple(self.set(line, rich=name in self.kind.rich) for line in lines if line)

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Return the paragraphs of a text, the first line of each as its title."""
        paragraphs = (part.strip().partition("\n") for part in _PARAGRAPH.split(self.words(name)) if part.strip())
        rich = name in self.kind.rich
        return tuple(Entry(self.set(title, rich=rich), self.set(text, rich=rich)) for title, _, text in paragraphs)

    def address(self, name: str) -> Said:
        """Return the address in a setting, or nothing where it is empty."""
        source = str(self.settings[name]).strip()
        return self.scene.typesetter.address(source, self.block.id) if source else NOTHING

    def picture(self, setting: str, width: int = 0, *, natural: bool = False) -> Picture | None:
        """Return the picture whose digest a setting holds, or None where the project does not have it.

        Its words are the block's `alt`, else the asset's own; a picture without words in this language is remarked
        on. `natural` keeps a picture without a `width` (px) from being shown wider than it is.
        """
        asset = self.scene.project.assets.get(str(self.settings[setting]))
        if asset is None:
            return None
        words = self.words("alt") or asset.alt.words(self.scene.language)
        if not words:
            said = sentence("The picture “{name}” has no words for readers who do not see it.", name=asset.name)
            fix = sentence("Say in a few words what the picture shows.")
            source = "WCAG 2.2, 1.1.1"
            remarks = self.scene.remarks
            remarks.note("render.alt_missing", Severity.WARNING, said, block=self.block.id, source=source, fix=fix)
        src = self.scene.source(asset, self.block.id)
        return Picture(src, self.attribute(words), width or (asset.width if natural else 0))
