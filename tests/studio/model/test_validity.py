from dataclasses import replace

import pytest
from immutables import Map

from studio.model.asset import Asset
from studio.model.findings import Place
from studio.model.message import HIDDEN, Block, Variant
from studio.model.project import Snippet
from studio.model.sequence import Event, Reentry, Trigger
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Wait
from studio.model.trade import Channel
from studio.model.validity import problems
from tests.studio.edits.samples import DEAR, paragraph, sample

BASE = sample()


def having(kind, **things):
    return replace(BASE, **{kind: getattr(BASE, kind).update(things)})


def message(id_, **values):
    return having("messages", **{id_: replace(BASE.messages[id_], **values)})


def block(id_, **values):
    return having("blocks", **{id_: replace(BASE.blocks[id_], **values)})


def variant(id_, **values):
    return having("variants", **{id_: replace(BASE.variants[id_], **values)})


def flow(**values):
    return having("sequences", flow=replace(BASE.sequences["flow"], **values))


def with_step(*steps):
    return flow(steps=(*BASE.sequences["flow"].steps, *steps))


def test_a_sound_project_has_no_problems():
    assert problems(BASE) == ()


FLOW, HELLO = Place("flow"), Place("flow", "hello")
CASES = [
    (replace(BASE, sequence_order=("flow",)), Place("other"), "each one once"),
    (replace(BASE, sequence_order=("flow", "other", "flow")), FLOW, "each one once"),
    (replace(BASE, sequence_order=("flow", "other", "x")), Place("x"), "no sequence “x”"),
    (replace(BASE, brand=replace(BASE.brand, logo="x")), Place(), "no picture “x”"),
    (replace(BASE, snippets=Map(x=Snippet("y", "Y"))), Place(), "filed under “x”"),
    (replace(BASE, assets=BASE.assets.set("", Asset("", "x", "image/png", 1))), Place(), "filed under “”"),
    (with_step(Send("x", "nowhere")), Place("flow", "nowhere"), "no message “nowhere”"),
    (with_step(Note("w1", "")), FLOW, "step “w1” stands in the sequence twice"),
    (with_step(Experiment("x", "", (Path("dear", ""), Path("z", "")))), FLOW, "step “dear” stands"),
    (with_step(Split("x", "", (Arm("y", "", (DEAR,)), Arm("z", "", (DEAR,))))), FLOW, "takes everybody else"),
    (with_step(Split("x", "", (Arm("y", ""), Arm("z", "")))), FLOW, "but the last has a condition"),
    (with_step(Split("x", "", ())), FLOW, "at least two arms"),
    (with_step(Experiment("x", "", (Path("y", "", -1), Path("z", "")))), FLOW, "larger than 0"),
    (with_step(Wait("x", -1)), FLOW, "shorter than 0"),
    (flow(languages=("nb", "norsk")), FLOW, "“norsk” is not a language code"),
    (flow(trigger=Trigger(Event.INACTIVE, -3)), FLOW, "less than 0"),
    (flow(reentry=Reentry(-3)), FLOW, "less than 0"),
    (having("sequences", other=replace(BASE.sequences["flow"], id="x")), Place("x"), "filed under “x”"),
    (message("hello", blocks=("b1", "b2", "pic", "head", "x")), Place("flow", "hello", "x"), "no block “x”"),
    (message("hello", blocks=("b1", "b2", "pic")), Place(block="head"), "must stand in one message"),
    (message("hello", blocks=("b1", "b2", "pic", "head", "b1")), Place(block="b1"), "must stand in one message"),
    (message("hello", variants=("vb",)), Place(variant="va"), "must belong to one message"),
    (message("sms", variants=("x",)), Place("flow", "sms", variant="x"), "no version “x”"),
    (block("b1", kind="sms"), Place("flow", "hello", "b1"), "does not fit this channel: email"),
    (block("b1", kind="poem"), Place("flow", "hello", "b1"), "no kind of block called “poem”"),
    (block("b1", texts=Map(label=BASE.snippets["hi"].text)), Place("flow", "hello", "b1"), "no text called “label”"),
    (block("b1", settings=Map(level=1)), Place("flow", "hello", "b1"), "no setting called “level”"),
    (block("head", settings=Map(level=True)), Place("flow", "hello", "head"), "“True” does not fit"),
    (block("pic", settings=Map(asset="x")), Place("flow", "hello", "pic"), "no picture “x”"),
    (variant("va", weight=0), Place("flow", "hello", variant="va"), "larger than 0"),
    (variant("va", overrides=Map(b3=HIDDEN)), Place("flow", "hello", "b3", variant="va"), "no block “b3”"),
    (variant("va", overrides=Map(b1=Block("b1", "sms"))), Place("flow", "hello", "b1", variant="va"), "does not fit"),
    (variant("va", overrides=Map(b1=paragraph("b2"))), Place(block="b1", variant="va"), "stands here and in a message"),
    (
        variant("va", overrides=Map(pic=replace(BASE.blocks["pic"], settings=Map(asset="x")))),
        Place("flow", "hello", "pic", variant="va"),
        "no picture “x”",
    ),
]


@pytest.mark.parametrize(("project", "place", "words"), CASES, ids=[case[2] for case in CASES])
def test_what_does_not_hold_together_is_named_with_its_place(project, place, words):
    assert [problem.place for problem in problems(project) if words in str(problem.sentence)] == [place]


def test_a_message_is_sent_by_one_sequence_only():
    other = replace(BASE.sequences["other"], steps=(Send("x", "hello"),))
    (problem,) = problems(having("sequences", other=other))
    assert problem.place == Place("other", "hello")


def test_a_push_has_one_version():
    push = replace(BASE.messages["sms"], channel=Channel.PUSH, blocks=("b3",), variants=("x", "y"))
    project = replace(
        BASE,
        messages=BASE.messages.set("sms", push),
        blocks=BASE.blocks.set("b3", Block("b3", "push")),
        variants=BASE.variants.update({"x": Variant("x", "A"), "y": Variant("y", "B")}),
    )
    (problem,) = problems(project)
    assert problem.place == Place("flow", "sms")


def test_a_split_without_arms_does_not_hide_other_problems():
    assert len(problems(with_step(Split("x", "", ()), Wait("y", -1)))) >= 2
