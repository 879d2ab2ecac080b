"""One program per data folder: a second start hands its files to the first, raises its window and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from studio.running import Lock

PATIENCE = 2_000
"""Milliseconds to wait for the first program to answer; it is busy starting at most."""
AGAIN = 50
"""Milliseconds between two tries to reach it."""
LONGEST = 64 * 1024
"""Bytes of a message; nobody opens that many files at once."""
THANKS = b"thanks\n"
SCHEMA = 1


def name_for(folder: Path) -> str:
    """Return the name under which the program with this data folder is found on this computer.

    Where the system has a folder of the person's own for such things, nobody else can take the name.
    """
    place = f"{getpass.getuser()}:{folder.resolve()}"
    name = f"fabel-{hashlib.sha256(place.encode()).hexdigest()[:20]}"
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(own) / name) if own and Path(own).is_dir() else name


def hand_over(name: str, files: Sequence[str], patience: int = PATIENCE) -> bool:
    """Hand files (absolute paths) to the program that runs under a name and return whether it took them.

    It raises its window either way. This waits, so it is called before there is a window.
    """
    socket = _reached(name, patience)
    if socket is None:
        return False
    socket.write(json.dumps({"schema": SCHEMA, "open": list(files)}).encode() + b"\n")
    taken = socket.waitForBytesWritten(patience) and socket.waitForReadyRead(patience)
    answer = bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return taken and answer == THANKS


def _reached(name: str, patience: int) -> QLocalSocket | None:
    """Return a connection to the first program, which may not listen yet."""
    socket, until = QLocalSocket(), QDeadlineTimer(patience)
    socket.connectToServer(name)
    while not socket.waitForConnected(patience):
        if until.hasExpired():
            return None
        QThread.msleep(AGAIN)  # there is no window yet whose loop could wait
        socket.connectToServer(name)
    return socket


class FirstWindow(QObject):
    """Hears what later starts hand over; while `lock` is held, whatever stands in the way was left by a dead one."""

    files_handed = Signal(object)
    """A tuple of absolute paths, perhaps empty: the window is to be raised and the files opened."""

    def __init__(self, name: str, lock: Lock, parent: QObject | None = None) -> None:
        """Listen under a name; `is_listening` tells whether that works on this computer."""
        super().__init__(parent)
        self._lock = lock
        self._heard: dict[QLocalSocket, bytes] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(name)
        self._server.listen(name)

    @property
    def is_listening(self) -> bool:
        """Tell whether later starts can reach us."""
        return self._server.isListening()

    def close(self) -> None:
        """Stop listening and let another program be the first."""
        self._server.close()
        self._lock.release()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._heard[socket] = b""
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(self._part)
            self._read_from(socket)

    def _read(self) -> None:
        for socket in tuple(self._heard):
            self._read_from(socket)

    def _read_from(self, socket: QLocalSocket) -> None:
        heard = self._heard[socket] + bytes(socket.readAll().data())
        self._heard[socket] = heard
        if len(heard) > LONGEST:
            socket.abort()
        elif heard.endswith(b"\n"):
            self._heard[socket] = b""
            files = _files(heard)
            if files is not None:
                socket.write(THANKS)
                socket.flush()
                self.files_handed.emit(files)

    def _part(self) -> None:
        for socket in [each for each in self._heard if each.state() == QLocalSocket.LocalSocketState.UnconnectedState]:
            del self._heard[socket]
            socket.deleteLater()


def _files(heard: bytes) -> tuple[str, ...] | None:
    """Return the paths in a message, or None for one that no Fabel sent."""
    try:
        plain = json.loads(heard)
    except ValueError:
        return None
    files = plain.get("open") if isinstance(plain, dict) and plain.get("schema") == SCHEMA else None
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        return None
    return tuple(files)


def raise_window(window: QWidget) -> None:
    """Bring a window to the front, out of the dock too."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def listen(first: FirstWindow, window: QWidget, open_files: Callable[[tuple[str, ...]], object]) -> None:
    """Raise the window and open what later starts hand over."""
    first.files_handed.connect(partial(_take, window, open_files))


def _take(window: QWidget, open_files: Callable[[tuple[str, ...]], object], files: tuple[str, ...]) -> None:
    raise_window(window)
    if files:
        open_files(files)
