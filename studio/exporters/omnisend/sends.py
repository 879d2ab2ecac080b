"""Messages as Omnisend sends them: an action block, or a test of two versions, or tests inside each other."""

from __future__ import annotations

import re

from immutables import Map

from studio.exporters import references, saying
from studio.exporters.event_data import speaks_of_event
from studio.exporters.omnisend.draft import Blocks, Draft, Json, Letter
from studio.i18n import sentence
from studio.model.message import Message
from studio.model.trade import Channel

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
_STOP = re.compile(r"\bSTOPP?\b")
LINK = "[[unsubscribe_link]]"
# How to stop, for readers in the United States and Canada, and the link for everybody else.
_WAYS_OUT: Map[str, tuple[str, str]] = Map(
    {
        "da": ("Svar STOP for at afmelde", f"Afmeld: {LINK}"),
        "de": ("Mit STOP abmelden", f"Abmelden: {LINK}"),
        "en": ("Reply STOP to opt out", f"Unsubscribe: {LINK}"),
        "fi": ("Lopeta vastaamalla STOP", f"Peru tilaus: {LINK}"),
        "fr": ("Répondez STOP pour vous désinscrire", f"Désinscription : {LINK}"),
        "nb": ("Svar STOP for å melde deg av", f"Meld deg av: {LINK}"),
        "nl": ("Antwoord STOP om af te melden", f"Afmelden: {LINK}"),
        "nn": ("Svar STOP for å melde deg av", f"Meld deg av: {LINK}"),
        "sv": ("Svara STOP för att avsluta", f"Avsluta: {LINK}"),
    }
)
_COUNTRIES: Map[str, str] = Map({"da": "DK", "en": "US", "nb": "NO", "nn": "NO", "sv": "SE"})


def sending(draft: Draft, message: Message) -> Blocks:
    """Return the blocks that send a message: one, or a test where it has several versions."""
    letters = draft.plan.letters[message.id]
    draft.sent.add(message.id)
    if len(letters) > 2:
        draft.ledger.lose(
            "test.nested",
            message.id,
            sentence("“{name}” is tested in {count} versions at once", name=message.name, count=len(letters)),
            sentence("{count} tests of two, one inside the other", count=len(letters) - 1),
            message,
        )
    return _drawn(draft, message, letters, sum(letter.share for letter in letters))


def _drawn(draft: Draft, message: Message, letters: tuple[Letter, ...], left: int) -> Blocks:
    first, *others = letters
    if not others:
        return [_action(draft, message, first)]
    data: Json = {"aBlocksPercentage": part_of(first.share, left)}
    block = draft.block("abTesting", data)
    data["aBlocks"] = [_action(draft, message, first)]
    data["bBlocks"] = _drawn(draft, message, tuple(others), left - first.share)
    return [block]


def part_of(share: int, left: int) -> int:
    """Return a share in per cent of what is left, 1 to 99, so that both ways of a test are taken."""
    return min(max(round(100 * share / left) if left else 50, 1), 99)


def _action(draft: Draft, message: Message, letter: Letter) -> Json:
    if message.channel is Channel.EMAIL:
        return draft.block("action", {"type": "sendEmail", "sendEmail": _email(draft, message, letter)})
    if message.channel is Channel.SMS:
        return draft.block("action", {"type": "sendSms", "sendSms": _sms(draft, message, letter)})
    push = {"title": letter.subject, "body": letter.body, "clickUrl": letter.url}
    return draft.block("action", {"type": "sendPush", "sendPush": push})


def _email(draft: Draft, message: Message, letter: Letter) -> Json:
    _note_loop(draft, message)
    brand = draft.plan.work.project.brand
    said = {
        "templateID": references.answer(letter.template, "id"),
        "subject": letter.subject,
        "preheader": letter.preview,
        "senderName": brand.sender.name or brand.name,
        "language": locale(draft),
    }
    if not _ADDRESS.fullmatch(brand.sender.email):
        draft.ledger.lose(
            "sender",
            "",
            sentence("The brand's own sender"),
            sentence("No sender address is filled in: Omnisend takes its shared one, if the account has it"),
        )
        return said
    reply = {"replyToEmail": brand.sender.reply_to} if brand.sender.reply_to else {}
    return {**said, "senderEmail": brand.sender.email, **reply}


def locale(draft: Draft) -> str:
    """Return the language of the e-mails as Omnisend writes it: `nb_NO`."""
    language, _, country = draft.plan.work.language.replace("_", "-").partition("-")
    return draft.plan.options.locale or f"{language}_{country.upper() or _COUNTRIES.get(language, language.upper())}"


def _note_loop(draft: Draft, message: Message) -> None:
    work = draft.plan.work
    if speaks_of_event(work.project, message, work.language):
        draft.ledger.lose(
            "event_data",
            message.id,
            sentence("“{name}” shows what lies in the cart", name=message.name),
            sentence(
                "Omnisend does not say whether imported HTML shows data of an event: look at a test e-mail, and use its"
                " own product block where it stays empty"
            ),
            message,
        )


def _sms(draft: Draft, message: Message, letter: Letter) -> Json:
    """Return an SMS with the ways out that its own words do not tell; Omnisend puts them behind the words."""
    stop, link = _WAYS_OUT.get(draft.plan.work.language.partition("-")[0], _WAYS_OUT["en"])
    says_stop, says_link = bool(_STOP.search(letter.body)), LINK in letter.body
    if not (says_stop and says_link):
        draft.ledger.lose(
            "sms.stop",
            message.id,
            sentence("“{name}” as it is written", name=message.name),
            sentence("Omnisend adds how to stop: “{words}”", words=stop if says_link else link),
            message,
        )
    compliance: Json = {"isStopKeywordIncluded": not says_stop, "isUnsubscribeLinkIncluded": not says_link}
    compliance |= {} if says_stop else {"stopKeywordText": stop}
    compliance |= {} if says_link else {"unsubscribeLinkText": link}
    return {"message": letter.body, "isLinkShorteningEnabled": True, "compliance": compliance}


def skip(draft: Draft, message: Message) -> None:
    """Note that a message cannot be sent by an automation; the flow closes over it."""
    draft.ledger.lose(
        "channel",
        message.id,
        sentence("“{name}” is sent ({channel})", name=message.name, channel=saying.CHANNELS[message.channel]),
        sentence("The message is left out of the flow; add it by hand as the build sheet says"),
        message,
    )
