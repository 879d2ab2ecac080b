"""What the window asks of a screen: its name on the rail, its one primary button, where focus goes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from studio.i18n import Sentence


class Screen(QWidget):
    """One screen of the window. Subclasses set the class values and build themselves in `__init__(desk)`."""

    name = ""
    """Id and address: "library", "write"."""
    title = Sentence("")
    """The word on the rail."""
    icon = ""
    """Phosphor name: "ph.books"."""
    needs_project = True
    """Whether the screen makes sense only with an open project."""
    on_rail = True
    """Whether the rail shows it; the gallery is reached from the library."""
    at_foot = False
    """Whether it stands at the foot of the rail."""

    go_requested = Signal(str)
    """The name of another screen to show."""
    head_changed = Signal()
    """Crumbs or primary action are others now."""

    def primary(self) -> QAction | None:
        """Return the action of the top bar's one primary button, or None."""
        return None

    def leave(self) -> QAction | None:
        """Return the action of a quiet button beside it that leads out of the screen, or None."""
        return None

    def crumbs(self) -> tuple[str, ...]:
        """Return what follows the project's name in the top bar, in words; the last is emphasised."""
        return ()

    def shows_languages(self) -> bool:
        """Tell whether the top bar shows language tabs on this screen."""
        return False

    def ground(self) -> QWidget:
        """Return the part over whose foot a notice may float: one where no button stands that is pressed often."""
        return self

    def entered(self) -> None:
        """Get ready to be seen: called each time the window shows this screen, before it is painted."""

    def focus_first(self) -> None:
        """Put the focus where the writer begins."""
        self.setFocus()
