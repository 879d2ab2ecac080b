"""Changes to single steps and to the sequence itself, as the outline and the side panel make them."""

from __future__ import annotations

from typing import Any

from studio.edits import arms, messages, sequences, steps, texts
from studio.model.conditions import Condition
from studio.model.sequence import Event, Reentry, Trigger
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Wait
from studio.model.trade import Angle, MailTheme, Objection
from widgets.flow.verbs import Verbs
from widgets.parts.inputs import clean


def change_wait(verbs: Verbs, id_: str, wait: Wait) -> bool:
    """Let a wait last, and end, as `wait` says."""
    ends = (wait.minutes, wait.until_time, wait.weekdays, wait.window)
    day: dict[str, Any] = {"until_day": wait.until_day, "days": wait.days}
    label = verbs.words("Change the wait")
    return verbs.do(label, lambda project, flow: steps.set_wait(project, flow, id_, *ends, **day), ("wait", id_))


def rename(verbs: Verbs, id_: str, name: str) -> bool:
    """Give a message, split, experiment, arm or path another name, or a note other words."""
    node, words, key, name = verbs.node(id_), verbs.words, ("name", id_), clean(name)
    if isinstance(node, Send):
        message = node.message
        label = words("Rename the message")
        return verbs.do(label, lambda project, _: messages.rename_message(project, message, name), key)
    if isinstance(node, Note):
        return verbs.do(words("Write the note"), lambda project, flow: steps.write_note(project, flow, id_, name), key)
    if isinstance(node, (Arm, Path)):
        return verbs.do(words("Rename the arm"), lambda project, flow: arms.rename_arm(project, flow, id_, name), key)
    if isinstance(node, (Split, Experiment)):
        label = words("Rename the split")
        return verbs.do(label, lambda project, flow: steps.rename_step(project, flow, id_, name), key)
    return False


def set_conditions(verbs: Verbs, id_: str, conditions: tuple[Condition, ...]) -> bool:
    """Set who takes an arm, or whom a send is meant for; with an empty id, who enters the flow."""
    words, key, node = verbs.words, ("conditions", id_), verbs.node(id_)
    if isinstance(node, Arm):
        label = words("Change who takes this arm")
        return verbs.do(label, lambda project, flow: arms.set_conditions(project, flow, id_, conditions), key)
    if isinstance(node, Send):
        label = words("Change who gets this message")
        return verbs.do(label, lambda project, flow: steps.set_only_if(project, flow, id_, conditions), key)
    label = words("Change who enters the flow")
    return verbs.do(label, lambda project, flow: sequences.set_entry(project, flow, conditions), key)


def set_weight(verbs: Verbs, id_: str, weight: float) -> bool:
    """Give a path of an experiment another share."""
    label = verbs.words("Change the share")
    return verbs.do(label, lambda project, flow: arms.set_path_weight(project, flow, id_, weight), ("weight", id_))


def set_angle(verbs: Verbs, message: str, angle: Angle) -> bool:
    """Let a message do something else."""
    return verbs.do(verbs.words("Change the angle"), lambda project, _: messages.set_angle(project, message, angle))


def set_objection(verbs: Verbs, message: str, objection: Objection) -> bool:
    """Let a message answer another objection."""
    label = verbs.words("Change the objection")
    return verbs.do(label, lambda project, _: messages.set_objection(project, message, objection))


def set_theme(verbs: Verbs, message: str, theme: MailTheme | None) -> bool:
    """Let one e-mail look another way; with an empty id all e-mails of the flow."""
    label = verbs.words("Change the e-mail theme")
    if message:
        return verbs.do(label, lambda project, _: messages.set_theme(project, message, theme))
    return verbs.do(label, lambda project, flow: messages.set_themes(project, flow, theme))


def rename_flow(verbs: Verbs, name: str) -> bool:
    """Give the flow another name."""
    label, name = verbs.words("Rename the flow"), clean(name)
    return verbs.do(label, lambda project, flow: sequences.rename_sequence(project, flow, name), "flow name")


def write_purpose(verbs: Verbs, language: str, words: str) -> bool:
    """Say in one language what the flow is for."""
    label, key, words = verbs.words("Write the purpose"), ("purpose", language), clean(words)
    return verbs.do(label, lambda project, flow: texts.write(project, texts.purpose(flow), language, words), key)


def set_trigger(verbs: Verbs, trigger: Trigger) -> bool:
    """Let something else start the flow."""
    trigger = Trigger(trigger.event, trigger.days, clean(trigger.detail))
    label = verbs.words("Change what starts the flow")
    return verbs.do(label, lambda project, flow: sequences.set_trigger(project, flow, trigger), "trigger")


def set_exits(verbs: Verbs, exits: tuple[Event, ...]) -> bool:
    """Let other events end the flow."""
    label = verbs.words("Change what ends the flow")
    return verbs.do(label, lambda project, flow: sequences.set_exits(project, flow, exits))


def set_reentry(verbs: Verbs, reentry: Reentry) -> bool:
    """Let readers enter again sooner, later or never."""
    label = verbs.words("Change when customers may enter again")
    return verbs.do(label, lambda project, flow: sequences.set_reentry(project, flow, reentry), "reentry")


def add_language(verbs: Verbs, language: str) -> bool:
    """Let the flow be delivered in one more language."""
    label = verbs.words("Add the language {language}", language=language)
    return verbs.do(label, lambda project, flow: sequences.add_language(project, flow, language))


def remove_language(verbs: Verbs, language: str) -> bool:
    """Let the flow no longer be delivered in a language; its words stay."""
    label = verbs.words("Remove the language {language}", language=language)
    return verbs.do(label, lambda project, flow: sequences.remove_language(project, flow, language))
