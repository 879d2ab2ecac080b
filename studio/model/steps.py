"""The tree of steps that a sequence is made of; a split's arms rejoin at the step after it."""

from __future__ import annotations

from dataclasses import dataclass

from studio.model.conditions import Condition


@dataclass(frozen=True, slots=True)
class Send:
    """Send a message; readers who fail any condition in `only_if` go on without it."""

    id: str
    message: str
    only_if: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait `minutes`, then on until a time of day and an allowed weekday where these are given.

    `until_time` is "HH:MM" in the reader's time zone or empty; `weekdays` are ISO numbers (1 Monday ... 7 Sunday),
    empty for any day. They count from the moment the duration has passed. `window` is "HH:MM-HH:MM" or empty: the
    wait ends at the first moment inside it. `until_day` "delivery" waits for the day of the expected delivery plus
    `days` (less than 0: before it) at `until_time`; such a wait has no minutes, and ends at once where that has passed.
    """

    id: str
    minutes: int = 0
    until_time: str = ""
    weekdays: tuple[int, ...] = ()
    window: str = ""
    until_day: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class Arm:
    """One way through a split: taken by readers who meet all conditions; without conditions it is the default arm."""

    id: str
    name: str
    conditions: tuple[Condition, ...] = ()
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Split:
    """Readers take the first arm whose conditions they meet; the last arm has none and takes the rest."""

    id: str
    name: str
    arms: tuple[Arm, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """One way through an experiment; readers are drawn by weight (any positive numbers, shares of their sum)."""

    id: str
    name: str
    weight: float = 1.0
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Experiment:
    """Different paths drawn by chance, which rejoin at the step after it."""

    id: str
    name: str
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark to colleagues at a place in the flow; nothing happens here."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Stop:
    """The reader leaves the flow here."""

    id: str


Step = Send | Wait | Split | Experiment | Note | Stop
