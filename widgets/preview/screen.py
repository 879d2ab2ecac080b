"""The screen in the frame: the drawn e-mail, its plain text, or the bubble of another channel."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer

from studio.i18n import Translator
from studio.model.trade import Channel
from widgets.parts.labels import Label
from widgets.parts.layouts import Scroll, column
from widgets.preview.bubbles import Ground, phone_screen
from widgets.preview.chromium import chromium_view
from widgets.preview.devices import DEVICES, TEXT
from widgets.preview.easel import Easel
from widgets.preview.frame import Frame
from widgets.preview.reading import Reading, reflowed
from widgets.preview.shelf import Shelf
from widgets.preview.view import MakeView, Page
from widgets.theme.look import Look


class DeviceScreen(QObject):
    """Puts Readings into a frame; once e-mails cannot be drawn, their words are shown."""

    def __init__(
        self, look: Look, words: Translator, shelf: Shelf, frame: Frame, make_view: MakeView | None = None
    ) -> None:
        """Take the frame, and what makes the view (Chromium without it).

        Where a device is asked for that does not exist (""), the frame stays bare and is as wide as a phone.
        """
        super().__init__(frame)
        self._words, self.frame = words, frame
        self.unable = False
        self._phones = {False: Look("light", self), True: Look("dark", self)}
        self.easel = Easel(look, words, shelf, make_view or chromium_view)
        self.easel.unable.connect(self._give_up)
        self._other: Scroll | None = None
        self._shown: tuple[Reading, str, bool] | None = None
        frame.glass.addWidget(self.easel)

    @property
    def page(self) -> Page | None:
        """Return the e-mail that is shown as a page to draw, None where there is none."""
        if self._shown is None or self._shown[0].message.channel is not Channel.EMAIL:
            return None
        reading, device, dark = self._shown
        width = DEVICES[device if device in DEVICES else "phone"].width
        return Page(reading.rendered.html, width, dark, reading.message.id, self._phones[dark].color("accent").name())

    def show_reading(self, reading: Reading, device: str, *, dark: bool) -> None:
        """Show a message on a device; `dark` is the device's own choice."""
        self._shown = (reading, device, dark)
        is_mail = reading.message.channel is Channel.EMAIL
        if device:
            self.frame.wear(DEVICES[device if is_mail and device in DEVICES else "phone"])
        if not is_mail:
            self._put(phone_screen(self._phones[dark], self._words, reading), reading.message.id)
        elif device == TEXT or self.unable:
            self._put(_text(self._phones[dark], reading.rendered.text), reading.message.id)
        elif self.page is not None:
            self.easel.show_page(self.page)
            self.frame.glass.setCurrentWidget(self.easel)

    def _put(self, screen: Scroll, message: str) -> None:
        before, self._other = self._other, screen
        self.frame.glass.addWidget(screen)
        self.frame.glass.setCurrentWidget(screen)
        if before is not None:
            if before.objectName() == message:
                # Its height is known when it is laid out.
                place = before.verticalScrollBar().value()
                QTimer.singleShot(0, screen, partial(screen.verticalScrollBar().setValue, place))
            self.frame.glass.removeWidget(before)
            before.deleteLater()
        screen.setObjectName(message)

    def _give_up(self) -> None:
        self.unable = True
        if self._shown is not None:
            reading, device, dark = self._shown
            self.show_reading(reading, device, dark=dark)


def _text(look: Look, text: str) -> Scroll:
    words = Label(look, reflowed(text), "body", "ink", wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    ground = Ground(look, "surface")
    ground.setLayout(column(words, None, margins=(20, 24, 20, 24)))
    return Scroll(look, ground)
