"""Random projects: a sample that any series of verbs has gone over, each with arguments that mostly fit."""

from dataclasses import replace
from random import Random

from hypothesis import strategies as st

from studio.edits import (
    arms,
    assets,
    blocks,
    brand,
    filing,
    messages,
    sequences,
    shelf,
    steps,
    texts,
    translate,
    variants,
)
from studio.edits.tree import Spot, nodes_of
from studio.errors import StudioError
from studio.model.asset import Asset
from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Block, Message, Variant
from studio.model.persona import CartEvent, Persona
from studio.model.project import Client, Snippet, Term
from studio.model.sequence import Event, Reentry, Sequence, Trigger
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Stop, Wait
from studio.model.trade import Angle, Beat, Channel, MailTheme, Objection
from tests.studio.edits.samples import CHEAP, DEAR, mint, sample

WORDS = ("", "Hei", "Hej", "Kurven din venter", "{{ person.first_name }}")
LANGUAGES = ("nb", "sv", "nl", "pt-BR")


class Hand:
    """Picks arguments that mostly fit a project, now and then one that does not."""

    def __init__(self, project, seed, new):
        self.project, self.random, self.new = project, Random(seed), new

    def pick(self, things):
        """One of the things, seldom one that is not there."""
        things = list(things)
        return self.random.choice(things) if things and self.random.random() > 0.03 else "nowhere"

    def maybe(self, things):
        return self.pick(things) if self.random.random() < 0.5 else ""

    def any(self, *values):
        return self.random.choice(values)

    def sequence(self):
        return self.pick(self.project.sequences)

    def message(self):
        return self.pick(self.project.messages)

    def block(self):
        return self.pick(self.project.blocks)

    def variant(self):
        return self.pick(self.project.variants)

    def asset(self):
        return self.pick(self.project.assets)

    def nodes(self, sequence, *kinds):
        found = self.project.sequences.get(sequence)
        return [node.id for node in nodes_of(found.steps) if isinstance(node, kinds)] if found else []

    def node(self, *kinds):
        """A sequence and the id of a node in it."""
        sequences = list(self.project.sequences)
        sequence = self.pick([id_ for id_ in sequences if self.nodes(id_, *kinds)] or sequences)
        return sequence, self.pick(self.nodes(sequence, *kinds))

    def spot(self, sequence):
        branch = self.maybe(self.nodes(sequence, Arm, Path))
        found = self.project.sequences.get(sequence)
        nodes = nodes_of(found.steps) if found else ()
        inside = next((node.steps for node in nodes if node.id == branch), found.steps if found and not branch else ())
        return Spot(branch, self.maybe(step.id for step in inside) if inside else "")

    def spoken(self):
        """The address of some text."""
        name = self.any("text", "text", "label", "title", "author")
        variant = self.maybe(self.project.variants) if self.random.random() < 0.3 else ""
        return self.any(
            texts.block_text(self.block(), name, variant),
            texts.subject(self.variant()),
            texts.preheader(self.variant()),
            texts.fact(self.any("place", "founder")),
            texts.alt(self.asset()),
            texts.purpose(self.sequence()),
            texts.snippet(self.pick(self.project.snippets)),
            texts.term(self.pick(self.project.glossary)),
        )

    def new_block(self, message=""):
        held = self.project.messages.get(message)
        fitting = [kind.name for kind in BLOCK_KINDS.values() if held is None or kind.channel is held.channel]
        return Block(self.new(), self.any(*fitting))

    def new_step(self):
        conditions = self.any((DEAR,), (DEAR,), ())
        left, right = self.any(1.0, 2.0, 0.0), 1.0
        return self.any(
            Wait(self.new(), self.any(0, 60, -1), self.any("", "09:30", "24:00"), self.any((), (1, 5), (0,))),
            Note(self.new(), "Remember"),
            Stop(self.new()),
            Send(self.new(), self.message()),
            Split(
                self.new(), "Dear?", (Arm(self.new(), "Dear", conditions, (Stop(self.new()),)), Arm(self.new(), "Rest"))
            ),
            Experiment(self.new(), "Draw", (Path(self.new(), "L", left), Path(self.new(), "R", right))),
        )


def _step(verb, hand):
    sequence, id_ = hand.node(Send, Wait, Split, Experiment, Note, Stop)
    return verb(hand.project, sequence, id_, hand.spot(sequence))


def _move_step_over(hand):
    sequence, id_ = hand.node(Send, Wait, Split, Experiment, Note, Stop)
    into = hand.sequence()
    return steps.move_step(hand.project, sequence, id_, hand.spot(into), into, hand.new)


def _copy_step(hand):
    sequence, id_ = hand.node(Send, Wait, Split, Experiment, Note, Stop)
    into = hand.sequence()
    return steps.copy_step(hand.project, sequence, id_, hand.spot(into), into, hand.new)


def _add_step(hand):
    sequence = hand.sequence()
    return steps.add_step(hand.project, sequence, hand.new_step(), hand.spot(sequence))


def _add_message(hand):
    sequence, message = hand.sequence(), Message(hand.new(), "New", hand.any(*Channel), hand.any(*Angle))
    fresh = tuple(hand.new_block() for _ in range(hand.any(0, 1)))
    return messages.add_message(hand.project, sequence, message, hand.spot(sequence), fresh, (), hand.new)


def _copy_message(hand):
    sequence = hand.sequence()
    return messages.copy_message(hand.project, hand.message(), sequence, hand.spot(sequence), hand.new)


def _move_message(hand):
    return messages.move_message(hand.project, hand.message(), hand.spot(hand.sequence()))


def _add_block(hand):
    message = hand.message()
    held = hand.project.messages.get(message)
    return blocks.add_block(hand.project, message, hand.new_block(message), hand.maybe(held.blocks if held else ()))


def _block(verb, hand, **values):
    return verb(
        hand.project, hand.block(), hand.maybe(hand.project.blocks), hand.maybe(hand.project.messages), **values
    )


def _set_override(hand):
    block = hand.project.blocks.get(hand.block())
    override = hand.new_block() if block is None else replace(block, id=hand.any(block.id, hand.new()))
    return variants.set_override(hand.project, hand.variant(), block.id if block else "nowhere", override)


def _add_variant(hand):
    return variants.add_variant(hand.project, hand.message(), Variant(hand.new(), "C", hand.any(1.0, 3.0, -1.0)))


def _add_sequence(hand):
    made = Sequence(hand.new(), "New", "nb", ("nb",), Trigger(Event.SUBSCRIBED), (hand.new_step(),))
    return sequences.add_sequence(hand.project, made, hand.maybe(hand.project.sequences))


def _translate(hand):
    return translate.translate(hand.project, hand.spoken(), hand.any(*LANGUAGES), hand.any(*WORDS), "nb")


def _image(hand):
    images = [block.id for block in hand.project.blocks.values() if block.kind == "image"]
    variant = hand.maybe(hand.project.variants)
    return blocks.set_setting(hand.project, hand.pick(images), "asset", hand.any(hand.asset(), "", 40), variant)


def _set_level(hand):
    headings = [block.id for block in hand.project.blocks.values() if block.kind == "heading"]
    return blocks.set_setting(hand.project, hand.pick(headings), "level", hand.any(1, 2, 3, "3"))


def _add_way(hand):
    kind, fork = hand.any((Arm, Split), (Path, Experiment))
    sequence, id_ = hand.node(fork)
    way = Arm(hand.new(), "Arm", hand.any((DEAR,), ())) if kind is Arm else Path(hand.new(), "Path")
    return arms.add_arm(hand.project, sequence, id_, way)


def _still_good(hand):
    spoken = hand.any(texts.block_text("b1"), hand.spoken())
    return translate.still_good(hand.project, spoken, "sv", "nb")


def _brand(hand):
    logo = hand.any("", hand.asset())
    return brand.apply_brand(hand.project, replace(hand.project.brand, logo=logo, voice=hand.any(*WORDS)))


def _new_asset(hand):
    return Asset(hand.new(), "new.png", "image/png", 1)


STRUCTURE = (
    _add_step,
    _move_step_over,
    _copy_step,
    _add_message,
    _copy_message,
    _move_message,
    _add_way,
    _add_block,
    _add_variant,
    _add_sequence,
    _set_override,
    _image,
    _brand,
    lambda hand: _step(steps.move_step, hand),
    lambda hand: steps.remove_step(hand.project, *hand.node(Send, Wait, Split, Experiment, Note, Stop)),
    lambda hand: messages.remove_message(hand.project, hand.message()),
    lambda hand: arms.move_arm(hand.project, *hand.node(Arm, Path)),
    lambda hand: arms.copy_arm(hand.project, *hand.node(Arm, Path), hand.new),
    lambda hand: arms.remove_arm(hand.project, *hand.node(Arm, Path)),
    lambda hand: arms.set_conditions(hand.project, *hand.node(Arm), hand.any((DEAR,), (CHEAP,), ())),
    lambda hand: arms.set_path_weight(hand.project, *hand.node(Path), hand.any(2.0, 0.0)),
    lambda hand: _block(blocks.move_block, hand),
    lambda hand: _block(blocks.copy_block, hand, mint=hand.new),
    lambda hand: blocks.remove_block(hand.project, hand.block()),
    lambda hand: variants.move_variant(hand.project, hand.variant(), hand.maybe(hand.project.variants)),
    lambda hand: variants.copy_variant(hand.project, hand.variant(), "Copy", hand.new),
    lambda hand: variants.remove_variant(hand.project, hand.variant()),
    lambda hand: variants.hide_block(hand.project, hand.variant(), hand.block()),
    lambda hand: variants.clear_override(hand.project, hand.variant(), hand.block()),
    lambda hand: sequences.copy_sequence(hand.project, hand.sequence(), "Copy", hand.new),
    lambda hand: sequences.move_sequence(hand.project, hand.sequence(), hand.maybe(hand.project.sequences)),
    lambda hand: sequences.remove_sequence(hand.project, hand.sequence()),
    lambda hand: assets.add_asset(hand.project, _new_asset(hand)),
    lambda hand: assets.replace_asset(hand.project, hand.asset(), _new_asset(hand)),
    lambda hand: assets.remove_asset(hand.project, hand.asset()),
)

WORDING = (
    lambda hand: texts.write(hand.project, hand.spoken(), hand.any(*LANGUAGES), hand.any(*WORDS)),
    _translate,
    _still_good,
    lambda hand: blocks.set_beat(hand.project, hand.block(), hand.any(*Beat)),
    _set_level,
    lambda hand: messages.rename_message(hand.project, hand.message(), hand.any("A", "B")),
    lambda hand: messages.set_angle(hand.project, hand.message(), hand.any(*Angle)),
    lambda hand: messages.set_objection(hand.project, hand.message(), hand.any(*Objection)),
    lambda hand: messages.set_theme(hand.project, hand.message(), hand.any(None, *MailTheme)),
    lambda hand: messages.set_idea(hand.project, hand.message(), hand.any("", "Short")),
    lambda hand: variants.set_weight(hand.project, hand.variant(), hand.any(1.0, 2.0, 0.0)),
    lambda hand: variants.rename_variant(hand.project, hand.variant(), hand.any("A", "B")),
    lambda hand: steps.set_wait(hand.project, *hand.node(Wait), hand.any(5, -5), hand.any("", "08:00", "8"), (2, 1)),
    lambda hand: steps.set_only_if(hand.project, *hand.node(Send), hand.any((DEAR,), ())),
    lambda hand: steps.write_note(hand.project, *hand.node(Note), "Look"),
    lambda hand: steps.rename_step(hand.project, *hand.node(Split, Experiment), "Fork"),
    lambda hand: arms.rename_arm(hand.project, *hand.node(Arm, Path), "Way"),
    lambda hand: sequences.rename_sequence(hand.project, hand.sequence(), hand.any("A", "B")),
    lambda hand: sequences.set_trigger(hand.project, hand.sequence(), Trigger(hand.any(*Event), hand.any(0, 9, -1))),
    lambda hand: sequences.set_entry(hand.project, hand.sequence(), hand.any((DEAR,), ())),
    lambda hand: sequences.set_exits(hand.project, hand.sequence(), (hand.any(*Event), hand.any(*Event))),
    lambda hand: sequences.set_reentry(hand.project, hand.sequence(), Reentry(hand.any(None, 0, 30, -1))),
    lambda hand: sequences.set_sequence_setting(hand.project, hand.sequence(), "tone", hand.any("", "warm")),
    lambda hand: sequences.add_language(hand.project, hand.sequence(), hand.any(*LANGUAGES, "Norsk")),
    lambda hand: sequences.remove_language(hand.project, hand.sequence(), hand.any(*LANGUAGES)),
    lambda hand: brand.rename_project(hand.project, hand.any("A", "B")),
    lambda hand: brand.set_client(hand.project, Client(hand.any("A", "B"))),
    lambda hand: brand.remove_fact(hand.project, hand.any("place", "founder")),
    lambda hand: filing.file_in(hand.project, hand.any("", "Winter"), hand.any("", hand.sequence())),
    lambda hand: filing.tag(hand.project, hand.any("sale", " "), hand.any("", hand.sequence())),
    lambda hand: filing.untag(hand.project, "sale", hand.any("", hand.sequence())),
    lambda hand: filing.archive(hand.project, "2026-11-21", hand.any("", hand.sequence())),
    lambda hand: filing.trash(hand.project, "2026-11-21", hand.any("", hand.sequence())),
    lambda hand: filing.restore(hand.project, hand.any("", hand.sequence())),
    lambda hand: shelf.keep(hand.project, Persona(hand.any("kari", hand.new()), "Ola", CartEvent())),
    lambda hand: shelf.keep(hand.project, Snippet(hand.any("hi", hand.new()), "Hello")),
    lambda hand: shelf.keep(hand.project, Term(hand.any("cart", hand.new()), "basket")),
    lambda hand: shelf.remove_persona(hand.project, hand.pick(hand.project.personas)),
    lambda hand: shelf.remove_snippet(hand.project, hand.pick(hand.project.snippets)),
    lambda hand: shelf.remove_term(hand.project, hand.pick(hand.project.glossary)),
)

DEEDS = st.tuples(st.sampled_from(STRUCTURE) | st.sampled_from(WORDING), st.integers(0, 2**24))


def edits(least=0, most=12):
    """Series of verbs, each with a seed for its arguments."""
    return st.lists(DEEDS, min_size=least, max_size=most)


def edited(project, deeds, prefix="new"):
    """A project that the verbs have gone over; what they refuse is left out. `prefix` keeps two people's ids apart."""
    new = mint(prefix)
    for verb, seed in deeds:
        try:
            project = verb(Hand(project, seed, new))
        except StudioError:
            continue
    return project


def projects():
    """Projects with some history."""
    return edits().map(lambda deeds: edited(sample(), deeds, "old"))
