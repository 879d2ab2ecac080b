"""What starts a flow at Klaviyo, who may enter, what ends it, and when a reader may enter again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from immutables import Map

from studio.errors import StudioError
from studio.exporters import saying
from studio.exporters.klaviyo.draft import Draft
from studio.exporters.klaviyo.facts import SINCE_START, Asked, Asker, Json, ask, filtered, happened
from studio.exporters.klaviyo.options import SHOPS, Options, list_id, metric
from studio.exporters.klaviyo.products import other_name, other_trigger
from studio.i18n import N_, Sentence, sentence
from studio.model.sequence import Event, Reentry, Sequence, Trigger
from studio.model.steps import Wait

MINUTES_A_DAY = 24 * 60
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_KLAVIYOS_OWN: Map[Event, str] = Map(
    {
        Event.SUBSCRIBED: "Subscribed to List",
        Event.UNSUBSCRIBED: "Unsubscribed from Email Marketing",
        Event.CLICKED: "Clicked Email",
    }
)
CLICKS = "clicks"
"""What the detail of an inactive start says where opens and clicks count, not orders."""
_QUIET: Map[bool, tuple[str, str]] = Map(
    {
        False: (
            N_("Starts when a reader has not bought for {days} days"),
            N_("Starts at each order, waits {days} days, and goes on without a new order"),
        ),
        True: (
            N_("Starts when a reader has not opened or clicked for {days} days"),
            N_("Starts at each click, waits {days} days, and goes on without a new click"),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Start:
    """How a flow starts: its trigger, and a wait that stands before the first step (for the inactive)."""

    trigger: Json
    first: tuple[Wait, ...] = ()


def metric_of(event: Event, options: Options) -> str:
    """Return the name or id of the metric that Klaviyo records for an event; empty where there is none."""
    if event in _KLAVIYOS_OWN:
        return _KLAVIYOS_OWN[event]
    shop = SHOPS[options.profile]
    names: Map[Event, str] = Map(
        {
            Event.CART_ABANDONED: shop.checkout,
            Event.CHECKOUT_STARTED: shop.checkout,
            Event.PRODUCT_VIEWED: shop.viewed,
            Event.ORDER_PLACED: shop.order,
            Event.ORDER_SHIPPED: shop.shipped,
            Event.INACTIVE: shop.order,
        }
    )
    if options.order_metric and event in (Event.ORDER_PLACED, Event.INACTIVE):
        return options.order_metric
    name = names.get(event, "")
    return f"{name} ({options.integration})" if name and options.integration else name


def asker_of(sequence: Sequence, options: Options) -> Asker:
    """Return what conditions need; the trigger metric is empty for flows that a list or a date starts."""
    order = metric(metric_of(Event.ORDER_PLACED, options))
    if not starts_at_event(sequence, options):
        return Asker(SHOPS[options.profile], order)
    return Asker(SHOPS[options.profile], order, metric(trigger_name(sequence, options)))


def starts_at_event(sequence: Sequence, options: Options) -> bool:
    """Return whether an event starts the flow, whose fields its messages can show; not a list, a date or a product."""
    return sequence.trigger.event not in (Event.SUBSCRIBED, Event.DATE_REACHED) and options.starts_by == "event"


def trigger_name(sequence: Sequence, options: Options) -> str:
    """Return the name or id of what starts the flow: a list, a profile property or a metric."""
    trigger = sequence.trigger
    if options.starts_by != "event":
        return other_name(sequence, options)
    if trigger.event is Event.SUBSCRIBED:
        return options.list or trigger.detail or "Newsletter"
    if trigger.event is Event.DATE_REACHED:
        return options.date_property or trigger.detail.partition(",")[0] or "Birthday"
    return options.trigger_metric or metric_of(_recorded(trigger), options)


def _recorded(trigger: Trigger) -> Event:
    """Return the event after which a flow begins to wait; no clicks for long counts from the last click."""
    return Event.CLICKED if trigger.event is Event.INACTIVE and trigger.detail == CLICKS else trigger.event


def start(draft: Draft, sequence: Sequence) -> Start:
    """Return the trigger with its filter on the event; what Klaviyo starts in another way is noted as a loss."""
    event, name = sequence.trigger.event, trigger_name(sequence, draft.plan.options)
    if draft.plan.options.starts_by != "event":
        return Start(other_trigger(draft, sequence))
    if event is Event.SUBSCRIBED:
        return Start({"type": "list", "id": list_id(name)})
    if event is Event.DATE_REACHED:
        _note_dates(draft, sequence, name)
        return Start(_date(draft, name))
    asked = ask(sequence.entry, draft.plan.asker)
    trigger = {"type": "metric", "id": metric(name), "trigger_filter": filtered(asked.event)}
    if event is not Event.INACTIVE:
        return Start(trigger)
    wanted, becomes = _QUIET[sequence.trigger.detail == CLICKS]
    days: dict[str, object] = {"days": sequence.trigger.days}
    draft.ledger.lose("trigger.inactive", "", Sentence(wanted, days), Sentence(becomes, days))
    return Start(trigger, (Wait("", minutes=sequence.trigger.days * MINUTES_A_DAY),))


def _note_dates(draft: Draft, sequence: Sequence, name: str) -> None:
    dates = [date.strip() for date in sequence.trigger.detail.split(",") if date.strip()]
    if len(dates) > 1:
        draft.ledger.lose(
            "trigger.dates",
            "",
            sentence("One flow for {count} dates: {dates}", count=len(dates), dates=", ".join(dates)),
            sentence("Starts at “{name}” only; make a flow of its own for each of the others", name=name),
        )


def _date(draft: Draft, name: str) -> Json:
    options = draft.plan.options
    if not _CLOCK.fullmatch(options.date_time):
        raise StudioError("“{time}” is no time of day; write it as 09:00.", time=options.date_time)
    said = {"time": options.date_time, "name": name, "days": options.days_before}
    on_the_day = sentence("Starts at {time} on the day in the profile property “{name}”, every year", **said)
    before = sentence("Starts at {time}, {days} days before the profile property “{name}”, every year", **said)
    becomes = before if options.days_before else on_the_day
    draft.ledger.lose("trigger.date", "", sentence("Starts at a date"), becomes)
    return {
        "type": "date",
        "date_field_type": "profile-property",
        "date_profile_property": name,
        "timedelta_unit_before_date": "days",
        "timedelta_value_before_date": options.days_before,
        "recurrence_frequency": "annually",
        "timezone": "profile",
        "trigger_time": f"{options.date_time}:00",
    }


def entry_filter(draft: Draft, sequence: Sequence) -> Json | None:
    """Return the profile filter: entry conditions about the reader, and one group for each event that ends the flow."""
    asked = ask(sequence.entry, draft.plan.asker)
    _note_entry(draft, asked)
    ends = [*sequence.exits]
    ended = Event.CLICKED if sequence.trigger.detail == CLICKS else Event.ORDER_PLACED
    if sequence.trigger.event is Event.INACTIVE and ended not in ends:
        ends.append(ended)
    groups = [group for event in ends for group in _end(draft, event)]
    # A cart and a checkout are one event in some shops, which is asked about once.
    return filtered((*asked.reader, *(group for index, group in enumerate(groups) if group not in groups[:index])))


def _end(draft: Draft, event: Event) -> tuple[Json, ...]:
    if event is Event.UNSUBSCRIBED:
        return ()  # Klaviyo never writes to somebody who has unsubscribed.
    name = metric_of(event, draft.plan.options)
    if name and event is not Event.INACTIVE:
        return (happened(metric(name), "equals", 0, SINCE_START),)
    draft.ledger.lose(
        "exit",
        event.value,
        sentence("The flow ends when {event}", event=saying.EVENTS[event]),
        sentence("Readers stay in the flow"),
    )
    return ()


def _note_entry(draft: Draft, asked: Asked) -> None:
    if asked.reader:
        draft.ledger.lose(
            "entry.asked_again",
            "",
            sentence("Entry conditions are asked once"),
            sentence("Klaviyo asks them again before every step; who no longer meets them leaves the flow"),
        )
    for condition in asked.unasked:
        draft.ledger.lose(
            "entry",
            condition.fact.value,
            sentence("Only some readers enter ({condition})", condition=saying.condition(condition)),
            sentence("Klaviyo cannot ask this; everybody enters"),
        )


def reentry(rule: Reentry) -> Json:
    """Return when a reader may enter again; with the unit `alltime` 1 means never again and 0 at once."""
    if rule.days is None:
        return {"duration": 1, "unit": "alltime"}
    return {"duration": rule.days, "unit": "day"} if rule.days else {"duration": 0, "unit": "alltime"}
