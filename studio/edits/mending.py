"""Verbs that mend what a check noticed: a remedy carried out, and a rule left unheeded on purpose, with its reason."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from studio.edits.blocks import remove_block, set_setting
from studio.edits.brand import apply_brand
from studio.edits.copying import Mint
from studio.edits.messages import set_angle
from studio.edits.sequences import set_exits
from studio.edits.steps import add_step, altered_node, set_only_if, step_of
from studio.edits.texts import Spoken, read, write
from studio.edits.things import block_of, put, sequence_of
from studio.edits.tree import ROOT, Spot, inside, nodes_of
from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.model.conditions import Operator
from studio.model.findings import Place
from studio.model.ids import new_id
from studio.model.outline import moment
from studio.model.project import Project
from studio.model.remedies import (
    AddExit,
    AddWait,
    Drop,
    Guard,
    Remedy,
    Remember,
    Retime,
    Reword,
    SetHours,
    SpeakTo,
    Turn,
)
from studio.model.sequence import Sequence, Waiver
from studio.model.steps import Send, Wait


def mend(project: Project, place: Place, remedy: Remedy, mint: Mint = new_id) -> Project:
    """Return a project in which a remedy of a finding at `place` has been carried out; the same one if it was already.

    Raise StudioError where what it would mend has changed meanwhile or is gone.
    """
    match remedy:
        case Reword():
            return _reword(project, remedy)
        case Retime() | AddWait() | AddExit() | Guard():
            return _mend_flow(project, place.sequence, remedy, mint)
        case Turn():
            return set_angle(project, remedy.message, remedy.angle)
        case Drop():
            return remove_block(project, remedy.block)
        case SetHours():
            return _set_hours(project, remedy, place.variant)
        case Remember() | SpeakTo():
            return _mend_style(project, remedy)


def _reword(project: Project, remedy: Reword) -> Project:
    spoken = Spoken(remedy.kind, remedy.id, remedy.name, remedy.variant)
    words = read(project, spoken).words(remedy.language)
    end = remedy.start + len(remedy.was)
    if words[remedy.start : end] != remedy.was:
        raise StudioError("The text was changed meanwhile: “{was}” no longer stands there.", was=remedy.was)
    return write(project, spoken, remedy.language, words[: remedy.start] + remedy.words + words[end:])


def _mend_flow(project: Project, flow: str, remedy: Retime | AddWait | AddExit | Guard, mint: Mint) -> Project:
    sequence = sequence_of(project, flow)
    match remedy:
        case Retime():
            named = ("minutes", "until_time", "window", "weekdays")
            asked: dict[str, Any] = {name: getattr(remedy, name) for name in named}
            asked = {name: value for name, value in asked.items() if value is not None}
            return altered_node(project, flow, remedy.wait, Wait, **asked)
        case AddWait():
            wait = Wait(mint(), remedy.minutes, remedy.until_time, remedy.weekdays, remedy.window)
            return add_step(project, flow, wait, Spot(_list_of(sequence, remedy.before), remedy.before))
        case AddExit():
            return set_exits(project, flow, (*sequence.exits, remedy.event))
        case Guard():
            return _guard(project, sequence, remedy)


def _list_of(sequence: Sequence, step_id: str) -> str:
    """Return the id of the arm or path that a step stands in, `ROOT` for the trunk; raise StudioError if it is gone."""
    step_of(sequence, step_id)
    holders = (node for node in nodes_of(sequence.steps) if any(step.id == step_id for step in inside(node)))
    return next((node.id for node in holders), ROOT)


def _guard(project: Project, sequence: Sequence, remedy: Guard) -> Project:
    send = step_of(sequence, remedy.send)
    if not isinstance(send, Send):
        raise StudioError("There is no such step here: “{id}”.", id=remedy.send)
    if remedy.condition in send.only_if:
        return project
    return set_only_if(project, sequence.id, send.id, (*send.only_if, remedy.condition))


def _set_hours(project: Project, remedy: SetHours, variant: str) -> Project:
    block_of(project, remedy.block)
    varied = variant and remedy.block in project.variants[variant].overrides if variant in project.variants else False
    return set_setting(project, remedy.block, "hours", remedy.hours, variant if varied else "")


def _mend_style(project: Project, remedy: Remember | SpeakTo) -> Project:
    style, language = project.brand.style, remedy.language
    if isinstance(remedy, SpeakTo):
        style = replace(style, formality=style.formality.set(language, remedy.form))
    else:
        words = dict.fromkeys((*style.lexicon.get(language, ()), remedy.word))
        style = replace(style, lexicon=style.lexicon.set(language, tuple(words)))
    return apply_brand(project, replace(project.brand, style=style))


def label(remedy: Remedy) -> Sentence:
    """Return what the button says that carries a remedy out: a short phrase."""
    match remedy:
        case Reword():
            return _reword_label(remedy)
        case Retime() | AddWait():
            return _wait_label(remedy)
        case AddExit():
            return sentence("Add the exit")
        case Guard():
            consent = remedy.condition.fact.startswith("consent.") and remedy.condition.operator is Operator.YES
            return sentence("Ask for consent") if consent else sentence("Add the condition")
        case Turn():
            return sentence("Give it another angle")
        case Drop():
            return sentence("Take the block out")
        case SetHours():
            return sentence("Let it last {hours} hours", hours=remedy.hours)
        case Remember():
            return sentence("Add to the word list")
        case SpeakTo():
            return sentence("Set the form of address")


def _reword_label(remedy: Reword) -> Sentence:
    said = remedy.words.strip()
    return sentence("Write “{words}”", words=said) if said else sentence("Take it out")


def _wait_label(remedy: Retime | AddWait) -> Sentence:
    if remedy.until_time:
        return sentence("Wait until {time}", time=remedy.until_time)
    if remedy.window:
        return sentence("Keep to {hours}", hours=remedy.window.replace("-", "–"))
    if remedy.minutes:
        return sentence("Wait {time}", time=moment(remedy.minutes))
    if remedy.weekdays:
        return sentence("Keep to these weekdays")
    return sentence("Do not wait")


def waive(project: Project, sequence_id: str, rule: str, message: str, reason: str) -> Project:
    """Return a project in which a sequence leaves what `rule` says, in one message or (empty) everywhere, and why.

    A reason given before gives way to the new one. Raise StudioError where no reason is given.
    """
    if not reason.strip():
        raise StudioError("Say why this is left as it is, for whoever reads it next.")
    sequence = sequence_of(project, sequence_id)
    kept = _without(sequence, rule, message)
    return put(project, "sequences", replace(sequence, waivers=(*kept, Waiver(rule, message, reason.strip()))))


def unwaive(project: Project, sequence_id: str, rule: str, message: str = "") -> Project:
    """Return a project in which a sequence heeds `rule` again, in one message or (empty) where it did so nowhere."""
    sequence = sequence_of(project, sequence_id)
    return put(project, "sequences", replace(sequence, waivers=_without(sequence, rule, message)))


def _without(sequence: Sequence, rule: str, message: str) -> tuple[Waiver, ...]:
    return tuple(each for each in sequence.waivers if (each.rule, each.message) != (rule, message))
