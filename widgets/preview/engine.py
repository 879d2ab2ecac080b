"""Chromium behind walls: a profile that keeps nothing, pages from memory, and no way out; import this late.

Walls stand one behind the other, because each has a gap somewhere: the frame of an e-mail is sandboxed and has a
content policy, the interceptor blocks every request but our own scheme's, navigation is refused, and no name or
number leads to any host (a `preconnect` link opens a connection without a request, which no interceptor sees).
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)

from widgets.preview.shelf import ORIGIN, Shelf
from widgets.preview.stage import STAGE, Told, heard, script

NAME = b"fabel"
SHEET = "sheet/"
OPEN = ("fabel", "data")
"""Schemes that a page may load from."""
FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
NO_HOST = '--host-resolver-rules="MAP * ~NOTFOUND"'
KEPT = 3
"""E-mails that are kept: the one that is shown, and those on their way."""
_HTML = b"text/html; charset=utf-8"
_STAGE_POLICY = b"default-src 'none'; style-src 'unsafe-inline'; frame-src fabel:"
_SHEET_POLICY = (
    b"default-src 'none'; img-src fabel: data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
)
_SIGNS = {b"\x89PNG": b"image/png", b"\xff\xd8": b"image/jpeg", b"GIF8": b"image/gif", b"RIFF": b"image/webp"}
_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.JavascriptEnabled,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.LocalStorageEnabled,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.Accelerated2dCanvasEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.FocusOnNavigationEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.ShowScrollBars,
    _Attribute.ForceDarkMode,
)


def register() -> None:
    """Make the scheme known and every host unknown; Chromium reads both when the first profile is made."""
    if NO_HOST not in os.environ.get(FLAGS, ""):
        os.environ[FLAGS] = f"{os.environ.get(FLAGS, '')} {NO_HOST}".strip()
    if QWebEngineUrlScheme.schemeByName(QByteArray(NAME)).name() != NAME:
        scheme = QWebEngineUrlScheme(QByteArray(NAME))
        scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
        scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
        QWebEngineUrlScheme.registerScheme(scheme)


class Wall(QWebEngineUrlRequestInterceptor):
    """Blocks every request that would leave the program."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        """Block what is neither ours nor in the page itself."""
        if info.requestUrl().scheme() not in OPEN:
            info.block(True)  # noqa: FBT003 - Qt's own way


class Source(QWebEngineUrlSchemeHandler):
    """Serves the stage, e-mails by number and pictures from the shelf, all from memory."""

    def __init__(self, shelf: Shelf) -> None:
        """Begin without e-mails."""
        super().__init__()
        self._shelf = shelf
        self._sheets: dict[str, bytes] = {}
        self._count = 0

    def lay(self, html: str) -> str:
        """Keep an e-mail and return its address."""
        self._count += 1
        self._sheets[str(self._count)] = html.encode("utf-8", "replace")
        for old in list(self._sheets)[:-KEPT]:
            del self._sheets[old]
        return f"{ORIGIN}{SHEET}{self._count}"

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:  # noqa: N802 - Qt's name
        """Answer a request; pictures may come a moment later."""
        path = job.requestUrl().path().removeprefix("/")
        if not path:
            _reply(job, STAGE.encode(), _HTML, _STAGE_POLICY)
        elif path.startswith(SHEET):
            _reply(job, self._sheets.get(path.removeprefix(SHEET), b""), _HTML, _SHEET_POLICY)
        else:
            self._shelf.fetch(path, lambda content: _reply_picture(job, content))


def _reply_picture(job: QWebEngineUrlRequestJob, content: bytes) -> None:
    # The frame that asked may be gone by now, and its request with it.
    if shiboken6.isValid(job):
        kind = next((kind for sign, kind in _SIGNS.items() if content.startswith(sign)), b"")
        if kind:
            _reply(job, content, kind, b"")
        else:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)


def _reply(job: QWebEngineUrlRequestJob, content: bytes, kind: bytes, policy: bytes) -> None:
    buffer = QBuffer(job)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    if policy:
        # One name may have several values; the annotation of PySide forgets it.
        headers: dict[Any, Any] = {QByteArray(b"Content-Security-Policy"): [QByteArray(policy)]}
        job.setAdditionalResponseHeaders(headers)
    job.reply(QByteArray(kind), buffer)


class QuietPage(QWebEnginePage):
    """A page that goes nowhere and asks nothing; what the stage says arrives at `hear`."""

    def __init__(self, profile: QWebEngineProfile, hear: Callable[[Told], None]) -> None:
        """Bring the stage's script along."""
        super().__init__(profile)
        self._hear = hear
        self._token = secrets.token_hex(16)
        for attribute in _OFF:
            self.settings().setAttribute(attribute, False)  # noqa: FBT003 - Qt's own way
        made = QWebEngineScript()
        made.setName("stage")
        made.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
        made.setWorldId(QWebEngineScript.ScriptWorldId.ApplicationWorld)
        made.setRunsOnSubFrames(False)
        made.setSourceCode(script(self._token))
        self._script = made

    def build_stage(self) -> None:
        """Load the stage."""
        self.scripts().insert(self._script)
        self.load(QUrl(ORIGIN))

    def do(self, source: str) -> None:
        """Run a script of ours, in our own world."""
        self.runJavaScript(source, int(QWebEngineScript.ScriptWorldId.ApplicationWorld.value))

    def acceptNavigationRequest(self, url: QUrl | str, _kind: object, _main: bool) -> bool:  # noqa: N802
        """Go to our own pages only."""
        return QUrl(url).toString().startswith(ORIGIN)

    def javaScriptConsoleMessage(self, _level: object, line: str, _number: int, _source: str) -> None:  # noqa: N802
        """Hear what the stage tells; what Chromium says of an e-mail's own scripts is of no interest."""
        told = heard(line, self._token)
        if told is not None:
            self._hear(told)


class Engine(QObject):
    """One page with its profile, its source and its wall, taken down in the right order: the page first."""

    def __init__(self, shelf: Shelf, hear: Callable[[Told], None], parent: QObject) -> None:
        """Make a page that shows nothing yet."""
        super().__init__(parent)
        register()
        self.source = Source(shelf)
        self._wall = Wall()
        self._profile = QWebEngineProfile()
        self._profile.setUrlRequestInterceptor(self._wall)
        self._profile.installUrlSchemeHandler(QByteArray(NAME), self.source)
        self._profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self._profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
        self.page = QuietPage(self._profile, hear)
        # Children go in the order in which they came: Qt warns where a profile goes before its page.
        for child in (self.page, self._profile, self.source, self._wall):
            child.setParent(self)
