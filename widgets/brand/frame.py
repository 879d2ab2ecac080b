"""The frame of a picture, and the dashed place where one can be dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import RADIUS_CARD, nothing, rounded

WIDE, TALL = 132, 96


class Frame(QWidget):
    """Shows a picture whole, or the dashed place where one can be dropped."""

    dropped = Signal(object)
    """A Path or a QImage that was dropped here."""

    def __init__(self, look: Look, name: str) -> None:
        """Begin empty."""
        super().__init__()
        self._look = look
        self.image = QImage()
        self._is_target = False
        self.setAcceptDrops(True)
        self.setFixedSize(WIDE, TALL)
        self.setAccessibleName(name)
        look.changed.connect(self.update)

    def show_image(self, image: QImage) -> None:
        """Show another picture."""
        self.image = image
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files and bitmaps."""
        mime = event.mimeData()
        if mime.hasImage() or any(url.isLocalFile() for url in mime.urls()):
            event.acceptProposedAction()
            self._light(on=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Be no target any more."""
        self._light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hand over the first picture of what was dropped."""
        self._light(on=False)
        mime = event.mimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        image = mime.imageData()
        if files:
            self.dropped.emit(files[0])
        elif isinstance(image, QImage):
            self.dropped.emit(image.copy())
        event.acceptProposedAction()

    def _light(self, *, on: bool) -> None:
        self._is_target = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the picture within the frame."""
        painter, box = QPainter(self), QRectF(self.rect())
        edge = self._look.color("accent" if self._is_target else "line2")
        if self.image.isNull():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(edge, 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)
            middle = QRectF(box.center().x() - 12, box.center().y() - 12, 24, 24)
            paint_icon(painter, middle, "ph.image", self._look.color("ink3"))
            return
        clip = QPainterPath()
        clip.addRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(clip)
        painter.fillRect(box, self._look.color("surface"))
        size = self.image.size().scaled(self.size() - QSize(12, 12), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRectF((WIDE - size.width()) / 2, (TALL - size.height()) / 2, size.width(), size.height())
        painter.drawImage(where, self.image)
        painter.setClipping(False)
        rounded(painter, box, RADIUS_CARD, nothing(), edge)
