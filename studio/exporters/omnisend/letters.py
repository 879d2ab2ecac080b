"""Messages written for Omnisend: which templates hold them, and each version's subject, preview text or words."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field

from immutables import Map

from studio.exporters.base import Work
from studio.exporters.naming import part_name
from studio.exporters.omnisend.draft import Letter
from studio.exporters.pieces import Pictures, Piece, messages_of, piece, shares, versions
from studio.model.findings import Finding
from studio.model.localized import Localized
from studio.model.message import Block, Hidden, Message, Variant
from studio.model.project import Project
from studio.model.trade import Channel
from studio.tags.dialect import Dialect

TAKEN = frozenset({Channel.EMAIL, Channel.SMS, Channel.PUSH})
"""The channels that an automation of Omnisend sends."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template in the account's library: `key` names it for ever, `variant` is the first version that uses it."""

    key: str
    name: str
    message: Message
    variant: Variant | None
    html: str


@dataclass(slots=True)
class Post:
    """Everything written for one flow: versions by message id, templates in reading order, what rendering noticed."""

    letters: dict[str, tuple[Letter, ...]] = field(default_factory=dict)
    templates: list[Template] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def takes(message: Message) -> bool:
    """Return whether an automation can send a message of this channel."""
    return message.channel in TAKEN


def write_post(work: Work, dialect: Dialect, pictures: Pictures) -> Post:
    """Return the sequence's messages in Omnisend's dialect; channels that it lacks are left to the build sheet."""
    post = Post()
    for message in messages_of(work):
        if takes(message):
            _write(post, work, message, dialect, pictures)
    return post


def _write(post: Post, work: Work, message: Message, dialect: Dialect, pictures: Pictures) -> None:
    variants = versions(work.project, message)
    said = [piece(work, message, variant, dialect, pictures) for variant in variants]
    for one in said:
        post.findings.extend(finding for finding in one.rendered.findings if finding not in post.findings)
    keys = _templates(post, work, said, dialect, pictures) if message.channel is Channel.EMAIL else [""] * len(said)
    parts = shares(tuple(variant for variant in variants if variant), 100) or (100,)
    post.letters[message.id] = tuple(
        _letter(work, one, share, key) for one, share, key in zip(said, parts, keys, strict=True)
    )


def _letter(work: Work, one: Piece, share: int, template: str) -> Letter:
    fields = one.rendered.fields
    if one.message.channel is Channel.EMAIL:
        return Letter(share, one.rendered.subject, one.rendered.preheader, template)
    url = fields.get("url", "") or work.project.brand.url
    title = fields.get("title", "") or work.project.brand.name
    return Letter(share, title, body=fields.get("text", ""), url=url)


def _templates(post: Post, work: Work, said: list[Piece], dialect: Dialect, pictures: Pictures) -> list[str]:
    """Add a template for each different content, and return the key of each version's own."""
    bodies = [_body(work.project, one.message, one.variant) for one in said]
    first = [bodies.index(body) for body in bodies]
    for index in sorted(set(first)):
        shared = first.count(index) > 1
        post.templates.append(_template(work, said[index], dialect, pictures, shared=shared))
    return [_key(said[index]) for index in first]


def _key(one: Piece) -> str:
    return f"template:{one.message.id}:{one.variant_id}"


def _template(work: Work, one: Piece, dialect: Dialect, pictures: Pictures, *, shared: bool) -> Template:
    # The block that sends it brings the preview text; one in the HTML as well would be read twice.
    bare = piece(_bare(work, one.variant, shared=shared), one.message, one.variant, dialect, pictures).rendered
    name = part_name(work, _key(one), one.message.name, "" if shared else one.variant_name)
    return Template(_key(one), name, one.message, one.variant, bare.html)


def _bare(work: Work, variant: Variant | None, *, shared: bool) -> Work:
    if variant is None:
        return work
    name = work.project.brand.name
    # The page's title is the subject; where several subjects share the page it is the shop's name.
    subject = variant.subject.written(work.language, name) if shared and name else variant.subject
    bare = dataclasses.replace(variant, subject=subject, preheader=Localized())
    project = dataclasses.replace(work.project, variants=work.project.variants.set(variant.id, bare))
    return dataclasses.replace(work, project=project)


def _body(project: Project, message: Message, variant: Variant | None) -> tuple[Block | Hidden, ...]:
    overrides: Map[str, Block | Hidden] = variant.overrides if variant else Map()
    return tuple(overrides.get(block, project.blocks[block]) for block in message.blocks)
