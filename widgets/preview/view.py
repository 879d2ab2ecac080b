"""What the window knows of a view that draws e-mails: three methods, and what the view tells; tests fake it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtWidgets import QWidget

from widgets.preview.shelf import Shelf

Format = Literal["png", "pdf"]


@dataclass(frozen=True, slots=True)
class Page:
    """An e-mail to draw: `width` is the layout's width in CSS px, `dark` what the reader's device prefers.

    Pages with the same `key` are states of one message: the view keeps its place between them. `accent` (`#RRGGBB`)
    marks the block where the writer is.
    """

    html: str
    width: int = 375
    dark: bool = False
    key: str = ""
    accent: str = ""


@dataclass(frozen=True, slots=True)
class Ears:
    """Who hears what a view tells: each is called on the GUI thread."""

    shown: Callable[[], None]
    """The page that was asked for last stands on the screen."""
    block_chosen: Callable[[str], None]
    """The person clicked into the block with this id."""
    link_followed: Callable[[str], None]
    """The person clicked a link with this address; nothing was opened."""
    failed: Callable[[], None]
    """The view cannot draw any more."""


class HtmlView(Protocol):
    """Draws e-mails in a widget; no page ever loads anything from elsewhere or runs a script."""

    @property
    def widget(self) -> QWidget:
        """Return what is shown."""
        ...

    def show_page(self, page: Page) -> None:
        """Show an e-mail, as wide as its layout wants and shrunk to the widget; `Ears.shown` follows."""
        ...

    def point_at(self, block: str, *, go: bool) -> None:
        """Mark a block, "" for none; `go` brings it into sight where it is not."""
        ...

    def take(self, form: Format, page: Page, taken: Callable[[bytes], None], *, scale: int = 1) -> None:
        """Give a picture of the whole e-mail, however long, or a PDF in A4; `taken` gets b"" where that failed."""
        ...


MakeView = Callable[[Ears, Shelf], HtmlView]
"""Makes a view; raises StudioError where the machine cannot draw e-mails."""


def deaf() -> Ears:
    """Return ears that hear nothing, for a view that nobody talks to."""

    def ignore(*_: object) -> None:
        return None

    return Ears(ignore, ignore, ignore, ignore)
