"""What each version of a message says: one sending action at Klaviyo, read with its template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from immutables import Map

from studio.i18n import Sentence, sentence
from studio.imports.klaviyo.blocks import Made, blocks_of
from studio.imports.klaviyo.remote import Json, RemoteDocument
from studio.imports.klaviyo.said import Reading, neutral
from studio.model.rules import TESTED
from studio.model.trade import Channel

CHANNELS: Map[str, Channel] = Map(
    {
        "send-email": Channel.EMAIL,
        "send-sms": Channel.SMS,
        "send-mobile-push": Channel.PUSH,
        "send-whatsapp": Channel.WHATSAPP,
    }
)
_PARTS = 100
TESTS = ("ab-test", "content-experiment")


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its name and weight, and for an e-mail its subject and preview text, with its blocks."""

    name: str
    weight: float = 1.0
    subject: str = ""
    preheader: str = ""
    blocks: tuple[Made, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A message with its versions; equal ones are one message that is sent at several places."""

    name: str
    channel: Channel
    versions: tuple[Version, ...]


def written(action: Json, document: RemoteDocument, reading: Reading) -> Written | None:
    """Return what an action sends, or None where it sends nothing."""
    data = action.get("data") or {}
    if action.get("type") not in TESTS:
        channel = CHANNELS.get(str(action.get("type")))
        name = _name(data, action)
        return Written(name, channel, (_version(action, 1.0, document, reading),)) if channel else None
    main = data.get("main_action") or {}
    test = data.get("current_experiment") or {}
    channel = CHANNELS.get(str(main.get("type")))
    if channel is None:
        return None
    name = str(test.get("name") or "") or _name(main.get("data") or {}, main)
    drawn = _drawn(main, test, name, reading)
    versions = (_version(one, share, document, reading) for one, share in drawn)
    return Written(name, channel, tuple(_shortened(version, name) for version in versions))


def _drawn(main: Json, test: Json, name: str, reading: Reading) -> list[tuple[Json, float]]:
    """Return the versions that can be represented, each with its share; the others are listed as losses."""
    arms = test.get("variations") or [main]
    shared = [(one, _share(one, test.get("allocations") or {}, len(arms))) for one in arms]
    sent = [(one, share) for one, share in shared if share and one.get("type") == main["type"]]
    kept = sent if CHANNELS[main["type"]] in TESTED else sorted(sent, key=lambda pair: -pair[1])[:1]
    for one, share in shared:
        if not share:
            _note_version(one, name, sentence("It is left out: no reader gets it"), reading)
        elif (one, share) not in sent:
            _note_version(one, name, sentence("It is left out: it goes out on another channel"), reading)
        elif (one, share) not in kept:
            _note_version(one, name, sentence("It is left out: only e-mails and SMS have versions"), reading)
    return kept or [(main, 1.0)]


def _note_version(one: Json, name: str, becomes: Sentence, reading: Reading) -> None:
    wanted = sentence("The version “{version}” of “{name}”", version=str(message_of(one).get("name") or "–"), name=name)
    reading.noting.lose("version", wanted, becomes)


def message_of(action: Json) -> Json:
    """Return the message of a sending action, empty where it has none."""
    found = (action.get("data") or {}).get("message")
    return found if isinstance(found, dict) else {}


def _name(data: Json, action: Json) -> str:
    message = data.get("message") or {}
    return str(message.get("name") or message.get("subject_line") or message.get("title") or action.get("id") or "–")


def _share(action: Json, shares: Any, count: int) -> float:  # noqa: ANN401 - JSON
    found = shares.get(str(action.get("id") or action.get("temporary_id"))) if isinstance(shares, dict) else None
    return float(found) if isinstance(found, int | float) and 0 <= found <= _PARTS else 1 / count


def _shortened(version: Version, message: str) -> Version:
    """Return a version without the message's own name in front of its own."""
    short = version.name.removeprefix(message).lstrip(" –-:") or version.name
    return Version(short, version.weight, version.subject, version.preheader, version.blocks)


def _version(action: Json, weight: float, document: RemoteDocument, reading: Reading) -> Version:
    said = message_of(action)
    name = str(said.get("name") or "–")
    kind = action.get("type")
    if kind != "send-email":
        return Version(name, weight, blocks=(_short(str(kind), said, reading),))
    return Version(
        name,
        weight,
        neutral(str(said.get("subject_line") or ""), reading),
        neutral(str(said.get("preview_text") or ""), reading),
        _blocks(said, document, reading),
    )


def _blocks(said: Json, document: RemoteDocument, reading: Reading) -> tuple[Made, ...]:
    html = document.templates.get(str(said.get("template_id")))
    if html is None:
        reading.noting.lose(
            "template",
            sentence("The template of “{name}”", name=str(said.get("name") or "")),
            sentence("Klaviyo did not give it out: the message has no content"),
        )
    return blocks_of(html or "", document.shop, reading)


def _short(kind: str, said: Json, reading: Reading) -> Made:
    if kind == "send-sms":
        return Made("sms", Map({"text": neutral(str(said.get("body") or ""), reading)}))
    if kind == "send-whatsapp":
        reading.noting.lose(
            "whatsapp",
            sentence("The words of the WhatsApp template “{vendor}”", vendor=str(said.get("vendor_id") or "")),
            sentence("They lie with the vendor: copy them here"),
        )
        return Made("whatsapp")
    words = {
        "text": neutral(str(said.get("body") or ""), reading),
        "title": neutral(str(said.get("title") or ""), reading),
    }
    link = neutral(str(said.get("ios_link") or said.get("android_link") or said.get("web_url") or ""), reading)
    return Made("push", Map({name: text for name, text in words.items() if text}), Map({"url": link}))
