"""Where a drawn e-mail stands: makes the view when it is first seen, says that it is busy, and lets it go unseen."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.i18n import Translator
from widgets.parts.labels import Label
from widgets.preview.shelf import Shelf
from widgets.preview.view import Ears, HtmlView, MakeView, Page
from widgets.theme.look import Look

UNSEEN = 60_000
"""Milliseconds after which a view that nobody sees is taken down: it holds some 100 MB."""


class Easel(QWidget):
    """Holds one HtmlView, or the sentence that there is none yet."""

    block_chosen = Signal(str)
    link_followed = Signal(str)
    shown = Signal()
    unable = Signal(object)
    """A StudioError: this machine cannot draw e-mails."""

    def __init__(self, look: Look, words: Translator, shelf: Shelf, make_view: MakeView) -> None:
        """Begin empty; nothing is loaded before the easel is seen with a page on it."""
        super().__init__()
        self._words, self._shelf, self._make_view = words, shelf, make_view
        self._view: HtmlView | None = None
        self._page: Page | None = None
        self._block = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.busy = Label(look, words("Drawing the e-mail …"), "small", "ink3")
        self.busy.setParent(self)
        self.busy.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.busy.setAutoFillBackground(True)
        # Another turn of the loop first: what stands around the e-mail is painted before Chromium is loaded.
        self._start = QTimer(self, interval=0, singleShot=True)
        self._start.timeout.connect(self._begin)
        self._leave = QTimer(self, interval=UNSEEN, singleShot=True)
        self._leave.timeout.connect(self.take_down)

    @property
    def view(self) -> HtmlView | None:
        """Return the view, made now where there is none; None where this machine has none to give."""
        if self._view is None:
            self._make()
        return self._view

    @property
    def is_waiting(self) -> bool:
        """Tell whether an e-mail is still to be drawn here."""
        return self.isVisible() and self.busy.isVisible()

    def show_page(self, page: Page) -> None:
        """Show a page as soon as the easel is seen."""
        self._page = page
        if self._view is not None:
            self._view.show_page(page)
        elif self.isVisible():
            self._start.start()

    def point_at(self, block: str, *, go: bool) -> None:
        """Mark a block of the page that is shown, or will be."""
        self._block = block
        if self._view is not None:
            self._view.point_at(block, go=go)

    def take_down(self) -> None:
        """Let the view go; it is made again when the easel is seen."""
        if self._view is not None:
            self._view.widget.hide()
            self._view.widget.deleteLater()
            self._view = None
            self.busy.show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Make the view."""
        super().showEvent(event)
        self._leave.stop()
        if self._view is None and self._page is not None:
            self._start.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the view for a while."""
        super().hideEvent(event)
        self._leave.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the sentence over everything."""
        super().resizeEvent(event)
        self.busy.setGeometry(self.rect())

    def _begin(self) -> None:
        view = self.view
        if view is not None and self._page is not None:
            view.show_page(self._page)
            view.point_at(self._block, go=bool(self._block))

    def _make(self) -> None:
        ears = Ears(self._settle, self.block_chosen.emit, self.link_followed.emit, self._fail)
        try:
            view = self._make_view(ears, self._shelf)
        except StudioError as refusal:
            self.busy.set_text(self._words.say(refusal))
            self.unable.emit(refusal)
            return
        self._view = view
        view.widget.setAccessibleName(self._words("The e-mail as its reader sees it"))
        self._layout.addWidget(view.widget)
        self.busy.raise_()

    def _settle(self) -> None:
        self.busy.hide()
        self.shown.emit()

    def _fail(self) -> None:
        self.take_down()
        self.unable.emit(
            StudioError("E-mails cannot be drawn any more; the words are here. Start Fabel anew to see them.")
        )
