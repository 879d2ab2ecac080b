"""The one table of what goes wrong on purpose: which call of which path fails, and how."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase

from tests.fakes.wire import Received


class Fault(StrEnum):
    """A way to fail. *Before* means that nothing was done; all the others happen after the service did its work."""

    BUSY = "busy"  # 429 with Retry-After, nothing done
    ERROR_BEFORE = "error before"  # 500, nothing done
    RESET_BEFORE = "reset before"  # connection reset, nothing done
    ERROR_AFTER = "error after"  # 500, but done
    RESET_AFTER = "reset after"  # connection reset, but done: the answer is lost
    SLOW = "slow"  # done, and answered late
    CUT = "cut"  # done; the answer ends in the middle of its body
    MALFORMED = "malformed"  # done; the answer's body is no JSON

    @property
    def comes_first(self) -> bool:
        """Say whether the service fails before it does anything."""
        return self in {Fault.BUSY, Fault.ERROR_BEFORE, Fault.RESET_BEFORE}


@dataclass(slots=True)
class Rule:
    """Fail calls number `nth` to `nth + times - 1` (0 times: all from then on) of a method and path pattern.

    Calls are counted from 1 since the rule was made. `retry_after` is the header of BUSY (None: no such header),
    `seconds` the longest that SLOW waits.
    """

    method: str
    path: str
    fault: Fault
    nth: int = 1
    times: int = 1
    retry_after: int | str | None = 1
    seconds: float = 30
    seen: int = 0

    def strikes(self, received: Received) -> bool:
        """Count the call if it is one of this rule's, and say whether it is to fail."""
        if self.method not in {"*", received.method} or not fnmatchcase(received.path, self.path):
            return False
        self.seen += 1
        return self.seen >= self.nth and (not self.times or self.seen < self.nth + self.times)


@dataclass(slots=True)
class Faults:
    """The rules of one fake; where two strike at once, the older wins. `fired` tells which calls failed and how."""

    rules: list[Rule] = field(default_factory=list)
    fired: list[tuple[str, str, Fault]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def on(
        self,
        method: str,
        path: str,
        fault: Fault,
        *,
        nth: int = 1,
        times: int = 1,
        retry_after: int | str | None = 1,
        seconds: float = 30,
    ) -> Rule:
        """Add a rule; `path` is a pattern as of a shell (`/api/templates*`), `method` may be `*`."""
        self.rules.append(Rule(method, path, fault, nth, times, retry_after, seconds))
        return self.rules[-1]

    def strike(self, received: Received) -> Rule | None:
        """Count a call for every rule and return the one that makes it fail."""
        struck = [rule for rule in self.rules if rule.strikes(received)]
        if not struck:
            return None
        self.fired.append((received.method, received.path, struck[0].fault))
        return struck[0]

    def clear(self) -> None:
        """Forget all rules, and let slow answers go."""
        self.rules.clear()
        self.release()

    def release(self) -> None:
        """Let every slow answer go now, and make later ones prompt."""
        self.released.set()
