"""A small shop with two flows in two languages, and edits of it as people make them."""

from dataclasses import replace

from immutables import Map

from studio.edits.change import difference
from studio.model.brand import Brand
from studio.model.localized import localized
from studio.model.message import Block, Message, Variant
from studio.model.project import Client, Project, Snippet
from studio.model.sequence import Event, Sequence, Trigger
from studio.model.steps import Send, Wait
from studio.model.trade import Angle, Channel


def shop(id_="0123456789ab", name="Ull og Saum"):
    """Messages m1 and m2 in sequence s1, m3 in s2; blocks b1, b2 in m1, b3 in m2, b4 in m3."""
    blocks = {"b1": "Handlekurven venter", "b2": "Vi har lagt den til side", "b3": "Fri frakt nå", "b4": "Takk"}
    return Project(
        id_,
        name,
        client=Client("Marit Saum"),
        brand=Brand(name, facts=Map(place=localized(nb="Ålesund", sv="Ålesund"))),
        sequence_order=("s1", "s2"),
        sequences=Map({"s1": flow("s1", "m1", "m2"), "s2": flow("s2", "m3")}),
        messages=Map({"m1": mail("m1", "b1", "b2"), "m2": mail("m2", "b3"), "m3": mail("m3", "b4")}),
        blocks=Map(
            {key: Block(key, "paragraph", texts=Map(text=localized(nb=words))) for key, words in blocks.items()}
        ),
        variants=Map({f"v{n}": Variant(f"v{n}", "A", subject=localized(nb=f"Emne {n}")) for n in (1, 2, 3)}),
        snippets=Map(p1=Snippet("p1", "Hilsen", localized(nb="Hilsen oss i butikken"))),
    )


def mail(id_, *blocks):
    return Message(id_, f"Mail {id_}", Channel.EMAIL, Angle.REMINDER, blocks=blocks, variants=(f"v{id_[1:]}",))


def flow(id_, *messages):
    steps = [step for name in messages for step in (Wait(f"w{name}", 60), Send(f"t{name}", name))]
    return Sequence(id_, f"Flow {id_}", "nb", ("nb", "sv"), Trigger(Event.CART_ABANDONED), tuple(steps))


def said(project, block, words, language="nb"):
    """Somebody writes the text of a block."""
    held = project.blocks[block]
    texts = held.texts.set("text", held.texts["text"].written(language, words))
    return replace(project, blocks=project.blocks.set(block, replace(held, texts=texts)))


def words(project, block, language="nb"):
    return project.blocks[block].words("text", language)


def called(project, sequence, name):
    """Somebody renames a sequence."""
    held = project.sequences[sequence]
    return replace(project, sequences=project.sequences.set(sequence, replace(held, name=name)))


def waiting(project, sequence, minutes):
    """Somebody changes the first wait of a sequence."""
    held = project.sequences[sequence]
    steps = (replace(held.steps[0], minutes=minutes), *held.steps[1:])
    return replace(project, sequences=project.sequences.set(sequence, replace(held, steps=steps)))


def without_message(project, sequence, message):
    """Somebody removes a message with all that belongs to it."""
    held, gone = project.sequences[sequence], project.messages[message]
    steps = tuple(step for step in held.steps if getattr(step, "message", "") != message)
    return replace(
        project,
        sequences=project.sequences.set(sequence, replace(held, steps=steps)),
        messages=project.messages.delete(message),
        blocks=Map({key: block for key, block in project.blocks.items() if key not in gone.blocks}),
        variants=Map({key: variant for key, variant in project.variants.items() if key not in gone.variants}),
    )


def write(store, before, after):
    """What autosave does."""
    return store.write(difference(before, after), after)
