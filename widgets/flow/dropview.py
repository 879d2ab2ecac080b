"""A tree view that shows where a drag would come to stand, and puts it there."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from widgets.flow.dropping import Target, target_at
from widgets.flow.model import FlowModel
from widgets.theme.look import Look


class DropView(QTreeView):
    """Draws its own place to drop: a line with a dot at the indent of where it leads."""

    def __init__(self, look: Look, model: FlowModel) -> None:
        """Aim at the rows of a model."""
        super().__init__()
        self._look, self._flow = look, model
        self._target: Target | None = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take what the model takes."""
        super().dragEnterEvent(event)
        if any(event.mimeData().hasFormat(kind) for kind in self._flow.mimeTypes()):
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show where it would come to stand."""
        super().dragMoveEvent(event)
        self._aim(target_at(self, self._flow, event.position(), event.mimeData()))
        event.setAccepted(self._target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Show no place."""
        super().dragLeaveEvent(event)
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Put it there."""
        target = target_at(self, self._flow, event.position(), event.mimeData())
        self._aim(None)
        if target and self._flow.dropMimeData(event.mimeData(), event.dropAction(), target.row, 0, target.parent):
            event.acceptProposedAction()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)

    def _aim(self, target: Target | None) -> None:
        self._target = target
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the rows, and over them the place to drop."""
        super().paintEvent(event)
        if self._target is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("accent"), 2))
        painter.setBrush(self._look.color("paper"))
        left, y, right = self._target.left, self._target.y, self._target.right
        painter.drawLine(QPointF(left + 4, y), QPointF(right, y))
        painter.drawEllipse(QPointF(left, y), 4, 4)
