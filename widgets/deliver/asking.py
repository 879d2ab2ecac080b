"""The two questions before a push: whether errors may go along, and whether a thing shall be sent once more."""

from __future__ import annotations

from collections.abc import Callable

from studio.delivery.creating import Unsure
from studio.delivery.report import Action
from studio.model.findings import Severity
from widgets.deliver.work import Prepared, Sent
from widgets.desk import Desk
from widgets.notices import Question

Push = Callable[[frozenset[str]], None]


def ask_anyway(desk: Desk, prepared: Prepared, push: Push) -> None:
    """Say that the reader would see errors, and push only where the person insists."""
    words, count = desk.words, prepared.gate.count(Severity.ERROR)
    question = Question(
        words("The checks find errors"),
        words("Readers would see them ({count}). Mend them first, or deliver the drafts as they are.", count=count),
        (("anyway", words("Deliver anyway")), ("back", words("Back"))),
        danger=True,
    )

    def answered(choice: str) -> None:
        if choice == "anyway":
            push(frozenset())

    desk.notices.ask(question, answered)


def ask_again(desk: Desk, sent: Sent | None, push: Push) -> None:
    """Go on with a push; where nobody knows whether a thing arrived, ask whether to send it once more."""
    trouble = sent.delivered.trouble if sent else None
    if sent is None or not isinstance(trouble, Unsure):
        push(frozenset())
        return
    words = desk.words
    question = Question(
        words("Did it arrive?"),
        words.say(trouble),
        (("again", words("Send it again")), ("back", words("Back"))),
    )
    told = sent.delivered.told
    unsure = (one.thing for one in told if one.thing.action is Action.SKIPPED)
    keys = frozenset(thing.key for thing in unsure if thing.reason.message == trouble.message)

    def answered(choice: str) -> None:
        if choice == "again":
            push(keys)

    desk.notices.ask(question, answered)
