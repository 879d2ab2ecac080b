"""Drops and pastes of pictures on their way to the text: they are taken, everything else goes on to the editor."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from widgets.write.engine.view import ManuscriptView
from widgets.write.layer import DropLine, Layer
from widgets.write.pictures import Pictures, pictures_in


class Taking(QObject):
    """Watches the viewport for dropped pictures; pasted ones come by the editor's signal."""

    def __init__(self, view: ManuscriptView, layer: Layer, pictures: Pictures) -> None:
        """Watch this view."""
        super().__init__(view)
        self._view, self._layer, self._pictures = view, layer, pictures
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)
        view.dropped.connect(self._pasted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take pictures, and let everything else pass."""
        if event.type() == QEvent.Type.DragLeave:
            self._layer.show_drop(None)
        elif isinstance(event, QDropEvent):
            return self._dragged(event)
        return super().eventFilter(watched, event)

    def _pasted(self, mime: QMimeData, _row: object) -> None:
        if not self._pictures.take_mime(mime) and mime.hasText():
            self._view.edits.insert_words(mime.text())

    def _dragged(self, event: QDropEvent) -> bool:
        """Follow a drag that holds pictures; enter and move events are drop events, too."""
        if pictures_in(event.mimeData()) is None:
            return False
        target = self._pictures.target_at(event.position())
        if target is None:
            return False
        event.acceptProposedAction()
        if isinstance(event, QDragMoveEvent):
            where = None if target.block else self._pictures.landing_at(event.position())
            self._layer.show_drop(DropLine(where.y) if where else None)
        else:
            self._layer.show_drop(None)
            self._pictures.take_mime(event.mimeData(), event.position())
        return True
