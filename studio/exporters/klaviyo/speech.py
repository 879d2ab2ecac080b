"""In which names a flow's merge tags are written: those of an integration, or those read from the account."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from studio.errors import StudioError
from studio.exporters.base import Resolved, Work
from studio.exporters.klaviyo.options import READ, Options
from studio.model.codec import from_plain
from studio.model.message import Message
from studio.tags.coupons import coupon_name
from studio.tags.dialect import Dialect
from studio.tags.grammar import Grammar, Profile, shipped_grammar
from studio.tags.services import service_dialect

PROFILE = "profile"
"""The name under which `Resolved` carries the profile that was read, as JSON."""


def speech(work: Work, options: Options, resolved: Resolved) -> Callable[[Message], Dialect]:
    """Return what gives the dialect of a message; each message has a coupon of its own.

    Raise StudioError where the profile shall be read from the account and was not.
    """
    grammar = _grammar(options, resolved)
    currency = work.project.brand.currency

    def speak(message: Message) -> Dialect:
        return service_dialect(
            grammar, options.profile, currency, work.language, coupon_name(work.project.id, message.id)
        )

    return speak


def _grammar(options: Options, resolved: Resolved) -> Grammar:
    grammar = shipped_grammar("klaviyo")
    if options.profile != READ:
        return grammar
    told = resolved.names.get(PROFILE)
    if not told:
        raise StudioError("The fields of the account's events were not read: choose one of the integrations.")
    profile = from_plain(Profile, json.loads(told), PROFILE)
    return replace(grammar, profiles=grammar.profiles.set(READ, profile))
