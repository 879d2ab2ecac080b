"""What a flow sends, written for services that keep e-mails as templates beside their flows.

Versions whose content is the same share one template: the flow says their subjects and preview texts.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from immutables import Map

from studio.exporters.base import Work
from studio.exporters.naming import part_name
from studio.exporters.pieces import Pictures, Piece, piece, shares, versions
from studio.model.findings import Finding
from studio.model.localized import Localized
from studio.model.message import Block, Hidden, Message, Variant
from studio.model.project import Project
from studio.model.trade import Channel
from studio.render import Rendered, render_lines
from studio.tags.dialect import Dialect

L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class Template:
    """A template in the account's library: `key` names it for ever, `variant` is the first version that uses it."""

    key: str
    name: str
    message: Message
    variant: Variant | None
    html: str
    text: str


@dataclass(slots=True)
class Post(Generic[L]):
    """Everything written for one flow: a service's letters by message id, templates in reading order, what was noticed.

    `letter` makes a letter of one version, its share of `parts` readers and the key of its template (e-mail).
    """

    letter: Callable[[Piece, int, str], L]
    parts: int
    letters: dict[str, tuple[L, ...]] = field(default_factory=dict)
    templates: list[Template] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def write(self, work: Work, message: Message, dialect: Dialect, pictures: Pictures) -> None:
        """Add the versions of a message, and a template for each different content of an e-mail."""
        variants = versions(work.project, message)
        if message.channel is Channel.EMAIL:
            said = [_lines(work, message, variant, dialect) for variant in variants]
        else:
            said = [piece(work, message, variant, dialect, pictures) for variant in variants]
        for one in said:
            self._notice(one.rendered)
        is_mail = message.channel is Channel.EMAIL
        keys = self._templates(work, said, dialect, pictures) if is_mail else [""] * len(said)
        parts = shares(tuple(variant for variant in variants if variant), self.parts) or (self.parts,)
        written = zip(said, parts, keys, strict=True)
        self.letters[message.id] = tuple(self.letter(one, share, key) for one, share, key in written)

    def _templates(self, work: Work, said: list[Piece], dialect: Dialect, pictures: Pictures) -> list[str]:
        """Add a template for each different content, and return the key of each version's own."""
        bodies = [body_of(work.project, one.message, one.variant) for one in said]
        first = [bodies.index(body) for body in bodies]
        for index in sorted(set(first)):
            one, shared = said[index], first.count(index) > 1
            # The service puts the preview text into the mail; one in the HTML as well would be read twice.
            bare = piece(_bare(work, one.variant, shared=shared), one.message, one.variant, dialect, pictures).rendered
            self._notice(bare)
            name = part_name(work, _key(one), one.message.name, "" if shared else one.variant_name)
            self.templates.append(Template(_key(one), name, one.message, one.variant, bare.html, bare.text))
        return [_key(said[index]) for index in first]

    def _notice(self, rendered: Rendered) -> None:
        self.findings.extend(finding for finding in rendered.findings if finding not in self.findings)


def body_of(project: Project, message: Message, variant: Variant | None) -> tuple[Block | Hidden, ...]:
    """Return the blocks that a version really shows; versions with equal ones differ in subject and preheader only."""
    overrides: Map[str, Block | Hidden] = variant.overrides if variant else Map()
    return tuple(overrides.get(block, project.blocks[block]) for block in message.blocks)


def _lines(work: Work, message: Message, variant: Variant | None, dialect: Dialect) -> Piece:
    """Return what the flow says of a version: its subject and preview text; the content is a template's."""
    chosen = variant.id if variant else ""
    said = render_lines(work.project, work.sequence, message.id, chosen, work.language, dialect)
    return Piece(message, variant, said)


def _key(one: Piece) -> str:
    return f"template:{one.message.id}:{one.variant_id}"


def _bare(work: Work, variant: Variant | None, *, shared: bool) -> Work:
    if variant is None:
        return work
    name = work.project.brand.name
    # The page's title is the subject; where several subjects share the page it is the shop's name.
    subject = variant.subject.written(work.language, name) if shared and name else variant.subject
    bare = dataclasses.replace(variant, subject=subject, preheader=Localized())
    project = dataclasses.replace(work.project, variants=work.project.variants.set(variant.id, bare))
    return dataclasses.replace(work, project=project)
