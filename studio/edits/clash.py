"""What two people changed differently, and who decides: kept apart so that every kind of merge can use it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from studio.edits.places import Path, place_words
from studio.errors import Conflict


@dataclass(frozen=True, slots=True)
class Clash:
    """One place that both sides changed differently; None stands for something that is not there.

    `path` leads there by field names, map keys and ids; for an order of ids the three values are tuples of ids.
    """

    path: Path
    base: object
    mine: object
    theirs: object


Policy = Callable[[Clash], object]


def theirs_stays(clash: Clash) -> object:
    """Keep what the other side wrote."""
    return clash.theirs


def mine_wins(clash: Clash) -> object:
    """Keep what this side wrote."""
    return clash.mine


def refuse(clash: Clash) -> object:
    """Raise Conflict naming the place."""
    raise Conflict("{place} was changed in the meantime.", place=place_words(clash.path))


@dataclass(slots=True)
class Judge:
    """Decides clashes by one policy and remembers them, in the order in which they were met."""

    policy: Policy
    clashes: list[Clash] = field(default_factory=list)

    def decide(self, path: Path, base: object, mine: object, theirs: object) -> object:
        """Record a clash and return the value that the policy keeps."""
        clash = Clash(path, base, mine, theirs)
        self.clashes.append(clash)
        return self.policy(clash)
