"""What enrols contacts in a workflow at HubSpot, who may enter, what ends it, and whether they may enter again."""

from __future__ import annotations

from studio.exporters import saying
from studio.exporters.hubspot.draft import Draft, Json
from studio.exporters.hubspot.facts import all_of, ask, in_list
from studio.i18n import sentence
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Sequence

CONSENT = Condition(Fact.CONSENT_EMAIL, Operator.YES)
"""What HubSpot asks for by itself whenever it sends an e-mail."""
MORNING = {"hour": 9, "minute": 0}


def enrolment(draft: Draft, sequence: Sequence) -> Json:
    """Return what starts the workflow; where the account's event or list is not known, a person sets it."""
    options = draft.plan.options
    filters = _entry(draft, sequence)
    again = _again(draft, sequence)
    if sequence.trigger.event is Event.DATE_REACHED and options.date_property and not options.event:
        return _dated(draft, sequence)
    if options.event:
        return {"enrollmentCriteria": _by_event(options.event, filters, again=again)}
    if options.list:
        return {"enrollmentCriteria": _by_list((in_list(options.list), *filters), again=again)}
    _note_by_hand(draft, sequence)
    return {"enrollmentCriteria": {"type": "MANUAL", "shouldReEnroll": again}}


def _by_event(event: str, filters: tuple[Json, ...], *, again: bool) -> Json:
    happened = {
        "filterBranchType": "UNIFIED_EVENTS",
        "filterBranchOperator": "AND",
        "filterBranches": [],
        "filters": [],
        "eventTypeId": event,
        "operator": "HAS_COMPLETED",
    }
    refined = {"refinementCriteria": all_of(filters)} if filters else {}
    return {
        "type": "EVENT_BASED",
        "shouldReEnroll": again,
        "eventFilterBranches": [happened],
        "listMembershipFilterBranches": [],
        **refined,
    }


def _by_list(filters: tuple[Json, ...], *, again: bool) -> Json:
    return {
        "type": "LIST_BASED",
        "shouldReEnroll": again,
        "listFilterBranch": all_of(filters),
        "reEnrollmentTriggersFilterBranches": [all_of(filters[:1])] if again else [],
        "unEnrollObjectsNotMeetingCriteria": False,
    }


def _dated(draft: Draft, sequence: Sequence) -> Json:
    name = draft.plan.options.date_property
    draft.ledger.lose(
        "trigger.date",
        "",
        sentence("Starts when {event}", event=saying.trigger(sequence.trigger)),
        sentence("Starts at 09:00 on the day in the contact property “{name}”, every year", name=name),
    )
    schedule = {"type": "PROPERTY_BASED", "dateProperty": name, "daysDelta": 0, "timeOfDay": MORNING, "yearly": True}
    return {"enrollmentSchedule": schedule}


def _note_by_hand(draft: Draft, sequence: Sequence) -> None:
    draft.ledger.lose(
        "trigger",
        "",
        sentence("Starts when {event}", event=saying.trigger(sequence.trigger)),
        sentence("Nobody is enrolled until you set the trigger in HubSpot: its events differ between accounts"),
    )


def _entry(draft: Draft, sequence: Sequence) -> tuple[Json, ...]:
    """Return the entry conditions as filters, and note those that cannot be asked, or that no trigger carries."""
    options = draft.plan.options
    carried = bool(options.event or options.list)
    found: list[Json] = []
    for condition in sequence.entry:
        if condition == CONSENT:
            continue
        asked = ask((condition,), options)
        found += asked.filters
        if asked.unasked or asked.never or (asked.filters and not carried):
            draft.ledger.lose(
                "entry",
                condition.fact.value,
                sentence("Only some readers enter ({condition})", condition=saying.condition(condition)),
                sentence("Set it in HubSpot with the trigger; until then everybody enters"),
            )
    return tuple(found)


def _again(draft: Draft, sequence: Sequence) -> bool:
    days = sequence.reentry.days
    if days:
        draft.ledger.lose(
            "reentry",
            "",
            sentence("A reader may enter again after {days} days", days=days),
            sentence("HubSpot knows no such pause: a reader may enter again at once"),
        )
    return days is not None


def goal(draft: Draft, sequence: Sequence) -> Json:
    """Return what takes contacts out of the workflow; what HubSpot cannot see is noted."""
    ends = [event for event in sequence.exits if event is not Event.UNSUBSCRIBED]  # It writes to nobody who has left.
    known = draft.plan.options.customers
    for event in ends:
        if event is not Event.ORDER_PLACED or not known:
            draft.ledger.lose(
                "exit",
                event.value,
                sentence("The flow ends when {event}", event=saying.EVENTS[event]),
                sentence("Readers stay in the flow until you set a goal in HubSpot"),
            )
    if Event.ORDER_PLACED in ends and known:
        return {"goalFilterBranch": all_of((in_list(known),))}
    return {}
