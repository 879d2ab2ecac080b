"""The shapes of Klaviyo's filters: what a profile or an event must be like to enter a flow or take a branch."""

from __future__ import annotations

from collections.abc import Mapping

from tests.fakes.validate import Shape, anything, by, flag, list_of, maybe, number, one_of, record, text, whole

UNITS = one_of("day", "hour", "week")

STRINGS = one_of(
    *(f"{no}{word}" for no in ("", "not-") for word in ("contains", "ends-with", "equals", "starts-with")),
    "regex",
    "nregex",
)
COMPARISONS = one_of("equals", "not-equals", "greater-than", "greater-than-or-equal", "less-than", "less-than-or-equal")


def tagged(shapes: Mapping[str, Shape]) -> Shape:
    """Return a closed record that has a `type` besides these keys (the type was chosen before)."""
    return record({"type*": anything, **shapes})


def operated(cases: Mapping[str, Mapping[str, Shape]]) -> Shape:
    """Return a record whose `operator` chooses its other keys."""
    return by("operator", {word: tagged({"operator*": anything, **shapes}) for word, shapes in cases.items()})


def same(operators: str, shapes: Mapping[str, Shape]) -> dict[str, Mapping[str, Shape]]:
    """Return the same keys for each of some operators."""
    return dict.fromkeys(operators.split(), shapes)


DATE = operated(
    {
        **same("alltime flow-start anniversary anniversary-month", {}),
        **same(
            "at-least in-the-last in-the-next anniversary-last anniversary-next",
            {"unit*": UNITS, "quantity*": whole(0)},
        ),
        **same("after before", {"date*": text(least=1)}),
        "between": {"start*": whole(), "end*": whole(), "unit*": UNITS},
        "between-static": {"start*": text(least=1), "end*": text(least=1)},
        "calendar-month": {"value*": whole(1, 12)},
    }
)
STRING = operated(
    {
        **same("in not-in phone-country-code-in phone-country-code-not-in", {"value*": list_of(text())}),
        **same("contains ends-with equals starts-with regex nregex", {"value*": maybe(text())}),
        **same("not-contains not-ends-with not-equals not-starts-with", {"value*": maybe(text())}),
    }
)
NUMERIC = operated(
    {
        **same("equals not-equals greater-than greater-than-or-equal less-than less-than-or-equal", {"value*": number}),
        "between": {"start*": number, "end*": number},
    }
)
LIST = operated(
    {
        **same("contains not-contains contains-substring not-contains-substring", {"value*": anything}),
        **same("contains-all contains-any not-contains-all not-contains-any", {"value*": list_of(text())}),
        **same("length-equals length-greater-than length-greater-than-or-equal", {"value*": whole()}),
        **same("length-less-than length-less-than-or-equal", {"value*": whole()}),
    }
)
FILTER = by(
    "type",
    {
        "string": STRING,
        "numeric": NUMERIC,
        "date": DATE,
        "list": LIST,
        "boolean": tagged({"operator*": one_of("equals"), "value*": flag}),
        "existence": tagged({"operator*": one_of("is-set", "not-set")}),
    },
)
CONSENT = record(
    {
        "channel*": one_of("email", "sms", "push"),
        "can_receive_marketing*": flag,
        "consent_status*": record(
            {"subscription*": one_of("any", "subscribed", "unsubscribed", "never_subscribed")}, closed=False
        ),
    }
)
METRIC_COUNT = tagged(
    {
        "metric_id*": text(least=1),
        "measurement*": one_of("count", "sum"),
        "measurement_filter*": by("type", {"numeric": NUMERIC}),
        "timeframe_filter*": by("type", {"date": DATE}),
        "metric_filters": maybe(list_of(record({"property*": text(least=1), "filter": FILTER}))),
    }
)
RECENCY = tagged({"timeframe_filter*": by("type", {"date": DATE})})
EVENT_PROPERTY = tagged({"metric_id*": maybe(text(least=1)), "field*": text(least=1), "filter*": FILTER})

# Conditions that the studio has no words for: their keys are left to the service's own description.
UNTOLD = record({"type*": anything}, closed=False)

PROFILE = {
    "profile-property": tagged({"property*": text(least=1), "filter*": FILTER}),
    "profile-group-membership": tagged(
        {"is_member*": flag, "group_ids*": list_of(text(least=1), 1), "timeframe_filter": maybe(FILTER)}
    ),
    "profile-region": tagged({"in_region*": flag, "region*": one_of("european_union", "united_states")}),
    "profile-marketing-consent": tagged({"consent*": CONSENT}),
    "profile-metric": METRIC_COUNT,
    "profile-sample": tagged({"percentage*": whole(1, 99)}),
    "profile-not-sent-email": RECENCY,
    "profile-not-sent-sms": RECENCY,
    "profile-not-sent-push": RECENCY,
    "profile-permissions": UNTOLD,
    "profile-postal-code-distance": UNTOLD,
    "profile-predictive-analytics": UNTOLD,
    "profile-has-custom-object": UNTOLD,
}
EVENT = {
    "metric-property": EVENT_PROPERTY,
    "price-drop-property": EVENT_PROPERTY,
    "low-inventory-property": EVENT_PROPERTY,
    "custom-object-property": UNTOLD,
    "custom-object-trigger-property": UNTOLD,
}


def groups(conditions: Mapping[str, Shape]) -> Shape:
    """Return a filter of groups (all must hold) of such conditions (one must hold)."""
    group = record({"conditions*": list_of(by("type", conditions), 1)})
    return record({"condition_groups*": list_of(group, 1)})


PROFILE_FILTER = groups(PROFILE)
ENTRY_FILTER = groups({**PROFILE, "profile-not-in-flow": RECENCY})
EVENT_FILTER = groups(EVENT)
BRANCH_FILTER = groups({**PROFILE, **EVENT})
