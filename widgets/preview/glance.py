"""One message of any project at a glance: a preset in the gallery before it is made, a theme of the brand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.model.project import Project
from widgets.desk import Desk
from widgets.here import Spot
from widgets.parts.layouts import column
from widgets.parts.states import States
from widgets.preview.frame import Frame
from widgets.preview.reading import Reading, read
from widgets.preview.screen import DeviceScreen
from widgets.preview.shelf import Shelf
from widgets.preview.told import tell_link
from widgets.preview.view import MakeView

Pictures = Mapping[str, bytes] | Callable[[str], bytes]
WIDE, LEAST = 338, 300


class MessageGlance(QWidget):
    """Shows a message in a quiet frame; it belongs to no session and nothing in it is edited."""

    def __init__(self, desk: Desk, make_view: MakeView | None = None, ground: str = "surface") -> None:
        """Begin empty; `ground` is the token of what lies around the frame."""
        super().__init__()
        self._desk = desk
        self._pictures: Pictures = {}
        self.reading: Reading | None = None
        self.frame = Frame(desk.look, ground)
        self.device = DeviceScreen(desk.look, desk.words, Shelf(desk.tasks, self._picture, self), self.frame, make_view)
        self.device.easel.link_followed.connect(self._tell_link)
        self.device.easel.unable.connect(self._refuse)
        self.states = States(desk.look, self.frame)
        self.setLayout(column(self.states))
        self.setMinimumSize(LEAST, 160)
        self.setAccessibleName(desk.words("Preview"))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of the gallery's panel."""
        return QSize(WIDE, 460)

    def show_message(
        self,
        project: Project,
        sequence: str,
        message: str,
        language: str,
        pictures: Pictures,
        *,
        variant: str = "",
        dark: bool = False,
    ) -> None:
        """Show a message, in one of its versions or the first, as the ordinary reader of a language gets it.

        `pictures` gives the bytes of the project's pictures by digest; as a function it is called in tasks.
        """
        self._pictures = pictures
        try:
            self.reading = read(project, Spot(sequence=sequence, message=message, language=language, variant=variant))
        except StudioError as refusal:
            self.reading = None
            self.states.show_trouble(self._desk.words.say(refusal))
            return
        if self.reading is None:
            words = self._desk.words
            self.states.show_empty(words("Nothing to show yet"), words("There is no message here."), None)
            return
        self.states.show_content()
        self.device.show_reading(self.reading, "", dark=dark)

    def _picture(self, digest: str) -> bytes:
        pictures = self._pictures
        content = pictures(digest) if callable(pictures) else pictures.get(digest)
        if content is None:
            raise StudioError("The workspace has no picture with the digest {digest}.", digest=digest)
        return content

    def _tell_link(self, address: str) -> None:
        tell_link(self._desk, address)

    def _refuse(self, refusal: StudioError) -> None:
        self._desk.notices.refuse(refusal)
