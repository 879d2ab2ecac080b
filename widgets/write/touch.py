"""The mouse on what is painted around the words: hovering, clicking, dragging by the handle, tooltips."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from widgets.desk import Desk
from widgets.write.easel import Control
from widgets.write.engine.mouse import Mouse
from widgets.write.engine.view import ManuscriptView
from widgets.write.layer import Layer
from widgets.write.snippets import words_of


class Touch(QObject):
    """Watches the viewport; presses on painted controls do not reach the text."""

    clicked = Signal(object)
    """A Control."""
    dragged = Signal(object, QPointF)
    """The Control of a handle, and where the mouse is while its button is down."""
    dropped = Signal(object, QPointF)
    """The Control of a handle, and where the mouse let go."""

    def __init__(self, desk: Desk, view: ManuscriptView, layer: Layer) -> None:
        """Watch a view that the layer paints in."""
        super().__init__(view)
        self._desk, self._chips = desk, Mouse(view.hand, view.places)
        self._view, self._layer = view, layer
        self._held: Control | None = None
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the mouse; presses on what is painted do not reach the text."""
        kind = event.type()
        if isinstance(event, QMouseEvent):
            return self._mouse(kind, event)
        if kind == QEvent.Type.Leave:
            self._layer.point(None)
        elif isinstance(event, QHelpEvent) and kind == QEvent.Type.ToolTip:
            return self._tell(event)
        return super().eventFilter(watched, event)

    def _mouse(self, kind: QEvent.Type, event: QMouseEvent) -> bool:
        at = event.position()
        if kind == QEvent.Type.MouseMove:
            return self._moved(at)
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._held = self._layer.spots.at(at)
            return self._held is not None
        if kind == QEvent.Type.MouseButtonDblClick:
            return self._layer.spots.at(at) is not None
        if kind == QEvent.Type.MouseButtonRelease and self._held is not None:
            self._released(at)
            return True
        return False

    def _moved(self, at: QPointF) -> bool:
        self._layer.point(at)
        if self._held is not None:
            if self._held.what == "handle":
                self.dragged.emit(self._held, at)
            return True
        control = self._layer.spots.at(at)
        shape = Qt.CursorShape.PointingHandCursor if control else Qt.CursorShape.IBeamCursor
        if control and control.what == "handle":
            shape = Qt.CursorShape.OpenHandCursor
        if self._view.viewport().cursor().shape() != shape:
            self._view.viewport().setCursor(shape)
        return control is not None

    def _released(self, at: QPointF) -> None:
        held, self._held = self._held, None
        if held is not None and held.what == "handle":
            self.dropped.emit(held, at)
        elif held is not None and held.rect.contains(at):
            self.clicked.emit(held)

    def _tell(self, event: QHelpEvent) -> bool:
        at = QPointF(event.pos())
        tip = self._layer.spots.tip(at) or self._snippet(at)
        if tip:
            QToolTip.showText(event.globalPos(), tip, self._view.viewport())
        return bool(tip)

    def _snippet(self, at: QPointF) -> str:
        """Return what the snippet says whose chip is at a place of the viewport."""
        chip = self._chips.chip(at)
        spot, session = self._desk.here.spot, self._desk.session
        return words_of(self._desk.words, session.project, chip[2], spot.language) if chip and session.is_open else ""
