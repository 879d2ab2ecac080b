"""“From Klaviyo…”: choose an account and a flow, see what of it cannot be represented, and bring it in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from studio.delivery.book import Kept
from studio.errors import StudioError
from studio.i18n import Sentence
from studio.imports.klaviyo.project import Imported
from studio.model.project import Project
from studio.tasks import Cancelled
from widgets.accounts.book import called
from widgets.deliver.doors import Doors
from widgets.deliver.under_way import UnderWay
from widgets.desk import Desk
from widgets.imports.bringing import Account, accounts, flows_at, keep, look_at
from widgets.imports.flow_list import FlowList
from widgets.imports.found import FoundView
from widgets.parts.buttons import Button
from widgets.parts.fields import ChoiceField
from widgets.parts.layouts import column
from widgets.parts.sheet import Sheet
from widgets.parts.states import States

Arrived = Callable[[Project], None]


class KlaviyoSheet(Sheet):
    """Three steps over one another: the flows, what one of them becomes, and in the library."""

    def __init__(self, desk: Desk, doors: Doors, arrived: Arrived, parent: QWidget) -> None:
        """Look up the accounts at once; `arrived` is given the project that was brought in."""
        words, look = desk.words, desk.look
        super().__init__(look, words("A flow from Klaviyo"), parent)
        self._desk, self._doors, self._arrived = desk, doors, arrived
        self._accounts: tuple[Kept, ...] = ()
        self._imported: Imported | None = None
        self.way = UnderWay(desk.tasks, self)
        self.way.progressed.connect(self._say)
        self.account = ChoiceField(look, words("Account"), ())
        self.account.edited.connect(self._read_flows)
        self.flows = FlowList(look)
        self.flows.view.activated.connect(self._go_on)
        self.found = FoundView(desk)
        self._pages = QStackedWidget()
        self._first = QWidget()
        self._first.setLayout(column(self.account, self.flows, spacing=10))
        self._pages.addWidget(self._first)
        self._pages.addWidget(self.found)
        self.states = States(look, self._pages)
        self.body.addWidget(self.states, 1)
        self.back = self.add_button(Button(look, words("Back")))
        self.back.clicked.connect(self._go_back)
        self.next = self.add_button(Button(look, words("Look at it"), "primary"))
        self.next.clicked.connect(self._go_on)
        self.to_accounts = QAction(words("Add an account"), self)
        self.to_accounts.triggered.connect(partial(_go_to_accounts, self, desk))
        self.finished.connect(self.way.drop)
        self.resize(640, 600)
        self._look_up()

    def _look_up(self) -> None:
        self._busy(self._desk.words("Looking for accounts …"))
        self.way.start("accounts", partial(accounts, self._desk, self._doors), self._take_accounts, self._fail)

    def _take_accounts(self, some: tuple[Kept, ...]) -> None:
        self._accounts = some
        self.account.set_choices([(each.account.id, called(each)) for each in some])
        self.account.setVisible(len(some) > 1)
        if some:
            self._read_flows()
            return
        words = self._desk.words
        said = words("Add the client’s Klaviyo account with a key that may read flows and templates.")
        self.next.setEnabled(False)
        self.states.show_empty(words("No account at Klaviyo"), said, self.to_accounts, "ph.key")

    def _kept(self) -> Kept:
        return next(each for each in self._accounts if each.account.id == self.account.value)

    def _read_flows(self, _account: object = None) -> None:
        self._busy(self._desk.words("Reading what is at {service}.", service="Klaviyo"))
        work = partial(flows_at, self._kept(), self._desk, self._doors)
        self.way.start("flows", work, self._take_flows, self._fail)

    def _take_flows(self, account: Account) -> None:
        words = self._desk.words
        self.flows.offer(account.flows)
        if not account.flows:
            said = words("There is no flow in this account that is not archived.")
            self.states.show_empty(words("No flows there"), said, None, "ph.tree-structure")
            return
        self._show(self._first)
        self.flows.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, _index: object = None) -> None:
        if self._imported is not None:
            self._bring(self._imported)
        elif flow := self.flows.chosen:
            self._busy(self._desk.words("Reading the flow."))
            work = partial(look_at, self._kept(), flow, self._desk, self._doors)
            self.way.start("flow", work, self._take_flow, self._fail)

    def _take_flow(self, imported: Imported) -> None:
        self._imported = imported
        self.found.show_found(imported)
        self._show(self.found)
        self.next.set_text(self._desk.words("Bring it in"))
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self, imported: Imported) -> None:
        self._busy(self._desk.words("Putting it into the library …"))
        self.way.start("keep", partial(keep, imported, self._desk), self._take_project, self._fail)

    def _take_project(self, project: Project) -> None:
        self.accept()
        self._arrived(project)

    def _go_back(self) -> None:
        if self._imported is None:
            self.reject()
            return
        self._imported = None
        self.next.set_text(self._desk.words("Look at it"))
        self._show(self._first)

    def _show(self, page: QWidget) -> None:
        self.next.setEnabled(True)
        self._pages.setCurrentWidget(page)
        self.states.show_content()

    def _busy(self, said: str) -> None:
        self.next.setEnabled(False)
        self.states.show_busy(said, self.way.cancel)

    def _say(self, said: Sentence, _done: int, _total: int) -> None:
        self.states.message.sentence.set_text(self._desk.words.say(said))

    def _fail(self, trouble: StudioError) -> None:
        retry = self._read_flows if self._accounts else self._look_up
        if isinstance(trouble, Cancelled) and self.flows.has_flows:
            self._imported = None
            self._show(self._first)
            return
        self._imported = None
        self.next.set_text(self._desk.words("Look at it"))
        self.states.show_trouble(self._desk.words.say(trouble), retry)


def _go_to_accounts(sheet: KlaviyoSheet, desk: Desk) -> None:
    """Close the sheet and show the accounts, where there is a window to show them."""
    sheet.reject()
    for action in desk.actions:
        if action.objectName() == "go.accounts":
            action.trigger()
