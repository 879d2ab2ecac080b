"""HTML files: every message as a reader would see it, with its text part and its pictures beside it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

from studio.exporters.base import Bundle, Capabilities, OutFile, Reach, Resolved, Work
from studio.exporters.folder import Numbered, flow_loss, numbered
from studio.exporters.options import option
from studio.exporters.pictures import Gallery, file_name
from studio.exporters.pieces import findings_of, pieces, sample_files
from studio.exporters.service import Service
from studio.exporters.tagged import FILLED, filled_losses, spoken, tags_option
from studio.i18n import N_
from studio.model.asset import Asset
from studio.model.trade import Channel

# The least date a zip can hold: the same messages give the same bytes on every day.
_BEGINNING = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Options:
    """The choices for HTML files."""

    zip: bool = option(default=False, label=N_("One zip file"), help=N_("Instead of many files in a folder."))
    tags: str = tags_option()


class Html:
    """Loose HTML and text files with sample data, for reading, archiving and pasting."""

    name = "html"
    label = "HTML"
    capabilities = Capabilities(
        templates=Reach.YES, sms=Reach.PARTLY, push=Reach.PARTLY, whatsapp=Reach.PARTLY, mark="V"
    )
    options: type[Any] = Options
    service: Service | None = None

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return a file or two per message and version, and each picture that they use, once."""
        gallery = Gallery(work.project.assets, _address)
        written = tuple(pieces(work, spoken(work, options.tags), gallery.say))
        files = [file for one in numbered(work, written) for file in _files(one)]
        files += [OutFile(_address(asset), work.content(asset.id)) for asset in gallery.used.values()]
        losses = (flow_loss(work, self.name), *filled_losses(work, self.name, written, options.tags))
        files += sample_files(work, written) if options.tags == FILLED else ()
        found = (OutFile("messages.zip", zipped(tuple(files))),) if options.zip else tuple(files)
        return Bundle(files=found, losses=losses, findings=findings_of(written))


def _address(asset: Asset) -> str:
    return f"pictures/{file_name(asset)}"


def _files(one: Numbered) -> list[OutFile]:
    said = one.piece.rendered
    text = OutFile(f"{one.stem}.txt", said.text.encode())
    return [OutFile(f"{one.stem}.html", said.html.encode()), text] if said.channel is Channel.EMAIL else [text]


def zipped(files: tuple[OutFile, ...]) -> bytes:
    """Return files as a zip whose bytes depend on nothing but their names and contents."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.path, _BEGINNING)
            entry.external_attr = _READABLE
            archive.writestr(entry, file.content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


EXPORTER = Html()
