"""The side panel: what is selected in the outline, with fields for all of it; the flow itself where nothing is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from widgets.desk import Desk
from widgets.flow.model import FlowModel
from widgets.flow.panel_base import Page
from widgets.flow.panel_flow import FlowPage
from widgets.flow.panel_fork import ForkPage, WayPage
from widgets.flow.panel_send import SendPage
from widgets.flow.panel_small import NotePage, StopPage, WaitPage
from widgets.flow.told import Kind
from widgets.flow.verbs import Verbs
from widgets.parts.layouts import Scroll

PAGES: dict[Kind, type[Page]] = {
    Kind.SEND: SendPage,
    Kind.WAIT: WaitPage,
    Kind.SPLIT: ForkPage,
    Kind.EXPERIMENT: ForkPage,
    Kind.ARM: WayPage,
    Kind.PATH: WayPage,
    Kind.NOTE: NotePage,
    Kind.STOP: StopPage,
}


class Panel(QStackedWidget):
    """Shows one page; pages are made when they are first needed."""

    def __init__(self, desk: Desk, verbs: Verbs, model: FlowModel) -> None:
        """Follow what a model tells."""
        super().__init__()
        self._desk, self._verbs, self._model = desk, verbs, model
        self._pages: dict[type[Page], Page] = {}
        self._id = ""
        self.setAccessibleName(desk.words("The selected step"))
        desk.session.changed.connect(self.refresh)
        model.opened.connect(self.refresh)

    @property
    def page(self) -> Page | None:
        """Return the page that is shown."""
        shown = self.currentWidget()
        return next((page for page in self._pages.values() if page.area is shown), None)

    def show_step(self, id_: str) -> None:
        """Show a step, arm or path; the flow for its first and last row and for none."""
        self._id = id_
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show what is selected as it is now; what the person is typing stays."""
        if self._verbs.sequence is None:
            return
        node = self._verbs.node(self._id)
        kind = PAGES.get(self._model.told(self._id).kind, FlowPage) if node else FlowPage
        page = self._pages.get(kind) or self._made(kind)
        page.show_step(self._id if node else "")
        self.setCurrentWidget(page.area)
        if layout := page.layout():
            layout.activate()

    def _made(self, kind: type[Page]) -> Page:
        page = kind(self._desk, self._verbs, self._model)
        page.area = Scroll(self._desk.look, page)
        self._pages[kind] = page
        self.addWidget(page.area)
        return page

    def focus_page(self) -> None:
        """Put the focus on the first field of the page."""
        page = self.page
        for field in page.findChildren(QWidget) if page else []:
            if page and field.isVisibleTo(page) and field.focusPolicy() & Qt.FocusPolicy.ClickFocus:
                field.setFocus()
                return
