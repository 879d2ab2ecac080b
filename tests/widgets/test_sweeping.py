"""Rubbish is swept on the GUI thread only."""

import gc
import weakref

from PySide6.QtCore import QObject

from widgets.sweeping import Sweeping


class Knot:
    """Refers to itself, so only the collection finds it."""

    def __init__(self):
        self.itself = self


def test_rubbish_goes_when_the_gui_thread_sweeps(qapp):
    home = QObject()
    sweeping = Sweeping(home)
    try:
        assert not gc.isenabled()
        knot = weakref.ref(Knot())
        kept = [Knot() for _ in range(gc.get_threshold()[0] + 50)]
        sweeping.sweep()
        assert knot() is None
        assert len(kept) > 50
    finally:
        sweeping.end()
    assert gc.isenabled()
