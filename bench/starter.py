"""Whole starts in processes of their own, each ended by what is measured; nothing heavy is imported up here."""

import os
import sys


def bare() -> None:
    """Start a bare PySide6 window and end with its first paint."""
    from PySide6.QtWidgets import QApplication, QWidget

    class Bare(QWidget):
        def paintEvent(self, _event):  # noqa: N802 - Qt's name
            os._exit(0)

    application = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1440, 900)
    window.show()
    application.exec()


def shell() -> None:
    """Start the studio and end with the first paint of its shell."""
    import main
    from widgets.window import StudioWindow

    def paint(_window, _event):
        os._exit(0)

    StudioWindow.paintEvent = paint
    main.main()


def library() -> None:
    """Start the studio and end with the first paint of a library that lists something."""
    import main
    from widgets.program import Program

    begin = Program.begin

    def begin_and_wait(program):
        from widgets.library.painting import LibraryCards

        def paint(_cards, *_):
            os._exit(0)

        LibraryCards.paint = paint
        begin(program)

    Program.begin = begin_and_wait
    main.main()
