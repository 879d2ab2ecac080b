"""Small pictures of messages, drawn one after the other by a view that nobody sees, and kept while they are used."""

from __future__ import annotations

from collections import deque
from functools import partial

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.model.findings import Place
from studio.model.project import Project
from studio.model.trade import Channel
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.here import Spot
from widgets.preview.bubbles import phone_screen
from widgets.preview.chromium import chromium_view
from widgets.preview.reading import Reading, read
from widgets.preview.shelf import Shelf
from widgets.preview.view import HtmlView, MakeView, Page, deaf
from widgets.theme.look import Look

PHONE = 375
"""CSS pixels of the layout that is pictured."""
SMALL = QSize(84, 112)
SHARP = 2
"""A picture is kept this much larger than it is shown, for screens that can."""


class Glimpses(QObject):
    """Draws what is asked for; `drawn` tells of each picture that is there."""

    drawn = Signal(object)
    """A Place."""

    def __init__(self, desk: Desk, home: QWidget, make_view: MakeView = chromium_view) -> None:
        """Begin without pictures; `home` is where the unseen view lives, which is made for the first e-mail."""
        super().__init__(home)
        self._desk, self._home, self._make_view = desk, home, make_view
        self._shelf = Shelf(desk.tasks, self._picture, self)
        self._paper = Look("light", self)
        self._view: HtmlView | None = None
        self._project: Project | None = None
        self._kept: dict[Place, QPixmap] = {}
        self._asked: set[Place] = set()
        self._queue: deque[tuple[Place, Reading]] = deque()
        self._busy = False
        self._unable = False
        """Whether this machine draws no e-mails."""

    def take(self, project: Project) -> None:
        """Picture messages of a project; another one makes the old pictures worthless."""
        if project is not self._project:
            self._project = project
            self._kept, self._asked = {}, set()
            self._queue.clear()

    def picture(self, place: Place) -> QPixmap | None:
        """Return the picture of a message; where there is none yet it is asked for, and `drawn` follows."""
        if place not in self._kept and place not in self._asked and self._project is not None:
            self._asked.add(place)
            work = partial(_read, self._project, place)
            self._desk.tasks.start(work, partial(self._draw, self._project, place), _leave_out)
        return self._kept.get(place)

    def is_waiting(self, place: Place) -> bool:
        """Tell whether a picture was asked for and is still to come."""
        return place in self._asked and place not in self._kept and not self._unable

    def _draw(self, project: Project, place: Place, reading: Reading | None) -> None:
        if reading is None or project is not self._project:
            return
        if reading.message.channel is not Channel.EMAIL:
            self._keep(place, _phone(self._paper, self._desk, reading))
            return
        self._queue.append((place, reading))
        self._next()

    def _next(self) -> None:
        view = self._view_or_none() if self._queue and not self._busy else None
        if view is None:
            return
        place, reading = self._queue.popleft()
        self._busy = True
        page = Page(reading.rendered.html, PHONE, key=place.message)
        view.take("png", page, partial(self._taken, self._project, place))

    def _taken(self, project: Project | None, place: Place, content: bytes) -> None:
        self._busy = False
        image = QImage.fromData(content)
        if project is self._project and not image.isNull():
            self._keep(place, QPixmap.fromImage(image))
        self._next()

    def _keep(self, place: Place, picture: QPixmap) -> None:
        self._kept[place] = small(picture)
        self.drawn.emit(place)

    def _view_or_none(self) -> HtmlView | None:
        if self._view is None:
            try:
                self._view = self._make_view(deaf(), self._shelf)
            except StudioError:
                self._unable = True
                self._queue.clear()  # the words of the steps are there; a picture is only a help
                return None
            self._view.widget.setParent(self._home)
            self._view.widget.hide()
        return self._view

    def _picture(self, digest: str) -> bytes:
        return self._desk.workspace.store.assets.get(digest)


def small(picture: QPixmap) -> QPixmap:
    """Return the top of a picture, as large as it is shown."""
    size = SMALL * SHARP
    made = picture.scaledToWidth(size.width(), Qt.TransformationMode.SmoothTransformation)
    made = made.copy(QRect(0, 0, size.width(), min(size.height(), made.height())))
    made.setDevicePixelRatio(SHARP)
    return made


def _read(project: Project, place: Place, _progress: Progress) -> Reading | None:
    spot = Spot(sequence=place.sequence, message=place.message, language=place.language, variant=place.variant)
    return read(project, spot)


def _phone(paper: Look, desk: Desk, reading: Reading) -> QPixmap:
    """Return the picture of a message that comes to a phone."""
    screen = phone_screen(paper, desk.words, reading)
    screen.resize(PHONE, PHONE * SMALL.height() // SMALL.width())
    picture = screen.grab()
    screen.deleteLater()
    return picture


def _leave_out(_trouble: StudioError) -> None:
    """Show no picture of a message that cannot be rendered; the plan tells why."""
