"""What the services share that take templates and drafts, but no flow: letters, senders, fitting tests, losses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from studio.errors import StudioError
from studio.exporters import saying
from studio.exporters.base import Work
from studio.exporters.event_data import speaks_of_event
from studio.exporters.pictures import Gallery, file_name
from studio.exporters.pieces import Pictures, Piece, messages_of, piece, place_of, sequence_of, versions
from studio.exporters.vacant import tidied
from studio.i18n import Sentence, sentence
from studio.model.asset import Asset
from studio.model.brand import Sender
from studio.model.findings import Loss
from studio.model.localized import Localized
from studio.model.message import Message, Variant
from studio.model.project import Project
from studio.model.trade import Channel
from studio.tags.dialect import Dialect

NOWHERE = "https://pictures.invalid"
"""A domain that can never exist (RFC 2606): the place of a picture is easy to find in a service's editor."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The e-mails of a flow as a service gets them: every version, in reading order, and the pictures they show."""

    pieces: tuple[Piece, ...]
    pictures: tuple[Asset, ...] = ()

    def of(self, message: Message) -> tuple[Piece, ...]:
        """Return the versions of one message."""
        return tuple(one for one in self.pieces if one.message.id == message.id)


def letters(work: Work, dialect: Dialect, address: Callable[[Asset], str], *, preview_apart: bool = False) -> Letters:
    """Return every version of every e-mail, rendered for a service; `address` is what its HTML says of a picture.

    `preview_apart` tells that the service has a field for the preview text: in the HTML as well it would be read twice.
    """
    gallery = Gallery(work.project.assets, address)
    found = tuple(
        _letter(work, message, variant, dialect, gallery.say, preview_apart=preview_apart)
        for message in messages_of(work)
        if message.channel is Channel.EMAIL
        for variant in versions(work.project, message)
    )
    return Letters(found, tuple(gallery.used.values()))


def _letter(
    work: Work, message: Message, variant: Variant | None, dialect: Dialect, pictures: Pictures, *, preview_apart: bool
) -> Piece:
    one = piece(work, message, variant, dialect, pictures)
    said = one.rendered
    if preview_apart and variant:
        bare = piece(_without_preview(work, variant), message, variant, dialect, pictures).rendered
        said = replace(said, html=bare.html, source=bare.source)
    return replace(one, rendered=tidied(said))


def _without_preview(work: Work, variant: Variant) -> Work:
    bare = work.project.variants.set(variant.id, replace(variant, preheader=Localized()))
    return replace(work, project=replace(work.project, variants=bare))


def in_folder(folder: str) -> Callable[[Asset], str]:
    """Return what says a picture's address below a web folder; without a folder it lies nowhere, visibly."""
    start = folder.rstrip("/") or NOWHERE
    return lambda asset: f"{start}/{file_name(asset)}"


def sender(work: Work, label: str) -> Sender:
    """Return the brand's sender; raise StudioError where no address is filled in. `label` is the service's name."""
    said = work.project.brand.sender
    if not said.email:
        raise StudioError("{service} needs the sender's e-mail address; fill it in under Brand.", service=label)
    return said


def subject(one: Piece, label: str) -> str:
    """Return the subject of an e-mail; raise StudioError where it has none."""
    if not one.rendered.subject.strip():
        raise StudioError(
            "The e-mail “{name}” has no subject; {service} needs one.", name=one.message.name, service=label
        )
    return one.rendered.subject


def fits_a_campaign(project: Project, message: Message, language: str, most: int = 2) -> bool:
    """Return whether a campaign can test this e-mail: two to `most` subjects over the same blocks, without event data.

    Services fill event data in automations and transactional mail only, and campaigns test subjects on one content.
    """
    variants = [project.variants[variant] for variant in message.variants]
    if not 2 <= len(variants) <= most or not all(variant.weight > 0 for variant in variants):
        return False
    subjects = {variant.subject.words(language) for variant in variants}
    one_content = all(variant.overrides == variants[0].overrides for variant in variants)
    return one_content and len(subjects) == len(variants) and not speaks_of_event(project, message, language)


@dataclass(frozen=True, slots=True)
class ByHand:
    """How the losses of a service without flows are told: `name` begins their ids, `label` is what people call it.

    `percentage` is its own word for branches by chance, empty where its automations have none. `one_preview` tells that
    its tests show one preview text to all readers, `winner` that its branches by chance can find a winner themselves.
    `channels` are those that its automations send beside e-mails.
    """

    name: str
    label: str
    percentage: str = ""
    one_preview: bool = False
    winner: bool = False
    channels: frozenset[Channel] = frozenset()


def by_hand_losses(
    work: Work, service: ByHand, pictures: tuple[Asset, ...] = (), *, campaigns: bool = False, most: int = 2
) -> tuple[Loss, ...]:
    """Return what such a service's API leaves to be done by hand: the flow, other channels, tests, pictures.

    `pictures` are those that have no address yet; `campaigns` tells whether drafts of A/B campaigns are made, with at
    most `most` subjects.
    """
    flow = Loss(
        f"{service.name}.flow",
        place_of(work),
        sentence("“{name}” as an automation", name=sequence_of(work).name),
        sentence(
            "{service} creates no automations from outside: what it takes arrives, the build sheet tells the rest",
            service=service.label,
        ),
    )
    messages = messages_of(work)
    return (
        flow,
        *(loss for message in messages for loss in _of_message(work, service, message)),
        *(loss for message in messages for loss in _of_draft(work, service, message, most) if campaigns),
        *_of_pictures(work, service, pictures),
    )


def _of_message(work: Work, service: ByHand, message: Message) -> Iterator[Loss]:
    if message.channel is not Channel.EMAIL:
        yield Loss(
            f"{service.name}.channel",
            place_of(work, message),
            sentence("“{name}” is sent ({channel})", name=message.name, channel=saying.CHANNELS[message.channel]),
            _elsewhere(service, message.channel),
        )
    elif len(versions(work.project, message)) > 1:
        yield Loss(
            f"{service.name}.test",
            place_of(work, message),
            sentence("The versions of “{name}” are tested inside the flow", name=message.name),
            _tested(service),
        )


def _elsewhere(service: ByHand, channel: Channel) -> Sentence:
    if channel in service.channels:
        return sentence("Its words stand in the build sheet, to be copied into the automation")
    return sentence(
        "The automations of {service} do not send this: its words stand in the build sheet, for another tool",
        service=service.label,
    )


def _tested(service: ByHand) -> Sentence:
    """Return how a test inside the flow is made by hand."""
    said = {"percentage": service.percentage, "service": service.label}
    if not service.percentage:
        return sentence("{service} tests nothing inside an automation: choose one version", service=service.label)
    if service.winner:
        return sentence("“{percentage}” by hand, with one version in each branch", percentage=service.percentage)
    return sentence("“{percentage}” by hand, with one version in each branch; {service} names no winner", **said)


def _of_draft(work: Work, service: ByHand, message: Message, most: int) -> Iterator[Loss]:
    previews = {variant.preheader.words(work.language) for variant in versions(work.project, message) if variant}
    fits = service.one_preview and fits_a_campaign(work.project, message, work.language, most)
    if fits and len(previews) > 1:
        yield Loss(
            f"{service.name}.preheader",
            place_of(work, message),
            sentence("Each subject of “{name}” has a preview text of its own", name=message.name),
            sentence("The A/B campaign draft shows the first version's to everybody"),
        )


def _of_pictures(work: Work, service: ByHand, pictures: tuple[Asset, ...]) -> Iterator[Loss]:
    if pictures:
        yield Loss(
            f"{service.name}.pictures",
            place_of(work),
            sentence("Pictures in the e-mails: {count}", count=len(pictures)),
            sentence(
                "{service} takes no picture files: upload them there and set them in the templates",
                service=service.label,
            ),
        )
