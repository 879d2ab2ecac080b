"""SMS, push, WhatsApp and calls on the screen of a phone: plain bubbles in the light or dark of the reader's phone."""

from __future__ import annotations

from collections.abc import Callable

from immutables import Map
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from studio.i18n import Sentence, Translator, sentence
from studio.model.trade import Channel
from studio.words.sms import sms_cost
from widgets.parts.labels import Label, Overline
from widgets.parts.layouts import Line, Scroll, column, row
from widgets.parts.rows import Glyph
from widgets.preview.inbox import AT
from widgets.preview.reading import Reading
from widgets.theme.look import Look
from widgets.theme.paint import nothing, rounded

CENTER = Qt.AlignmentFlag.AlignCenter
CLOCK = 52
PAGES: tuple[tuple[str, Sentence], ...] = (
    ("opening", sentence("Opening")),
    ("disclosure", sentence("Says that it is an AI")),
    ("text", sentence("What it is about")),
    ("offer", sentence("Offer")),
    ("handover", sentence("Handing over")),
)
"""The pages of a call in the order in which they are said."""


class Ground(QWidget):
    """The wall of a phone's screen in the colour of a token."""

    def __init__(self, look: Look, token: str) -> None:
        """Take the token."""
        super().__init__()
        self._look, self._token = look, token

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the wall."""
        QPainter(self).fillRect(self.rect(), self._look.color(self._token))


class Plate(QWidget):
    """A round plate with words: a bubble, a notification, a page."""

    def __init__(self, look: Look, token: str, *, radius: float = 16, edge: str = "") -> None:
        """Take the token of its ground, and of its hairline where it has one."""
        super().__init__()
        self._look, self._token, self._radius, self._edge = look, token, radius, edge
        self.body: QVBoxLayout = column(spacing=4, margins=(14, 10, 14, 10))
        self.setLayout(self.body)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the plate."""
        edge = self._look.color(self._edge) if self._edge else nothing()
        rounded(QPainter(self), self.rect(), self._radius, self._look.color(self._token), edge)


class Sign(QWidget):
    """The sign of the sender: the first letter on a round ground."""

    def __init__(self, look: Look, letter: str, side: int, token: str, *, radius: float) -> None:
        """Take the letter, the size in pixels and the token of the ground."""
        super().__init__()
        self._look, self._letter, self._token, self._radius = look, letter[:1].upper(), token, radius
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground and letter."""
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), self._radius, self._look.color(self._token), nothing())
        painter.setPen(self._look.color("onAccent"))
        painter.setFont(self._look.font("smallstrong"))
        painter.drawText(self.rect(), int(CENTER), self._letter)


def _words(look: Look, text: str, role: str = "body", color: str = "ink") -> Label:
    label = Label(look, text, role, color, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _centered(look: Look, text: str, role: str, color: str) -> Label:
    label = _words(look, text, role, color)
    label.setAlignment(CENTER)
    return label


def sms(look: Look, _words_of: Translator, reading: Reading) -> QWidget:
    """Return an SMS as it came in."""
    ground = Ground(look, "surface")
    bubble = Plate(look, "sunken")
    bubble.body.addWidget(_words(look, reading.rendered.fields.get("text", "")))
    sign = Sign(look, reading.shop, 40, "sms", radius=20)
    head = column(row(None, sign, None), _centered(look, reading.shop, "small", "ink2"), spacing=4)
    line = row(bubble, 36, spacing=0)
    line.setStretch(0, 1)
    stack = (head, 8, _centered(look, AT, "caption", "ink3"), line, None)
    ground.setLayout(column(*stack, spacing=6, margins=(16, 28, 16, 24)))
    return ground


def push(look: Look, words: Translator, reading: Reading) -> QWidget:
    """Return a notification on a locked screen."""
    ground, fields = Ground(look, "sunken"), reading.rendered.fields
    clock = _centered(look, AT, "title", "ink")
    font = clock.font()
    font.setPixelSize(CLOCK)
    clock.setFont(font)
    plate = Plate(look, "surface", radius=18, edge="line")
    names = Label(look, reading.shop, "small", "ink2")
    head = row(Sign(look, reading.shop, 22, "push", radius=6), names, Label(look, words("now"), "small", "ink3"))
    head.setStretch(1, 1)
    plate.body.addLayout(head)
    plate.body.addWidget(_words(look, fields.get("title", ""), "bodystrong"))
    plate.body.addWidget(_words(look, fields.get("text", ""), "body", "ink2"))
    ground.setLayout(column(clock, 32, plate, None, spacing=8, margins=(14, 48, 14, 24)))
    return ground


def whatsapp(look: Look, _words_of: Translator, reading: Reading) -> QWidget:
    """Return a message of a business, with its button."""
    ground, fields = Ground(look, "sunken"), reading.rendered.fields
    bubble = Plate(look, "surface", radius=12, edge="line")
    for name, role, color in (("header", "bodystrong", "ink"), ("text", "body", "ink"), ("footer", "small", "ink3")):
        if fields.get(name):
            bubble.body.addWidget(_words(look, fields[name], role, color))
    time = Label(look, AT, "caption", "ink3")
    bubble.body.addWidget(time, 0, Qt.AlignmentFlag.AlignRight)
    if fields.get("button"):
        label = Label(look, fields["button"], "bodystrong", "whatsapp")
        bubble.body.addWidget(Line(look))
        bubble.body.addSpacing(4)
        bubble.body.addLayout(row(None, Glyph(look, "ph.arrow-square-out", "whatsapp", 16), label, None, spacing=6))
    shop = Label(look, reading.shop, "bodystrong")
    head = row(Sign(look, reading.shop, 32, "whatsapp", radius=16), shop, None, spacing=10)
    line = row(bubble, 24, spacing=0)
    line.setStretch(0, 1)
    ground.setLayout(column(head, 4, line, None, spacing=10, margins=(14, 24, 14, 24)))
    return ground


def call(look: Look, words: Translator, reading: Reading) -> QWidget:
    """Return the script of a call, a page for each part and a pause between them."""
    ground, pages = Ground(look, "paper"), QVBoxLayout()
    pages.setContentsMargins(16, 24, 16, 24)
    pages.setSpacing(8)
    said = [(title, reading.rendered.fields.get(name, "")) for name, title in PAGES]
    for number, (title, text) in enumerate((title, text) for title, text in said if text):
        if number:
            pages.addLayout(_pause(look, words))
        page = Plate(look, "surface", radius=12, edge="line")
        page.body.addWidget(Overline(look, words.say(title)))
        page.body.addWidget(_words(look, text, "manuscript"))
        pages.addWidget(page)
    pages.addStretch(1)
    ground.setLayout(pages)
    return ground


def _pause(look: Look, words: Translator) -> QVBoxLayout:
    return column(row(None, Glyph(look, "ph.pause", "ink3", 12), Label(look, words("pause"), "caption", "ink3"), None))


DRAWN: Map[Channel, Callable[[Look, Translator, Reading], QWidget]] = Map(
    {Channel.SMS: sms, Channel.PUSH: push, Channel.WHATSAPP: whatsapp, Channel.VOICE: call}
)


def phone_screen(look: Look, words: Translator, reading: Reading) -> Scroll:
    """Return what a phone shows of a message that is no e-mail; `look` is the phone's own, light or dark."""
    screen = DRAWN[reading.message.channel](look, words, reading)
    screen.setAccessibleName(reading.rendered.text)
    return Scroll(look, screen)


def cost_line(words: Translator, reading: Reading) -> str:
    """Return what there is to know of a message that is no e-mail, as the caption below it."""
    fields = reading.rendered.fields
    if reading.message.channel is Channel.SMS:
        cost = sms_cost(fields.get("text", ""))
        return words(
            "{units} characters · {segments} × SMS · {alphabet} · {room} left",
            units=cost.units,
            segments=cost.segments,
            alphabet=cost.alphabet.value,
            room=cost.room,
        )
    if reading.message.channel is Channel.VOICE:
        return words("{count} words", count=len(reading.rendered.text.split()))
    return words("Opens {address}", address=fields["url"]) if fields.get("url") else ""
