"""What an account tells of its events: the fields that they really have, so that merge tags name the right ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from immutables import Map

from studio.delivery.dotted import at_path, text_of
from studio.delivery.http import Client
from studio.delivery.lookup import Lookup
from studio.errors import StudioError
from studio.exporters.base import Resolved, Work
from studio.exporters.klaviyo.options import READ, Options
from studio.exporters.klaviyo.speech import PROFILE
from studio.exporters.klaviyo.starts import starts_at_event, trigger_name
from studio.exporters.pieces import sequence_of
from studio.exporters.service import Rate
from studio.model.codec import to_plain
from studio.tags.catalogue import CART_ITEMS
from studio.tags.grammar import Profile
from studio.tags.guess import profile_from_properties

_RATE = Rate(per_second=1, per_minute=15)
_PATH = "/api/metrics/{id}/metric-properties?additional-fields[metric-property]=sample_values"


@dataclass(frozen=True, slots=True)
class EventFields:
    """The fields that an account has seen in an event, in its own order, with sample values where it has some."""

    names: tuple[str, ...]
    samples: Map[str, tuple[Any, ...]]


def event_profile(client: Client, metric: str) -> EventFields:
    """Return the fields of an event at Klaviyo, by the metric's name or id.

    Raise StudioError where the account has no such metric or several, KeyRefused where the key may not see them.
    """
    found = Lookup(client).id("metric", metric)
    answer = client.get(_PATH.format(id=quote(found, safe="")), "metric-properties", _RATE)
    rows = [row for row in at_path(answer, "data") or [] if at_path(row, "attributes.property")]
    samples = {text_of(at_path(row, "attributes.property")): _samples(row) for row in rows}
    return EventFields(tuple(samples), Map({name: values for name, values in samples.items() if values}))


def read_profile(client: Client, metric: str) -> Resolved:
    """Return what an exporter needs to name the fields of an event as this account has them (profile “read”).

    Raise StudioError where the event tells neither the cart's address nor its products: a push would say nothing.
    """
    fields = event_profile(client, metric)
    guessed = profile_from_properties(fields.names, fields.samples)
    if {"cart.url", CART_ITEMS} <= set(guessed.missing):
        raise StudioError("The event “{metric}” has no fields that a cart could be read from.", metric=metric)
    return Resolved(Map({PROFILE: json.dumps(to_plain(guessed.profile))}))


def resolved_for(connect: Callable[[], Client], work: Work, options: object) -> Resolved:
    """Return what must be read of the account before a flow is built with these options of a target.

    Mostly that is nothing, and nobody connects. Raise StudioError as `read_profile` does.
    """
    if not isinstance(options, Options) or options.profile != READ:
        return Resolved()
    sequence = sequence_of(work)
    if not starts_at_event(sequence, options):
        return Resolved(Map({PROFILE: json.dumps(to_plain(Profile()))}))
    with connect() as client:
        return read_profile(client, trigger_name(sequence, options))


def _samples(row: object) -> tuple[Any, ...]:
    values = at_path(row, "attributes.sample_values")
    return tuple(values) if isinstance(values, list) else ()
