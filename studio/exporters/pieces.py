"""The written parts of a sequence, in reading order: which versions of a message are sent, and each one rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from studio.exporters.base import OutFile, Work
from studio.exporters.naming import slug
from studio.exporters.pictures import file_name
from studio.exporters.tracking import Parameters, Tracked, Utm, parameters
from studio.i18n import sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.message import Message, Variant
from studio.model.persona import CartEvent, Persona
from studio.model.project import Project
from studio.model.sequence import Sequence, message_ids
from studio.render import Rendered, render
from studio.render.personas import beside, kept_pictures, reader_of, sample_pictures, with_pictures
from studio.tags.dialect import Dialect
from studio.tags.sample import sample

Pictures = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Piece:
    """One version of a message as the reader gets it; `variant` is None for a message without variants."""

    message: Message
    variant: Variant | None
    rendered: Rendered

    @property
    def variant_id(self) -> str:
        """Return the variant's id, or the empty string."""
        return self.variant.id if self.variant else ""

    @property
    def variant_name(self) -> str:
        """Return the variant's name where the message has several, for names and labels."""
        return self.variant.name if self.variant and len(self.message.variants) > 1 else ""


def sequence_of(work: Work) -> Sequence:
    """Return the sequence to export."""
    return work.project.sequences[work.sequence]


def messages_of(work: Work) -> tuple[Message, ...]:
    """Return the messages that the sequence sends, in reading order, each once."""
    return tuple(work.project.messages[message] for message in message_ids(sequence_of(work)))


def versions(project: Project, message: Message) -> tuple[Variant | None, ...]:
    """Return the versions of a message that readers may get: its variants with a weight above zero.

    Where no weight is above zero all variants count; a message without variants has one version, None.
    """
    variants = [project.variants[variant] for variant in message.variants]
    return tuple(variant for variant in variants if variant.weight > 0) or tuple(variants) or (None,)


def shares(variants: tuple[Variant, ...], parts: int = 10_000) -> tuple[int, ...]:
    """Return the variants' weights as whole shares of `parts`, which they add up to exactly."""
    weights = [max(variant.weight, 0.0) for variant in variants]
    return whole_shares(tuple(weights), parts)


def whole_shares(weights: tuple[float, ...], parts: int) -> tuple[int, ...]:
    """Return weights as whole shares that add up to `parts`, by the largest remainder; equal where all are zero."""
    total = sum(weights)
    exact = [parts * weight / total if total else parts / len(weights) for weight in weights]
    counts = [int(share) for share in exact]
    neediest = sorted(range(len(exact)), key=lambda index: (counts[index] - exact[index], index))
    for index in neediest[: parts - sum(counts)]:
        counts[index] += 1
    return tuple(counts)


def piece(work: Work, message: Message, variant: Variant | None, dialect: Dialect, pictures: Pictures) -> Piece:
    """Return one version of a message, rendered, its links marked as the work says."""
    chosen = variant.id if variant else ""
    place = (work.project, work.sequence, message.id, chosen, work.language)
    if not work.utm:
        return Piece(message, variant, render(*place, dialect, pictures))
    tracked = Tracked(work.project.brand.url, link_parameters(work, message, variant))
    said = render(*place, dialect, pictures, links_to=tracked)
    return Piece(message, variant, said if tracked.knows_home else _nowhere_home(work, said))


def _nowhere_home(work: Work, said: Rendered) -> Rendered:
    """Return a message whose findings tell that no link could be marked."""
    message = sentence("No link is marked for web statistics: the brand has no address of its own.")
    fix = sentence("Fill in the address of the shop, beginning with https://.")
    noticed = Finding("tracking.no_home", Severity.WARNING, place_of(work), message, fix=fix)
    return replace(said, findings=(*said.findings, noticed))


def link_parameters(work: Work, message: Message, variant: Variant | None = None) -> Parameters:
    """Return the names and values with which the links of a version of a message are marked, as the work says.

    A service that marks links itself takes them from here, and renders without (`unmarked`).
    """
    name = f"{message.name} {variant.name}" if variant and len(message.variants) > 1 else message.name
    sequence = slug(sequence_of(work).name)
    return parameters(work.utm, sequence, work.language.lower(), slug(message.name), slug(name), message.channel.value)


def unmarked(work: Work) -> Work:
    """Return a work whose links stay as they are written."""
    return replace(work, utm=Utm())


def pieces(work: Work, dialect: Dialect, pictures: Pictures) -> Iterator[Piece]:
    """Yield every version of every message in reading order, rendered."""
    for message in messages_of(work):
        for variant in versions(work.project, message):
            yield piece(work, message, variant, dialect, pictures)


def place_of(work: Work, message: Message | None = None, variant: Variant | None = None) -> Place:
    """Return the place of a message, of one of its versions, or of the whole flow in this language."""
    return Place(
        sequence=work.sequence,
        message=message.id if message else "",
        language=work.language,
        variant=variant.id if variant else "",
    )


def reader(work: Work) -> Persona:
    """Return the persona whom files are written for: the ordinary reader of this language, else anybody."""
    people = work.project.personas.values() or (Persona("", "", CartEvent(currency=work.project.brand.currency)),)
    # Their shop's pictures lie beside the files, as the project's own do.
    return with_pictures(reader_of(people, work.language), kept=lambda digest: _beside(work.project, digest))


def _beside(project: Project, digest: str) -> str:
    return beside(file_name(project.assets[digest])) if digest in project.assets else ""


def sample_dialect(work: Work) -> Dialect:
    """Return the dialect that fills merge tags with the default persona's data, in their cart's own currency."""
    person = reader(work)
    return sample(person, work.language)


def sample_files(work: Work, some: Iterable[Piece]) -> tuple[OutFile, ...]:
    """Return the pictures of the reader's products that these pieces show, under the addresses they have there."""
    pages = "".join(one.rendered.html for one in some)
    person, project = reader_of(work.project.personas.values(), work.language), work.project
    named = {beside(path.name): path.read_bytes for path in sample_pictures(person)}
    held = (digest for digest in kept_pictures(person) if digest in project.assets)
    named |= {_beside(project, digest): partial(work.content, digest) for digest in held}
    return tuple(OutFile(address, read()) for address, read in named.items() if f'"{address}"' in pages)


def findings_of(some: tuple[Piece, ...]) -> tuple[Finding, ...]:
    """Return what rendering noticed, each finding once, in reading order."""
    found: list[Finding] = []
    for one in some:
        found.extend(finding for finding in one.rendered.findings if finding not in found)
    return tuple(found)
