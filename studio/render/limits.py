"""The hard limits of the channels: what Gmail clips, what an SMS costs, what push and WhatsApp cut or refuse."""

from __future__ import annotations

from collections.abc import Mapping

from immutables import Map

from studio.i18n import N_, Sentence, sentence
from studio.model.findings import Severity
from studio.model.trade import Channel
from studio.render.remarks import Remarks
from studio.words.sms import forcing_characters, gsm_safe, sms_cost

HEAVY, CLIPPED = 90_000, 102_000
FIELD_LIMITS: Map[Channel, Map[str, int]] = Map(
    {
        Channel.PUSH: Map({"title": 40, "text": 110}),
        Channel.WHATSAPP: Map({"header": 60, "text": 1024, "footer": 60, "button": 25}),
    }
)
_SOURCES: Map[Channel, str] = Map(
    {
        Channel.PUSH: N_("What phones show of a notification without opening it"),
        Channel.WHATSAPP: N_("WhatsApp message templates"),
    }
)


def note_size(size: int, remarks: Remarks) -> None:
    """Remark on an HTML part (bytes, encoded) that Gmail clips or soon will."""
    if size <= HEAVY:
        return
    kilobytes = round(size / 1000)
    said = sentence("The e-mail weighs {size} kB, and Gmail hides what comes after 102 kB.", size=kilobytes)
    severity = Severity.ERROR if size > CLIPPED else Severity.WARNING
    fix = sentence("Shorten the message or divide it in two.")
    remarks.note("render.size", severity, said, source=N_("Gmail clips at 102 kB"), fix=fix)


def note_fields(channel: Channel, fields: Mapping[str, str], blocks: Mapping[str, str], remarks: Remarks) -> None:
    """Remark on fields beyond their channel's limits; `blocks` says in which block each field stands."""
    if channel is Channel.SMS:
        _note_sms(fields.get("text", ""), blocks.get("text", ""), remarks)
    for name, most in FIELD_LIMITS.get(channel, Map()).items():
        length = len(fields.get(name, ""))
        if length > most:
            said = sentence(
                "“{field}” has {length} characters; there is room for {most}.", field=name, length=length, most=most
            )
            # A service refuses a template that is too long; a phone only cuts a notification.
            severity = Severity.ERROR if channel is Channel.WHATSAPP else Severity.WARNING
            block, source = blocks.get(name, ""), _SOURCES[channel]
            remarks.note(f"render.{channel}_length", severity, said, block=block, source=source)


def _note_sms(text: str, block: str, remarks: Remarks) -> None:
    cost, source = sms_cost(text), "3GPP TS 23.038"
    if cost.forcing:
        listed, fix = _listed(cost.forcing), _safe_rewrite(text, cost.segments)
        said = sentence("{characters} make each part of the SMS hold 70 characters, not 160.", characters=listed)
        remarks.note("render.sms_ucs2", Severity.WARNING, said, block=block, source=source, fix=fix)
    if cost.segments > 1:
        said = sentence("This SMS is sent and paid as {segments} parts.", segments=cost.segments)
        remarks.note("render.sms_parts", Severity.ADVICE, said, block=block, source=source)


def _listed(characters: tuple[str, ...]) -> Sentence:
    said, *others = (sentence("“{sign}” ({code})", sign=sign, code=f"U+{ord(sign):04X}") for sign in characters)
    for other in others:
        said = sentence("{one}, {other}", one=said, other=other)
    return said


def _safe_rewrite(text: str, segments: int) -> Sentence | None:
    safe = gsm_safe(text)
    if forcing_characters(safe):
        return None
    return sentence(
        "Written with plain signs it takes {after} instead of {before} parts.",
        after=sms_cost(safe).segments,
        before=segments,
    )
