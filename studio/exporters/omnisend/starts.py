"""What starts an automation at Omnisend, who may enter, what ends it, and when a reader may enter again."""

from __future__ import annotations

from dataclasses import dataclass

from immutables import Map

from studio.errors import StudioError
from studio.exporters import saying
from studio.exporters.omnisend.draft import Draft, Json
from studio.exporters.omnisend.facts import ask, asker_of, segment
from studio.exporters.omnisend.options import SHOPS, Options
from studio.i18n import sentence
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Reentry, Sequence
from studio.model.steps import Wait

DAY = 24 * 60
LONGEST = 365
"""Days that Omnisend can keep a reader from entering again, unless it is for ever."""
CLICKS = "clicks"
"""What the detail of an inactive start says where opens and clicks count, not orders."""
EVENTS: Map[Event, str] = Map(
    {
        Event.CART_ABANDONED: "started checkout",
        Event.CHECKOUT_STARTED: "started checkout",
        Event.PRODUCT_VIEWED: "viewed product",
        Event.SUBSCRIBED: "subscribed to marketing",
        Event.ORDER_PLACED: "placed order",
        Event.ORDER_SHIPPED: "order fulfilled",
        Event.DATE_REACHED: "birthday",
        Event.INACTIVE: "placed order",
        Event.CLICKED: "clicked message",
    }
)
"""Omnisend's own names of events; it tells nobody that somebody unsubscribed."""
_OF_THE_SHOP = frozenset({"started checkout", "viewed product", "placed order", "order fulfilled"})


@dataclass(frozen=True, slots=True)
class Start:
    """How an automation starts: its trigger, and a wait before the first step (for the inactive)."""

    trigger: Json
    first: tuple[Wait, ...] = ()


def event_of(sequence: Sequence, options: Options) -> str:
    """Return the name of the event that starts a flow; raise StudioError where Omnisend has none."""
    started = sequence.trigger
    if options.trigger_event:
        return options.trigger_event
    if options.segment:
        return "entered segment"
    if started.event is Event.INACTIVE and started.detail == CLICKS:
        return "clicked message"
    if started.event not in EVENTS:
        raise StudioError(
            "Omnisend starts no automation when {event}; choose another trigger, or name an event of your own.",
            event=saying.EVENTS[started.event],
        )
    return EVENTS[started.event]


def start(draft: Draft, sequence: Sequence) -> Start:
    """Return the trigger with its filters; what Omnisend starts in another way is noted as a loss."""
    options = draft.plan.options
    event = event_of(sequence, options)
    entry = _entry(draft, sequence.entry)
    trigger: Json = {"condition": {"event": event, **_origin(event, options), **_filters(entry, event, options)}}
    contact = _of_kind(entry, "contact")
    if contact:
        trigger["audienceFilterGroup"] = {"logicalOperator": "and", "filters": contact}
    _note_dates(draft, sequence, event)
    _note_list(draft, sequence, event)
    if sequence.trigger.event is not Event.INACTIVE or event == "entered segment":
        return Start(trigger)
    draft.ledger.lose(
        "trigger.inactive",
        "",
        sentence("Starts when {event}", event=saying.trigger(sequence.trigger)),
        sentence("Starts at each “{event}” and waits {days} days without another", event=event, days=_days(sequence)),
    )
    return Start(trigger, (Wait("", minutes=_days(sequence) * DAY),))


def _days(sequence: Sequence) -> int:
    return sequence.trigger.days


def _entry(draft: Draft, conditions: tuple[Condition, ...]) -> list[Json]:
    """Return the entry conditions as filters on the event or the contact, and note those that cannot be asked."""
    found: list[Json] = []
    for condition in conditions:
        asked = ask((condition,), asker_of(draft))
        found += [one for question in asked.questions for one in question.filters]
        holds = not asked.unasked and not asked.never
        if not asked.questions and not holds and not _kept_anyway(condition, draft.plan.options):
            draft.ledger.lose(
                "entry",
                condition.fact.value,
                sentence("Only some readers enter ({condition})", condition=saying.condition(condition)),
                sentence("Omnisend cannot ask this; everybody enters"),
            )
    return found


def _kept_anyway(condition: Condition, options: Options) -> bool:
    """Return whether a condition is the consent that Omnisend asks for whenever it sends an e-mail."""
    return condition == Condition(Fact.CONSENT_EMAIL, Operator.YES) and options.reaches == "subscribed"


def _of_kind(filters: list[Json], kind: str) -> list[Json]:
    return [{name: value for name, value in one.items() if name != "type"} for one in filters if one["type"] == kind]


def _origin(event: str, options: Options) -> Json:
    if event == "entered segment":
        return {"origin": "omnisend"}
    if event in _OF_THE_SHOP:
        return {"origin": options.origin or SHOPS[options.profile].origin}
    return {"origin": options.origin} if options.origin and event == options.trigger_event else {}


def _filters(entry: list[Json], event: str, options: Options) -> Json:
    about_event = _of_kind(entry, "event")
    if event == "entered segment" and options.segment:
        about_event.insert(0, {"field": "segment_id", "operator": "eq", "value": segment(options.segment)})
    return {"filterGroups": [{"logicalOperator": "and", "filters": about_event}]} if about_event else {}


def _note_dates(draft: Draft, sequence: Sequence, event: str) -> None:
    if event == "birthday" and sequence.trigger.detail != event:
        named = sequence.trigger.detail or saying.EVENTS[Event.DATE_REACHED]
        draft.ledger.lose(
            "trigger.date",
            "",
            sentence("Starts at a date: {dates}", dates=named),
            sentence("Starts on the contact's birthday, the only date that Omnisend knows"),
        )


def _note_list(draft: Draft, sequence: Sequence, event: str) -> None:
    """Note that everybody enters who subscribes; a segment, or an event of their own, is the person's own answer."""
    if sequence.trigger.detail and event == EVENTS[Event.SUBSCRIBED]:
        draft.ledger.lose(
            "trigger.list",
            "",
            sentence("Starts for those who subscribe to “{name}”", name=sequence.trigger.detail),
            sentence("Everybody who subscribes enters: Omnisend has no lists; narrow the audience, or name a segment"),
        )


def exits(draft: Draft, sequence: Sequence) -> list[Json]:
    """Return what ends the automation for a reader; what Omnisend cannot see is noted."""
    ends = [*sequence.exits]
    if sequence.trigger.event is Event.INACTIVE:
        ends.append(Event.CLICKED if sequence.trigger.detail == CLICKS else Event.ORDER_PLACED)
    made: dict[str, Json] = {}
    for event in ends:
        name = EVENTS.get(event, "")
        if event in (Event.DATE_REACHED, Event.INACTIVE) or not name:
            _note_exit(draft, event)
        else:
            made[name] = {"event": name, **_origin(name, draft.plan.options)}
    return list(made.values())


def _note_exit(draft: Draft, event: Event) -> None:
    if event is Event.UNSUBSCRIBED and draft.plan.options.reaches == "subscribed":
        return  # Omnisend then writes to nobody who has unsubscribed.
    draft.ledger.lose(
        "exit",
        event.value,
        sentence("The flow ends when {event}", event=saying.EVENTS[event]),
        sentence("Readers stay in the flow"),
    )


def settings(draft: Draft, sequence: Sequence) -> Json:
    """Return who is reached on which channel, and when a reader may enter again."""
    made: Json = {"sendingThresholds": {"email": draft.plan.options.reaches, "sms": "subscribed"}}
    limiter = _limiter(draft, sequence.reentry)
    return {**made, "frequencyLimiter": limiter} if limiter else made


def _limiter(draft: Draft, rule: Reentry) -> Json:
    if rule.days is None:
        return {"mode": "once"}
    if rule.days > LONGEST:
        draft.ledger.lose(
            "reentry",
            "",
            sentence("A reader may enter again after {days} days", days=rule.days),
            sentence("After {days} days, the longest that Omnisend waits", days=LONGEST),
        )
    return {"mode": "interval", "duration": {"amount": min(rule.days, LONGEST), "units": "d"}} if rule.days else {}
