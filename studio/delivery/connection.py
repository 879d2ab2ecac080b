"""Asking a service whether a key is good, and whose account it opens."""

from __future__ import annotations

from dataclasses import dataclass

from studio.delivery.dotted import at_path, text_of
from studio.delivery.http import Client
from studio.exporters.service import Service


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose account a key opens: the account's own name, and what tells it from every other (its id, else the name)."""

    name: str
    id: str


def account_of(service: Service, client: Client) -> Holder:
    """Return whose account the client's key opens.

    Raise KeyRefused for a bad key and ServiceTrouble where the service cannot be reached.
    """
    answer = client.get(service.check, "check")
    name = text_of(at_path(answer, service.account_name)) or service.label
    return Holder(name, text_of(at_path(answer, service.account_id)) or name)
