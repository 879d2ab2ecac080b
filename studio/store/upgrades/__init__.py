"""Numbered steps from older schemas to newer ones; each is frozen for ever and calls no code outside its module.

A step lives in a module of its own (`to_0002_….py`), speaks SQL to both databases through the connection it is given,
and is listed in `UPGRADES`. Nobody changes a step after its release: files made by that release have been through it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from studio.store.upgrades import to_0002_queue, to_0003_journal

FIRST = 1
"""The schema number of the first release."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """A step to schema `number` from the one before it; `run` raises to leave everything as it was."""

    number: int
    run: Callable[[Connection], None]


UPGRADES: tuple[Upgrade, ...] = (Upgrade(2, to_0002_queue.run), Upgrade(3, to_0003_journal.run))


def newest(upgrades: tuple[Upgrade, ...]) -> int:
    """Return the schema number that these steps lead to."""
    return max((upgrade.number for upgrade in upgrades), default=FIRST)
