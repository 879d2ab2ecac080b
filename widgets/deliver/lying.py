"""What lies at a service as a draft and can be switched on there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studio.delivery.consignment import Parcel
from studio.delivery.golive import Ready, gone_live, ready_to_go_live
from studio.exporters.service import Service
from studio.model.journal import Journal


@dataclass(frozen=True, slots=True)
class Lying:
    """A flow at the service, and since when it is live by our doing ("" where it is not)."""

    ready: Ready
    live: str = ""


def lying(parcels: Iterable[Parcel], service: Service, account: str, journal: Journal) -> tuple[Lying, ...]:
    """Return what of a delivery can be switched on, or was; for use inside tasks."""
    found = ready_to_go_live(service, journal, [parcel.flow(account) for parcel in parcels])
    return tuple(Lying(ready, gone_live(journal, ready.flow, ready.key)) for ready in found)
