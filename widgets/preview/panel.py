"""The preview beside the manuscript: within a blink of a pause in typing, what the reader will get."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.model.trade import Channel
from widgets.desk import Desk
from widgets.parts.buttons import IconButton
from widgets.parts.labels import Elided
from widgets.parts.layouts import column, row
from widgets.parts.states import States
from widgets.preview.bar import Bar, VariantChoice
from widgets.preview.devices import TEXT
from widgets.preview.exports import Exports
from widgets.preview.follow import Follow
from widgets.preview.frame import Frame
from widgets.preview.inbox import InboxRow
from widgets.preview.notes import Notes
from widgets.preview.reading import Reading
from widgets.preview.screen import DeviceScreen
from widgets.preview.shelf import Shelf
from widgets.preview.told import caption, tell_link
from widgets.preview.view import MakeView
from widgets.theme.paint import BLEED

SIDE, GAP = 16, 12


class PreviewPanel(QWidget):
    """One message as one reader gets it on one device; follows `desk.here` and the session."""

    def __init__(self, desk: Desk, make_view: MakeView | None = None) -> None:
        """Build the panel; `make_view` gives the view that draws e-mails, Chromium without it."""
        super().__init__()
        self._desk = desk
        look, words = desk.look, desk.words
        self.follow = Follow(desk, self)
        self.bar, self.variants = Bar(look, words), VariantChoice(look, words)
        self.inbox, self.notes = InboxRow(look, words), Notes(look, words)
        self.frame = Frame(look, "sunken")
        shelf = Shelf(desk.tasks, partial(_picture, desk), self)
        self.device = DeviceScreen(look, words, shelf, self.frame, make_view)
        self.caption = Elided(look, "", "caption", "ink3")
        self.save = IconButton(look, "ph.export", words("Save as picture or PDF"))
        self.exports = Exports(desk, self, lambda: self.device.easel.view, lambda: self.device.page)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        foot = row(self.caption, self.save, spacing=8)
        foot.setStretch(0, 1)
        content = QWidget()
        below = column(self.notes, foot, spacing=4)
        # The card's shadow is part of its height.
        parts = (self.bar, GAP, self.variants, self.inbox, GAP - BLEED, self.frame, 6, below)
        stack = column(*parts, spacing=0, margins=(SIDE, GAP, SIDE, 6))
        stack.setStretchFactor(self.frame, 1)
        content.setLayout(stack)
        self.states = States(self._desk.look, content)
        self.setLayout(column(self.states))
        self.setMinimumWidth(330)
        self.setAccessibleName(self._desk.words("Preview"))

    def _connect(self) -> None:
        words, group = self._desk.words, self._desk.words("Preview")
        add = partial(self._desk.actions.add, group=group, home=self)
        self.follow.changed.connect(self._show)
        self.follow.troubled.connect(self._tell_trouble)
        self.follow.pointed.connect(partial(self.device.easel.point_at, go=True))
        self.bar.chosen.connect(self._show)
        self.bar.persona_chosen.connect(partial(self._go, "persona"))
        self.variants.chosen.connect(partial(self._go, "variant"))
        self.device.easel.block_chosen.connect(partial(self._go, "block"))
        self.device.easel.link_followed.connect(partial(tell_link, self._desk))
        self.device.easel.unable.connect(self._say_unable)
        self.save.clicked.connect(self._offer_exports)
        self._desk.look.changed.connect(self._show)
        light, reader = self.bar.turn_light, self.bar.offer_readers
        self._own = (
            add("preview.light", words("Preview light or dark"), light, keys="Ctrl+Alt+L", icon="ph.moon"),
            add("preview.reader", words("Choose the reader"), reader, keys="Ctrl+Alt+R", icon="ph.user"),
        )
        self._allow()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with the writer."""
        super().showEvent(event)
        self.follow.wake()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Do nothing while nobody looks."""
        super().hideEvent(event)
        self.follow.rest()
        self._allow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say the scale anew."""
        super().resizeEvent(event)
        self._say_scale()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, which is that of the rail on the other side."""
        QPainter(self).fillRect(self.rect(), self._desk.look.color("sunken"))

    def _show(self) -> None:
        reading, words = self.follow.reading, self._desk.words
        if reading is None:
            self._allow()
            said = words("Put the caret into a message, and you see here what its reader will get.")
            self.states.show_empty(words("Nothing to show yet"), said, None, "ph.device-mobile")
            return
        self.states.show_content()
        self._fill(reading)
        self.device.show_reading(reading, self.bar.device.current, dark=self.bar.dark)
        self.device.easel.point_at(self._desk.here.spot.block, go=False)
        self._allow()
        self._say_scale()

    def _fill(self, reading: Reading) -> None:
        """Show what stands around the screen."""
        is_mail = reading.message.channel is Channel.EMAIL
        self.bar.show_readers(self.follow.readers(), reading.reader)
        self.bar.device.setEnabled(is_mail)
        self.variants.show_variants(reading.variants if is_mail else (), reading.rendered.variant)
        self.inbox.setVisible(is_mail)
        if is_mail:
            self.inbox.show_reading(reading)
        self.notes.show_findings(reading.rendered.findings)
        self.exports.name = f"{reading.message.name} {reading.rendered.language}"

    def _allow(self) -> None:
        seen = self.isVisible() and self.follow.reading is not None
        for action in self._own:
            action.setEnabled(seen)
        drawn = seen and self.device.page is not None and not self.device.unable
        self.exports.allow(drawn)
        self.save.setEnabled(drawn)

    def _say_scale(self) -> None:
        if self.follow.reading is not None:
            device = TEXT if self.device.unable else self.bar.device.current
            self.caption.set_text(caption(self._desk.words, self.follow.reading, device, self.frame.room))

    def _say_unable(self, refusal: StudioError) -> None:
        self._desk.notices.refuse(refusal)
        self._show()

    def _tell_trouble(self, refusal: StudioError) -> None:
        self._allow()
        self.states.show_trouble(self._desk.words.say(refusal), self.follow.refresh)

    def _offer_exports(self) -> None:
        corner = self.save.mapToGlobal(QPoint(0, 0))
        self.exports.offer(corner)

    def _go(self, part: str, value: str) -> None:
        """Move the writer: to a block, a variant, another reader."""
        self._desk.here.go(**{part: value})


def _picture(desk: Desk, digest: str) -> bytes:
    return desk.workspace.store.assets.get(digest)
