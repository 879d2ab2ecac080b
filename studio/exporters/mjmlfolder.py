"""An MJML project: the source of every e-mail, for any MJML tool, with its pictures and the words of other channels."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from studio.exporters.base import Bundle, Capabilities, OutFile, Reach, Resolved, Work
from studio.exporters.folder import Numbered, flow_loss, numbered
from studio.exporters.naming import slug
from studio.exporters.pictures import Gallery, file_name
from studio.exporters.pieces import findings_of, pieces, sample_files, sequence_of
from studio.exporters.service import Service
from studio.exporters.tagged import FILLED, filled_losses, spoken, tags_option
from studio.model.asset import Asset
from studio.model.trade import Channel

MJML = "^4.15.3"
"""The version of the reference compiler that the project asks npm for."""


@dataclass(frozen=True, slots=True)
class Options:
    """The choices for an MJML project."""

    tags: str = tags_option()


class Mjml:
    """The e-mails before they are compiled."""

    name = "mjml"
    label = "MJML"
    capabilities = Capabilities(
        templates=Reach.YES, sms=Reach.PARTLY, push=Reach.PARTLY, whatsapp=Reach.PARTLY, pictures=Reach.YES, mark="V"
    )
    options: type[Any] = Options
    service: Service | None = None

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return `<nn>-<message>.mjml` for each e-mail and `.txt` for the rest, pictures, and a `package.json`."""
        gallery = Gallery(work.project.assets, _address)
        written = tuple(pieces(work, spoken(work, options.tags), gallery.say))
        files = [_source(one) for one in numbered(work, written)]
        files += [OutFile(_address(asset), work.content(asset.id)) for asset in gallery.used.values()]
        losses = (flow_loss(work, self.name), *filled_losses(work, self.name, written, options.tags))
        files += sample_files(work, written) if options.tags == FILLED else ()
        files.append(OutFile("package.json", _package(work)))
        return Bundle(files=tuple(files), losses=losses, findings=findings_of(written))


def _address(asset: Asset) -> str:
    return f"pictures/{file_name(asset)}"


def _source(one: Numbered) -> OutFile:
    said = one.piece.rendered
    if said.channel is Channel.EMAIL:
        return OutFile(f"{one.stem}.mjml", said.mjml.encode())
    return OutFile(f"{one.stem}.txt", said.text.encode())


def _package(work: Work) -> bytes:
    """Return what `npm install` and `npm run build` need to compile the project beside its pictures."""
    held = {
        "name": f"{slug(sequence_of(work).name)}-{work.language}",
        "private": True,
        "scripts": {"build": "mjml *.mjml -o ."},
        "devDependencies": {"mjml": MJML},
    }
    return (json.dumps(held, ensure_ascii=False, indent=2) + "\n").encode()


EXPORTER = Mjml()
