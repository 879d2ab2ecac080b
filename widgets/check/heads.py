"""How a message is headed on this screen: when it leaves, its channel, its name and its angle."""

from __future__ import annotations

from dataclasses import dataclass

from studio.checks.arc import Board, Row
from studio.i18n import Translator
from studio.model import telling
from widgets.names import ANGLES, CHANNELS
from widgets.parts.arc import channel_color, channel_icon


@dataclass(frozen=True, slots=True)
class MessageHead:
    """A message in words: `mark` and `beside` tell when it leaves; `token` is the colour of its channel."""

    message: str
    mark: str
    beside: str
    icon: str
    token: str
    channel: str
    name: str
    angle: str

    @property
    def spoken(self) -> str:
        """Return all of it for whoever cannot see it."""
        return " · ".join(part for part in (self.mark, self.beside, self.channel, self.name, self.angle) if part)


def head_of(row: Row, words: Translator) -> MessageHead:
    """Return the head of a message of the board."""
    mark, beside = words.say(telling.mark(row.sent)), words.say(telling.beside(row.sent))
    icon, token = channel_icon(row.channel), channel_color(row.channel)
    angle, channel = words(ANGLES[row.angle]), words(CHANNELS[row.channel])
    return MessageHead(row.message, mark, beside, icon, token, channel, row.name, angle)


def heads_of(board: Board, words: Translator) -> dict[str, MessageHead]:
    """Return the heads of all messages by id, in sending order."""
    return {row.message: head_of(row, words) for row in board.rows}
