"""Everything that works on one manuscript, made and joined in one place."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.write.deeds import Deeds
from widgets.write.dragging import Dragging
from widgets.write.engine.view import ManuscriptView
from widgets.write.errands import Bench
from widgets.write.files import Files
from widgets.write.findbar import FindBar
from widgets.write.finding import Finder
from widgets.write.layer import Layer
from widgets.write.menus import Menus
from widgets.write.pictures import Pictures
from widgets.write.taking import Taking
from widgets.write.touch import Touch
from widgets.write.versions import Versions
from widgets.write.watching import Watching


class Workshop(QObject):
    """The painters, menus, editors, checks and finders around a view."""

    def __init__(self, desk: Desk, view: ManuscriptView, home: QWidget) -> None:
        """Make them and let them hear each other."""
        super().__init__(home)
        self.layer = Layer(desk, view)
        self.touch = Touch(view, self.layer)
        self.menus = Menus(desk, view)
        self.deeds = Deeds(desk, view, self.menus)
        self.versions = Versions(desk, view, self.menus, self.deeds)
        self.dragging = Dragging(desk, view, self.layer, self.deeds)
        self.pictures = Pictures(desk, view)
        self.files = Files(desk, home, self.pictures)
        self.taking = Taking(view, self.layer, self.pictures)
        self.watching = Watching(desk, home)
        self.finder = Finder(desk, view)
        self.bar = FindBar(desk, self.finder, view)
        self.bench = Bench(view, self.layer, self.menus, self.deeds, self.versions, self.finder, self.bar)
        self._join()

    def rest(self) -> None:
        """Let nothing go on while the screen is out of sight."""
        self.watching.stop()
        self.layer.rest()

    def _join(self) -> None:
        self.touch.clicked.connect(self.deeds.run)
        self.touch.clicked.connect(self.versions.run)
        self.touch.dragged.connect(self.dragging.drag)
        self.touch.dropped.connect(self.dragging.drop)
        self.deeds.file_requested.connect(self.files.request)
        self.watching.found.connect(self.layer.show_findings)
