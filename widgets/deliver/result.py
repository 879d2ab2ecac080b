"""What is said at the right while a push runs and after it: progress, outcome, history."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QWidget

from studio.delivery.drift import WAITING
from studio.delivery.past import Past
from studio.delivery.report import Action
from studio.i18n import Sentence, Translator
from studio.tasks import Cancelled
from widgets.deliver.lines import kind_words
from widgets.deliver.work import Prepared, Sent
from widgets.notices import Tone
from widgets.parts.buttons import Button
from widgets.parts.labels import Label, Overline
from widgets.parts.layouts import column
from widgets.theme.look import Look

if TYPE_CHECKING:
    from widgets.deliver.delivery import Delivery

MANY_PUSHES = 5


class ProgressPanel(QWidget):
    """The bar, the sentence under it, and Cancel."""

    def __init__(self, look: Look, words: Translator, cancel: Callable[[], None]) -> None:
        """Take what calls the work off."""
        super().__init__()
        self._words = words
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words("Progress"))
        self.bar.setProperty("part", "deliver")
        self.sentence = Label(look, "", "small", "ink", wrap=True)
        self.cancel = Button(look, words("Cancel"), "plain")
        self.cancel.clicked.connect(cancel)
        self.setLayout(column(self.bar, self.sentence, 4, self.cancel, spacing=8))
        self.begin()

    def begin(self) -> None:
        """Show an empty bar."""
        self.bar.setRange(0, 1)
        self.bar.setValue(0)
        self.sentence.set_text("")

    def show_step(self, said: Sentence, done: int, total: int) -> None:
        """Show a step of the work; a total of nothing leaves the bar as it is."""
        if total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
        text = self._words.say(said)
        count = self._words("{done} of {total}: {text}", done=min(done + 1, total), total=total, text=text)
        self.sentence.set_text(count if total and done < total else text)


def outcome_sentence(sent: Sent, words: Translator) -> str:
    """Return what a push did in one sentence, counted by what happened."""
    told = sent.delivered.told
    counted = {action: sum(one.thing.action is action for one in told) for action in Action}
    waiting = sum(one.thing.reason in WAITING for one in told)
    counted[Action.SKIPPED] -= waiting
    said = {
        Action.CREATED: words("{count} created", count=counted[Action.CREATED]),
        Action.UPDATED: words("{count} updated", count=counted[Action.UPDATED]),
        Action.REPLACED: words("{count} as a new draft", count=counted[Action.REPLACED]),
        Action.UNCHANGED: words("{count} unchanged", count=counted[Action.UNCHANGED]),
        Action.SKIPPED: words("{count} left out", count=counted[Action.SKIPPED]),
    }
    some = [text for action, text in said.items() if counted[action]]
    some += [waiting_words(waiting, words)] if waiting else []
    return ", ".join(some) or words("Nothing to do.")


def waiting_words(count: int, words: Translator) -> str:
    """Return how many things wait for a choice, in the middle of a sentence."""
    return words("1 waits for your choice") if count == 1 else words("{count} wait for your choice", count=count)


def end_of(delivery: Delivery, prepared: Prepared, words: Translator) -> tuple[str, Tone]:
    """Return how a push ended, for somebody who looks at something else, and how that is meant."""
    name = prepared.wish.project.sequences[prepared.wish.sequence].name
    sent, trouble = delivery.sent, delivery.stopped
    if sent and sent.delivered.trouble:
        trouble = sent.delivered.trouble
    if trouble is not None:
        tone = Tone.WARN if isinstance(trouble, Cancelled) else Tone.BAD
        return words("“{name}” is not delivered whole: {reason}", name=name, reason=words.say(trouble)), tone
    outcome = outcome_sentence(sent, words) if sent else ""
    return words("“{name}” is delivered: {outcome}.", name=name, outcome=outcome.rstrip(".")), Tone.GOOD


def pages(sent: Sent) -> tuple[str, ...]:
    """Return the addresses at which a person sees what was delivered, each once."""
    return tuple(dict.fromkeys(one.thing.url for one in sent.delivered.told if one.thing.url))


def estimate_sentence(prepared: Prepared, waiting: int, words: Translator) -> str:
    """Return how many requests will be sent and how long that takes; `waiting` things are left alone until chosen."""
    said = prepared.estimate
    if prepared.is_empty:
        return words("There is nothing to push; work from the build sheet.")
    if not said.requests and waiting:
        return words("Nothing else is left to push: {waiting}.", waiting=waiting_words(waiting, words))
    if not said.requests:
        return words("Everything is there already; a push would only look.")
    last = words("Cancel whenever you like; the next push goes on where you stopped.")
    seconds = said.seconds
    long = (
        words("{count} seconds", count=seconds) if seconds < 90 else words("{count} minutes", count=round(seconds / 60))
    )
    if said.requests == 1:
        return words("1 request, about {time}. {last}", time=long, last=last)
    return words("{count} requests, about {time}. {last}", count=said.requests, time=long, last=last)


class PastView(QWidget):
    """The last pushes: when, and what each left at the service."""

    def __init__(self, look: Look, words: Translator) -> None:
        """Begin empty."""
        super().__init__()
        self._look, self._words = look, words
        self._lines = column(spacing=6)
        self.setLayout(column(Overline(look, words("Earlier pushes")), self._lines, spacing=8))
        self.show_past(())

    def show_past(self, past: Iterable[Past]) -> None:
        """Show other pushes, the newest first; without any the section is not there."""
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = list(past)[:MANY_PUSHES]
        for each in shown:
            self._lines.addWidget(Label(self._look, past_sentence(each, self._words), "small", "ink2", wrap=True))
        self.setVisible(bool(shown))


def past_sentence(past: Past, words: Translator) -> str:
    """Return one push in words, in the time of this computer."""
    when = past.ended.astimezone()
    day = f"{when:%Y-%m-%d}" if when.date() != datetime.now().astimezone().date() else words("Today")
    kinds = ", ".join(f"{count} × {kind_words(kind, words)}" for kind, count in sorted(past.kinds.items()))
    said = words("{day} {time} · {kinds}", day=day, time=f"{when:%H:%M}", kinds=kinds)
    return words("{push} (an answer is missing)", push=said) if past.unsure else said
