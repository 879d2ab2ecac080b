"""A person at the window: everything is done with keys and clicks on what is seen."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit

from widgets.frame.palette import Palette
from widgets.parts.segments import Segments

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
KEY = Qt.Key
PATIENCE = 20_000
"""Milliseconds that a loaded machine may take for what takes a second."""


class Person:
    """Knows the program only from its window; `desk` is for asking what came of it."""

    def __init__(self, qtbot, program):
        self.bot, self.program = qtbot, program
        self.bugs, self.notices = [], []
        self.desk.tasks.crashed.connect(self.bugs.append)
        self.desk.notices.said.connect(self.notices.append)

    @property
    def desk(self):
        return self.program.desk

    @property
    def window(self):
        return self.program.window

    @property
    def screen(self):
        return self.window.current

    @property
    def project(self):
        return self.desk.session.project

    @property
    def said(self):
        return self.window.notice

    def sit_down(self, size, *, ready):
        """Wait until the window is there and the workspace is open."""
        self.window.resize(*size)
        with self.bot.waitActive(self.window, timeout=PATIENCE):
            self.program.show()
            self.window.activateWindow()
        if ready:
            self.until(lambda: self.desk.workspace.is_open)

    def leave(self):
        """End the program; a bug in its tasks comes out here."""
        if self.program is not None:
            self.program.close()
            self.program.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.program = None
        assert self.bugs == []

    def until(self, holds):
        self.bot.waitUntil(holds, timeout=PATIENCE)

    def saved(self):
        self.until(lambda: self.window.bar.saved.text() == "Saved")

    def idle(self):
        """Wait until no work is under way."""
        self.until(lambda: not self.desk.tasks.busy())

    def close_window(self):
        """Close the window as its cross does, and wait until it is gone."""
        self.press(KEY.Key_Q, CTRL)
        self.until(lambda: not self.window.isVisible())

    @property
    def focus(self):
        """What the keys go to now; offscreen nobody gives them back to the window when a sheet has gone."""
        active = QApplication.activeWindow()
        if active is None or not active.isVisible():
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def press(self, key, modifiers=NONE):
        self.bot.keyClick(self.focus, key, modifiers)

    def type(self, text):
        self.bot.keyClicks(self.focus, text)

    def click(self, widget):
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        assert self.focus is not None
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def run(self, words):
        """Run the command that typing these words into the palette finds first."""
        self.press(KEY.Key_K, CTRL)
        palette = self.window.findChild(Palette)
        self.until(palette.isVisible)
        self.type(words)
        self.press(KEY.Key_Return)
        self.until(lambda: not palette.isVisible())

    def go(self, name):
        """Go to a screen by its place on the rail."""
        self.click(self.window.rail._items[name])
        assert self.window.screen_name == name

    def primary(self):
        self.click(self.window.bar.primary)

    def button(self, text, within=None):
        """Find the button that is seen with these words."""
        found = [each for each in self._seen(QAbstractButton, within) if text in (each.text(), each.accessibleName())]
        assert found, (text, [each.text() for each in self._seen(QAbstractButton, within)])
        return found[0]

    def field(self, name, within=None):
        """Find the line that is seen under this name."""
        return next(each for each in self._seen(QLineEdit, within) if each.accessibleName() == name)

    def texts(self, within=None):
        """Return all that is read on the window or sheet in front."""
        return [label.text() for label in self._seen(QLabel, within)]

    def fill(self, name, text, within=None):
        """Write into a field, as one does: click, type."""
        line = self.field(name, within)
        self.click(line)
        self.bot.keyClicks(line, text)

    @property
    def sheet(self):
        """The sheet over the window."""
        found = self.sheets()
        assert found, "no sheet is open"
        return found[-1]

    def wait_for_sheet(self, kind=QDialog):
        self.until(lambda: any(isinstance(each, kind) for each in self.sheets()))
        self.sheet.activateWindow()
        self.until(self.sheet.isActiveWindow)
        return self.sheet

    def wait_for_screen(self, name):
        self.until(lambda: self.window.screen_name == name)
        return self.screen

    def sheets(self):
        """Return the sheets and dialogs that are seen."""
        dialogs = self.window.findChildren(QDialog)
        return [each for each in dialogs if each.isVisible() and not isinstance(each, Palette)]

    def _seen(self, kind, within):
        return [each for each in (within or self.window).findChildren(kind) if each.isVisible()]

    def open_first(self):
        """Open the first sequence of the library by Enter on its card."""
        self.until(lambda: self.screen.page.model.rowCount() > 1)
        grid = self.screen.page.grid
        self.click_row(grid, 1)
        self.press(KEY.Key_Return)
        self.wait_for_screen("write")
        self.idle()

    def click_row(self, view, row):
        """Click on a row of a list."""
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())

    def caret_to(self, kind, number=0):
        """Click into the manuscript at the beginning of a text of a kind of block."""
        view = self.screen.view
        row = [each for each in view.rows if each.block_kind == kind and each.field == "text"][number]
        self.caret_to_row(row)
        return row

    def caret_to_row(self, row):
        """Put the caret at the beginning of a row."""
        view = self.screen.view
        self.click(self.window.rail._items["write"])
        view.select(row.key, 0, 0)
        assert self.focus is view

    def choose_language(self, code):
        """Choose the interface's language on the screen of preferences; the window is another one then."""
        before = self.window
        fields = self.screen.findChildren(Segments)
        self.click(next(each for each in fields if each.property("preference") == "language").pill(code))
        self.until(lambda: self.window is not before)
        with self.bot.waitActive(self.window, timeout=PATIENCE):
            self.window.activateWindow()

    def bring(self, file):
        """Import a file in the library; the system's dialog answers at once."""
        self.go("library")
        self.screen.doors.choose_file = lambda _parent, _wish, take: take(file)
        self.run("import")
