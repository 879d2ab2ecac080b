"""The right panel: whether all is ready, the push with its progress, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from studio.tasks import Cancelled
from widgets.accounts.book import called
from widgets.deliver.beyond import Beyond
from widgets.deliver.delivery import Delivery
from widgets.deliver.facts import FactCard, facts
from widgets.deliver.queue_panel import QueuePanel
from widgets.deliver.reaching import reaches_readers
from widgets.deliver.result import PastView, ProgressPanel, estimate_sentence, outcome_sentence, pages
from widgets.deliver.waitlist import Waitlist
from widgets.parts.buttons import Button
from widgets.parts.labels import Label
from widgets.parts.layouts import Scroll, column
from widgets.parts.segments import Segment, Segments

WIDE = 330


class ReadyView(QWidget):
    """Facts, choices, progress and outcome; the actions stand at its foot."""

    def __init__(self, delivery: Delivery, waitlist: Waitlist) -> None:
        """Show a delivery and what waits whenever `follow` is called; the actions must have been added."""
        super().__init__()
        self._delivery, self._desk = delivery, delivery.desk
        look, words, actions = self._desk.look, self._desk.words, self._desk.actions
        self.setObjectName("deliver-ready")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDE)
        self.title = Label(look, "", "strong", wrap=True)
        self.facts = FactCard(look)
        self.findings = Button(look, "", "quiet")
        self.findings.show_action(actions["deliver.findings"])
        self.languages = Segments(look, (), words("Languages"))
        self.languages.chosen.connect(self._choose_languages)
        self.key = Label(look, "", "body", "ink2", wrap=True)
        self.add_account = Button(look, "", "plain")
        self.add_account.show_action(actions["deliver.account"])
        self.estimate = Label(look, "", "small", "ink3", wrap=True)
        self.progress = ProgressPanel(look, words, delivery.way.cancel)
        self.outcome = Label(look, "", "body", "ink", wrap=True)
        self.resume = Button(look, "", "plain")
        self.resume.show_action(actions["deliver.resume"])
        self.page = Button(look, words("Open at the service"), "quiet", "ph.arrow-square-out")
        self.page.clicked.connect(self._open_page)
        self.folder = Button(look, words("Open folder"), "plain", "ph.folder-open")
        self.folder.clicked.connect(self._open_folder)
        self.past = PastView(look, words)
        self.beyond = Beyond(delivery)
        self.queue = QueuePanel(self._desk, waitlist)
        self.read_only = Label(look, "", "small", "ink2", wrap=True)
        self._lay_out()
        delivery.way.progressed.connect(self.progress.show_step)

    def _lay_out(self) -> None:
        inner = QWidget()
        choices = (self.languages, self.key, self.add_account)
        course = (self.estimate, self.progress, self.outcome, self.resume, self.page, self.folder, self.beyond)
        head = (self.title, 4, self.facts, self.findings)
        whole = (*head, *choices, *course, 12, self.queue, 12, self.past, None)
        self._tall = column(*whole, spacing=8, margins=(20, 20, 20, 16))
        for left in (self.languages, self.findings, self.add_account, self.page, self.folder):
            self._tall.setAlignment(left, Qt.AlignmentFlag.AlignLeft)
        inner.setLayout(self._tall)
        names = ("requests", "mail", "save", "push")
        self.foot = {name: self._foot_button(name) for name in names}
        foot = column(*self.foot.values(), self.read_only, spacing=10, margins=(20, 8, 20, 20))
        panel = column(Scroll(self._desk.look, inner), foot, spacing=0)
        panel.setStretch(0, 1)
        self.setLayout(panel)

    def _foot_button(self, name: str) -> Button:
        made = Button(self._desk.look, "", "primary" if name in ("push", "save") else "plain")
        made.show_action(self._desk.actions[f"deliver.{name}"])
        return made

    def follow(self) -> None:
        """Show what the delivery is now."""
        delivery = self._delivery
        prepared, kind = delivery.prepared, delivery.way.kind
        self.title.set_text(self._title())
        self.facts.setVisible(prepared is not None)
        if prepared is not None:
            self.facts.show_facts(facts(prepared, delivery.sent, self._desk.words))
        self.findings.setVisible(prepared is not None and bool(prepared.gate.findings))
        self._show_languages()
        self._show_key()
        idle = prepared is not None and not kind and delivery.account is not None
        self.estimate.setVisible(bool(idle and not delivery.sent and not delivery.stopped))
        if prepared is not None:
            self.estimate.set_text(estimate_sentence(prepared, delivery.drift.waiting, self._desk.words))
        self._show_progress(kind)
        self._show_outcome()
        past = delivery.sent.past if delivery.sent else prepared.past if prepared else ()
        self.past.show_past(past)
        self.beyond.follow()
        self._show_read_only()
        self.foot["requests"].setVisible(delivery.target.is_service)
        self.foot["save"].setVisible(not delivery.target.is_service)

    def _title(self) -> str:
        delivery, words = self._delivery, self._desk.words
        if delivery.way.kind == "pushing":
            return words("Delivering…")
        if delivery.sent and delivery.sent.delivered.trouble is None:
            return _arrived(delivery, words)
        if delivery.folders:
            return words("Written")
        if delivery.stopped or delivery.sent:
            return words("Stopped on the way")
        if delivery.prepared is None:
            return words("Not ready yet")
        if not delivery.prepared.gate.is_open:
            return words("Something should be mended first")
        if delivery.target.is_service and delivery.account is None:
            return words("A key is missing")
        if not delivery.target.is_service:
            return words("Ready to write")
        if delivery.prepared.trouble is not None:
            return words("No answer from {service}", service=words.say(delivery.target.label))
        return words("Ready to deliver")

    def _show_languages(self) -> None:
        """Offer the languages of the sequence, also where one of them is what keeps the plan from being made."""
        session, spot, words = self._desk.session, self._desk.here.spot, self._desk.words
        sequence = session.project.sequences.get(spot.sequence) if session.is_open else None
        written = sequence.languages if sequence else ()
        self.languages.setVisible(len(written) > 1)
        self.languages.setEnabled(self._delivery.way.kind not in ("pushing", "saving"))
        if sequence is None:
            return
        language = spot.language if spot.language in written else sequence.source_language
        one, every = words("Only {language}", language=language), words("All {count} languages", count=len(written))
        self.languages.set_choices((Segment("one", one), Segment("all", every)))
        self.languages.choose("all" if self._delivery.choices.every_language else "one")

    def _show_key(self) -> None:
        delivery, words = self._delivery, self._desk.words
        missing = delivery.target.is_service and delivery.account is None and delivery.way.kind != "planning"
        self.key.setVisible(missing)
        self.add_account.setVisible(missing)
        label = words.say(delivery.target.label)
        self.key.set_text(
            words(
                "There is no key for {service} yet. Add an account, and the plan is compared with what is there.",
                service=label,
            )
        )

    def _show_read_only(self) -> None:
        """Let one sentence stand in the place of the push where the account is only read."""
        delivery = self._delivery
        account = delivery.account
        locked = account is not None and account.read_only and delivery.target.is_service
        self.foot["push"].setVisible(delivery.target.is_service and not locked)
        self.read_only.setVisible(locked)
        name = called(account) if account else ""
        self.read_only.set_text(self._desk.words("“{account}” is only read: nothing is pushed there.", account=name))

    def _show_progress(self, kind: str) -> None:
        running, was = kind in ("pushing", "saving"), self.progress.isVisibleTo(self)
        if running and not was:
            self.progress.begin()
        held = self.progress.cancel.hasFocus()
        self.progress.setVisible(running)
        if running and not was and self._holds_focus():
            self.progress.cancel.setFocus()
        elif held and not running:
            self.foot["push" if self._delivery.target.is_service else "save"].setFocus()

    def _show_outcome(self) -> None:
        delivery, words = self._delivery, self._desk.words
        sent, trouble = delivery.sent, delivery.stopped
        if sent and sent.delivered.trouble:
            trouble = sent.delivered.trouble
        said = [outcome_sentence(sent, words)] if sent else []
        said += [words.say(trouble)] if trouble else []
        said += [words("The files lie in {folder}.", folder=folder) for folder in delivery.folders]
        self.outcome.set_text("\n\n".join(said))
        self.outcome.set_color("bad" if trouble and not isinstance(trouble, Cancelled) else "ink")
        self.outcome.setVisible(bool(said) and not delivery.way.kind)
        self.resume.setVisible(trouble is not None and not delivery.way.kind and delivery.target.is_service)
        self.page.setVisible(bool(sent and pages(sent)) and not delivery.way.kind)
        self.folder.setVisible(bool(delivery.folders))

    def _open_page(self) -> None:
        if self._delivery.sent:
            self._delivery.doors.open_link(pages(self._delivery.sent)[-1])

    def _open_folder(self) -> None:
        if self._delivery.folders:
            self._delivery.doors.open_path(self._delivery.folders[0])

    def _choose_languages(self, choice: str) -> None:
        self._delivery.choose(every_language=choice == "all")

    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)


def _arrived(delivery: Delivery, words: Translator) -> str:
    if delivery.target.is_signed:
        return words("Sent")
    return words("Readers get it now") if reaches_readers(delivery) else words("Delivered as drafts")
