"""All requests of a push before it is sent: what goes where with which words, without any key."""

from __future__ import annotations

import json

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QListView, QPlainTextEdit, QWidget

from studio.exporters.base import Request
from widgets.deliver.work import Prepared
from widgets.desk import Desk
from widgets.notices import Tone
from widgets.parts.buttons import Button
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.parts.sheet import Sheet

Index = QModelIndex | QPersistentModelIndex
WIDE = 300


def spelled(request: Request) -> str:
    """Return a request as text: its line, its headers, and its body as JSON; a key is in none of them."""
    head = [f"{request.method} {request.path}"]
    head += [f"{name}: {value}" for name, value in sorted(request.headers.items())]
    body = json.dumps(request.body, ensure_ascii=False, indent=2) if request.body is not None else ""
    return "\n".join([*head, "", body]).rstrip() + "\n"


def short_name(request: Request) -> str:
    """Return what a request is about, without the flow's name in front and the mark behind."""
    title = (request.name or request.key).partition(" [fabel")[0]
    return title.rpartition(" – ")[2]


class RequestModel(QAbstractListModel):
    """The requests of a delivery in the order in which they are sent."""

    def __init__(self, requests: tuple[Request, ...], parent: QWidget) -> None:
        """Take the requests."""
        super().__init__(parent)
        self._requests = requests

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many requests there are."""
        return 0 if parent.isValid() else len(self._requests)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the request's number, name, method and path, or as tooltip its name."""
        if not index.isValid():
            return None
        request = self._requests[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{index.row() + 1}. {short_name(request)}\n{request.method} {request.path.partition('?')[0]}"
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(WIDE - 40, 46)
        return (request.name or request.key) if role == Qt.ItemDataRole.ToolTipRole else None

    def request(self, row: int) -> Request:
        """Return the request in a row."""
        return self._requests[row]


class RequestsSheet(Sheet):
    """The list at the left, the chosen request at the right."""

    def __init__(self, desk: Desk, prepared: Prepared, parent: QWidget) -> None:
        """Show what was prepared."""
        words = desk.words
        super().__init__(desk.look, words("All requests"), parent)
        self._desk = desk
        requests = tuple(request for one in prepared.parcels for request in one.bundle.requests)
        self.model = RequestModel(requests, self)
        self.list = QListView()
        self.list.setAccessibleName(words("Requests in the order of sending"))
        self.list.setModel(self.model)
        self.list.setProperty("part", "requests")
        self.list.setSpacing(1)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFixedWidth(WIDE)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(words("The request as it is sent"))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(12)
        self.text.setFont(font)
        self.text.setProperty("part", "request")
        hint = words("Words with @ stand for what only the service knows; the key is added when it is sent.")
        self.body.addWidget(Label(desk.look, hint, "small", "ink3", wrap=True))
        both = row(self.list, self.text, spacing=12)
        both.setStretch(1, 1)
        self.body.addLayout(column(both))
        self.copy = self.add_button(Button(desk.look, words("Copy"), "plain", "ph.copy"))
        self.copy.clicked.connect(self._copy)
        self.add_button(Button(desk.look, words("Close"), "primary")).clicked.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._show)
        self.list.setCurrentIndex(self.model.index(0))
        self.resize(900, 560)
        self.list.setFocus()

    def _show(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.text.setPlainText(spelled(self.model.request(index.row())))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._desk.notices.say(self._desk.words("Copied."), Tone.GOOD)
