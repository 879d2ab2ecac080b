"""A target for Fabel: one Markdown file with every message of a flow, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from studio.exporters.base import Bundle, Capabilities, OutFile, Reach, Resolved, Work
from studio.exporters.options import option
from studio.exporters.pieces import Piece, findings_of, pieces, place_of, sequence_of
from studio.exporters.service import Service
from studio.exporters.tagged import spoken, tags_option
from studio.i18n import sentence
from studio.model.findings import Loss
from studio.model.trade import Channel


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may choose; the form in the window is made from these fields."""

    tags: str = tags_option()
    previews: bool = option(default=True, label="Preview texts", help="The line that inboxes show after the subject.")


class Markdown:
    """Subjects as headings and the text part below them; everything that is not words is named as lost."""

    name = "markdown"
    label = "Markdown"
    capabilities = Capabilities(
        templates=Reach.PARTLY, sms=Reach.PARTLY, push=Reach.PARTLY, whatsapp=Reach.PARTLY, mark="V"
    )
    options: type[Any] = Options
    service: Service | None = None

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return `flow.md`; raise nothing that rendering does not raise."""
        written = tuple(pieces(work, spoken(work, options.tags), lambda digest: f"picture-{digest[:12]}"))
        parts = [f"# {sequence_of(work).name}", *_parts(written, options)]
        file = OutFile("flow.md", ("\n\n".join(parts) + "\n").encode())
        return Bundle(files=(file,), losses=(_flow(work),), findings=findings_of(written))


def _parts(written: tuple[Piece, ...], options: Options) -> Iterator[str]:
    for one in written:
        said = one.rendered
        is_mail = said.channel is Channel.EMAIL
        yield f"## {said.subject if is_mail else one.message.name}"
        if is_mail and options.previews and said.preheader:
            yield f"*{said.preheader}*"
        yield said.text.strip()


def _flow(work: Work) -> Loss:
    wanted = sentence("The flow of “{name}”: trigger, waits, conditions, looks, pictures", name=sequence_of(work).name)
    return Loss("markdown.flow", place_of(work), wanted, sentence("The words of its messages, one after the other"))


EXPORTER = Markdown()
