"""What a service's complaint or a lost line becomes: one clear sentence of the right kind."""

from __future__ import annotations

from math import ceil
from typing import Any

from studio.errors import ServiceTrouble, StudioError
from studio.exporters.service import Service
from studio.i18n import N_

_HOURS = 2 * 3600
"""Seconds from which on a wait is told in hours."""

WORDS = 500
"""Letters of a service's own words that are shown at most."""


class Refused(StudioError):
    """The service understood and said no (4xx); the same request would be refused again."""


class KeyRefused(Refused):
    """The key is not known, or may not do this (401, 403)."""


class NotThere(Refused):
    """The service does not know the thing (404, 410): somebody deleted it."""


class AnswerLost(ServiceTrouble):
    """Nobody knows whether a request was carried out: it must be looked up before it is sent again."""


def refusal(service: Service, status: int, body: Any) -> StudioError:  # noqa: ANN401 - JSON of any shape
    """Return the error for an answer that is no success, with the service's own words in it."""
    said = " ".join(service.words(status, body).split())[:WORDS] or f"HTTP {status}"
    if status == 401:
        return KeyRefused(N_("{service} does not accept the key: {said}"), service=service.label, said=said)
    if status == 403:
        lacked = next((scope for scope in service.scopes if scope in said), "")
        if lacked:
            return KeyRefused(
                N_("The key for {service} lacks “{scope}”, which is needed {purpose}: make one that has it."),
                service=service.label,
                scope=lacked,
                purpose=service.scopes[lacked],
            )
        return KeyRefused(
            N_("The key for {service} may not do this: {said} Give the key the missing permission, or make a new one."),
            service=service.label,
            said=said,
        )
    if status in (404, 410):
        return NotThere(N_("{service} does not know this any more: {said}"), service=service.label, said=said)
    return Refused(N_("{service} refused this: {said}"), service=service.label, said=said)


def redirected(service: Service) -> StudioError:
    """Return the error for a redirect, which is never followed: the key would travel with it."""
    return StudioError(
        N_("{service} sent the request on to another address. The key is not sent there; check the account's address."),
        service=service.label,
    )


class Busy(ServiceTrouble):
    """A service takes no more requests for longer than anybody would wait; `seconds` is how long."""

    seconds: float = 0


def busy(service: Service, seconds: float) -> Busy:
    """Return the error for a service that takes no more requests for longer than anybody would wait."""
    if seconds > _HOURS:
        words = N_("{service} takes no more requests for now; try again after {hours} hours. What was sent is kept.")
        error = Busy(words, service=service.label, hours=ceil(seconds / 3600))
    else:
        words = N_(
            "{service} takes no more requests for now; try again after {minutes} minutes. What was sent is kept."
        )
        error = Busy(words, service=service.label, minutes=ceil(seconds / 60))
    error.seconds = seconds
    return error


def unreachable(service: Service) -> ServiceTrouble:
    """Return the error for a service that cannot be reached or keeps failing."""
    return ServiceTrouble(
        N_("{service} cannot be reached or does not work at the moment; try again later."), service=service.label
    )


def lost(service: Service) -> AnswerLost:
    """Return the error for a create whose answer never came."""
    return AnswerLost(
        N_("The answer of {service} was lost. Push again: what arrived there is found and not made twice."),
        service=service.label,
    )
