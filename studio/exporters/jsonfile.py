"""One JSON file with the whole flow, its pictures beside it, and its call scripts also as Markdown."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from studio.exporters.base import Bundle, Capabilities, OutFile, Reach, Resolved, Work
from studio.exporters.folder import numbered
from studio.exporters.pictures import Gallery, file_name
from studio.exporters.pieces import Piece, findings_of, pieces, sample_files
from studio.exporters.plain import flow_plain, message_plain
from studio.exporters.scripts import script_markdown
from studio.exporters.service import Service
from studio.exporters.tagged import FILLED, filled_losses, spoken, tags_option
from studio.model.asset import Asset
from studio.model.trade import Channel


@dataclass(frozen=True, slots=True)
class Options:
    """The choices for a JSON file."""

    tags: str = tags_option()


class Json:
    """The flow for programs: nothing of it is left out, and nothing runs it."""

    name = "json"
    label = "JSON"
    capabilities = Capabilities(
        flow=Reach.YES,
        templates=Reach.YES,
        ab_in_flow=Reach.YES,
        sms=Reach.YES,
        push=Reach.YES,
        whatsapp=Reach.YES,
        pictures=Reach.YES,
        mark="V",
    )
    options: type[Any] = Options
    service: Service | None = None

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return `flow.json`, the pictures that it shows, and `scripts/` with each call as JSON and Markdown."""
        gallery = Gallery(work.project.assets, _address)
        written = tuple(pieces(work, spoken(work, options.tags), gallery.say))
        files = [OutFile("flow.json", _json(flow_plain(work, written)))]
        files += [file for one in numbered(work, _calls(written)) for file in _script(one.stem, one.piece, work)]
        files += [OutFile(_address(asset), work.content(asset.id)) for asset in gallery.used.values()]
        files += sample_files(work, written) if options.tags == FILLED else ()
        losses = filled_losses(work, self.name, written, options.tags)
        return Bundle(files=tuple(files), losses=losses, findings=findings_of(written))


def _address(asset: Asset) -> str:
    return f"pictures/{file_name(asset)}"


def _calls(written: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(one for one in written if one.rendered.channel is Channel.VOICE)


def _script(stem: str, one: Piece, work: Work) -> tuple[OutFile, OutFile]:
    plain = {"schema": 1, "language": work.language, **message_plain(one.message, (one,))}
    markdown = script_markdown(one, work.words)
    return OutFile(f"scripts/{stem}.json", _json(plain)), OutFile(f"scripts/{stem}.md", markdown.encode())


def _json(plain: dict[str, Any]) -> bytes:
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


EXPORTER = Json()
