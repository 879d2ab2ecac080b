"""The delivery on the screen: what is chosen, what was prepared for it, and the push that is under way."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from studio.delivery.book import Kept
from studio.errors import StudioError
from studio.i18n import sentence
from studio.tasks import Cancelled, Progress
from widgets.deliver.choices import Choices
from widgets.deliver.doors import Doors
from widgets.deliver.drifting import Drift
from widgets.deliver.targets import Target, targets
from widgets.deliver.under_way import UnderWay
from widgets.deliver.used import nearest_first, note_used, used_target
from widgets.deliver.work import Prepared, Sent, prepare, save, send
from widgets.desk import Desk


class Delivery(QObject):
    """Holds the state of the screen; its views ask here and hear when something changed."""

    changed = Signal()
    """Something chosen, prepared or under way is another one now."""
    pushed = Signal(object)
    """A push ended, well or not: what was prepared for it."""

    def __init__(self, desk: Desk, doors: Doors, parent: QObject | None = None) -> None:
        """Take the desk and the ways out; nothing is looked up before `refresh`."""
        super().__init__(parent)
        self.desk, self.doors = desk, doors
        self.targets = targets()
        self.choices = Choices(self.targets[0].name)
        self._client = ""
        self.accounts: tuple[Kept, ...] = ()
        """The accounts with a key, at all services."""
        self.prepared: Prepared | None = None
        self.trouble: StudioError | None = None
        """Why nothing could be prepared."""
        self.sent: Sent | None = None
        self.stopped: StudioError | None = None
        """Why the last push or export ended without a report: it was called off, or did not even begin."""
        self.folders: tuple[Path, ...] = ()
        """Where the files of the last export lie."""
        self.drift = Drift()
        """What somebody changed at the service, and what was chosen about that."""
        self.way = UnderWay(desk.tasks, self)
        self.way.changed.connect(self.changed)

    @property
    def target(self) -> Target:
        """Return the chosen target."""
        return next(each for each in self.targets if each.name == self.choices.target)

    @property
    def account(self) -> Kept | None:
        """Return the account to deliver to: the one that was chosen, or else the first of those there are."""
        keyed = nearest_first(self.desk, self.accounts, self.target.name)
        chosen = self.choices.accounts.get(self.target.name, "")
        return next((each for each in keyed if each.account.id == chosen), next(iter(keyed), None))

    def refresh(self) -> None:
        """Look up accounts and keys anew, then make the plan; another client's work begins where it went last."""
        client = self.desk.session.project.id if self.desk.session.is_open else ""
        used = used_target(self.desk)
        if client != self._client and any(used == each.name for each in self.targets):
            self.choices = self.choices.with_parts(target=used)
        self._client = client
        self.way.start("planning", partial(_accounts, self.desk, self.doors), self._know, self._refuse)

    def choose(self, *, options: Any = None, **parts: Any) -> None:  # noqa: ANN401 - the fields of Choices
        """Choose another target, account, set of languages or options; what was prepared no longer holds."""
        if self.way.kind not in ("pushing", "saving"):
            made = self.choices.with_parts(**parts)
            self.drift = Drift() if parts else self.drift
            self.choices = made if options is None else made.with_options(self.account, options)
            self.plan()

    def plan(self) -> None:
        """Prepare what is chosen; a push or an export that is under way is not disturbed."""
        if self.way.kind in ("pushing", "saving"):
            return
        self.prepared = self.sent = self.stopped = None
        self.folders = ()
        self.trouble = self.target.trouble
        self._prepare()

    def _prepare(self) -> None:
        wish = self.choices.wish(self.desk, self.target, self.account)
        if wish is None:
            self.way.drop()
            self.changed.emit()
        else:
            work = partial(prepare, wish, self.desk, self.doors, self.drift.verdicts)
            self.way.start("planning", work, self._take_plan, self._refuse)

    def push(self, again: frozenset[str] = frozenset()) -> None:
        """Push what was prepared; `again` holds the keys to send although nobody knows whether they arrived."""
        if self.prepared is not None and not self.way.kind:
            self.sent = self.stopped = None
            work = partial(send, self.prepared, self.desk, self.doors, again, self.drift.verdicts)
            self.way.start("pushing", work, self._take_sent, self._stop)
            label = self.target.label
            self.way.mind(sentence("A delivery to {service} is under way.", service=label))

    def save(self, folder: Path) -> None:
        """Write what was prepared below a folder."""
        if self.prepared is not None and not self.way.kind:
            self.folders, self.stopped = (), None
            self.way.start("saving", partial(save, self.prepared, folder), self._take_saved, self._stop)

    def _know(self, accounts: tuple[Kept, ...]) -> None:
        self.accounts = accounts
        self.plan()

    def _take_plan(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.drift = self.drift.found(prepared.foreseen.drift)

    def _refuse(self, trouble: StudioError) -> None:
        self.trouble = trouble

    def _take_sent(self, sent: Sent) -> None:
        self.sent = sent
        self.drift = Drift(sent.delivered.drift)
        if self.prepared is not None:
            note_used(self.desk, self.prepared.wish)
        self.pushed.emit(self.prepared)

    def _take_saved(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    def _stop(self, trouble: StudioError) -> None:
        self.stopped = trouble
        if self.target.is_service:
            self.pushed.emit(self.prepared)
        if isinstance(trouble, Cancelled) and self.target.is_service:
            self._prepare()  # what was done before is kept: the plan says what is left


def _accounts(desk: Desk, doors: Doors, _progress: Progress) -> tuple[Kept, ...]:
    return doors.accounts(desk)
