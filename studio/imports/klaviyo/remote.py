"""What was fetched of one flow: its definition, its templates, and the names of what it refers to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from immutables import Map

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RemoteFlow:
    """A flow in the list of an account; `status` is the service's word for it."""

    id: str
    name: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Shop:
    """What the account says of the shop, as far as it says anything."""

    name: str = ""
    url: str = ""
    address: str = ""
    street: str = ""
    currency: str = ""
    sender_name: str = ""
    sender_email: str = ""
    locale: str = ""


@dataclass(frozen=True, slots=True)
class RemoteDocument:
    """Everything that is read of one flow: templates as HTML by id, names of metrics, lists and segments by id."""

    flow: RemoteFlow
    definition: Json
    templates: Map[str, str] = field(default_factory=Map)
    names: Map[str, str] = field(default_factory=Map)
    shop: Shop = Shop()

    def named(self, remote_id: str) -> str:
        """Return the name of a metric, a list or a segment, or its id where the account does not tell."""
        return self.names.get(remote_id, remote_id)
