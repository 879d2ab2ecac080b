"""Pictures and PDFs of e-mails: drawn whole in a view that nobody sees, then given as bytes."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject, QRect, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageLayout, QPageSize
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from widgets.preview.engine import Engine
from widgets.preview.shelf import Shelf
from widgets.preview.stage import Told, call
from widgets.preview.view import Format, Page

PATIENCE = 12_000
"""Milliseconds until a picture counts as failed."""
STILL = 60
"""Milliseconds between two looks; two that are the same end the exposure."""
FLAG = 4
"""CSS px of the strip below the e-mail that tells when Chromium has drawn it."""
TALLEST = 16_000
"""Pixels: a longer picture is taken at a smaller scale, because graphics memory ends there."""
FIRST = 400
MAIL_WIDTH = 640
A4_WIDTH_MM, TOP_MM, MM_PER_PX = 210.0, 10.0, 25.4 / 96

Taken = Callable[[bytes], None]


def expose(parent: QWidget, shelf: Shelf, form: Format, page: Page, scale: int, taken: Taken) -> QObject:
    """Take a picture or print a PDF of a page; `taken` gets the file's bytes, b"" where that failed."""
    if form == "pdf":
        return Print(parent, shelf, page, taken)
    return Exposure(parent, shelf, page, scale, taken)


class Exposure(QObject):
    """One picture of a whole e-mail as PNG."""

    def __init__(self, parent: QWidget, shelf: Shelf, page: Page, scale: int, taken: Taken) -> None:
        """Begin; the object goes away by itself when the picture is taken."""
        super().__init__(parent)
        self._page, self._scale, self._taken = page, float(scale), taken
        self._last = QImage()
        self._tall = 0
        self._engine = Engine(shelf, self._hear, self)
        self._view = QWebEngineView(self._engine.page)
        self._view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        # Whoever wanted the picture may be gone before it is taken; the view belongs to no window that would end it.
        self.destroyed.connect(self._view.hide)
        self.destroyed.connect(self._view.deleteLater)
        self._look = QTimer(self, interval=STILL)
        self._look.timeout.connect(self._compare)
        self._end = QTimer(self, interval=PATIENCE, singleShot=True)
        self._end.timeout.connect(self._fail)
        self._fit(FIRST)
        self._view.show()
        self._end.start()
        self._engine.page.build_stage()

    def _fit(self, height: int) -> None:
        zoom = self._scale / self._view.devicePixelRatio()
        self._view.setZoomFactor(zoom)
        self._view.resize(ceil(self._page.width * zoom), ceil(height * zoom))

    def _hear(self, told: Told) -> None:
        if told.word == "ready":
            address = self._engine.source.lay(self._page.html)
            asked = {"width": self._page.width, "dark": self._page.dark, "key": "", "accent": "", "address": address}
            self._engine.page.do(call("show", asked))
        elif told.word == "shown" and not self._tall:
            self._tall = max(1, int(told.value))
            self._scale = min(self._scale, TALLEST / self._tall)
            self._fit(self._tall + FLAG)
            self._engine.page.do(call("raise"))
            self._look.start()

    def _compare(self) -> None:
        """Take the picture when the flag below it is seen and two looks in a row saw the same."""
        image = self._view.grab().toImage()
        if image == self._last and self._flagged(image):
            self._give(png(self._cut(image)))
        self._last = image

    def _flagged(self, image: QImage) -> bool:
        row = round((self._tall + FLAG / 2) * self._scale)
        if row >= image.height():
            return False
        ends = (image.pixelColor(2, row), image.pixelColor(image.width() - 3, row))
        return ends == (QColor(Qt.GlobalColor.magenta), QColor(Qt.GlobalColor.green))

    def _cut(self, image: QImage) -> QImage:
        made = image.copy(QRect(0, 0, round(self._page.width * self._scale), round(self._tall * self._scale)))
        made.setDevicePixelRatio(1)
        return made

    def _fail(self) -> None:
        self._give(b"")

    def _give(self, content: bytes) -> None:
        self._look.stop()
        self._end.stop()
        self._view.deleteLater()
        self.deleteLater()
        self._taken(content)


class Print(QObject):
    """One e-mail as PDF in A4, laid out as wide as mail programs on desktops do."""

    def __init__(self, parent: QWidget, shelf: Shelf, page: Page, taken: Taken) -> None:
        """Begin; the object goes away by itself when the PDF is there."""
        super().__init__(parent)
        self._taken = taken
        self._engine = Engine(shelf, self._hear, self)
        self._end = QTimer(self, interval=PATIENCE, singleShot=True)
        self._end.timeout.connect(self._fail)
        self._end.start()
        self._engine.page.loadFinished.connect(self._print)
        self._engine.page.load(QUrl(self._engine.source.lay(page.html)))

    def _hear(self, told: Told) -> None:
        """There is no stage to hear."""

    def _print(self, loaded: bool) -> None:
        if loaded:
            self._engine.page.printToPdf(self._give, _a4())
        else:
            self._fail()

    def _give(self, content: QByteArray) -> None:
        if self._end.isActive():
            self._end.stop()
            self.deleteLater()
            self._taken(bytes(content.data()))

    def _fail(self) -> None:
        self._give(QByteArray())


def _a4() -> QPageLayout:
    side = (A4_WIDTH_MM - MAIL_WIDTH * MM_PER_PX) / 2
    margins = QMarginsF(side, TOP_MM, side, TOP_MM)
    millimetres = QPageLayout.Unit.Millimeter
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, millimetres)


def png(image: QImage) -> bytes:
    """Return an image as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
