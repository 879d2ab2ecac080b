"""The small picture beside a step of a build sheet; a press shows the message as its reader gets it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
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

RADIUS, ICON, MARGIN = 6, 20, 5


class GlimpseButton(QPushButton):
    """Shows the picture as soon as it is seen and drawn, and an envelope until then."""

    def __init__(self, look: Look, glimpses: Glimpses, place: Place, name: str, version: str = "") -> None:
        """Take the message's place and what it is called; `version` is written on the picture."""
        super().__init__()
        self._look, self._glimpses, self._place, self._version = look, glimpses, place, version
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
        if self._version:
            self._paint_version(painter, box)
        rounded(painter, box, RADIUS, nothing(), look.color("ink3" if self.underMouse() else "line2"))
        if self._ring.shown:
            paint_ring(painter, look, self.rect(), RADIUS + 2)

    def _paint_version(self, painter: QPainter, box: QRectF) -> None:
        """Write the version's name in the corner below, as much of it as there is room for."""
        look, font = self._look, self._look.font("caption")
        measures = QFontMetricsF(font)
        said = measures.elidedText(self._version, Qt.TextElideMode.ElideRight, box.width() - 4 * MARGIN)
        size = QSizeF(measures.horizontalAdvance(said) + 2 * MARGIN, measures.height() + 2)
        plate = QRectF(box.bottomLeft() + QPointF(MARGIN, -MARGIN - size.height()), size)
        rounded(painter, plate, MARGIN, look.color("surface"), look.color("line2"))
        painter.setPen(look.color("ink"))
        painter.setFont(font)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, said)

    def _hear(self, place: Place) -> None:
        if place == self._place:
            self.update()


class GlimpseSheet(Sheet):
    """One message in the frame of a phone."""

    def __init__(self, desk: Desk, project: Project, place: Place, parent: QWidget) -> None:
        """Show the message at a place."""
        super().__init__(desk.look, name_of(project, place), parent)
        self.glance = glance_of(desk)
        self.body.addWidget(self.glance, 1)
        self.add_button(Button(desk.look, desk.words("Close"), "primary")).clicked.connect(self.accept)
        pictures = desk.workspace.store.assets.get
        self.glance.show_message(
            project, place.sequence, place.message, place.language, pictures, variant=place.variant
        )
        self.resize(460, 640)


def name_of(project: Project, place: Place) -> str:
    """Return what the message at a place is called, with its version where it has several."""
    return f"{project.messages[place.message].name} {version_of(project, place)}".strip()


def version_of(project: Project, place: Place) -> str:
    """Return the name of the version at a place, empty where its message has no other."""
    several = len(project.messages[place.message].variants) > 1 and place.variant in project.variants
    return project.variants[place.variant].name if several else ""
