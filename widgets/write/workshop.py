"""Everything that works on one manuscript, made and joined in one place."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.model.findings import Finding
from widgets.desk import Desk
from widgets.write.correcting import Correcting
from widgets.write.deeds import Deeds
from widgets.write.dragging import Dragging
from widgets.write.engine.view import ManuscriptView
from widgets.write.errands import Bench
from widgets.write.files import Files
from widgets.write.findbar import FindBar
from widgets.write.finding import Finder
from widgets.write.layer import Layer
from widgets.write.measures import Measures
from widgets.write.mending import Mending
from widgets.write.menus import Menus
from widgets.write.pictures import Pictures
from widgets.write.proofing import Proofing
from widgets.write.remarks import Remarks
from widgets.write.swiping import Swiping
from widgets.write.taking import Taking
from widgets.write.telling import Telling
from widgets.write.touch import Touch
from widgets.write.versions import Versions
from widgets.write.watching import Watching


class Workshop(QObject):
    """The painters, menus, editors, checks and finders around a view."""

    def __init__(self, desk: Desk, view: ManuscriptView, home: QWidget) -> None:
        """Make them and let them hear each other."""
        super().__init__(home)
        self._view = view
        self.layer = Layer(desk, view)
        self.touch = Touch(desk, view, self.layer)
        self.menus = Menus(desk, view)
        self.swiping = Swiping(desk, view)
        self.deeds = Deeds(desk, view, self.menus)
        self.versions = Versions(desk, view, self.menus, self.deeds)
        self.dragging = Dragging(desk, view, self.layer, self.deeds)
        self.pictures = Pictures(desk, view)
        self.files = Files(desk, home, self.pictures)
        self.taking = Taking(view, self.layer, self.pictures)
        self.watching, self.measures = Watching(desk, home), Measures(desk, home)
        self.proofing = Proofing(desk, view, home)
        self.telling = Telling(desk, view, self.layer)
        self.mending = Mending(desk, view, self.layer, self.menus)
        self.correcting = Correcting(desk, view, self.layer, self.menus, self.mending, self.proofing)
        self.finder = Finder(desk, view)
        self.bar = FindBar(desk, self.finder, view)
        self.bench = Bench(
            view,
            self.layer,
            self.menus,
            self.deeds,
            self.versions,
            self.finder,
            self.bar,
            self.mending,
            self.correcting,
            self.swiping,
        )
        self.checks = (self.measures, self.watching, self.proofing)
        self._found: tuple[Finding, ...] = ()
        self._join()

    def rest(self) -> None:
        """Let nothing go on while the screen is out of sight."""
        for each in self.checks:
            each.stop()
        self.layer.rest()

    def look(self) -> None:
        """Let everything that checks look now."""
        for each in self.checks:
            each.look()
        self.menus.shelf.read()

    def _join(self) -> None:
        self.touch.clicked.connect(self.deeds.run)
        self.touch.clicked.connect(self.versions.run)
        self.touch.dragged.connect(self.dragging.drag)
        self.touch.dropped.connect(self.dragging.drop)
        self.deeds.file_requested.connect(self.files.request)
        self.touch.clicked.connect(self.mending.run)
        self.menus.swipes_requested.connect(self.swiping.ask)
        self.mending.mended.connect(self.look)
        self.watching.found.connect(self._take_found)
        self.proofing.proved.connect(self._take_proof)
        self.measures.measured.connect(self._take_measures)

    def _take_found(self, found: tuple[Finding, ...]) -> None:
        self._found = found
        self.layer.show_remarks(Remarks((*found, *self.proofing.proof.findings), self._view.rows))
        self.telling.tell()

    def _take_proof(self) -> None:
        self.layer.strokes.show(self.proofing.strokes(), wavy=True)
        self._take_found(self._found)

    def _take_measures(self) -> None:
        self.layer.beside.measured = self.measures.known
        self.layer.redraw()
        self.telling.tell()
