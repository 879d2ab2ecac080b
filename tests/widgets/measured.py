"""Measures whether words are cut: run as a program, it takes the window through its pictured stops at its smallest.

Called with the interface's language, under any QT_SCALE_FACTOR; it says a line for each text that does not fit.
"""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QToolButton,
)

from widgets.deliver.sheet_view import CopyButton
from widgets.frame.rail import RailItem
from widgets.parts.clamped import Clamped
from widgets.parts.labels import Elided

GIVES_WAY = (Elided, Clamped, CopyButton)
"""These end in an ellipsis and tell the whole by their tooltip."""
SLACK = 1
SMALLEST = (1100, 720)
PATIENCE = 4


def cut_texts(top):
    """Return a line for each text on a window that is cut or lies outside what is seen."""
    children = (each for kind in (QLabel, QAbstractButton, QLineEdit) for each in top.findChildren(kind))
    seen = [each for each in children if each.isVisible() and each.window() is top]
    return [
        f"{_named(each)}: {why}" for each in seen if words_of(each) and (why := too_small(each) or outside(each, top))
    ]


def words_of(widget):
    """Return what a widget says: of a field what it asks, for what is in it can be scrolled; of an icon nothing."""
    if isinstance(widget, QLineEdit):
        return widget.placeholderText() if not widget.text() else ""
    icon_only = isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    return "" if icon_only else widget.text()


def too_small(widget):
    """Return why a widget's words do not fit into it, or nothing."""
    if isinstance(widget, GIVES_WAY):
        return ""
    metrics, words = metrics_of(widget), words_of(widget)
    room = widget.contentsRect()
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        wide = max(map(metrics.horizontalAdvance, words.split()), default=0)
        high = f"{needed} high in {widget.height()}" if needed > widget.height() + SLACK else ""
        return high or (f"a word of {wide} in {room.width()}" if wide > room.width() + SLACK else "")
    wide = max(map(metrics.horizontalAdvance, words.splitlines()))
    if wide > room.width() + SLACK:
        return f"{wide} wide in {room.width()}"
    return f"{metrics.height()} high in {room.height()}" if metrics.ascent() > room.height() + SLACK else ""


def metrics_of(widget):
    """Return the measures of the font that a widget's words are painted in."""
    return QFontMetrics(widget._look.font("caption")) if isinstance(widget, RailItem) else widget.fontMetrics()


def outside(widget, top):
    """Return which ancestor hides a part of a widget, or nothing; what can be scrolled to is not hidden."""
    parent, scrolled = widget.parentWidget(), False
    while parent is not None:
        above = parent.parentWidget()
        scrolled = scrolled or (isinstance(above, QAbstractScrollArea) and above.viewport() is parent)
        corner = widget.mapTo(parent, QPoint(0, 0))
        if corner.x() < -SLACK or corner.x() + widget.width() > parent.width() + SLACK:
            return f"from {corner.x()} to {corner.x() + widget.width()} in the {parent.width()} of {_named(parent)}"
        if not scrolled and (corner.y() < -SLACK or corner.y() + widget.height() > parent.height() + SLACK):
            return f"down to {corner.y() + widget.height()} in the {parent.height()} of {_named(parent)}"
        if parent is top:
            return ""
        parent = above
    return ""


def _named(widget):
    text = words_of(widget) if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) else widget.objectName()
    return f"{type(widget).__name__} “{text[:50]}”"


def tops(window):
    """Return the window and the dialogs over it."""
    return [window, *(each for each in window.findChildren(QDialog) if each.isVisible())]


def program_in(home, words, *, demo=True):
    """Return a program at its smallest size with the sample shop open; all work is done at once."""
    import main
    from widgets.pictures.draw import open_first
    from widgets.pictures.stops import plain_settings
    from widgets.program import Program

    house = main.house(Path(home), words, demo=demo)
    program = Program(replace(house, settings=plain_settings("light"), keep=lambda _settings: None), inline=True)
    program.window.resize(*SMALLEST)
    program.show()
    program.window.activateWindow()
    program.begin()
    if demo:
        open_first(program)
    return program


def walk(program, bare):
    """Take the window through its stops; yield each stop's name once it stands."""
    from widgets.pictures.stops import STOPS

    for stop in STOPS:
        if stop.bare is bare:
            stop.arrive(program.window)
            QTest.qWait(60)
            yield stop.name
            for dialog in tops(program.window)[1:]:
                dialog.close()


def settled(window):
    """Return what is cut on the window and its dialogs once they have come to rest: long pages are laid out twice."""
    for _ in range(PATIENCE):
        found = [line for top in tops(window) for line in cut_texts(top)]
        if not found:
            break
        QTest.qWait(120)
    return found


def measure(language):
    """Print what is cut; a last line says how many stops were seen."""
    from studio.i18n import translator
    from studio.paths import shipped

    words = translator(shipped("resources", "translations"), (language,))
    seen = 0
    for bare in (False, True):
        with tempfile.TemporaryDirectory() as home:
            program = program_in(home, words, demo=not bare)
            for name in walk(program, bare):
                seen += 1
                sys.stdout.writelines(f"{name}: {line}\n" for line in settled(program.window))
            program.close()
    print(f"{seen} stops")


if __name__ == "__main__":
    from widgets.preview.offscreen import draw_in_software
    from widgets.theme.fonts import load_fonts

    draw_in_software()
    application = QApplication([])
    load_fonts()
    measure(sys.argv[1])
