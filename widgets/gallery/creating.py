"""The last step of the gallery: whose sequence it becomes, and the sequence itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.gallery.growing import Grown, Wish, grown, named, planted
from widgets.notices import Tone
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, LineField
from widgets.parts.labels import Label
from widgets.parts.segments import Segment, Segments
from widgets.parts.sheet import Sheet

OPEN, NEW = "open", "new"


class Creating(QObject):
    """Asks whose the sequence shall be where that is open, then makes it: in the open project, or in a new one."""

    made = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Ask over `window`."""
        super().__init__(window)
        self._desk, self._window = desk, window

    def ask(self, wish: Wish) -> None:
        """Open the sheet that asks for the client."""
        _Sheet(self, self._desk, self._window, wish).open()

    def plant(self, wish: Wish) -> None:
        """Make the sequence in the open project, as one step of its history."""
        home = self._desk.session.project

        def work(_progress: Progress) -> Grown:
            return grown(wish, home)

        self._desk.tasks.start(work, self._into_open, key="gallery.make")

    def found(self, wish: Wish, client: str) -> None:
        """Make a new project for a client with the sequence in it, in the workspace."""
        workspace = self._desk.workspace

        def work(_progress: Progress) -> tuple[Project, str]:
            made = grown(wish, None)
            project = named(made, client)
            for asset in project.assets.values():
                workspace.store.assets.put(made.content[asset.id], asset.media_type)
            return workspace.store.create(project).project, made.sequence

        self._desk.tasks.start(work, self._open_new, key="gallery.make")

    def _into_open(self, made: Grown) -> None:
        session, words = self._desk.session, self._desk.words
        project, sequence = planted(session.project, made)
        session.do(words("New sequence"), project)
        self._visit(project, sequence)

    def _open_new(self, stored: tuple[Project, str]) -> None:
        project, sequence = stored
        self._desk.session.open(project)
        self._desk.preferences.set(last_project=project.id)
        self._desk.workspace.shelf_changed.emit()
        self._visit(project, sequence)

    def _visit(self, project: Project, sequence: str) -> None:
        flow = project.sequences[sequence]
        first = next(iter(message_ids(flow)), "")
        self._desk.here.go(
            sequence=sequence, message=first, block="", field="", variant="", language=flow.source_language
        )
        said = self._desk.words("“{name}” is ready. It is yours to rewrite.", name=flow.name)
        self._desk.notices.say(said, Tone.GOOD)
        self.made.emit()


class _Sheet(Sheet):
    def __init__(self, creating: Creating, desk: Desk, window: QWidget, wish: Wish) -> None:
        words, look = desk.words, desk.look
        super().__init__(look, words("Whose sequence is it?"), window)
        self._creating, self._wish, self._words = creating, wish, words
        is_open = desk.session.is_open
        choices = [Segment(OPEN, desk.session.project.name)] if is_open else []
        self.home = Segments(look, [*choices, Segment(NEW, words("A new client"))], words("Project"))
        self.home.choose(OPEN if is_open else NEW)
        self.client = LineField(look, words("Name of the client"), words("The shop’s name"))
        self._field = Field(look, words("Name of the client"), self.client)
        self._about = Label(look, words("The invented sample brand stands in until you enter theirs."), "small", "ink3")
        self.home.setVisible(is_open)
        for widget in (self.home, self._field, self._about):
            self.body.addWidget(widget)
        self.go = Button(look, words("Make the sequence"), kind="primary")
        self.go.clicked.connect(self._go)
        self.client.settled.connect(self._hear)
        self.add_button(self.go)
        self.home.chosen.connect(self._show)
        self._show(self.home.current)

    def _show(self, home: str) -> None:
        for widget in (self._field, self._about):
            widget.setVisible(home == NEW)
        if home == NEW:
            self.client.setFocus()

    def _hear(self) -> None:
        self._field.say_wrong("")

    def _go(self) -> None:
        client = str(self.client.value).strip()
        if self.home.current == OPEN:
            self._creating.plant(self._wish)
        elif client:
            self._creating.found(self._wish, client)
        else:
            self._field.say_wrong(self._words("Give the client a name."))
            return
        self.accept()
