"""What can be done on the deliver screen, by button, key or palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from studio.model.findings import Finding
from widgets.deliver.asking import ask_again, ask_anyway
from widgets.deliver.beyond import can_wait, lying_now
from widgets.deliver.delivery import Delivery
from widgets.deliver.drift_sheet import DriftSheet
from widgets.deliver.findings_sheet import FindingsSheet
from widgets.deliver.live_sheet import LiveSheet
from widgets.deliver.mail_sheet import MailSheet
from widgets.deliver.options_sheet import OptionsSheet
from widgets.deliver.places import go_to
from widgets.deliver.reaching import reaches_readers
from widgets.deliver.requests_sheet import RequestsSheet
from widgets.deliver.waitlist import Waitlist
from widgets.notices import Tone
from widgets.parts.sheet import Sheet


class DeliverActions(QObject):
    """Adds the actions and keeps them enabled where they can be done."""

    def __init__(self, delivery: Delivery, waitlist: Waitlist, home: QWidget, go: Callable[[str], None]) -> None:
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
        self._add("drift", words("Compare and choose…"), self._show_drift, "Ctrl+Shift+D")
        self._add("later", words("Push later"), waitlist.put_off, "Ctrl+Alt+Return")
        self._add("live", words("Switch it on…"), self._show_live, "")
        self._add("plan", words("Make the plan anew"), delivery.refresh, "F5")
        self._add("resume", words("Go on where it stopped"), self._resume, "")
        self._add("account", words("Add an account"), partial(go, "accounts"), "")
        self._add("library", words("Open the library"), partial(go, "library"), "")
        self.follow()

    def _add(self, name: str, text: str, run: Callable[[], object], keys: str) -> None:
        group = self._desk.words("Deliver")
        self._desk.actions.add(f"deliver.{name}", text, run, group=group, keys=keys, home=self._home)

    def follow(self) -> None:
        """Enable what can be done with the delivery as it is now."""
        delivery = self._delivery
        idle = not delivery.way.kind
        ready, service = delivery.prepared is not None and idle, delivery.target.is_service
        pushable = ready and service and delivery.prepared is not None and not delivery.prepared.is_empty
        possible = {
            "push": pushable and delivery.account is not None and not delivery.account.read_only,
            "save": ready and not service,
            "requests": ready and service,
            "later": can_wait(delivery),
            "live": bool(lying_now(delivery)),
            "drift": idle and bool(delivery.drift.things),
            "mail": ready,
            "findings": ready,
            "resume": ready and service,
            "choices": idle and delivery.target.exporter is not None,
            "plan": delivery.way.kind not in ("pushing", "saving"),
        }
        for name, enabled in possible.items():
            self._desk.actions[f"deliver.{name}"].setEnabled(enabled)
        self._desk.actions["deliver.push"].setText(push_words(delivery, self._desk.words))

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

    def _show_drift(self) -> None:
        delivery = self._delivery
        label = self._desk.words.say(delivery.target.label)
        sheet = DriftSheet(self._desk, label, delivery.drift, self._home)
        sheet.accepted.connect(partial(_decide, delivery, sheet))
        self._open(sheet)

    def _show_live(self) -> None:
        delivery, prepared, flows = self._delivery, self._delivery.prepared, lying_now(self._delivery)
        if prepared is not None and flows:
            behind = delivery.sent is None and bool(prepared.estimate.requests)
            sheet = LiveSheet(self._desk, delivery.doors, prepared, flows, self._home, behind=behind)
            sheet.switched.connect(partial(_switched, delivery))
            self._open(sheet)

    def _open(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.open()

    def _show_place(self, finding: Finding) -> None:
        go_to(self._desk, finding.place, self._go)


def _decide(delivery: Delivery, sheet: DriftSheet) -> None:
    delivery.drift = delivery.drift.decided(sheet.verdicts)
    delivery.plan()


def _switched(delivery: Delivery) -> None:
    words = delivery.desk.words
    said = words(
        "It is on at {service}: people get its messages from now on.", service=words.say(delivery.target.label)
    )
    delivery.desk.notices.say(said, Tone.GOOD)
    delivery.plan()


def push_words(delivery: Delivery, words: Translator) -> str:
    """Return the words of the push, which tell what waits for a choice."""
    waiting = delivery.drift.waiting
    if not waiting:
        usual = words("Change what runs there") if reaches_readers(delivery) else words("Deliver as drafts")
        return words("Send it signed") if delivery.target.is_signed else usual
    return words("Deliver all but 1") if waiting == 1 else words("Deliver all but {count}", count=waiting)
