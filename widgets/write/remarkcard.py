"""The popover of a remark: why it is there, every way to mend it, and leaving it as it is with a reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.edits.mending import label
from studio.i18n import N_
from studio.model.findings import Finding, Severity
from studio.model.remedies import Remedy
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, LineField
from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.write.popover import Popover

TITLES = {
    Severity.ERROR: N_("This has to be mended"),
    Severity.WARNING: N_("Worth a look"),
    Severity.ADVICE: N_("Advice"),
}


class RemarkCard(Popover):
    """Shows one finding; the signals tell what the person decides."""

    remedy_chosen = Signal(object)
    """A Remedy."""
    left = Signal(str)
    """The reason why it is left as it is."""

    def __init__(self, desk: Desk, finding: Finding, parent: QWidget) -> None:
        """Say what was found."""
        self._words, look = desk.words, desk.look
        super().__init__(look, desk.words(TITLES[finding.severity]), parent)
        self._tell(desk, finding)
        self.remedies = [self._button(desk, remedy, first=not number) for number, remedy in enumerate(finding.remedies)]
        if self.remedies:
            self.body.addLayout(column(*self.remedies, spacing=8))
        self.leave = Button(look, desk.words("Leave it …"), "quiet")
        self.reason = LineField(look, desk.words("Why it is left"))
        self.confirm = Button(look, desk.words("Leave it"))
        self._why = self._field(desk)
        self._may_leave = finding.may_be_left
        if self._may_leave:
            self.body.addLayout(row(self.leave, None))
            self.body.addWidget(self._why)
        self.leave.clicked.connect(self._ask_why)
        self.confirm.clicked.connect(self._leave)
        self.reason.returnPressed.connect(self._leave)

    def first(self) -> QWidget:
        """Return what the focus begins in."""
        return self.remedies[0] if self.remedies else self.leave if self._may_leave else self

    def _tell(self, desk: Desk, finding: Finding) -> None:
        words, look = desk.words, desk.look
        self.body.addWidget(Label(look, words.say(finding.message), "body", "ink", wrap=True))
        if finding.reason:
            self.body.addWidget(Label(look, words.say(finding.reason), "small", "ink2", wrap=True))
        if finding.fix:
            self.body.addWidget(Label(look, words.say(finding.fix), "small", "ink2", wrap=True))
        if finding.source:
            said = words("Source: {source}", source=finding.source)
            self.body.addWidget(Label(look, said, "small", "ink3", wrap=True))

    def _button(self, desk: Desk, remedy: Remedy, *, first: bool) -> Button:
        button = Button(desk.look, shortened(desk.words.say(label(remedy))), "primary" if first else "plain")
        button.clicked.connect(partial(self._choose, remedy))
        return button

    def _field(self, desk: Desk) -> QWidget:
        words = desk.words
        hint = words("For whoever reads it next. The check no longer says this here, in any language.")
        self._field_of_reason = Field(desk.look, words("Why it is left"), self.reason, hint)
        held = QWidget()
        held.setLayout(column(self._field_of_reason, row(None, self.confirm), spacing=10))
        held.hide()
        return held

    def _choose(self, remedy: Remedy, *_checked: object) -> None:
        self.close()
        self.remedy_chosen.emit(remedy)

    def _ask_why(self) -> None:
        self.leave.hide()
        self._why.show()
        self.settle()
        self.keep_seen()
        self.reason.setFocus()

    def _leave(self) -> None:
        reason = self.reason.value.strip()
        if not reason:
            self._field_of_reason.say_wrong(self._words("Say why, in a few words."))
            self.settle()
            return
        self.close()
        self.left.emit(reason)


def shortened(said: str, most: int = 38) -> str:
    """Return words for a button, cut at a length that a card holds."""
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"
