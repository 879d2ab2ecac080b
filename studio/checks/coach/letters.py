"""Rules on what a single message holds: the product, one button, one way back, a signature, its beats, its test."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studio.checks.coach.rule import RECOVERY, Case, Remark, Rule
from studio.checks.coach.showing import Face, faces, said, setting
from studio.checks.coach.stories import tells_a_story
from studio.i18n import sentence
from studio.model.findings import Severity
from studio.model.message import Block, Message, Variant
from studio.model.remedies import Drop, Remedy
from studio.model.trade import Angle, Beat, Channel

SHORT = (Channel.SMS, Channel.PUSH, Channel.WHATSAPP)
GOODS = frozenset({"cart", "product"})
SHOP_WINDOW = frozenset({"image", "cart", "product", "button", "discount"})
FRAME = frozenset({"footer", "divider", "spacer"})
_NAME = re.compile(r"\{\{[^{}]{0,200}\b(?:cart\.first\.name|item\.name|shop\.craft)\b")
_BACK = re.compile(r"\{\{[^{}]{0,200}\bcart\.(?:first\.)?url\b")


def _faces(case: Case) -> Iterator[tuple[Message, Face]]:
    for message in case.messages(Channel.EMAIL):
        for face in faces(case.project, message):
            yield message, face


def _product_shown(case: Case) -> Iterator[Remark]:
    for message, face in _faces(case):
        if not GOODS.intersection(face.kinds()):
            told = sentence("“{message}” does not show what was left behind.", message=message.name)
            fix = sentence("Add the cart, with picture, name and price.")
            yield Remark(told, fix, message.id, variant=face.variant)


def _product_named(case: Case) -> Iterator[Remark]:
    for message in case.messages(*SHORT, Channel.VOICE):
        for language in case.languages:
            words = [each.words for each in said(case.project, message, language)]
            if words and not any(_NAME.search(each) for each in words):
                told = sentence(
                    "“{message}” does not name the product in {language}.", message=message.name, language=language
                )
                fix = sentence("Name it with the tag cart.first.name.")
                yield Remark(told, fix, message.id, language=language)


def _one_link(case: Case) -> Iterator[Remark]:
    yield from _short_links(case)
    fix = sentence("Let the button lead to the cart: {tag}.", tag="{{ cart.url }}")
    for message, face in _faces(case):
        for block in face.blocks:
            if block.kind == "button" and not _BACK.search(str(setting(block, "url"))):
                told = sentence("The button of “{message}” does not lead straight back.", message=message.name)
                yield Remark(told, fix, message.id, block.id, variant=face.variant)


def _short_links(case: Case) -> Iterator[Remark]:
    fix = sentence("Add the link to the cart: {tag}.", tag="{{ cart.url }}")
    for message in case.messages(*SHORT):
        blocks = [case.project.blocks[id_] for id_ in message.blocks]
        if any(_BACK.search(str(block.settings.get("url", _default_url(block)))) for block in blocks):
            continue
        for language in case.languages:
            words = [each.words for each in said(case.project, message, language)]
            if words and not any(_BACK.search(each) for each in words):
                told = sentence(
                    "“{message}” has no link back to the cart in {language}.", message=message.name, language=language
                )
                yield Remark(told, fix, message.id, language=language)


def _default_url(block: Block) -> str:
    return str(setting(block, "url")) if block.kind in ("push", "whatsapp") else ""


def _one_button(case: Case) -> Iterator[Remark]:
    for message, face in _faces(case):
        buttons = [block for block in face.blocks if block.kind == "button"]
        if not buttons:
            told = sentence("“{message}” has no button.", message=message.name)
            yield Remark(told, sentence("Add the one button that says what to do."), message.id, variant=face.variant)
        elif len(buttons) > 1:
            told = sentence("“{message}” has {count} buttons.", message=message.name, count=len(buttons))
            fix = sentence("Keep the one that matters.")
            yield Remark(told, fix, message.id, buttons[0].id, "", face.variant, _all_but_last(message, buttons))


def _all_but_last(message: Message, buttons: list[Block]) -> tuple[Remedy, ...]:
    """Return the remedy for two buttons; of three or more a person has to choose."""
    shared = [button for button in buttons if button.id in message.blocks]
    return (Drop(shared[0].id),) if len(buttons) == 2 and len(shared) == 2 else ()


def _signed(case: Case) -> Iterator[Remark]:
    for message, face in _faces(case):
        answers = message.angle is Angle.OBJECTION or "faq" in face.kinds()
        if answers and "signature" not in face.kinds():
            told = sentence("“{message}” answers objections and nobody has signed it.", message=message.name)
            fix = sentence("Add the signature of a person who can be asked.")
            yield Remark(told, fix, message.id, variant=face.variant)


def _beats(case: Case) -> Iterator[Remark]:
    for message, face in _faces(case):
        beats = {block.beat for block in face.blocks}
        if Beat.HOOK not in beats:
            told = sentence("“{message}” has no hook.", message=message.name)
            fix = sentence("Mark the block that makes the reader go on, or write one.")
            yield Remark(told, fix, message.id, variant=face.variant)
        if Beat.CALL not in beats:
            told = sentence("“{message}” has no call.", message=message.name)
            fix = sentence("Mark the block that says what to do next, or write one.")
            yield Remark(told, fix, message.id, variant=face.variant)


def _story_over_shop(case: Case) -> Iterator[Remark]:
    if not tells_a_story(case.flow):
        return
    for message, face in _faces(case):
        kinds = [kind for kind in face.kinds() if kind not in FRAME]
        goods = sum(kind in SHOP_WINDOW for kind in kinds)
        if goods * 2 > len(kinds):
            told = sentence(
                "{goods} of the {count} blocks of “{message}” are pictures, prices and buttons.",
                goods=goods,
                count=len(kinds),
                message=message.name,
            )
            yield Remark(told, sentence("Tell more and show less."), message.id, variant=face.variant)


def _one_thing(case: Case) -> Iterator[Remark]:
    for message in case.messages():
        versions = [case.project.variants[id_] for id_ in message.variants]
        for other in versions[1:]:
            if _differences(versions[0], other, case.flow.source_language) > 1:
                told = sentence(
                    "Versions “{first}” and “{other}” of “{message}” differ in more than one thing.",
                    first=versions[0].name,
                    other=other.name,
                    message=message.name,
                )
                fix = sentence("Test the subject line or one block, not both.")
                yield Remark(told, fix, message.id, variant=other.id)


def _differences(first: Variant, other: Variant, language: str) -> int:
    """Return in how many things two versions differ: the subject with its preheader is one, each block another."""
    lines = any(
        getattr(first, name).words(language) != getattr(other, name).words(language)
        for name in ("subject", "preheader")
    )
    blocks = {*first.overrides, *other.overrides}
    return lines + sum(first.overrides.get(id_) != other.overrides.get(id_) for id_ in blocks)


RULES = (
    Rule(
        "coach.product_shown",
        Severity.WARNING,
        "000, 004",
        sentence("A message about nothing in particular wakes no wish; the picture of the very thing does."),
        _product_shown,
        RECOVERY,
    ),
    Rule(
        "coach.product_named",
        Severity.WARNING,
        "000, 004",
        sentence("Where there is no room for a picture, the name has to do its work."),
        _product_named,
        RECOVERY,
    ),
    Rule(
        "coach.one_link",
        Severity.WARNING,
        "000, 004",
        sentence("The way back is one press: every detour loses readers."),
        _one_link,
        RECOVERY,
    ),
    Rule(
        "coach.one_button",
        Severity.WARNING,
        "003, 004",
        sentence("A message that asks for one thing gets it; two buttons compete."),
        _one_button,
    ),
    Rule(
        "coach.signed",
        Severity.WARNING,
        "000",
        sentence("Answers are believed when a person stands behind them."),
        _signed,
    ),
    Rule(
        "coach.beats",
        Severity.ADVICE,
        "003",
        sentence("A letter needs something to begin with and something to do at its end."),
        _beats,
    ),
    Rule(
        "coach.story_over_shop",
        Severity.ADVICE,
        "003",
        sentence("Stories stand out in an inbox full of pictures, prices and buttons."),
        _story_over_shop,
    ),
    Rule(
        "coach.test_one_thing",
        Severity.WARNING,
        "004",
        sentence("Where two things differ, nobody learns which of them made the difference."),
        _one_thing,
    ),
)
