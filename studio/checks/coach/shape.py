"""Rules on a flow as a whole: its angles, how many messages it has, its exit, and the objections it answers."""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.arc import objection_matrix
from studio.checks.coach.journey import Passage
from studio.checks.coach.offers import AFTER_AN_OFFER
from studio.checks.coach.rule import CART, CHECKOUT, RECOVERY, Case, Remark, Rule
from studio.checks.coach.stories import expected_letters
from studio.i18n import Sentence, sentence
from studio.model.called import OBJECTION_NAMES
from studio.model.findings import Severity
from studio.model.message import Message
from studio.model.remedies import AddExit, Remedy, Turn
from studio.model.sequence import Event
from studio.model.trade import Angle

BIGGEST = 25
"""An objection that costs so many per cent of the carts has to be answered."""
OTHER_ANGLES = (Angle.REASSURANCE, Angle.PROOF, Angle.STORY, Angle.REMINDER, Angle.OBJECTION)


def _same_angle(case: Case) -> Iterator[Remark]:
    for message, passage in case.passages():
        before = case.project.messages.get(passage.before.last)
        if before is not None and before.angle is message.angle:
            said = sentence(
                "“{message}” comes after “{before}” with the same angle.", message=message.name, before=before.name
            )
            fix = sentence("Give one of them another angle.")
            yield Remark(said, fix, message.id, remedies=_another_angle(case, message, passage))


def _another_angle(case: Case, message: Message, passage: Passage) -> tuple[Remedy, ...]:
    """Return the first angle that no message before or after has, on any way through the flow."""
    messages = case.project.messages
    before = {messages[p.before.last].angle for m, p in case.passages() if m.id == message.id and p.before.last}
    after = {m.angle for m, p in case.passages() if p.before.last == message.id}
    offered = passage.before.offers
    choice = tuple(angle for angle in Angle if angle in AFTER_AN_OFFER) if offered else OTHER_ANGLES
    free = (angle for angle in choice if angle not in before | after)
    return tuple(Turn(message.id, angle) for angle in list(free)[:1])


def _count(case: Case) -> Iterator[Remark]:
    expected = expected_letters(case.flow)
    most = max((past.letters for past in case.journey.ends), default=0)
    if expected is None or not most:
        return
    if most < expected[0]:
        said = sentence("No reader of this flow gets more than {count} e-mails.", count=most)
        yield Remark(said, sentence("Give each thing to be said a message of its own."))
    elif most > expected[1]:
        said = sentence("A reader of this flow can get {count} e-mails.", count=most)
        yield Remark(said, sentence("Take out what repeats another message."))


def _exit(case: Case) -> Iterator[Remark]:
    if Event.ORDER_PLACED not in case.flow.exits:
        said = sentence("The flow goes on when the reader has bought.")
        fix = sentence("Let an order end it.")
        yield Remark(said, fix, remedies=(AddExit(Event.ORDER_PLACED),))


def _objections(case: Case) -> Iterator[Remark]:
    for line in objection_matrix(case.project, case.flow).lines:
        if line.gap is not None and line.doubt.share >= BIGGEST:
            said = sentence(
                "No message takes up what keeps {share} % from buying: {objection}.",
                share=line.doubt.share,
                objection=Sentence(OBJECTION_NAMES[line.doubt.objection]),
            )
            yield Remark(said, sentence("Answer it in a guarantee or a question, or say of a message that it does."))


RULES = (
    Rule(
        "coach.same_angle",
        Severity.WARNING,
        "000, 002",
        sentence("Who was not moved by one angle is not moved by the same again."),
        _same_angle,
    ),
    Rule(
        "coach.message_count",
        Severity.ADVICE,
        "000, 001, 003",
        sentence("The documents give each flow its length: about five for a story, three for the essential ones."),
        _count,
    ),
    Rule(
        "coach.exit_on_purchase",
        Severity.WARNING,
        "000, 002",
        sentence("Nobody wants to be reminded of what they have paid for."),
        _exit,
        RECOVERY,
    ),
    Rule(
        "coach.objections",
        Severity.ADVICE,
        "002",
        sentence("Carts are lost to questions that nobody answered."),
        _objections,
        CART | CHECKOUT,
    ),
)
