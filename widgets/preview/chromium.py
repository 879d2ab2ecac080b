"""The view that draws e-mails with Chromium, which is loaded when the first one is asked for."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.errors import StudioError
from widgets.preview.shelf import Shelf
from widgets.preview.stage import Told, call
from widgets.preview.view import Ears, Format, HtmlView, Page

if TYPE_CHECKING:
    from widgets.preview.engine import Engine

ATTEMPTS = 3
"""How often a renderer that died is begun anew."""


def register_scheme() -> None:
    """Prepare for Chromium; call it before there is an application.

    Only sharing of OpenGL contexts must be said so early. The scheme itself is registered with the first view, which
    spares the first paint the loading of Chromium's library (30 to 110 ms, 30 MB).
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def chromium_view(ears: Ears, shelf: Shelf) -> HtmlView:
    """Return a view; raise StudioError where QtWebEngine or something it needs is missing."""
    try:
        from widgets.preview import engine  # noqa: F401 - whether it loads is the question
    except ImportError as missing:
        raise StudioError(
            "E-mails cannot be drawn on this machine, because the library “{name}” is missing; here are their words.",
            name=_library(missing),
        ) from missing
    return ChromiumView(ears, shelf)


def _library(missing: ImportError) -> str:
    """Return the name of the shared library that the loader missed ("libnss3.so: cannot open …")."""
    said = str(missing)
    return said.partition(":")[0] if ".so" in said.partition(":")[0] else "QtWebEngine"


class ChromiumView(QWidget):
    """One stage in one view; nothing here outlives the widget."""

    def __init__(self, ears: Ears, shelf: Shelf) -> None:
        """Begin to build the stage."""
        super().__init__()
        self._ears, self._shelf = ears, shelf
        self._page: Page | None = None
        self._pointed = ("", False)
        self._ready = False
        self._attempts = 0
        self._engine = self._built()

    @property
    def widget(self) -> QWidget:
        """Return itself."""
        return self

    def show_page(self, page: Page) -> None:
        """Show an e-mail as soon as the stage stands."""
        if page != self._page:
            self._page = page
            self._show()

    def point_at(self, block: str, *, go: bool) -> None:
        """Mark a block."""
        self._pointed = (html.escape(block), go)
        if self._ready:
            self._engine.page.do(call("point", *self._pointed))

    def take(self, form: Format, page: Page, taken: Callable[[bytes], None], *, scale: int = 1) -> None:
        """Draw the page once more, where nobody sees it, and give it as a file."""
        from widgets.preview.darkroom import expose

        expose(self, self._shelf, form, page, scale, taken)

    def _built(self) -> Engine:
        from PySide6.QtWebEngineWidgets import QWebEngineView

        from widgets.preview.engine import Engine

        engine = Engine(self._shelf, self._hear, self)
        view = QWebEngineView(engine.page, self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        view.setAcceptDrops(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        self.setFocusProxy(view)
        view.installEventFilter(self)
        engine.page.renderProcessTerminated.connect(self._recover)
        engine.page.build_stage()
        return engine

    def _show(self) -> None:
        if self._ready and self._page is not None:
            plain = asdict(self._page)
            address = self._engine.source.lay(plain.pop("html"))
            self._engine.page.do(call("show", {**plain, "address": address}))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the focus by click only, also what Chromium adds later: the e-mail follows the caret by itself."""
        if event.type() == QEvent.Type.ChildPolished:
            for widget in self.findChildren(QWidget):
                widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                widget.setAccessibleName(self.accessibleName())
        return super().eventFilter(watched, event)

    def _hear(self, told: Told) -> None:
        if told.word == "ready":
            self._ready = True
            self._show()
        elif told.word == "shown":
            if self._pointed[0]:
                self._engine.page.do(call("point", *self._pointed))
            self._pointed = (self._pointed[0], False)
            self._ears.shown()
        elif told.word == "block":
            self._ears.block_chosen(html.unescape(str(told.value)))
        elif told.word == "link":
            self._ears.link_followed(str(told.value))

    def _recover(self) -> None:
        self._ready = False
        self._attempts += 1
        if self._attempts < ATTEMPTS:
            # Not from within the signal: the page is still on its way down.
            QTimer.singleShot(0, self, self._engine.page.build_stage)
        else:
            self._ears.failed()
