"""Asking a service whether a key is good, whose account it opens, and what the key may not do."""

from __future__ import annotations

from dataclasses import dataclass

from studio.delivery.accounts import origin
from studio.delivery.dotted import all_at, at_path, text_of
from studio.delivery.http import Client
from studio.delivery.refusals import KeyRefused, Refused
from studio.exporters.service import Service
from studio.i18n import Sentence, sentence
from studio.model.ids import derived_id


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose account a key opens: the account's own name, and what tells it from every other.

    That is its id, else the address where every account has one of its own, else the name. `missing` are the scopes
    that the key lacks, as far as that shows without writing anything; `also` is under what else it may have been kept.
    """

    name: str
    id: str
    missing: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def account_of(service: Service, client: Client, *, probing: bool = True) -> Holder:
    """Return whose account the client's key opens, and with `probing` which scopes it lacks.

    A service that cannot be asked (no `check`) is known by the host of its address, and told from others there by a
    digest of the whole address, which may hold a secret. Raise KeyRefused for a bad key and ServiceTrouble where the
    service cannot be reached.
    """
    if not service.check:
        return Holder(origin(client.base_url)[1], _by_address(client))
    answer = client.get(service.check, "check")
    name = text_of(at_path(answer, service.account_name)) or service.label
    missing = missing_scopes(service, client) if probing else ()
    found = [text_of(at_path(answer, path)) for path in service.account_id.split("|")]
    ids = list(dict.fromkeys(filter(None, found)))
    if not service.account_id and not service.base_url and not service.address_of:
        ids = [_by_address(client), name]
    return Holder(name, ids[0] if ids else name, missing, tuple(ids[1:]))


def _by_address(client: Client) -> str:
    """Return what tells an account from others by its address alone."""
    return f"{origin(client.base_url)[1]}/{derived_id('address', client.base_url)}"


def missing_scopes(service: Service, client: Client) -> tuple[str, ...]:
    """Return the scopes of a service that the client's key lacks, as far as reading shows.

    A service that tells them all (`scopes_at`) is believed; else every probe that is refused names one. Many scopes to
    write show only when something is written: a push that is refused then names them in the service's own words.
    """
    if service.scopes_at:
        return _untold(service, client)
    return tuple(scope for scope in service.scopes if scope in service.probes and _refused(client, service, scope))


def _untold(service: Service, client: Client) -> tuple[str, ...]:
    try:
        answer = client.get(service.scopes_at, "scopes")
    except Refused:
        return ()
    told = all_at(answer, service.scopes_in)
    return tuple(scope for scope in service.scopes if scope not in told) if told else ()


def _refused(client: Client, service: Service, scope: str) -> bool:
    try:
        client.get(service.probes[scope], f"probe:{scope}")
    except KeyRefused:
        return True
    except Refused:
        return False  # it says nothing of the key
    return False


def lacking(service: Service, holder: Holder) -> tuple[Sentence, ...]:
    """Return a sentence for each scope that a key lacks, with what it is needed for."""
    return tuple(
        sentence("The key lacks “{scope}”, which is needed {purpose}.", scope=scope, purpose=service.scopes[scope])
        for scope in holder.missing
    )
