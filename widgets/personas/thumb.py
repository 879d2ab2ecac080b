"""A product's picture in small: one of the project or the sample shop, or a sign for one on the web, never fetched."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from studio.errors import StudioError
from studio.model.persona import KEPT
from studio.render.personas import SAMPLE, sample_picture
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.theme.icons import paint_icon
from widgets.theme.paint import RADIUS_CONTROL, nothing, rounded

SIDE = 52


class Thumb(QWidget):
    """Follows an address of a picture."""

    def __init__(self, desk: Desk) -> None:
        """Begin without a picture."""
        super().__init__()
        self._desk = desk
        self._address = ""
        self.image = QImage()
        self.setFixedSize(SIDE, SIDE)
        desk.look.changed.connect(self.update)

    def show_address(self, address: str) -> None:
        """Show what lies at an address, as far as that can be done without asking anybody."""
        if address == self._address:
            return
        self._address, self.image = address, QImage()
        self.update()
        if not address.startswith((SAMPLE, KEPT)):
            return
        desk = self._desk

        def work(_progress: Progress) -> QImage:
            if address.startswith(KEPT):
                return QImage.fromData(desk.workspace.store.assets.get(address.removeprefix(KEPT)))
            return _read(address.removeprefix(SAMPLE))

        desk.tasks.start(work, partial(self._take, address), self._miss)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture, or a sign."""
        painter, box, look = QPainter(self), QRectF(self.rect()), self._desk.look
        rounded(painter, box, RADIUS_CONTROL, look.color("sunken"), nothing())
        if self.image.isNull():
            icon = "ph.image" if self._address else "ph.image-square"
            paint_icon(painter, box.adjusted(16, 16, -16, -16), icon, look.color("ink3" if self._address else "line2"))
            return
        clip = QPainterPath()
        clip.addRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setClipPath(clip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self.image.size().scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRectF((SIDE - size.width()) / 2, (SIDE - size.height()) / 2, size.width(), size.height())
        painter.drawImage(where, self.image)

    def _take(self, address: str, image: QImage) -> None:
        if address == self._address:
            self.image = image
            self.update()

    def _miss(self, _refusal: StudioError) -> None:
        self.update()


def _read(name: str) -> QImage:
    """Return a picture of the sample shop; nothing for a name that is none of its own."""
    known = sample_picture("boot.png").parent
    file = known / name
    return QImage(str(file)) if file.parent == known and file.is_file() else QImage()
