"""What can be done on the deliver screen, by button, key or palette."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.model.findings import Finding
from widgets.deliver.asking import ask_again, ask_anyway
from widgets.deliver.delivery import Delivery
from widgets.deliver.findings_sheet import FindingsSheet
from widgets.deliver.mail_sheet import MailSheet
from widgets.deliver.options_sheet import OptionsSheet
from widgets.deliver.requests_sheet import RequestsSheet
from widgets.notices import Tone
from widgets.parts.sheet import Sheet


class DeliverActions(QObject):
    """Adds the actions and keeps them enabled where they can be done."""

    def __init__(self, delivery: Delivery, home: QWidget, go: Callable[[str], None]) -> None:
        """Take the screen as `home`, and what shows another screen by its name."""
        super().__init__(home)
        self._delivery, self._desk, self._home, self._go = delivery, delivery.desk, home, go
        self.sheet: Sheet | None = None
        """The sheet that was opened last."""
        words = self._desk.words
        self._add("push", words("Deliver as drafts"), self._push, "Ctrl+Return")
        self._add("save", words("Write files…"), self._choose_folder, "Ctrl+Shift+E")
        self._add("requests", words("See all requests"), self._show_requests, "Ctrl+Shift+R")
        self._add("mail", words("Send me a test…"), self._show_mail, "Ctrl+Shift+M")
        self._add("findings", words("See what was found"), self._show_findings, "Ctrl+Shift+F")
        self._add("choices", words("Choices…"), self._show_choices, "Ctrl+Shift+O")
        self._add("plan", words("Make the plan anew"), delivery.refresh, "F5")
        self._add("resume", words("Go on where it stopped"), self._resume, "")
        self._add("account", words("Add an account"), self._go_accounts, "")
        self._add("library", words("Open the library"), self._go_library, "")
        self.follow()

    def _add(self, name: str, text: str, run: Callable[[], object], keys: str) -> None:
        group = self._desk.words("Deliver")
        self._desk.actions.add(f"deliver.{name}", text, run, group=group, keys=keys, home=self._home)

    def follow(self) -> None:
        """Enable what can be done with the delivery as it is now."""
        delivery = self._delivery
        idle = not delivery.way.kind
        ready, service = delivery.prepared is not None and idle, delivery.target.is_service
        possible = {
            "push": ready and service and delivery.account is not None,
            "save": ready and not service,
            "requests": ready and service,
            "mail": ready,
            "findings": ready,
            "resume": ready and service,
            "choices": idle and delivery.target.exporter is not None,
            "plan": delivery.way.kind not in ("pushing", "saving"),
        }
        for name, enabled in possible.items():
            self._desk.actions[f"deliver.{name}"].setEnabled(enabled)

    def _push(self) -> None:
        delivery, prepared = self._delivery, self._delivery.prepared
        if prepared is None:
            return
        if prepared.wish != delivery.choices.wish(self._desk, delivery.target, delivery.account):
            self._desk.notices.say(self._desk.words("The sequence has changed: look at the new plan first."), Tone.WARN)
            delivery.plan()
        elif prepared.gate.is_open:
            delivery.push()
        else:
            ask_anyway(self._desk, prepared, delivery.push)

    def _resume(self) -> None:
        ask_again(self._desk, self._delivery.sent, self._delivery.push)

    def _choose_folder(self) -> None:
        title = self._desk.words("Where shall the files lie?")
        self._delivery.doors.choose_folder(self._home, title, "", self._delivery.save)

    def _show_requests(self) -> None:
        if self._delivery.prepared is not None:
            self._open(RequestsSheet(self._desk, self._delivery.prepared, self._home))

    def _show_mail(self) -> None:
        if self._delivery.prepared is not None:
            self._open(MailSheet(self._desk, self._delivery.doors, self._delivery.prepared, self._home))

    def _show_findings(self) -> None:
        if self._delivery.prepared is not None:
            self._open(FindingsSheet(self._desk, self._delivery.prepared, self._show_place, self._home))

    def _show_choices(self) -> None:
        self._open(OptionsSheet(self._delivery, self._home))

    def _open(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.open()

    def _show_place(self, finding: Finding) -> None:
        place = finding.place
        parts = {"sequence": place.sequence, "message": place.message, "language": place.language}
        said = {name: value for name, value in parts.items() if value}
        self._desk.here.go(**said, block=place.block, variant=place.variant, field="", offset=0)
        self._go("write")

    def _go_accounts(self) -> None:
        self._go("accounts")

    def _go_library(self) -> None:
        self._go("library")
