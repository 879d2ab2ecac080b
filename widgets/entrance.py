"""What stands between a shell and the window: a machine without a display gets one clear sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from studio.i18n import Translator

NO_DISPLAY = 1
PLUGIN = "platform plugin"
"""What Qt's last words name where it finds no display; other last words are other faults."""
NEEDS_NONE = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def display_missing(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a program on `platform` (as `sys.platform` says) finds no screen to open a window on."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM", "").startswith(NEEDS_NONE):
        return False
    return not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def no_display_sentence(words: Translator) -> str:
    """Return what a person without a display is told."""
    return words(
        "Fabel finds no display to open its window on. The same work goes by command line: fabel --help lists it."
    )


def lacks_display(kind: QtMsgType, message: str) -> bool:
    """Tell whether Qt ends the program because it finds no display; later ends have other reasons."""
    return kind is QtMsgType.QtFatalMsg and PLUGIN in message


def tell_when_qt_finds_no_display(words: Translator) -> None:
    """Say our one sentence in place of Qt's, and leave, where a display is named but cannot be opened."""
    sentence = no_display_sentence(words)

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if lacks_display(kind, message):
            sys.stderr.write(f"fabel: {sentence}\n")
            sys.stderr.flush()
            os._exit(NO_DISPLAY)
        if not (context.category or "").startswith("qt.qpa"):
            sys.stderr.write(f"{message}\n")

    qInstallMessageHandler(hear)
