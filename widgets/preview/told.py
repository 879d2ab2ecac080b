"""What the preview says in words: the caption below the device, and where a link would have led."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QGuiApplication

from studio.i18n import Translator
from studio.model.trade import Channel
from widgets.desk import Desk
from widgets.preview.bubbles import cost_line
from widgets.preview.devices import DEVICES, TEXT, scale_in
from widgets.preview.reading import Reading


def caption(words: Translator, reading: Reading, device: str, room: int) -> str:
    """Return what is worth knowing of what is shown: the true width and its scale, or what a message costs."""
    if reading.message.channel is not Channel.EMAIL:
        return cost_line(words, reading)
    if device == TEXT:
        return words("The plain-text part of the e-mail")
    width = DEVICES[device].width
    return words("{width} px wide · shown at {scale} %", width=width, scale=scale_in(width, room))


def tell_link(desk: Desk, address: str) -> None:
    """Say where a link leads, and offer to copy the address; nothing is opened."""
    words = desk.words
    if address.startswith("#"):
        desk.notices.say(words("The service puts its own address here when the e-mail is sent."))
    else:
        said = words("This link leads to {address}", address=address)
        desk.notices.say(said, offer=words("Copy the address"), act=partial(_copy, address))


def _copy(address: str) -> None:
    QGuiApplication.clipboard().setText(address)
