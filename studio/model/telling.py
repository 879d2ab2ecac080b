"""The parts of a flow as short, readable sentences for outlines and cards; not yet in any language."""

from __future__ import annotations

from immutables import Map

from studio.i18n import Sentence, sentence
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Reentry, Trigger
from studio.model.steps import Wait
from studio.model.times import Span

HOUR, DAY = 60, 1440
LONG = 2 * DAY
"""From here on people count in days."""

CLAUSES: Map[Event, Sentence] = Map(
    {
        Event.CART_ABANDONED: sentence("a cart is abandoned"),
        Event.CHECKOUT_STARTED: sentence("a checkout is started"),
        Event.PRODUCT_VIEWED: sentence("a product is viewed"),
        Event.SUBSCRIBED: sentence("somebody subscribes"),
        Event.ORDER_PLACED: sentence("the customer buys"),
        Event.ORDER_SHIPPED: sentence("an order is shipped"),
        Event.DATE_REACHED: sentence("a date is reached"),
        Event.INACTIVE: sentence("a customer has been inactive"),
        Event.UNSUBSCRIBED: sentence("the customer unsubscribes"),
        Event.CLICKED: sentence("the customer clicks in a message of this flow"),
    }
)
DATES: Map[str, Sentence] = Map(
    {
        "birthday": sentence("the birthday"),
        "first_purchase": sentence("the day of the first purchase"),
        "signed_up": sentence("the day of the sign-up"),
    }
)
"""What the dates of a customer are called, by the word in a trigger's detail."""
QUIET: Map[str, Sentence] = Map(
    {
        "orders": sentence("a customer has not bought"),
        "clicks": sentence("a customer has neither opened nor clicked"),
    }
)
"""What it means that a customer has been inactive, by the word in a trigger's detail."""
DAYS = (
    sentence("Mon"),
    sentence("Tue"),
    sentence("Wed"),
    sentence("Thu"),
    sentence("Fri"),
    sentence("Sat"),
    sentence("Sun"),
)
"""Weekdays in short, Monday first."""

NUMBERS: Map[Fact, tuple[Sentence, Sentence]] = Map(
    {
        Fact.CART_TOTAL: (
            sentence("the cart is worth at least {number}"),
            sentence("the cart is worth less than {number}"),
        ),
        Fact.CART_ITEMS: (
            sentence("the cart holds at least {number} products"),
            sentence("the cart holds fewer than {number} products"),
        ),
        Fact.ORDERS: (
            sentence("the customer has ordered at least {number} times"),
            sentence("the customer has ordered fewer than {number} times"),
        ),
        Fact.SITE_MINUTES: (
            sentence("the visit lasted at least {number} minutes"),
            sentence("the visit lasted less than {number} minutes"),
        ),
        Fact.SITE_PRODUCTS: (
            sentence("the customer looked at {number} products or more"),
            sentence("the customer looked at fewer than {number} products"),
        ),
        Fact.CHECKOUT_VIEWS: (
            sentence("the customer has seen the checkout {number} times or more"),
            sentence("the customer has seen the checkout fewer than {number} times"),
        ),
        Fact.PRODUCT_VIEWS: (
            sentence("the product was looked at {number} times or more"),
            sentence("the product was looked at fewer than {number} times"),
        ),
        Fact.AGE: (
            sentence("the customer is {number} years old or more"),
            sentence("the customer is younger than {number}"),
        ),
    }
)
"""What a fact with a number says: at least, and less than."""

ANSWERS: Map[Fact, tuple[Sentence, Sentence]] = Map(
    {
        Fact.CONSENT_EMAIL: (
            sentence("the customer has said yes to e-mail"),
            sentence("the customer has not said yes to e-mail"),
        ),
        Fact.CONSENT_SMS: (
            sentence("the customer has said yes to SMS"),
            sentence("the customer has not said yes to SMS"),
        ),
        Fact.CONSENT_PUSH: (
            sentence("the customer has said yes to push"),
            sentence("the customer has not said yes to push"),
        ),
        Fact.CONSENT_WHATSAPP: (
            sentence("the customer has said yes to WhatsApp"),
            sentence("the customer has not said yes to WhatsApp"),
        ),
        Fact.CONSENT_VOICE: (
            sentence("the customer has said yes to calls"),
            sentence("the customer has not said yes to calls"),
        ),
        Fact.OPENED: (
            sentence("the customer has opened a message of this flow"),
            sentence("the customer has opened no message of this flow"),
        ),
        Fact.CLICKED: (
            sentence("the customer has clicked in a message of this flow"),
            sentence("the customer has clicked in no message of this flow"),
        ),
        Fact.BUSINESS: (
            sentence("the customer buys for a business"),
            sentence("the customer does not buy for a business"),
        ),
        Fact.IS_BIRTHDAY: (sentence("it is the customer’s birthday"), sentence("it is not the customer’s birthday")),
        Fact.IS_FIRST_PURCHASE: (
            sentence("it is the anniversary of the first purchase"),
            sentence("it is not the anniversary of the first purchase"),
        ),
        Fact.IS_SIGNED_UP: (
            sentence("it is the anniversary of the sign-up"),
            sentence("it is not the anniversary of the sign-up"),
        ),
    }
)
"""What a fact with yes or no says: yes, and no."""

FACTS: Map[Fact, Sentence] = Map(
    {
        Fact.CART_TOTAL: sentence("The cart’s value"),
        Fact.CART_ITEMS: sentence("Products in the cart"),
        Fact.ORDERS: sentence("Earlier orders"),
        Fact.CONSENT_EMAIL: sentence("Consent to e-mail"),
        Fact.CONSENT_SMS: sentence("Consent to SMS"),
        Fact.CONSENT_PUSH: sentence("Consent to push"),
        Fact.CONSENT_WHATSAPP: sentence("Consent to WhatsApp"),
        Fact.CONSENT_VOICE: sentence("Consent to calls"),
        Fact.OPENED: sentence("Has opened a message"),
        Fact.CLICKED: sentence("Has clicked in a message"),
        Fact.SITE_MINUTES: sentence("Minutes on the site"),
        Fact.SITE_PRODUCTS: sentence("Products looked at"),
        Fact.CHECKOUT_VIEWS: sentence("Visits to the checkout"),
        Fact.PRODUCT_VIEWS: sentence("Looks at the product"),
        Fact.AGE: sentence("The customer’s age"),
        Fact.BUSINESS: sentence("Buys for a business"),
        Fact.IS_BIRTHDAY: sentence("Is it the birthday"),
        Fact.IS_FIRST_PURCHASE: sentence("Is it the day of the first purchase"),
        Fact.IS_SIGNED_UP: sentence("Is it the day of the sign-up"),
    }
)
"""What each fact is called where one is picked."""

OPERATORS: Map[Operator, Sentence] = Map(
    {
        Operator.AT_LEAST: sentence("at least"),
        Operator.LESS_THAN: sentence("less than"),
        Operator.YES: sentence("yes"),
        Operator.NO: sentence("no"),
    }
)
"""What each comparison is called where one is picked."""


def operators(fact: Fact) -> tuple[Operator, Operator]:
    """Return the two comparisons that make sense for a fact; the first is the usual one."""
    return (Operator.AT_LEAST, Operator.LESS_THAN) if fact in NUMBERS else (Operator.YES, Operator.NO)


def condition(asked: Condition, currency: str = "") -> Sentence:
    """Return a condition as a clause: "the cart is worth at least 1500 NOK", where money is in `currency`."""
    if asked.operator not in operators(asked.fact):
        return sentence("{fact}: {operator}", fact=FACTS[asked.fact], operator=OPERATORS[asked.operator])
    usual = asked.operator in (Operator.AT_LEAST, Operator.YES)
    if asked.fact not in NUMBERS:
        return ANSWERS[asked.fact][0 if usual else 1]
    if asked.fact is Fact.ORDERS and asked.number == 1:
        return sentence("the customer has bought before") if usual else sentence("the customer has never bought before")
    clause = NUMBERS[asked.fact][0 if usual else 1]
    return Sentence(clause.message, {"number": _amount(asked, currency)})


def _amount(asked: Condition, currency: str) -> str:
    number = f"{asked.number:.12g}"
    return f"{number} {currency}" if currency and asked.fact is Fact.CART_TOTAL else number


def all_of(conditions: tuple[Condition, ...], currency: str = "") -> Sentence:
    """Return several conditions as one clause, joined by "and"; at least one is needed."""
    said, *others = (condition(each, currency) for each in conditions)
    for other in others:
        said = sentence("{one} and {other}", one=said, other=other)
    return said


def way_in(conditions: tuple[Condition, ...], currency: str = "") -> Sentence:
    """Return who takes an arm: "If …", or "Otherwise" for the one without conditions."""
    if not conditions:
        return sentence("Otherwise")
    return sentence("If {condition}", condition=all_of(conditions, currency))


def only_if(conditions: tuple[Condition, ...], currency: str = "") -> Sentence:
    """Return who is meant by a guard: "Only if …"; at least one condition is needed."""
    return sentence("Only if {condition}", condition=all_of(conditions, currency))


def start(trigger: Trigger) -> Sentence:
    """Return what starts a flow: "Starts when a cart is abandoned"."""
    quiet = QUIET.get(trigger.detail) if trigger.event is Event.INACTIVE else None
    event = quiet or CLAUSES[trigger.event]
    if trigger.days:
        event = sentence("{event} for {days} days", event=event, days=trigger.days)
    if trigger.detail and not quiet:
        event = sentence("{event}: {detail}", event=event, detail=_detail(trigger))
    return sentence("Starts when {event}", event=event)


def details(trigger: Trigger) -> tuple[str, ...]:
    """Return the dates or the list that a trigger names, one by one."""
    parts = trigger.detail.split(",") if trigger.event is Event.DATE_REACHED else (trigger.detail,)
    return tuple(part.strip() for part in parts if part.strip())


def _detail(trigger: Trigger) -> Sentence:
    known = DATES if trigger.event is Event.DATE_REACHED else {}
    said, *others = (known.get(each) or sentence("{name}", name=each) for each in details(trigger) or (trigger.detail,))
    for other in others:
        said = sentence("{one}, {other}", one=said, other=other)
    return said


def again(reentry: Reentry) -> Sentence:
    """Return how often a reader may enter: "at most every 14 days"."""
    if reentry.days is None:
        return sentence("once per customer")
    if reentry.days == 0:
        return sentence("every time it happens")
    return (
        sentence("at most once a day")
        if reentry.days == 1
        else sentence("at most every {days} days", days=reentry.days)
    )


def exits(events: tuple[Event, ...]) -> Sentence:
    """Return what ends a flow at once: "Ends at once when the customer buys"."""
    if not events:
        return sentence("Ends after the last step")
    said, *others = (CLAUSES[event] for event in events)
    for other in others:
        said = sentence("{one} or {other}", one=said, other=other)
    return sentence("Ends at once when {events}", events=said)


def length(minutes: int) -> Sentence:
    """Return a length of time in short: "45 min", "1 h 30 min", "36 h", "2 d", "2 d 12 h"."""
    if minutes >= LONG:
        days, rest = divmod(minutes, DAY)
        said = sentence("{count} d", count=days)
        return sentence("{one} {other}", one=said, other=length(rest)) if rest else said
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return sentence("{count} min", count=rest)
    said = sentence("{count} h", count=hours)
    return sentence("{one} {other}", one=said, other=length(rest)) if rest else said


def pause(wait: Wait) -> Sentence:
    """Return a wait in short: "2 h", "until 09:00", "2 d, then until 09:00, Mon–Fri"; "at once" for no wait at all."""
    said = _delivery(wait) if wait.until_day else length(wait.minutes) if wait.minutes else None
    if wait.until_time:
        until = sentence("until {time}", time=wait.until_time)
        said = sentence("{duration}, then {until}", duration=said, until=until) if said else until
    if wait.window:
        between = sentence("between {first} and {last}", **_ends(wait.window))
        said = sentence("{duration}, then {until}", duration=said, until=between) if said else between
    if wait.weekdays:
        days = weekdays(wait.weekdays)
        return sentence("{one}, {other}", one=said, other=days) if said else sentence("until {time}", time=days)
    return said or sentence("at once")


def _delivery(wait: Wait) -> Sentence:
    """Return the day of delivery that a wait is for: "until 1 d before the delivery"."""
    if not wait.days:
        return sentence("until the day of delivery")
    count = length(abs(wait.days) * DAY) if abs(wait.days) > 1 else sentence("1 d")
    if wait.days < 0:
        return sentence("until {count} before the delivery", count=count)
    return sentence("until {count} after the delivery", count=count)


def _ends(window: str) -> dict[str, str]:
    first, _, last = window.partition("-")
    return {"first": first, "last": last}


def weekdays(numbers: tuple[int, ...]) -> Sentence:
    """Return weekdays (ISO numbers, at least one) in short: three or more in a row as "Mon–Fri", others as a list."""
    days = sorted(set(numbers))
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return sentence("{first}–{last}", first=DAYS[days[0] - 1], last=DAYS[days[-1] - 1])
    said, *others = (DAYS[day - 1] for day in days)
    for other in others:
        said = sentence("{one}, {other}", one=said, other=other)
    return said


def mark(span: Span) -> Sentence:
    """Return when a step comes, for the margin: "at once", "1 h", "day 3", or a range "1–4 h", "day 3–5"."""
    if span.least == span.most:
        if span.most >= LONG:
            return sentence("day {day}", day=span.least // DAY)
        return length(span.most) if span.most else sentence("at once")
    if span.most < LONG:
        unit = HOUR if span.least % HOUR == span.most % HOUR == 0 or span.least >= 6 * HOUR else 1
        first, last = (span.least + unit // 2) // unit, (span.most + unit // 2) // unit
        return sentence("{first}–{last} h", first=first, last=last) if unit == HOUR else _minutes(first, last)
    first, last = span.least // DAY, span.most // DAY
    return sentence("day {day}", day=first) if first == last else sentence("day {first}–{last}", first=first, last=last)


def _minutes(first: int, last: int) -> Sentence:
    if last < 2 * HOUR:
        return sentence("{first}–{last} min", first=first, last=last)
    return sentence("{first}–{last}", first=length(first) if first else "0", last=length(last))


def beside(span: Span) -> Sentence:
    """Return what stands under the mark: the time of day, else the day, else the hours that the day leaves out."""
    if span.clock:
        return sentence("at {time}", time=span.clock)
    if span.most < LONG:
        return sentence("day {day}", day=span.least // DAY)
    if span.least % DAY and span.least == span.most:
        return sentence("{count} h", count=span.least // HOUR) if span.least % HOUR == 0 else length(span.least)
    return sentence("")
