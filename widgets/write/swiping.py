"""Bringing a line of the swipe file into the message: read in a task, put in as one step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint

from studio.edits.blocks import add_block
from studio.edits.texts import block_text, subject, write
from studio.model.ids import new_id
from studio.model.message import Block, Message
from studio.model.project import Project
from studio.model.trade import Channel
from studio.paths import shipped
from studio.presets.swipes import Swipe, SwipeKind, read_swipes
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.write.engine.reading import spans_of
from widgets.write.engine.rows import RowKind
from widgets.write.engine.view import ManuscriptView
from widgets.write.swipecard import SwipeCard

CLOSING = frozenset({"footer", "social", "signature"})
"""What stands at the end of an e-mail; a last line goes before it."""


class Swiping(QObject):
    """Opens the swipe file of the language that is shown."""

    def __init__(self, desk: Desk, view: ManuscriptView) -> None:
        """Work on this view."""
        super().__init__(view)
        self._desk, self._view = desk, view

    def ask(self) -> None:
        """Read the swipe file and open it at the caret."""
        spot, session = self._desk.here.spot, self._desk.session
        if spot.message not in session.project.messages:
            return
        style, at = session.project.brand.style, self._view.places.caret()

        def work(_progress: Progress) -> tuple[Swipe, ...]:
            return read_swipes(shipped("presets"), spot.language, style)

        self._desk.tasks.start(work, partial(self.offer, spot.message, at), key="write.swipes")

    def offer(self, message: str, at: QPoint, swipes: tuple[Swipe, ...]) -> None:
        """Open the card of a swipe file for a message."""
        told, row = self._desk.session.project.messages.get(message), self._view.row
        if told is None:
            return
        kind = SwipeKind.SUBJECT.value if row is not None and row.kind is RowKind.SUBJECT else ""
        card = SwipeCard(self._desk, swipes, told.angle, kind, self._view)
        card.picked.connect(partial(self.put, message))
        card.open_at(at, card.field)

    def put(self, message_id: str, swipe: Swipe) -> None:
        """Put a swipe where it belongs: a subject into the subject line, other lines where the caret is."""
        message = self._desk.session.project.messages.get(message_id)
        if message is None:
            return
        self._view.setFocus()
        row = self._view.row
        if swipe.kind is SwipeKind.SUBJECT and message.variants:
            self._say_subject(message, swipe)
        elif row is not None and row.message == message_id and row.kind in (RowKind.TEXT, RowKind.HINT):
            self._desk.session.pause()
            self._view.edits.insert_spans(list(spans_of(swipe.words, row.rich)))
            self._desk.session.pause()
        else:
            self._add(message, swipe)

    def _say_subject(self, message: Message, swipe: Swipe) -> None:
        """Let the subject say it of the variant that the writer is in."""
        spot = self._desk.here.spot
        variant = spot.variant if spot.variant in message.variants else message.variants[0]
        project = write(self._desk.session.project, subject(variant), spot.language, swipe.words)
        self._do(project)
        self._desk.here.go(message=message.id, block="", field="subject", variant=variant, offset=0)

    def _add(self, message: Message, swipe: Swipe) -> None:
        """Add a paragraph that says it: a last line at the end, an opening at the beginning."""
        project = self._desk.session.project
        if message.channel is not Channel.EMAIL:
            self._desk.notices.say(self._desk.words("Put the caret where the line shall stand."))
            return
        block = Block(new_id(), "paragraph")
        project = add_block(project, message.id, block, _before(project, message, swipe))
        self._do(write(project, block_text(block.id), self._desk.here.spot.language, swipe.words))
        self._desk.here.go(message=message.id, block=block.id, field="text", variant="", offset=0)

    def _do(self, project: Project) -> None:
        self._desk.session.pause()
        self._desk.session.do(self._desk.words("Take a line from the swipe file"), project)


def _before(project: Project, message: Message, swipe: Swipe) -> str:
    """Return the block before which a line goes, empty for the end."""
    if swipe.kind is SwipeKind.OPENING:
        return next((id_ for id_ in message.blocks if project.blocks[id_].kind != "heading"), "")
    return next((id_ for id_ in message.blocks if project.blocks[id_].kind in CLOSING), "")
