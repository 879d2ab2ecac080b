"""Which automatic snapshots may go: all of today stay, then one a day for a month; what a person named stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.store.snapshots import Snapshot

DAYS = 30


def superfluous(snapshots: Sequence[Snapshot], now: datetime) -> tuple[int, ...]:
    """Return the ids that may go; `snapshots` are the latest first, and a day is one where `now` is told.

    Of a day that is over its last automatic snapshot stays.
    """
    today = now.date()
    kept: set[date] = set()
    going = []
    for snapshot in snapshots:
        day = datetime.fromisoformat(snapshot.at).astimezone(now.tzinfo).date()
        if not snapshot.automatic or day >= today:
            continue
        if day in kept or day < today - timedelta(days=DAYS):
            going.append(snapshot.id)
        kept.add(day)
    return tuple(going)
