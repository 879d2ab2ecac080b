"""Renders one message: the writer's words set, drawn, compiled, and said in a dialect."""

from __future__ import annotations

from collections.abc import Callable

from immutables import Map

from studio.model.findings import Place
from studio.model.kinds import block_kind
from studio.model.project import Project
from studio.model.trade import Channel
from studio.render.channels import fields_of, text_of
from studio.render.choice import Choice, choose
from studio.render.desk import Desk, desk_for
from studio.render.galley import Links, as_written
from studio.render.limits import note_fields, note_size
from studio.render.look import look_of
from studio.render.mail import frame
from studio.render.press import press
from studio.render.reader import Scene
from studio.render.remarks import Remarks
from studio.render.rendered import Rendered, Unsaid
from studio.render.said import bare
from studio.render.seen import stage_of, view_of
from studio.render.text_part import text_part
from studio.render.typesetter import Typesetter
from studio.render.wanting import note_missing_words
from studio.render.weight import encoded_size
from studio.tags.dialect import Dialect


def render(
    project: Project,
    sequence_id: str,
    message_id: str,
    variant_id: str,
    language: str,
    dialect: Dialect,
    pictures: Callable[[str], str],
    *,
    marked: bool = False,
    links_to: Links = as_written,
) -> Rendered:
    """Return a message of a variant in a language, said in a dialect; `pictures` maps an asset's digest to an address.

    An empty `variant_id` means the first variant, or the bare message where it has none. What is wrong with the
    message stands in the findings; raise StudioError only for a message, variant or block that does not exist.
    A preview asks for an e-mail `marked`: a comment `<!--block ID-->` then stands before each block of the HTML.
    `links_to` is what becomes of the address of every link, as it is written; it must be a value to remember by.
    """
    choice = choose(project, message_id, variant_id)
    remarks = Remarks(Place(sequence_id, message_id, "", language, choice.variant))
    note_missing_words(choice, language, remarks)
    desk = desk_for(project, choice, language, dialect, remarks)
    look = look_of(project.brand, choice.message.theme or project.brand.theme)
    typesetter = Typesetter(desk.marks, remarks, look.link, links_to)
    scene = Scene(project, language, typesetter, remarks, pictures, desk.slots.constants, look)
    if choice.message.channel is Channel.EMAIL:
        return _mail(choice, scene, desk, marked=marked)
    return _fields(choice, scene, desk)


def render_lines(
    project: Project, sequence_id: str, message_id: str, variant_id: str, language: str, dialect: Dialect
) -> Rendered:
    """Return an e-mail of which only subject and preheader are rendered, said in a dialect, with their findings.

    For services that keep the content apart: versions that differ in these lines only have one content. Raise
    StudioError as `render` does.
    """
    choice = choose(project, message_id, variant_id)
    remarks = Remarks(Place(sequence_id, message_id, "", language, choice.variant))
    note_missing_words(choice, language, remarks)
    desk = desk_for(project, choice, language, dialect, remarks)
    look = look_of(project.brand, choice.message.theme or project.brand.theme)
    scene = Scene(project, language, Typesetter(desk.marks, remarks, look.link, as_written), remarks, str,
                  desk.slots.constants, look)  # fmt: skip
    subject, preheader = (desk.say(scene.line(text).plain) for text in (choice.subject, choice.preheader))
    return Rendered(
        channel=choice.message.channel,
        language=language,
        message=choice.message.id,
        variant=choice.variant,
        subject=subject,
        preheader=preheader,
        findings=remarks.findings(),
    )


def _mail(choice: Choice, scene: Scene, desk: Desk, *, marked: bool) -> Rendered:
    blocks = (block for block in choice.blocks if block_kind(block.kind).channel is Channel.EMAIL)
    stage = stage_of(scene)
    views = [view_of(block, scene, stage, desk.slots, desk.marks) for block in blocks]
    if marked:
        views = [{**view, "mark": bare(str(view["id"]))} for view in views]
    subject, preheader = (scene.line(text) for text in (choice.subject, choice.preheader))
    sheet = press(scene.look, frame(subject, preheader, views, scene))
    html = desk.say(sheet.html, plain=False)
    size = encoded_size(html)
    note_size(size, desk.remarks)
    said = desk.say(subject.plain), desk.say(preheader.plain), desk.say_wrapped(text_part(views))
    return Rendered(
        channel=Channel.EMAIL,
        language=scene.language,
        message=choice.message.id,
        variant=choice.variant,
        subject=said[0],
        preheader=said[1],
        html=html,
        text=said[2],
        findings=desk.remarks.findings(),
        size=size,
        source=Unsaid(sheet, desk.slots, desk.dialect),
    )


def _fields(choice: Choice, scene: Scene, desk: Desk) -> Rendered:
    channel = choice.message.channel
    held = fields_of(channel, choice.blocks, scene)
    measured = {name: desk.measured(words) for name, words in held.words.items()}
    note_fields(channel, measured, held.blocks, desk.remarks)
    fields = Map({name: desk.say(words) for name, words in held.words.items()})
    return Rendered(
        channel=channel,
        language=scene.language,
        message=choice.message.id,
        variant=choice.variant,
        text=text_of(channel, fields),
        fields=fields,
        findings=desk.remarks.findings(),
    )
