"""The parts of a flow in plain sentences, for losses and build sheets: events, durations, conditions, weekdays."""

from __future__ import annotations

from immutables import Map

from studio.i18n import Sentence, sentence
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Trigger
from studio.model.steps import Send, Wait
from studio.model.trade import Channel

HOUR, DAY = 60, 24 * 60
_ROW = 3

EVENTS: Map[Event, Sentence] = Map(
    {
        Event.CART_ABANDONED: sentence("a cart is abandoned"),
        Event.CHECKOUT_STARTED: sentence("a checkout is started"),
        Event.PRODUCT_VIEWED: sentence("a product is viewed"),
        Event.SUBSCRIBED: sentence("somebody subscribes"),
        Event.ORDER_PLACED: sentence("an order is placed"),
        Event.ORDER_SHIPPED: sentence("an order is shipped"),
        Event.DATE_REACHED: sentence("a date is reached"),
        Event.INACTIVE: sentence("a customer has been inactive"),
        Event.UNSUBSCRIBED: sentence("somebody unsubscribes"),
        Event.CLICKED: sentence("somebody clicks in a message of this flow"),
    }
)
CHANNELS: Map[Channel, Sentence] = Map(
    {
        Channel.EMAIL: sentence("e-mail"),
        Channel.SMS: sentence("SMS"),
        Channel.PUSH: sentence("push"),
        Channel.WHATSAPP: sentence("WhatsApp"),
        Channel.VOICE: sentence("call"),
    }
)
WEEKDAYS = (
    sentence("Monday"),
    sentence("Tuesday"),
    sentence("Wednesday"),
    sentence("Thursday"),
    sentence("Friday"),
    sentence("Saturday"),
    sentence("Sunday"),
)
_FACTS: Map[Fact, Sentence] = Map(
    {
        Fact.CART_TOTAL: sentence("the cart's total"),
        Fact.CART_ITEMS: sentence("the number of products in the cart"),
        Fact.ORDERS: sentence("the number of earlier orders"),
        Fact.CONSENT_EMAIL: sentence("consent to e-mail"),
        Fact.CONSENT_SMS: sentence("consent to SMS"),
        Fact.CONSENT_PUSH: sentence("consent to push"),
        Fact.CONSENT_WHATSAPP: sentence("consent to WhatsApp"),
        Fact.CONSENT_VOICE: sentence("consent to calls"),
        Fact.OPENED: sentence("has opened a message of this flow"),
        Fact.CLICKED: sentence("has clicked in a message of this flow"),
        Fact.SITE_MINUTES: sentence("the minutes on the site"),
        Fact.SITE_PRODUCTS: sentence("the number of products looked at"),
        Fact.CHECKOUT_VIEWS: sentence("the number of visits to the checkout"),
        Fact.PRODUCT_VIEWS: sentence("the number of looks at the product"),
        Fact.AGE: sentence("the customer's age"),
        Fact.BUSINESS: sentence("buys for a business"),
        Fact.IS_BIRTHDAY: sentence("it is the birthday"),
        Fact.IS_FIRST_PURCHASE: sentence("it is the day of the first purchase"),
        Fact.IS_SIGNED_UP: sentence("it is the day of the sign-up"),
    }
)


def fact(named: Fact) -> Sentence:
    """Return what a fact is called."""
    return _FACTS[named]


def trigger(started: Trigger) -> Sentence:
    """Return what starts a flow: an event, with its days or its detail where it has any."""
    if started.days:
        return sentence("{event} for {days} days", event=EVENTS[started.event], days=started.days)
    if started.detail:
        return sentence("{event}: {detail}", event=EVENTS[started.event], detail=started.detail)
    return EVENTS[started.event]


def condition(asked: Condition) -> Sentence:
    """Return a condition in words, for example "the cart's total: at least 1500"."""
    if asked.operator is Operator.YES:
        return sentence("{fact}: yes", fact=fact(asked.fact))
    if asked.operator is Operator.NO:
        return sentence("{fact}: no", fact=fact(asked.fact))
    if asked.operator is Operator.AT_LEAST:
        return sentence("{fact}: at least {number}", fact=fact(asked.fact), number=f"{asked.number:g}")
    return sentence("{fact}: less than {number}", fact=fact(asked.fact), number=f"{asked.number:g}")


def together(parts: tuple[Sentence, ...]) -> Sentence:
    """Return several sentences as one, joined by "and"; at least one is needed."""
    said, *others = parts
    for other in others:
        said = sentence("{one} and {other}", one=said, other=other)
    return said


def listed(parts: tuple[Sentence, ...]) -> Sentence:
    """Return several words as a list with commas; at least one is needed."""
    said, *others = parts
    for other in others:
        said = sentence("{one}, {other}", one=said, other=other)
    return said


def readers(step: Send) -> tuple[Sentence, ...]:
    """Return whom a send is meant for, where it is not for everybody who comes to it."""
    return (only_for(step.only_if),) if step.only_if else ()


def only_for(conditions: tuple[Condition, ...]) -> Sentence:
    """Return conditions as the readers that something is meant for; at least one is needed."""
    return sentence("Only for: {conditions}.", conditions=together(tuple(map(condition, conditions))))


def duration(minutes: int) -> Sentence:
    """Return a length of time in days, hours and minutes, leaving out what is zero."""
    days, rest = divmod(minutes, DAY)
    hours, left = divmod(rest, HOUR)
    parts = [_days(days)] if days else []
    parts += [_hours(hours)] if hours else []
    parts += [sentence("{count} minutes", count=left)] if left or not parts else []
    return together(tuple(parts))


def _days(count: int) -> Sentence:
    return sentence("1 day") if count == 1 else sentence("{count} days", count=count)


def _hours(count: int) -> Sentence:
    return sentence("1 hour") if count == 1 else sentence("{count} hours", count=count)


def wait(step: Wait) -> Sentence:
    """Return a wait in words: how long, then until when and on which weekdays."""
    said = _until_delivery(step.days) if step.until_day else duration(step.minutes)
    for until in _until(step):
        said = (
            sentence("{duration}, then {until}", duration=said, until=until)
            if step.minutes or step.until_day
            else until
        )
    if step.weekdays:
        said = sentence("{wait}, only on {days}", wait=said, days=weekdays(step.weekdays))
    return said


def _until(step: Wait) -> tuple[Sentence, ...]:
    if step.until_time:
        return (sentence("until {time}", time=step.until_time),)
    if not step.window:
        return ()
    first, _, last = step.window.partition("-")
    return (sentence("until it is between {first} and {last}", first=first, last=last),)


def _until_delivery(days: int) -> Sentence:
    if not days:
        return sentence("until the expected day of delivery")
    if days < 0:
        return sentence("until {days} before the expected delivery", days=duration(-days * DAY))
    return sentence("until {days} after the expected delivery", days=duration(days * DAY))


def weekdays(numbers: tuple[int, ...]) -> Sentence:
    """Return weekdays (ISO numbers) in words: three or more in a row as "Monday to Friday", others as a list."""
    days = sorted(set(numbers))
    first, last = WEEKDAYS[days[0] - 1], WEEKDAYS[days[-1] - 1]
    if len(days) >= _ROW and days[-1] - days[0] == len(days) - 1:
        return sentence("{first} to {last}", first=first, last=last)
    return listed(tuple(WEEKDAYS[day - 1] for day in days))
