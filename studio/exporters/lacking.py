"""What is lost of a flow as a whole, told once it is built: branches that nobody takes, and waits by their place."""

from __future__ import annotations

from studio.exporters import saying
from studio.exporters.ledger import Ledger
from studio.exporters.ways import Branch, Stage, Steps, Ways, message_after, message_before, stages
from studio.i18n import Sentence, sentence
from studio.model.message import Message
from studio.model.sequence import walk
from studio.model.steps import Send, Wait


def note_built(ledger: Ledger, ways: Ways, steps: Steps, service: str) -> None:
    """Note the ways that were left out as their question never holds, and give the losses of waits their place.

    Waits that were not built lose nothing. `steps` are those that were compiled, `service` is the service's label.
    """
    found = tuple(stages(steps, ways))
    built = {stage.step.id for stage in found}
    for step in walk(steps):
        if isinstance(step, Wait) and step.id not in built:
            ledger.forget(step.id)
    for stage in found:
        if isinstance(stage.step, Wait):
            _place(ledger, ways, stage, service)
        behind = ways.behind(stage.step)
        for branch in ways.untaken(stage.step):
            if branch not in behind and not ways.knows(branch.id):
                _note_untaken(ledger, branch, service)


def _place(ledger: Ledger, ways: Ways, stage: Stage, service: str) -> None:
    if not isinstance(stage.step, Wait):
        return
    after, before = message_after(stage, ways), message_before(stage)
    message = ledger.work.project.messages.get(after or before)
    if ways.dropped(stage.step.id):
        ledger.forget(stage.step.id)
        wanted = sentence("Wait {wait}", wait=saying.wait(stage.step))
        becomes = sentence("It is left out: {service} takes no wait at the end of a way", service=service)
        ledger.lose("wait.last", stage.step.id, wanted, becomes)

    def said(wanted: Sentence) -> Sentence:
        return _in_branch(_beside(wanted, message, is_after=bool(after)), stage)

    ledger.place(stage.step.id, said, message)


def _beside(wanted: Sentence, message: Message | None, *, is_after: bool) -> Sentence:
    if message is None:
        return wanted
    if is_after:
        return sentence("{wait}, before “{name}”", wait=wanted, name=message.name)
    return sentence("{wait}, after “{name}”", wait=wanted, name=message.name)


def _in_branch(wanted: Sentence, stage: Stage) -> Sentence:
    if not stage.where:
        return wanted
    return sentence("{wait}, in the branch “{name}”", wait=wanted, name=stage.where[-1].name)


def _note_untaken(ledger: Ledger, branch: Branch, service: str) -> None:
    becomes = sentence("Nobody takes this way at {service}, so it is left out of the flow", service=service)
    sends = [step for step in walk(branch.steps) if isinstance(step, Send)]
    for step in sends:
        message = ledger.work.project.messages[step.message]
        wanted = sentence("“{name}” is sent in the way “{way}”", name=message.name, way=branch.name)
        ledger.lose("untaken", step.id, wanted, becomes, message)
    if not sends:
        ledger.lose("untaken", branch.id, sentence("Readers take the way “{way}”", way=branch.name), becomes)
