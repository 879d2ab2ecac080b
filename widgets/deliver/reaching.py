"""Whether a delivery changes what runs at a service, so that readers get it at once."""

from __future__ import annotations

from studio.delivery.drift import LIVE_AT_ONCE
from widgets.deliver.delivery import Delivery


def reaches_readers(delivery: Delivery) -> bool:
    """Return whether the push did change what runs, or would as it was chosen."""
    prepared, sent = delivery.prepared, delivery.sent
    told = sent.delivered.told if sent else prepared.foreseen.told if prepared else ()
    return any(one.thing.reason.message == LIVE_AT_ONCE.message for one in told)
