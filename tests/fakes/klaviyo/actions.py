"""The shapes of Klaviyo's flow actions: what each type requires, on create and on update."""

from __future__ import annotations

from collections.abc import Mapping

from tests.fakes.klaviyo.conditions import BRANCH_FILTER, EVENT_FILTER, PROFILE_FILTER
from tests.fakes.validate import (
    Shape,
    anything,
    banned,
    by,
    flag,
    list_of,
    map_of,
    maybe,
    number,
    one_of,
    record,
    text,
    whole,
)

ON_CREATE = "Not allowed on create."
ON_UPDATE = "Not allowed on an existing action; it has an id."
NULL = maybe(text())
STATUS = one_of("draft", "manual", "live", "disabled")
CLOCK = text(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d")
TIMEZONE = text(r"profile|UTC|[A-Za-z_]+(/[A-Za-z0-9_+-]+)+")
WEEKDAYS = list_of(one_of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
TRACKING = maybe(list_of(record({"param*": text(least=1), "value*": text()})))
ADDRESS = maybe(text(r"\S+@\S+|\{.*\}"))

# For what the studio never makes: an object whose keys are left to the service's own description.
UNTOLD = record({}, closed=False)
LINK = record({"next": NULL})
FORK = record({"next_if_true*": NULL, "next_if_false*": NULL})

SENDING = {"name": NULL, "smart_sending_enabled": flag, "additional_filters": maybe(PROFILE_FILTER)}
MARKETING = {**SENDING, "transactional": flag, "add_tracking_params": flag}
EMAIL = {
    **MARKETING,
    "from_email": ADDRESS,
    "from_label": NULL,
    "reply_to_email": ADDRESS,
    "cc_email": ADDRESS,
    "bcc_email": ADDRESS,
    "subject_line": NULL,
    "preview_text": NULL,
    "template_id": NULL,
    "custom_tracking_params": TRACKING,
}
SMS = {
    **MARKETING,
    "body*": text(least=1),
    "image_id": NULL,
    "dynamic_image": NULL,
    "message_hierarchy": maybe(list_of(anything)),
    "shorten_links": flag,
    "include_contact_card": flag,
    "add_org_prefix": flag,
    "add_info_link": flag,
    "add_opt_out_language": flag,
    "sms_quiet_hours_enabled": flag,
    "custom_tracking_params": TRACKING,
    "template_id": NULL,
}
PUSH = {
    **SENDING,
    "title": NULL,
    "body*": text(least=1),
    "sound": flag,
    "badge": flag,
    "badge_options": anything,
    "image_id": NULL,
    "dynamic_image": NULL,
    "video_asset_id": NULL,
    "on_open": one_of("home", "link", "open_url"),
    "ios_link": NULL,
    "android_link": NULL,
    "web_url": NULL,
    "push_type": maybe(one_of("silent", "standard")),
    "kv_pairs": maybe(map_of(anything)),
    "conversion_metric_id": NULL,
    "action_buttons": maybe(list_of(anything)),
}
WHATSAPP = {**MARKETING, "vendor_id": NULL}
ALERT = {
    "from_email*": ADDRESS,
    "from_label*": NULL,
    "to_emails*": list_of(text(r"\S+@\S+"), 1),
    "subject_line*": NULL,
    "template_id": NULL,
    "name": NULL,
}
WEBHOOK = {"url*": NULL, "headers": maybe(map_of(text())), "body": NULL, "name": NULL}

TIME_DELAY = record(
    {
        "unit": one_of("days", "hours", "minutes"),
        "value*": whole(0),
        "secondary_value": maybe(whole(0)),
        "timezone": TIMEZONE,
        "delay_until_time": maybe(CLOCK),
        "delay_until_weekdays": maybe(WEEKDAYS),
    }
)
COUNTDOWN = record(
    {
        "unit": one_of("days", "months", "weeks"),
        "value": whole(0),
        "timezone": TIMEZONE,
        "delay_until_time": maybe(CLOCK),
        "delay_until_weekdays": maybe(WEEKDAYS),
    }
)
TARGET_DATE = record({"timezone": TIMEZONE, "target_time": CLOCK, "target_days": maybe(WEEKDAYS)})
TRIGGER_SPLIT = record(
    {
        "trigger_filter*": maybe(EVENT_FILTER),
        "trigger_id*": text(least=1),
        "trigger_type*": one_of("date", "list", "low-inventory", "metric", "price-drop", "scheduled", "segment"),
        "trigger_subtype": NULL,
    }
)
BRANCHES = record(
    {
        "name*": text(),
        "branches*": list_of(
            record(
                {
                    "branch_id*": text(least=1),
                    "order": maybe(whole()),
                    "is_else": flag,
                    "branch_filter": maybe(BRANCH_FILTER),
                    "links": LINK,
                    "name": NULL,
                }
            ),
            2,
        ),
    }
)
LIST_UPDATE = record({"name*": text(), "list_id*": text(least=1), "on_execution*": maybe(flag), "status": STATUS})
PROFILE_UPDATE = record(
    {
        "status": STATUS,
        "profile_operations*": list_of(
            record(
                {
                    "operator*": one_of("create", "update", "delete"),
                    "property_key*": text(least=1),
                    "property_type": one_of("boolean", "date", "list", "numeric", "string"),
                    "property_operation": maybe(one_of("add", "remove")),
                    "property_value": anything,
                }
            ),
            1,
        ),
    }
)
WINNER = record({"enabled*": flag, "automatic_end_date": NULL, "automatic_end_statistical_certainty*": flag})


def message(shapes: Mapping[str, Shape], create: bool) -> Shape:
    """Return the data of an action that sends: a status and a message."""
    identity = banned(ON_CREATE) if create else NULL
    return record({"status": STATUS, "message*": record({**shapes, "id": identity})})


def action(data: Shape | None, links: Shape, create: bool, *, forks: bool = False) -> Shape:
    """Return one type of action; `data` is None for a type that takes anything there."""
    identity = (
        {"temporary_id*": text(least=1), "id": banned(ON_CREATE)}
        if create
        else {"id*": text(least=1), "temporary_id": banned(ON_UPDATE)}
    )
    rest = {"type*": anything, "links*" if forks else "links": links}
    return record({**identity, **rest, **({"data": maybe(UNTOLD)} if data is None else {"data*": data})})


def experiment(arms: Mapping[str, Shape], create: bool, metrics: Shape, more: Mapping[str, Shape]) -> Shape:
    """Return the data of an A/B test: a main action and at least two variations of the types in `arms`."""
    arm = by("type", arms)
    banned_now = banned(ON_CREATE) if create else NULL
    test = {
        "name": NULL,
        "variations*": list_of(arm, 2),
        "allocations*": map_of(number),
        "winner_metric": maybe(metrics),
        "id": banned_now,
        "started": banned_now,
        **more,
    }
    running = banned(ON_CREATE) if create else one_of("draft", "live", "completed")
    return record(
        {"status": STATUS, "experiment_status": running, "main_action*": arm, "current_experiment*": record(test)}
    )


def actions(create: bool) -> Shape:
    """Return the shape of any action, as it must be on create or on update."""
    messages = {"send-email": EMAIL, "send-sms": SMS, "send-mobile-push": PUSH, "send-whatsapp": WHATSAPP}
    sends = {kind: action(message(shapes, create), LINK, create) for kind, shapes in messages.items()}
    mails = {kind: sends[kind] for kind in ("send-email", "send-sms")}
    pushes = {kind: sends[kind] for kind in ("send-mobile-push", "send-whatsapp")}
    mail_metrics = one_of("unique-opens", "unique-clicks", "unique-placed-orders", "submission")
    push_metrics = one_of("click-rate", "open-rate")
    winner = {"automatic_winner_selection_settings": maybe(WINNER)}
    tests = {
        "ab-test": action(experiment(mails, create, mail_metrics, winner), LINK, create),
        "content-experiment": action(experiment(pushes, create, push_metrics, {}), LINK, create),
    }
    return by("type", {**sends, **tests, **plain_actions(create)})


def plain_actions(create: bool) -> dict[str, Shape]:
    """Return the types that send nothing to a customer and hold no other action."""
    split = record({"profile_filter*": maybe(PROFILE_FILTER)})
    return {
        "send-internal-alert": action(message(ALERT, create), LINK, create),
        "send-webhook": action(message(WEBHOOK, create), LINK, create),
        "time-delay": action(TIME_DELAY, LINK, create),
        "countdown-delay": action(COUNTDOWN, LINK, create),
        "target-date": action(TARGET_DATE, LINK, create),
        "back-in-stock-delay": action(None, LINK, create),
        "conditional-split": action(split, FORK, create, forks=True),
        "trigger-split": action(TRIGGER_SPLIT, FORK, create, forks=True),
        "action-output-split": action(None, FORK, create, forks=True),
        "multi-branch-split": action(BRANCHES, maybe(UNTOLD), create),
        "update-profile": action(PROFILE_UPDATE, LINK, create),
        "list-update": action(LIST_UPDATE, LINK, create),
        "internal-service": action(None, LINK, create),
        "code": action(None, LINK, create),
    }


NEW_ACTION = actions(create=True)
KNOWN_ACTION = actions(create=False)
