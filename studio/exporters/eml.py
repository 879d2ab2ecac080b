"""E-mail files: each version of each e-mail as a draft that any mail program opens, with its pictures inside."""

from __future__ import annotations

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from studio.exporters import saying
from studio.exporters.base import Bundle, Capabilities, OutFile, Reach, Resolved, Work
from studio.exporters.folder import flow_loss, numbered
from studio.exporters.naming import flow_mark
from studio.exporters.pictures import EXTENSIONS, Gallery, file_name
from studio.exporters.pieces import Piece, findings_of, pieces, place_of, reader, sample_dialect, sample_files
from studio.exporters.service import Service
from studio.exporters.tagged import filled_losses
from studio.i18n import N_, sentence
from studio.model.asset import Asset, content_id
from studio.model.findings import Loss
from studio.model.ids import derived_id
from studio.model.trade import Channel

_HOST = "fabel.invalid"


@dataclass(frozen=True, slots=True)
class Options:
    """E-mail files have nothing to choose."""


class Eml:
    """Unsent e-mails with sample data: HTML, text and pictures in one file each."""

    name = "eml"
    label = N_("E-mail files (.eml)")
    capabilities = Capabilities(templates=Reach.YES, mark="V")
    options: type[Any] = Options
    service: Service | None = None

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return one file per version of each e-mail; messages of other channels are noted as losses."""
        written, files = [], []
        for one in pieces_with_pictures(work):
            written.append(one.piece)
            if one.piece.rendered.channel is Channel.EMAIL:
                files.append(one)
        named = {id(one.piece): one.stem for one in numbered(work, tuple(one.piece for one in files))}
        out = tuple(OutFile(f"{named[id(one.piece)]}.eml", mail(work, one)) for one in files)
        filled = filled_losses(work, self.name, (one.piece for one in files), fixed=True)
        losses = (flow_loss(work, self.name), *filled, *_losses(work, written))
        return Bundle(files=out, losses=losses, findings=findings_of(tuple(written)))


@dataclass(frozen=True, slots=True)
class Illustrated:
    """A piece with the pictures that it shows."""

    piece: Piece
    pictures: tuple[Asset, ...]


def pieces_with_pictures(work: Work) -> list[Illustrated]:
    """Return every piece with its own pictures, whose addresses are content ids inside the e-mail."""
    gallery = Gallery(work.project.assets, lambda asset: f"cid:{_content_id(asset)}")
    found = []
    for piece in pieces(work, sample_dialect(work), gallery.say):
        found.append(Illustrated(piece, tuple(gallery.used.values())))
        gallery.used.clear()
    return found


def _content_id(asset: Asset) -> str:
    return f"{asset.id[:24]}@{_HOST}"


def mail(work: Work, one: Illustrated) -> bytes:
    """Return an e-mail as bytes (RFC 5322), the same for the same message: no date, fixed boundaries."""
    said = one.piece.rendered
    letter = EmailMessage(SMTP)
    _head(letter, work, one.piece)
    letter.set_content(said.text, cte="quoted-printable")
    samples = sample_files(work, (one.piece,))
    letter.add_alternative(_with_content_ids(said.html, samples), subtype="html", cte="quoted-printable")
    _add_pictures(letter, work, one.pictures, samples)
    for number, part in enumerate(letter.walk()):
        if part.is_multipart():
            part.set_boundary(f"=-{derived_id('boundary', said.message, said.variant, str(number))}")
    return letter.as_bytes()


def _with_content_ids(html: str, samples: tuple[OutFile, ...]) -> str:
    for file in samples:
        html = html.replace(f'"{file.path}"', f'"cid:{content_id(file.content)[:24]}@{_HOST}"')
    return html


def _head(letter: EmailMessage, work: Work, piece: Piece) -> None:
    said, sender = piece.rendered, work.project.brand.sender
    person = reader(work).event
    letter["Subject"] = _line(said.subject)
    letter["From"] = _address(sender.name or work.project.brand.name, sender.email)
    letter["To"] = _address(f"{person.first_name} {person.last_name}", person.email)
    if sender.reply_to:
        letter["Reply-To"] = _address("", sender.reply_to)
    short = flow_mark(work, f"{said.message}:{said.variant}")
    letter["Message-ID"] = f"<{short}.{said.message}@{_HOST}>"
    letter["Content-Language"] = said.language
    # Mail programs open a file with this mark as a draft, and set the date when somebody sends it.
    letter["X-Unsent"] = "1"


def _line(words: str) -> str:
    return " ".join(words.split())


def _address(name: str, address: str) -> Address:
    user, at, host = _line(address).rpartition("@")
    known = at and user.isascii() and host.isascii() and user and host
    return Address(_line(name), user if known else "reader", host if known else "example.invalid")


def _add_pictures(letter: EmailMessage, work: Work, pictures: tuple[Asset, ...], samples: tuple[OutFile, ...]) -> None:
    page = letter.get_body(("html",))
    if not isinstance(page, EmailMessage):
        return
    for asset in (*pictures, *(_sample_asset(file) for file in samples)):
        content = next((file.content for file in samples if content_id(file.content) == asset.id), None)
        kind, _, subtype = asset.media_type.partition("/")
        page.add_related(
            content or work.content(asset.id),
            kind,
            subtype,
            cid=f"<{_content_id(asset)}>",
            filename=file_name(asset),
            disposition="inline",
        )


def _sample_asset(file: OutFile) -> Asset:
    ending = file.path.rpartition(".")[2]
    media_type = next((kind for kind, short in EXTENSIONS.items() if short == ending), "image/png")
    return Asset(content_id(file.content), file.path, media_type, len(file.content))


def _losses(work: Work, written: list[Piece]) -> list[Loss]:
    others = {piece.message.id: piece.message for piece in written if piece.message.channel is not Channel.EMAIL}
    return [
        Loss(
            "eml.channel",
            place_of(work, message),
            sentence("“{name}” is sent ({channel})", name=message.name, channel=saying.CHANNELS[message.channel]),
            sentence("Only e-mails become files; this message is left out"),
        )
        for message in others.values()
    ]


EXPORTER = Eml()
