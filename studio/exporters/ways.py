"""What a service's flow has of a sequence: the steps and branches that became something there, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from studio.model.sequence import branches
from studio.model.steps import Arm, Experiment, Path, Send, Step, Stop, Wait

Branch = Arm | Path
Steps = tuple[Step, ...]


@dataclass(slots=True)
class Ways:
    """Kept by a compiler while it builds: what a sequence's steps and branches became at the service, by their ids.

    A branch that readers take by a question or by chance becomes the actions that ask or draw; one that everybody
    takes who comes there asks nothing and is `open`. What is in neither was left out.
    """

    made: dict[str, set[str]] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)

    def make(self, name: str, *actions: str) -> None:
        """Note the actions that a step or the question of a branch became; none where nothing was left to lead to."""
        self.made.setdefault(name, set()).update(actions)

    def lead(self, branch: str) -> None:
        """Note that everybody who comes to a branch takes it."""
        self.open.add(branch)

    def keep(self, actions: Iterable[str]) -> None:
        """Forget the actions that were taken away again: only these are left."""
        left = frozenset(actions)
        self.made = {name: made & left for name, made in self.made.items()}

    def has(self, name: str) -> bool:
        """Return whether a step, or the question of a branch, is in the service's flow."""
        return bool(self.made.get(name))

    def dropped(self, name: str) -> bool:
        """Return whether a step, or the question of a branch, was built and taken away again."""
        return name in self.made and not self.made[name]

    def knows(self, branch: str) -> bool:
        """Return whether a branch was built, even if it was taken away again."""
        return branch in self.made or branch in self.open

    def behind(self, step: Step) -> tuple[Branch, ...]:
        """Return the branches after one that everybody takes who comes there."""
        found = drawn(step)
        first = next((number for number, branch in enumerate(found) if branch.id in self.open), len(found))
        return found[first + 1 :]

    def divides(self, step: Step) -> bool:
        """Return whether readers are really divided at a step."""
        return any(self.has(branch.id) for branch in branches(step))

    def taken(self, step: Step) -> tuple[Branch, ...]:
        """Return the branches that are in the service's flow; the only one of a step that divides nobody is dissolved.

        What follows a question that was taken away again is not: nobody is asked there.
        """
        found = drawn(step)
        if self.divides(step):
            return tuple(branch for branch in found if self.has(branch.id) or branch.id in self.open)
        if any(self.dropped(branch.id) for branch in found):
            return ()
        return tuple(branch for branch in found if branch.id in self.open)[:1]

    def untaken(self, step: Step) -> tuple[Branch, ...]:
        """Return the branches that are not in the service's flow."""
        taken = self.taken(step)
        return tuple(branch for branch in drawn(step) if branch not in taken)


@dataclass(frozen=True, slots=True)
class Stage:
    """A step where it stands in the service's flow: in which branches, outermost first, after what and before what."""

    step: Step
    where: tuple[Branch, ...]
    past: Steps
    ahead: Steps


def drawn(step: Step) -> tuple[Branch, ...]:
    """Return the branches that readers are meant to take: those of a test with a weight above zero, if any has one."""
    if isinstance(step, Experiment):
        return tuple(path for path in step.paths if path.weight > 0) or step.paths
    return branches(step)


def stages(
    steps: Steps, ways: Ways, where: tuple[Branch, ...] = (), past: Steps = (), then: Steps = ()
) -> Iterator[Stage]:
    """Yield every step that readers can come to, in reading order; left out sends are among them, left out ways not.

    `past` and `then` are the steps before and after these.
    """
    for index, step in enumerate(steps):
        rest = steps[index + 1 :]
        if isinstance(step, Stop):
            return
        yield Stage(step, where, past, rest + then)
        taken = ways.taken(step)
        if taken and not ways.divides(step):
            yield from stages(taken[0].steps + rest, ways, where, past, then)
            return
        for branch in taken:
            yield from stages(branch.steps, ways, (*where, branch), past, rest + then)
        if _stop_all(step, ways):
            return
        past = (*past, step)


def _stops(steps: Steps, ways: Ways) -> bool:
    return any(isinstance(step, Stop) or _stop_all(step, ways) for step in steps)


def _stop_all(step: Step, ways: Ways) -> bool:
    """Return whether nobody comes out of a split or a test: every way stops, and one is there for every reader."""
    taken = ways.taken(step)
    for_all = isinstance(step, Experiment) or any(branch.id in ways.open for branch in taken)
    return bool(taken) and for_all and all(_stops(branch.steps, ways) for branch in taken)


def message_after(stage: Stage, ways: Ways) -> str:
    """Return the id of the first message after a stage, or the empty string."""
    return next((one.step.message for one in stages(stage.ahead, ways) if isinstance(one.step, Send)), "")


def message_before(stage: Stage) -> str:
    """Return the id of the last message before a stage in its own way, or the empty string."""
    return next((step.message for step in reversed(stage.past) if isinstance(step, Send)), "")


def sent(steps: Steps, ways: Ways) -> Iterator[str]:
    """Yield the ids of the messages that readers really get."""
    found = (one.step for one in stages(steps, ways) if ways.has(one.step.id))
    return (step.message for step in found if isinstance(step, Send))


def waits(steps: Steps, ways: Ways) -> Iterator[Wait]:
    """Yield the waits that readers come to."""
    return (one.step for one in stages(steps, ways) if isinstance(one.step, Wait))
