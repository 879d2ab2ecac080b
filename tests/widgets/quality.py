"""Alarms for the window's tests: a warning of Qt, a window, a thread or a timer left behind fails the test it is from.

Exceptions in Qt's virtual methods and slots fail tests through pytest-qt. A test that provokes a warning says so:
`@pytest.mark.qt_log_ignore("regular expression")`.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from weakref import WeakSet

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QThread,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from widgets.tasks import Tasks

WATCHED = (("tests", "widgets"), ("tests", "journeys", "window"))
KNOWN = {
    "This plugin does not support ": "the offscreen platform has no window manager, no drag and no raising",
    "Unable to detect GPU vendor": "Chromium looks for a graphics card; tests draw in software",
    "GPUInfo not initialized": "the same, said a little later by another of its parts",
    "Sandboxing disabled by user": "containers allow no sandbox; only tests and pictures switch it off",
    "QFont::setPointSizeF: Point size <= 0": "no text is that small; Chromium's own page asks for it while it loads",
}
"""Beginnings of what Qt says on machines without a screen, and why it means nothing."""
LOUD = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
before_test = pytest.StashKey[frozenset[threading.Thread]]()
latest_file = pytest.StashKey[Path]()
told_of = pytest.StashKey["WeakSet[QObject]"]()
"""What rang once already: the tests after it are not to blame."""


def is_watched(path: Path, root: Path) -> bool:
    """Tell whether a test file is one of the window's."""
    parts = path.relative_to(root).parts if path.is_relative_to(root) else ()
    return any(parts[: len(folder)] == folder for folder in WATCHED)


def _is_watched(item: pytest.Item) -> bool:
    return is_watched(item.path, item.config.rootpath)


def unexpected(messages: Iterable[str]) -> list[str]:
    """Return the warnings that nobody has explained."""
    return [f"Qt warns: {text}" for text in messages if not text.startswith(tuple(KNOWN))]


def pytest_collection_finish(session: pytest.Session) -> None:
    """Begin to search for leftovers."""
    session.stash[told_of] = WeakSet()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Remember which threads were there before; keep what is older than the file out of the search for leftovers.

    The search looks at every object after every test. What was imported and what the product remembers from the files
    before are a million of them.
    """
    if _is_watched(item) and item.path != item.session.stash.get(latest_file, None):
        item.session.stash[latest_file] = item.path
        gc.collect()
        gc.freeze()
    item.stash[before_test] = frozenset(threading.enumerate())
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail where Qt warned during set-up or the test itself; pytest-qt has heard it."""
    result = yield
    capture = getattr(item, "qt_log_capture", None)
    if capture is not None and _is_watched(item):
        _fail(unexpected(r.message for r in capture.records if r.type in LOUD and not r.ignored))
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Fail where Qt warned while the test was taken down, or something was left behind."""
    if not _is_watched(item):
        return (yield)
    said: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind in LOUD:
            said.append(message)

    before = qInstallMessageHandler(hear)
    try:
        result = yield
        QCoreApplication.sendPostedEvents(
            None, QEvent.Type.DeferredDelete
        )  # pytest-qt closes widgets, no loop ends them
    finally:
        qInstallMessageHandler(before)
    own = item.get_closest_marker("qt_log_ignore") or item.get_closest_marker("no_qt_log")
    _fail([*([] if own else unexpected(said)), *left_behind(item.stash[before_test], item.session.stash[told_of])])
    return result


def _fail(complaints: list[str]) -> None:
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def left_behind(before: Iterable[threading.Thread], told: WeakSet[QObject]) -> list[str]:
    """Return a line for each thing that a test has left, and take windows and timers away."""
    return [*_windows(), *_threads(frozenset(before)), *_working(told)]


def _windows() -> Iterator[str]:
    application = QApplication.instance()
    tops = application.topLevelWidgets() if isinstance(application, QApplication) else []
    for widget in tops:
        if isValid(widget) and widget.isVisible():
            yield f"A window stays open: {_named(widget)}"
            widget.hide()
            widget.deleteLater()


def _threads(before: frozenset[threading.Thread]) -> Iterator[str]:
    for thread in frozenset(threading.enumerate()) - before:
        # Threads of Qt that ran Python once stay in Python's list as dummies.
        if thread.is_alive() and not isinstance(thread, threading._DummyThread):
            yield f"A thread runs on: {thread.name}"
    if QThreadPool.globalInstance().activeThreadCount():
        yield "Work runs on in Qt's own pool of threads."


def _working(told: WeakSet[QObject]) -> Iterator[str]:
    """Find timers, threads and tasks of Qt at work; what only waits for the garbage collector is let off."""
    if not _at_work(told):
        return
    gc.collect()
    for each in _at_work(told):
        told.add(each)
        yield f"{type(each).__name__} is at work still: {_named(each)} of {_named(each.parent())}"
        if isinstance(each, QTimer):
            each.stop()


def _at_work(told: WeakSet[QObject]) -> list[QObject]:
    kinds = (QTimer, QThread, Tasks)
    found = [each for each in gc.get_objects() if issubclass(type(each), kinds)]
    return [each for each in found if isValid(each) and each not in told and _works(each)]


def _works(each: QObject) -> bool:
    if isinstance(each, QTimer):
        return each.isActive()
    if isinstance(each, QThread):
        return each.isRunning() and each is not QThread.currentThread()
    return isinstance(each, Tasks) and each.busy()


def _named(each: QObject | None) -> str:
    if each is None:
        return "nothing"
    title = each.windowTitle() if isinstance(each, QWidget) else ""
    return " ".join(part for part in (type(each).__name__, each.objectName(), title) if part)
