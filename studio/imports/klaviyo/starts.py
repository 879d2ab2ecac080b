"""What starts a flow at Klaviyo, who may enter, what ends it: as a sequence says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from immutables import Map

from studio.i18n import Sentence, sentence
from studio.imports.klaviyo.conditions import asked, end_of, groups_of
from studio.imports.klaviyo.noting import Noting
from studio.imports.klaviyo.remote import Json, RemoteDocument
from studio.model.conditions import Condition
from studio.model.sequence import Event, Reentry, Trigger

_EVENTS: Map[str, Event] = Map(
    {
        "Checkout Started": Event.CART_ABANDONED,
        "Started Checkout": Event.CART_ABANDONED,
        "Viewed Product": Event.PRODUCT_VIEWED,
        "Placed Order": Event.ORDER_PLACED,
        "Fulfilled Order": Event.ORDER_SHIPPED,
        "Subscribed to List": Event.SUBSCRIBED,
        "Unsubscribed from Email Marketing": Event.UNSUBSCRIBED,
        "Clicked Email": Event.CLICKED,
    }
)
_WEEK, _HOURS = 7, 24


@dataclass(frozen=True, slots=True)
class Begun:
    """The beginning of a sequence: trigger, who may enter, what ends it, and when somebody may enter again."""

    trigger: Trigger
    entry: tuple[Condition, ...] = ()
    exits: tuple[Event, ...] = ()
    reentry: Reentry = Reentry()


def begun(document: RemoteDocument, noting: Noting) -> Begun:
    """Return how a flow begins; a trigger that no sequence has becomes the nearest one, with a loss."""
    triggers = document.definition.get("triggers") or []
    held: Json = triggers[0] if triggers else {}
    about_event = asked(held.get("trigger_filter"), document)
    entry, exits = _filters(document, noting)
    _note_unread(about_event.unread, noting)
    again = _reentry(document.definition.get("reentry_criteria"), noting)
    return Begun(_trigger(held, document, noting), (*about_event.conditions, *entry), exits, again)


def _trigger(held: Json, document: RemoteDocument, noting: Noting) -> Trigger:
    kind = str(held.get("type"))
    name = document.named(str(held.get("id") or ""))
    if kind == "metric":
        return _metric(name, noting)
    if kind == "list":
        return Trigger(Event.SUBSCRIBED, detail=name)
    if kind == "date" and held.get("date_profile_property"):
        return _date(held, noting)
    if kind == "segment":
        _instead(
            noting, sentence("Starts when somebody comes into the segment “{name}”", name=name), "starts_by=segment"
        )
        return Trigger(Event.SUBSCRIBED, detail=name)
    said = sentence("Starts by “{kind}”", kind=kind)
    known = kind in ("price-drop", "low-inventory")
    _instead(noting, said, f"starts_by={kind}" if known else "trigger_metric")
    return Trigger(Event.PRODUCT_VIEWED if known else Event.CART_ABANDONED)


def _metric(name: str, noting: Noting) -> Trigger:
    event = _EVENTS.get(name)
    if event is None:
        _instead(noting, sentence("Starts at the event “{name}”", name=name), f"trigger_metric={name}")
    return Trigger(event or Event.CART_ABANDONED)


def _instead(noting: Noting, wanted: Sentence, option: str) -> None:
    becomes = sentence("The nearest start that a sequence has; push with the option “{option}”", option=option)
    noting.lose("trigger", wanted, becomes)


def _date(held: Json, noting: Noting) -> Trigger:
    name = str(held["date_profile_property"])
    said = {
        "time": str(held.get("trigger_time") or ""),
        "days": held.get("timedelta_value_before_date") or 0,
        "often": str(held.get("recurrence_frequency") or "annually"),
    }
    noting.lose(
        "date",
        sentence("Starts at {time}, {days} days before the date, {often}", **said),
        sentence("Starts at the date “{name}”; push with the options date_time and days_before", name=name),
    )
    return Trigger(Event.DATE_REACHED, detail=name)


def _filters(document: RemoteDocument, noting: Noting) -> tuple[tuple[Condition, ...], tuple[Event, ...]]:
    """Return entry conditions and what ends the flow, out of the one filter that Klaviyo has for both."""
    entry: list[Condition] = []
    exits: list[Event] = []
    for group in groups_of(document.definition.get("profile_filter")):
        ended = end_of(group, document)
        if ended:
            exits.append(ended)
            continue
        read = asked({"condition_groups": [{"conditions": group}]}, document)
        entry += read.conditions
        _note_unread(read.unread, noting)
    return tuple(entry), tuple(dict.fromkeys(exits))


def _note_unread(unread: tuple[str, ...], noting: Noting) -> None:
    for kind in unread:
        wanted = sentence("Only some readers enter ({condition})", condition=kind)
        noting.lose("entry", wanted, sentence("Everybody enters: nothing here asks this"))


def _reentry(held: Any, noting: Noting) -> Reentry:  # noqa: ANN401 - JSON
    if not isinstance(held, dict):
        return Reentry(0)
    count, unit = int(held.get("duration") or 0), held.get("unit")
    if unit == "alltime":
        return Reentry(None if count else 0)
    if unit == "hour" and count % _HOURS:
        days = -(-count // _HOURS)
        wanted = sentence("Readers may enter again after {hours} hours", hours=count)
        noting.lose("reentry", wanted, sentence("They may after {days} days", days=days))
        return Reentry(days)
    return Reentry(count // _HOURS if unit == "hour" else count * _WEEK if unit == "week" else count)
