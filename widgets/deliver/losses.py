"""What a target cannot express, as a table: what was wanted, what it becomes, and every place of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studio.delivery.consignment import Parcel
from studio.exporters.pieces import messages_of
from studio.i18n import N_, Translator
from studio.model.findings import Place
from studio.model.project import Project
from studio.model.trade import Channel

KINDS = (
    (N_("The flow"), ("flow", "messages", "meta", "re-entry", "reentry")),
    (N_("How it starts and whom it takes"), ("trigger", "start", "entry", "exit", "segment", "filter", "profile")),
    (N_("Waits"), ("wait", "delay", "quiet", "window", "time", "times")),
    (N_("Branches"), ("split", "condition", "rejoin", "branch", "shares")),
    (N_("A/B tests"), ("test", "experiment", "ab", "winner", "campaign", "version", "versions")),
    (N_("Other channels"), ("channel", "sms", "whatsapp", "push", "voice", "scripts")),
    (N_("Sender and footer"), ("sender", "reply", "address", "footer", "unsubscribe")),
    (N_("Words and data"), ("preheader", "subject", "event", "event_data", "tag", "tags", "loop", "coupon", "content")),
    (N_("Pictures"), ("pictures", "picture", "image")),
)
"""What kinds of losses are called, by the second word of their ids; the rest is told last."""
REST = N_("The rest")


@dataclass(frozen=True, slots=True)
class LossLine:
    """One row: a loss with all the places where it happens; `id` is that of all losses of its sort."""

    id: str
    wanted: str
    becomes: str
    places: tuple[Place, ...]

    @property
    def kind(self) -> str:
        """Return what this kind of loss is called, as an English sentence id."""
        topic = [*self.id.split("."), ""][1]
        return next((name for name, topics in KINDS if topic in topics), REST)


def loss_lines(parcels: Iterable[Parcel], words: Translator) -> tuple[LossLine, ...]:
    """Return every loss of a delivery, those of one kind beside each other, the same words in one row."""
    found: dict[tuple[str, str, str], dict[Place, None]] = {}
    for parcel in parcels:
        for loss in parcel.bundle.lost:
            row = found.setdefault((loss.id, words.say(loss.wanted), words.say(loss.becomes)), {})
            row[loss.place] = None
    order = [*(name for name, _ in KINDS), REST]
    lines = (LossLine(*said, tuple(places)) for said, places in found.items())
    return tuple(sorted(lines, key=lambda line: order.index(line.kind)))


def noticed_lines(parcels: Iterable[Parcel], words: Translator) -> tuple[LossLine, ...]:
    """Return what building the delivery noticed besides, in the same form; nothing becomes of it by itself."""
    found: dict[tuple[str, str, str], dict[Place, None]] = {}
    for parcel in parcels:
        for each in parcel.bundle.noticed:
            fix = words.say(each.fix) if each.fix else ""
            found.setdefault((each.id, words.say(each.message), fix), {})[each.place] = None
    return tuple(LossLine(*said, tuple(places)) for said, places in found.items())


def counted(lines: Iterable[LossLine], words: Translator) -> str:
    """Return how many losses there are, at how many places."""
    some = tuple(lines)
    places = sum(len(line.places) for line in some)
    if len(some) == places:
        return words("1 thing") if places == 1 else words("{count} things", count=places)
    return words("{count} things at {places} places", count=len(some), places=places)


class Places:
    """Names places of one delivery; a language is told only where several are delivered."""

    def __init__(self, parcels: tuple[Parcel, ...], words: Translator) -> None:
        """Take what is delivered."""
        self._words = words
        self._project: Project = parcels[0].work.project
        self._several = len({parcel.work.language for parcel in parcels}) > 1
        mails = (one.id for one in messages_of(parcels[0].work) if one.channel is Channel.EMAIL)
        self._mails = {id_: number for number, id_ in enumerate(mails, 1)}

    def name(self, place: Place) -> str:
        """Return the message, with its number, its version and its language where these say more; or the flow."""
        named = self._message(place) if place.message in self._project.messages else self._words("The flow")
        return f"{named}, {place.language}" if self._several and place.language else named

    def _message(self, place: Place) -> str:
        name, number = self._project.messages[place.message].name, self._mails.get(place.message)
        variant = self._project.variants.get(place.variant)
        version = variant.name if variant else ""
        if number:
            return self._words("E-mail {number} · {name}", number=f"{number} {version}".strip(), name=name)
        return f"{name} {version}".strip()


def as_table(lines: Iterable[LossLine], places: Places, words: Translator) -> str:
    """Return the losses as rows of three columns that a spreadsheet takes, one for each place."""
    head = (words("Wanted"), words("Becomes"), words("Where"))
    body = ((line.wanted, line.becomes, places.name(place)) for line in lines for place in line.places)
    return "\n".join("\t".join(map(_cell, each)) for each in (head, *body)) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split())
