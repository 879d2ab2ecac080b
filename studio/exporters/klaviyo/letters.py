"""Messages written for Klaviyo: which templates hold them, and each version's subject, preview text or SMS words."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field

from immutables import Map

from studio.exporters.base import Work
from studio.exporters.klaviyo.draft import Letter
from studio.exporters.klaviyo.options import Options, vendor_of
from studio.exporters.klaviyo.sends import PARTS, can_send
from studio.exporters.naming import part_name
from studio.exporters.pieces import Pictures, Piece, messages_of, piece, shares, unmarked, versions
from studio.model.findings import Finding
from studio.model.localized import Localized
from studio.model.message import Block, Hidden, Message, Variant
from studio.model.project import Project
from studio.model.trade import Channel
from studio.render import Rendered, render_lines
from studio.tags.dialect import Dialect


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
class Post:
    """Everything written for one flow: versions by message id, templates in reading order, what rendering noticed."""

    letters: dict[str, tuple[Letter, ...]] = field(default_factory=dict)
    templates: list[Template] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def write_post(work: Work, options: Options, speak: Callable[[Message], Dialect], pictures: Pictures) -> Post:
    """Return the sequence's messages, each in the dialect that `speak` gives; what no flow holds is left out."""
    post = Post()
    for message in messages_of(work):
        if message.channel is Channel.WHATSAPP and can_send(message, options):
            post.letters[message.id] = (Letter(message.name, PARTS, vendor=vendor_of(options, message.name)),)
        elif can_send(message, options):
            _write(post, work, message, speak(message), pictures)
    return post


def _write(post: Post, work: Work, message: Message, dialect: Dialect, pictures: Pictures) -> None:
    is_mail = message.channel is Channel.EMAIL
    if is_mail:
        work = unmarked(work)  # the flow's message says how Klaviyo marks the links (`said`)
    variants = versions(work.project, message)
    said = [
        _lines(work, message, variant, dialect) if is_mail else piece(work, message, variant, dialect, pictures)
        for variant in variants
    ]
    for one in said:
        _notice(post, one.rendered)
    keys = _templates(post, work, said, dialect, pictures) if is_mail else [""] * len(said)
    parts = shares(tuple(variant for variant in variants if variant)) or (PARTS,)
    post.letters[message.id] = tuple(
        _letter(one, share, key) for one, share, key in zip(said, parts, keys, strict=True)
    )


def _lines(work: Work, message: Message, variant: Variant | None, dialect: Dialect) -> Piece:
    """Return what the flow says of a version: its subject and preview text; the content is a template's."""
    chosen = variant.id if variant else ""
    said = render_lines(work.project, work.sequence, message.id, chosen, work.language, dialect)
    return Piece(message, variant, said)


def _notice(post: Post, rendered: Rendered) -> None:
    post.findings.extend(finding for finding in rendered.findings if finding not in post.findings)


def _letter(one: Piece, share: int, template: str) -> Letter:
    name = f"{one.message.name} – {one.variant_name}" if one.variant_name else one.message.name
    if one.message.channel is not Channel.EMAIL:
        said = one.rendered.fields
        return Letter(name, share, body=said.get("text", ""), title=said.get("title", ""), url=said.get("url", ""))
    return Letter(name, share, one.rendered.subject, one.rendered.preheader, template)


def _templates(post: Post, work: Work, said: list[Piece], dialect: Dialect, pictures: Pictures) -> list[str]:
    """Add a template for each different content, and return the key of each version's own."""
    bodies = [body_of(work.project, one.message, one.variant) for one in said]
    first = [bodies.index(body) for body in bodies]
    for index in sorted(set(first)):
        one, shared = said[index], first.count(index) > 1
        # Klaviyo puts the preview text of the flow's message into the mail; one in the HTML as well is read twice.
        bare = piece(_bare(work, one.variant, shared=shared), one.message, one.variant, dialect, pictures).rendered
        _notice(post, bare)
        name = part_name(work, _key(one), one.message.name, "" if shared else one.variant_name)
        post.templates.append(Template(_key(one), name, one.message, one.variant, bare.html, bare.text))
    return [_key(said[index]) for index in first]


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


def body_of(project: Project, message: Message, variant: Variant | None) -> tuple[Block | Hidden, ...]:
    """Return the blocks that a version really shows; versions with equal ones differ in subject and preheader only."""
    overrides: Map[str, Block | Hidden] = variant.overrides if variant else Map()
    return tuple(overrides.get(block, project.blocks[block]) for block in message.blocks)
