"""What can be added to a flow, and where it comes to stand."""

from __future__ import annotations

from collections.abc import Callable

from immutables import Map

from studio.edits import arms, messages, steering, steps
from studio.edits.carrying import own_name
from studio.edits.tree import END as AT_END
from studio.edits.tree import Spot
from studio.i18n import Translator, sentence
from studio.model.conditions import Condition, Fact, Operator
from studio.model.ids import new_id
from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.model.steps import Arm, Experiment, Note, Path, Split, Step, Stop, Wait
from studio.model.trade import Channel
from widgets.flow.told import END, START
from widgets.flow.verbs import Verbs
from widgets.parts.arc import channel_icon
from widgets.parts.popup import Choice

NEW = Map(
    {
        Channel.EMAIL: sentence("New e-mail"),
        Channel.SMS: sentence("New SMS"),
        Channel.PUSH: sentence("New push message"),
        Channel.WHATSAPP: sentence("New WhatsApp message"),
        Channel.VOICE: sentence("New call"),
    }
)
LOYAL = Condition(Fact.ORDERS, Operator.AT_LEAST, 1)
LARGE = Condition(Fact.CART_TOTAL, Operator.AT_LEAST, 1000)
DAY = 1440


def choices(words: Translator, current: object) -> list[Choice]:
    """Return what can be added; one more way first, where a fork or a way is selected."""
    offered = [
        Choice(Channel.EMAIL, words("E-mail"), "", channel_icon(Channel.EMAIL)),
        Choice(Channel.SMS, words("SMS"), "", channel_icon(Channel.SMS)),
        Choice(Channel.PUSH, words("Push message"), "", channel_icon(Channel.PUSH)),
        Choice(Channel.WHATSAPP, words("WhatsApp message"), "", channel_icon(Channel.WHATSAPP)),
        Choice(Channel.VOICE, words("Call"), "", channel_icon(Channel.VOICE)),
        Choice("wait", words("Wait"), "", "ph.clock"),
        Choice("split", words("Split"), words("by what is known of the customer"), "ph.git-branch"),
        Choice("experiment", words("Experiment"), words("drawn by chance"), "ph.flask"),
        Choice("note", words("Note"), words("to colleagues"), "ph.note"),
        Choice("stop", words("Stop"), words("the flow ends here"), "ph.stop-circle"),
    ]
    if isinstance(current, (Split, Arm)):
        offered.insert(0, Choice("way", words("Another arm"), words("of this split"), "ph.git-branch"))
    if isinstance(current, (Experiment, Path)):
        offered.insert(0, Choice("way", words("Another path"), words("of this experiment"), "ph.flask"))
    return offered


def place_at(verbs: Verbs, id_: str, *, before: bool = False) -> Spot:
    """Return where something new stands beside the selected row: after it, or before; first in an arm or path."""
    sequence, node = verbs.sequence, verbs.node(id_)
    if sequence is None or id_ in ("", END):
        return AT_END
    if id_ == START:
        return Spot("", sequence.steps[0].id if sequence.steps else "")
    if isinstance(node, (Arm, Path)):
        return steering.first_in(node)
    return (steering.before if before else steering.after)(sequence.steps, id_)


def add(verbs: Verbs, what: str, id_: str, *, before: bool = False) -> str:
    """Add what was picked beside the selected row, select it, and return its id (empty if refused)."""
    if what == "way":
        return add_way(verbs, id_)
    spot, words = place_at(verbs, id_, before=before), verbs.words
    if what in tuple(Channel):
        return _add_message(verbs, Channel(what), spot)
    step = _new_step(what, words)
    return verbs.add(words("Add a step"), lambda project, flow: steps.add_step(project, flow, step, spot))


def _add_message(verbs: Verbs, channel: Channel, spot: Spot) -> str:
    words = verbs.words

    def make(project: Project, flow: str) -> Project:
        taken = {project.messages[id_].name for id_ in message_ids(project.sequences[flow])}
        name = own_name(words.say(NEW[channel]), taken.__contains__)
        return messages.blank_message(project, flow, channel, name, spot)

    return verbs.add(words("Add a message"), make)


def _new_step(what: str, words: Translator) -> Step:
    made: dict[str, Callable[[], Step]] = {
        "wait": lambda: Wait(new_id(), DAY),
        "note": lambda: Note(new_id(), ""),
        "stop": lambda: Stop(new_id()),
        "split": lambda: Split(
            new_id(),
            words("Has the customer bought before?"),
            (Arm(new_id(), words("Loyal customers"), (LOYAL,)), Arm(new_id(), words("Everybody else"))),
        ),
        "experiment": lambda: Experiment(
            new_id(), words("What works better?"), (Path(new_id(), "A"), Path(new_id(), "B"))
        ),
    }
    return made[what]()


def add_way(verbs: Verbs, id_: str) -> str:
    """Add an arm to the selected split, or a path to the selected experiment, and return its id."""
    words, fork = verbs.words, verbs.fork_of(id_)
    if isinstance(fork, Split):
        arm = Arm(new_id(), words("Another arm"), (LARGE,))
        return verbs.add(words("Add an arm"), lambda project, flow: arms.add_arm(project, flow, fork.id, arm))
    if isinstance(fork, Experiment):
        name = own_name(chr(ord("A") + len(fork.paths)), {path.name for path in fork.paths}.__contains__)
        path = Path(new_id(), name)
        return verbs.add(words("Add a path"), lambda project, flow: arms.add_arm(project, flow, fork.id, path))
    return ""
