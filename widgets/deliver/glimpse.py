"""The small picture beside a step of a build sheet; a press shows the message as its reader gets it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from studio.model.findings import Place
from studio.model.project import Project
from widgets.deliver.glimpses import SMALL, Glimpses
from widgets.desk import Desk
from widgets.glance import glance_of
from widgets.parts.buttons import Button
from widgets.parts.sheet import Sheet
from widgets.theme.focus import FocusRing
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import nothing, paint_ring, rounded

RADIUS, ICON = 6, 20


class GlimpseButton(QPushButton):
    """Shows the picture as soon as it is seen and drawn, and an envelope until then."""

    def __init__(self, look: Look, glimpses: Glimpses, place: Place, name: str) -> None:
        """Take the message's place and what it is called."""
        super().__init__()
        self._look, self._glimpses, self._place = look, glimpses, place
        self._ring = FocusRing(self)
        self.setFixedSize(SMALL + QSize(4, 4))
        self.setAccessibleName(look.words("See “{name}” as its reader gets it", name=name))
        self.setToolTip(self.accessibleName())
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        glimpses.drawn.connect(self._hear)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture; whoever is never seen asks for none."""
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        picture = self._glimpses.picture(self._place)
        self.setProperty("waiting", self._glimpses.is_waiting(self._place))
        rounded(painter, box, RADIUS, look.color("sunken"), nothing())
        if picture is not None:
            path = QPainterPath()
            path.addRoundedRect(box, RADIUS, RADIUS)
            painter.setClipPath(path)
            painter.drawPixmap(box.topLeft(), picture)
            painter.setClipping(False)
        else:
            middle = QRectF(box.center().x() - ICON / 2, box.center().y() - ICON / 2, ICON, ICON)
            paint_icon(painter, middle, "ph.envelope-simple", look.color("ink3"))
        rounded(painter, box, RADIUS, nothing(), look.color("ink3" if self.underMouse() else "line2"))
        if self._ring.shown:
            paint_ring(painter, look, self.rect(), RADIUS + 2)

    def _hear(self, place: Place) -> None:
        if place == self._place:
            self.update()


class GlimpseSheet(Sheet):
    """One message in the frame of a phone."""

    def __init__(self, desk: Desk, project: Project, place: Place, parent: QWidget) -> None:
        """Show the message at a place."""
        super().__init__(desk.look, project.messages[place.message].name, parent)
        self.glance = glance_of(desk)
        self.body.addWidget(self.glance, 1)
        self.add_button(Button(desk.look, desk.words("Close"), "primary")).clicked.connect(self.accept)
        pictures = desk.workspace.store.assets.get
        self.glance.show_message(project, place.sequence, place.message, place.language, pictures)
        self.resize(460, 640)
