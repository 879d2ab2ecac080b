"""What the person does to the flow: each verb is one step of the history, or one clear refusal."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from immutables import Map
from PySide6.QtCore import QMimeData, QObject, Signal

from studio.edits import arms, carrying, steering, steps
from studio.edits.tree import END as AT_END
from studio.edits.tree import Node, Spot, nodes_of
from studio.errors import StudioError
from studio.i18n import Sentence, Translator, sentence
from studio.model.message import Message
from studio.model.project import Project
from studio.model.sequence import Sequence
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Stop, Wait
from widgets.desk import Desk
from widgets.flow.loads import Origin, has_steps, origin_of, packed, unpacked
from widgets.notices import Tone
from widgets.takingback import taking_back

_KINDS: Map[type, Sentence] = Map(
    {
        Wait: sentence("the wait"),
        Note: sentence("the note"),
        Stop: sentence("the stop"),
        Split: sentence("the split"),
        Experiment: sentence("the experiment"),
        Arm: sentence("the arm"),
        Path: sentence("the path"),
    }
)
_STEP = sentence("the step")
STEERING = {"up": steering.up, "down": steering.down, "out": steering.out, "into": steering.into}


class Verbs(QObject):
    """Does things to the open sequence of a desk."""

    picked = Signal(str)
    """The id of what should be selected now."""

    def __init__(self, desk: Desk) -> None:
        """Work on the sequence where the writer is."""
        super().__init__()
        self._desk = desk
        self.words = desk.words

    @property
    def sequence(self) -> Sequence | None:
        """Return the sequence where the writer is, or None."""
        session = self._desk.session
        return session.project.sequences.get(self._desk.here.spot.sequence) if session.is_open else None

    def node(self, id_: str) -> Node | None:
        """Return a step, arm or path of the open sequence, or None."""
        found = self.sequence
        return next((node for node in nodes_of(found.steps) if node.id == id_), None) if found else None

    def fork_of(self, id_: str) -> Split | Experiment | None:
        """Return the split or experiment with this id, or the one that an arm or a path belongs to."""
        steps_ = self.sequence.steps if self.sequence else ()
        forks = (node for node in nodes_of(steps_) if isinstance(node, (Split, Experiment)))
        return next((fork for fork in forks if id_ in (fork.id, *(way.id for way in _ways(fork)))), None)

    def do(self, label: str, make: Callable[[Project, str], Project], merge_key: Hashable = None) -> bool:
        """Do a verb, `make(project, sequence id)`, as one step; say why not where it refuses."""
        sequence = self.sequence
        if sequence is None:
            return False
        try:
            self._desk.session.do(label, make(self._desk.session.project, sequence.id), merge_key)
        except StudioError as refusal:
            self._desk.notices.refuse(refusal)
            return False
        return True

    def add(self, label: str, make: Callable[[Project, str], Project]) -> str:
        """Do a verb that brings something new, select the first new step, and return its id (empty if refused)."""
        known = {node.id for node in nodes_of(self.sequence.steps)} if self.sequence else set()
        if not self.do(label, make) or self.sequence is None:
            return ""
        new = next((node.id for node in nodes_of(self.sequence.steps) if node.id not in known), "")
        self.picked.emit(new)
        return new

    def move(self, id_: str, spot: Spot) -> bool:
        """Move a step to a place of the same sequence."""
        label = self._desk.words("Move {what}", what=self.named(id_))
        done = self.do(label, lambda project, sequence: steps.move_step(project, sequence, id_, spot))
        self.picked.emit(id_)
        return done

    def steer(self, id_: str, way: str) -> bool:
        """Move a step "up", "down", "out" of its arm or "into" one; an arm or a path among its like."""
        sequence, node = self.sequence, self.node(id_)
        if sequence is None or node is None:
            return False
        if isinstance(node, (Arm, Path)):
            before = _before(self.fork_of(id_), id_, way)
            return before is not None and self.move_way(id_, before)
        spot = STEERING[way](sequence.steps, id_)
        return self.move(id_, spot) if spot else False

    def move_way(self, id_: str, before: str) -> bool:
        """Move an arm or a path before another one of its fork."""
        label = self._desk.words("Move {what}", what=self.named(id_))
        done = self.do(label, lambda project, sequence: arms.move_arm(project, sequence, id_, before))
        self.picked.emit(id_)
        return done

    def remove(self, id_: str) -> bool:
        """Remove a step, arm or path, and say in a notice what went, with a way back."""
        node, words = self.node(id_), self._desk.words
        if node is None:
            return False
        name, gone = self.named(id_), _sent_in(self._desk.session.project, node)
        verb = arms.remove_arm if isinstance(node, (Arm, Path)) else steps.remove_step
        done = self.do(words("Remove {what}", what=name), lambda project, sequence: verb(project, sequence, id_))
        if done:
            self._desk.notices.say(_gone(words, name, gone), Tone.PLAIN, words("Undo"), taking_back(self._desk))
        return done

    def duplicate(self, id_: str) -> str:
        """Put a copy right after a step, or beside an arm or a path; return the copy's id."""
        label = self._desk.words("Duplicate {what}", what=self.named(id_))
        if isinstance(self.node(id_), (Arm, Path)):
            return self.add(label, lambda project, sequence: arms.copy_arm(project, sequence, id_))
        return self.add(label, lambda project, sequence: carrying.duplicate_step(project, sequence, id_))

    def taken(self, id_: str) -> QMimeData:
        """Return a step as data for the clipboard or a drag; an arm or a path says only where it stands."""
        project, sequence, node = self._desk.session.project, self.sequence, self.node(id_)
        if sequence is None or node is None:
            return QMimeData()
        load = None if isinstance(node, (Arm, Path)) else carrying.carried(project, sequence.id, id_)
        return packed(load, Origin(project.id, sequence.id, id_), self.named(id_))

    def paste(self, data: QMimeData, spot: Spot = AT_END) -> str:
        """Put what the clipboard holds at a place, as something new; return the id of the step."""
        try:
            load = unpacked(data)
        except StudioError as refusal:
            self._desk.notices.refuse(refusal)
            return ""
        label = self._desk.words("Paste")
        return self.add(label, lambda project, sequence: carrying.put_down(project, sequence, load, spot))

    def drop(self, data: QMimeData, spot: Spot, *, copies: bool) -> bool:
        """Take what was dragged to a place: move what is ours, unless `copies`, and put down what is not."""
        origin, sequence = origin_of(data), self.sequence
        project = self._desk.session.project
        ours = origin and sequence and (origin.project, origin.sequence) == (project.id, sequence.id)
        if origin and ours and self.node(origin.id) is not None and not copies:
            is_step = has_steps(data)
            return self.move(origin.id, spot) if is_step else self.move_way(origin.id, spot.before)
        return has_steps(data) and bool(self.paste(data, spot))

    def named(self, id_: str) -> str:
        """Return what a step is called in labels and notices: “Mild reminder”, or “the wait”."""
        words, node = self._desk.words, self.node(id_)
        if isinstance(node, Send):
            return words("“{words}”", words=self._desk.session.project.messages[node.message].name)
        if isinstance(node, (Split, Experiment, Arm, Path)) and node.name:
            return words("“{words}”", words=node.name)
        return words.say(_KINDS.get(type(node), _STEP))


def _gone(words: Translator, name: str, sent: tuple[Message, ...]) -> str:
    if len(sent) > 1:
        return words("{what} is gone, with {count} messages.", what=name, count=len(sent))
    return words("{what} is gone.", what=name)


def _sent_in(project: Project, node: Node) -> tuple[Message, ...]:
    """Return the messages that a step, or what lies in it, sends."""
    sent = dict.fromkeys(each.message for each in nodes_of((node,)) if isinstance(each, Send))
    return tuple(project.messages[id_] for id_ in sent)


def _before(fork: Split | Experiment | None, id_: str, way: str) -> str | None:
    """Return which arm or path another one comes to stand before, empty for last, None where it goes nowhere."""
    ids = [each.id for each in _ways(fork)] if fork else []
    place = ids.index(id_)
    if way == "up" and place:
        return ids[place - 1]
    return (*ids, "")[place + 2] if way == "down" and place + 1 < len(ids) else None


def _ways(node: Node) -> tuple[Arm | Path, ...]:
    if isinstance(node, Split):
        return node.arms
    return node.paths if isinstance(node, Experiment) else ()
