"""Tells the rows of one sequence: steps and messages in, Told out."""

from __future__ import annotations

from collections.abc import Iterator

from immutables import Map

from studio.i18n import Sentence, Translator, sentence
from studio.model import telling
from studio.model.called import OBJECTION_NAMES
from studio.model.project import Project
from studio.model.sequence import Event, Sequence, branches, walk
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Step, Wait
from studio.model.times import Span, end_of, spans
from widgets.flow.gist import gist
from widgets.flow.told import END, START, Kind, Told
from widgets.names import ANGLES
from widgets.parts.arc import channel_icon
from widgets.plainly import Reading

EVENT_ICONS: Map[Event, str] = Map(
    {
        Event.CART_ABANDONED: "ph.shopping-cart-simple",
        Event.CHECKOUT_STARTED: "ph.shopping-cart-simple",
        Event.PRODUCT_VIEWED: "ph.eye",
        Event.SUBSCRIBED: "ph.user-plus",
        Event.ORDER_PLACED: "ph.package",
        Event.ORDER_SHIPPED: "ph.package",
        Event.DATE_REACHED: "ph.calendar-blank",
        Event.INACTIVE: "ph.hourglass",
        Event.UNSUBSCRIBED: "ph.sign-out",
        Event.CLICKED: "ph.cursor",
    }
)
WAYS_OF = (sentence("Two ways"), sentence("Three ways"), sentence("Four ways"))


def tell(project: Project, sequence: Sequence, words: Translator, language: str) -> dict[str, Told]:
    """Return by id what every row of a sequence says; copy is quoted in `language`."""
    times = spans(sequence.steps)
    told = {START: _start(project, sequence, words), END: _end(sequence, words)}
    teller = _Teller(project, words, language, times)
    for step in walk(sequence.steps):
        told[step.id] = teller.row(step)
        told.update({way.id: teller.way(step, way) for way in branches(step)})
    return told


def _start(project: Project, sequence: Sequence, words: Translator) -> Told:
    guard = words.say(telling.only_if(sequence.entry, project.brand.currency)) if sequence.entry else ""
    said = words("{start} · {again}", start=telling.start(sequence.trigger), again=telling.again(sequence.reentry))
    return Told(Kind.START, said, guard, (), EVENT_ICONS[sequence.trigger.event], "ink2")


def _end(sequence: Sequence, words: Translator) -> Told:
    ends, span = telling.exits(sequence.exits), end_of(sequence.steps)
    otherwise = words("Otherwise after the last step") if sequence.exits else ""
    return Told(
        Kind.END, words.say(ends), otherwise, (), "ph.flag", "ink2", words.say(telling.mark(span)) if span.most else ""
    )


class _Teller:
    """Puts single nodes into words."""

    def __init__(self, project: Project, words: Translator, language: str, times: dict[str, Span]) -> None:
        self._project, self._words, self._language, self._times = project, words, language, times

    def row(self, node: Step) -> Told:
        """Return what a step says."""
        words = self._words
        if isinstance(node, Send):
            return self._send(node)
        if isinstance(node, Wait):
            return Told(Kind.WAIT, words.say(telling.pause(node)), icon="ph.clock")
        if isinstance(node, Note):
            return Told(Kind.NOTE, node.words or words("An empty note"), icon="ph.note", tone="warn")
        if isinstance(node, Split):
            return self._fork(node, Kind.SPLIT, words("Split"), "ph.git-branch", sentence("the first that fits"))
        if isinstance(node, Experiment):
            return self._fork(node, Kind.EXPERIMENT, words("Experiment"), "ph.flask", sentence("drawn by chance"))
        return Told(Kind.STOP, words("The flow ends here"), "", (), "ph.stop-circle", "ink3", *self._margin(node))

    def _margin(self, node: Step) -> tuple[str, str]:
        span = self._times.get(node.id, Span())
        return self._words.say(telling.mark(span)), self._words.say(telling.beside(span))

    def _send(self, node: Send) -> Told:
        message = self._project.messages[node.message]
        channel = message.channel
        said = gist(Reading(self._project, message, self._words, self._language))
        return Told(
            Kind.SEND,
            message.name or self._words("Without a name"),
            said,
            tuple(self._send_chips(node)),
            channel_icon(channel),
            channel.value,
            *self._margin(node),
            message=message.id,
        )

    def _send_chips(self, node: Send) -> Iterator[str]:
        message = self._project.messages[node.message]
        yield self._words(ANGLES[message.angle])
        if message.objection:
            yield self._words(OBJECTION_NAMES[message.objection])
        for asked in node.only_if:
            said = telling.condition(asked, self._project.brand.currency)
            yield self._words("only if {condition}", condition=said)

    def _fork(self, node: Split | Experiment, kind: Kind, name: str, icon: str, how: Sentence) -> Told:
        count = len(branches(node))
        many = WAYS_OF[count - 2] if count - 2 < len(WAYS_OF) else sentence("{count} ways", count=count)
        said = self._words("{ways}, {how}", ways=many, how=how)
        return Told(kind, node.name or name, said, (), icon, "ink2", *self._margin(node))

    def way(self, fork: Step, way: Arm | Path) -> Told:
        """Return what an arm or a path says; the margin has the range from its first step to its end."""
        words, span = self._words, self._times.get(way.id, Span())
        mark = words.say(telling.mark(span)) if way.steps else ""
        empty = () if way.steps else (words("goes straight on"),)
        if isinstance(way, Arm):
            said = words.say(telling.way_in(way.conditions, self._project.brand.currency))
            return Told(Kind.ARM, said, way.name, empty, "", "ink2", mark)
        share = way.weight / sum(each.weight for each in branches(fork) if isinstance(each, Path))
        name = way.name or words("Without a name")
        return Told(Kind.PATH, words("{share} %", share=f"{100 * share:.3g}"), name, empty, "", "ink2", mark)
