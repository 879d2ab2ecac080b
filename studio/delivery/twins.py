"""Two machines that push the same flow for the first time at the same moment: each makes everything, and neither knows.

No service can be told to make a thing only where there is none of its name. So after the first push of a flow the lists
are read once more: a thing that is there twice is told to the person, who keeps one of the two; nothing is deleted.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace

from studio.delivery.lookup import Item, Lookup
from studio.delivery.report import Action, Outcome
from studio.errors import StudioError
from studio.exporters.service import Service
from studio.i18n import sentence
from studio.tasks import Cancelled

log = logging.getLogger(__name__)


def told_of_twins(things: Iterable[Outcome], service: Service, lookup: Lookup) -> tuple[Outcome, ...]:
    """Return what a push did, with a word to each thing that somebody else made at the same time.

    Where the service cannot be asked just now, or no longer takes the key, nothing is added: what was pushed is there
    all the same.
    """
    some = tuple(things)
    try:
        found = {kind: lookup.fresh(listing) for kind in _made(some) if (listing := service.resources[kind].find)}
    except Cancelled:
        raise
    except StudioError:
        log.warning("nobody looked for twins: the service did not answer")
        return some
    return tuple(_told(thing, found.get(thing.kind, ()), service) for thing in some)


def twin(lookup: Lookup, service: Service, kind: str, name: str, remote_id: str) -> Item | None:
    """Return another thing of exactly this name, or None."""
    listing = service.resources[kind].find
    items = lookup.items(listing) if listing and name else ()
    return next((item for item in items if item.name == name and item.id != remote_id), None)


def _made(things: Iterable[Outcome]) -> list[str]:
    return list(dict.fromkeys(thing.kind for thing in things if thing.action is Action.CREATED))


def _told(thing: Outcome, items: Iterable[Item], service: Service) -> Outcome:
    ids = [item.id for item in items if thing.name and item.name == thing.name]
    if thing.action is not Action.CREATED or len(ids) < 2:
        return thing
    others = ", ".join(one for one in ids if one != thing.remote_id)
    words = {"service": service.label, "ours": thing.remote_id, "others": others}
    reason = sentence(
        "It is new, but another push made one of the same name at the same moment: {service} has {ours} (used here) and"
        " {others}. Keep one of them and delete the other there.",
        **words,
    )
    return replace(thing, reason=reason)
