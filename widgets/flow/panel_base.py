"""What the pages of the side panel share: a head with the step's icon and name, and sections under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from widgets.desk import Desk
from widgets.flow.model import FlowModel
from widgets.flow.told import Told
from widgets.flow.verbs import Verbs
from widgets.parts.buttons import IconButton
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look

TOOLS = ("flow.up", "flow.down", "flow.duplicate", "flow.remove")


class Glyph(QWidget):
    """The step's icon in the colour of its channel."""

    def __init__(self, look: Look) -> None:
        """Begin without an icon."""
        super().__init__()
        self._look, self._icon, self._tone = look, "", "ink2"
        self.setFixedSize(20, 20)

    def show_icon(self, icon: str, tone: str) -> None:
        """Show an icon in a token's colour."""
        self._icon, self._tone = icon, tone
        self.setVisible(bool(icon))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the icon."""
        if self._icon:
            paint_icon(QPainter(self), QRectF(self.rect()), self._icon, self._look.color(self._tone))


class Page(QWidget):
    """One page; subclasses build sections and say how they show a step."""

    area: QScrollArea
    has_tools = True

    def __init__(self, desk: Desk, verbs: Verbs, model: FlowModel) -> None:
        """Build the page once."""
        super().__init__()
        self.desk, self.verbs, self.model = desk, verbs, model
        self.id = ""
        self.glyph = Glyph(desk.look)
        self.head = Label(desk.look, "", "strong", "ink", wrap=True)
        head = row(self.glyph, self.head, spacing=10)
        head.setStretch(1, 1)
        tools = [IconButton(desk.look, "ph.dots-three", "") for _ in TOOLS] if self.has_tools else []
        for tool, name in zip(tools, TOOLS, strict=False):
            tool.show_action(desk.actions[name])
        line = row(*tools, None, spacing=2, margins=(-7, 0, 0, 0))
        top = column(head, line, spacing=6) if tools else head
        self.setLayout(column(top, *self.sections(), None, spacing=20, margins=(20, 20, 20, 24)))

    def sections(self) -> tuple[QWidget, ...]:
        """Return what stands under the head."""
        return ()

    def show_step(self, id_: str) -> None:
        """Show a step as it is now, without any signal."""
        self.id = id_
        told = self.model.told(id_)
        self.glyph.show_icon(told.icon, told.tone)
        self.head.set_text(told.title)
        self.show_fields(told)

    def show_fields(self, told: Told) -> None:
        """Bring the fields up to date."""

    @property
    def look(self) -> Look:
        """Return the look."""
        return self.desk.look

    @property
    def language(self) -> str:
        """Return the language of copy that is shown."""
        sequence = self.verbs.sequence
        return self.desk.here.spot.language or (sequence.source_language if sequence else "")
