"""A signed POST of a flow as JSON to an address of the person's own: automation and voice services, or their own code.

The signature follows the Standard Webhooks specification (version 1): HMAC-SHA256 over `id.timestamp.body`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters.base import Bundle, Capabilities, Reach, Request, Resolved, Work
from studio.exporters.drafts import in_folder
from studio.exporters.naming import flow_mark, flow_name
from studio.exporters.options import option
from studio.exporters.pictures import Gallery, file_name
from studio.exporters.pieces import Piece, findings_of, pieces, place_of, sequence_of
from studio.exporters.plain import flow_plain, scripts_plain
from studio.exporters.scripts import script_markdown
from studio.exporters.service import Resource, Service
from studio.exporters.tagged import filled_losses, spoken, tags_option
from studio.i18n import N_, sentence
from studio.model.findings import Loss
from studio.model.trade import Channel

_BASE64 = "whsec_"
"""How a secret begins that is written in base64."""

_JSON = Map({"content-type": "application/json"})


@dataclass(frozen=True, slots=True)
class Options:
    """The choices for a webhook."""

    content: str = option(
        "flow",
        N_("What is sent"),
        N_("The whole flow, or only the call scripts."),
        {"flow": N_("The whole flow"), "scripts": N_("Only the call scripts")},
    )
    tags: str = tags_option()
    pictures: str = option(
        "", N_("Web folder of the pictures"), N_("A webhook carries no picture files; give the address they lie at.")
    )


def sign(key: str, body: bytes, now: datetime, delivery: str = "") -> Map[str, str]:
    """Return the headers that prove who sent a body: `webhook-id`, `webhook-timestamp` and `webhook-signature`.

    The id is that of the content and the delivery, so that a receiver knows one that was sent twice because its answer
    was lost, and takes content that it had before as news where it is sent anew.
    """
    name = f"msg_{hashlib.sha256(delivery.encode() + body).hexdigest()[:32]}"
    moment = str(int(now.timestamp()))
    signed = hmac.new(_secret(key), b".".join((name.encode(), moment.encode(), body)), hashlib.sha256).digest()
    signature = f"v1,{base64.b64encode(signed).decode()}"
    return Map({"webhook-id": name, "webhook-timestamp": moment, "webhook-signature": signature})


def _secret(key: str) -> bytes:
    if not key.startswith(_BASE64):
        return key.encode()
    try:
        secret = base64.b64decode(key.removeprefix(_BASE64), validate=True)
    except binascii.Error:
        secret = b""
    if not secret:  # with an empty one everybody could sign
        raise StudioError("The webhook's secret begins with whsec_, but what follows is not base64.")
    return secret


def _headers(key: str) -> Map[str, str]:  # noqa: ARG001 - the key signs and is never sent
    return Map({"accept": "application/json"})


def _words(status: int, body: Any) -> str:  # noqa: ANN401 - whatever the receiver answered
    said = body.get("message") or body.get("error") or body.get("detail") if isinstance(body, dict) else ""
    return said if isinstance(said, str) and said else f"HTTP {status}"


# A receiver knows a repeated delivery by its id, so nothing is looked up, and a changed flow is simply sent again. Many
# receivers answer with a word or nothing at all: that they took it is all there is to know.
SERVICE = Service(
    name="webhook",
    label="Webhook",
    base_url="",
    headers=_headers,
    words=_words,
    resources=Map({"flow": Resource(kind="flow", id="", repeatable=True, any_answer=True)}),
    address_hint="https://automation.example/hooks/fabel",
    key_hint=sentence("The secret that both sides know; whsec_… is read as base64."),
    sign=sign,
)


class Webhook:
    """Sends what a flow says to any address; what happens with it there is up to the receiver."""

    name = "webhook"
    label = N_("Webhook")
    capabilities = Capabilities(
        flow=Reach.PARTLY,
        templates=Reach.YES,
        ab_in_flow=Reach.PARTLY,
        sms=Reach.YES,
        push=Reach.YES,
        whatsapp=Reach.YES,
        mark="V",
        notes=(sentence("The receiver decides what it does with the flow; Fabel only knows that it arrived."),),
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return one request with the flow, or with its call scripts; raise StudioError where there are no calls."""
        gallery = Gallery(work.project.assets, in_folder(options.pictures))
        written = tuple(pieces(work, spoken(work, options.tags), gallery.say))
        sent = _calls(written) if options.content == "scripts" else written
        body = _scripts(work, sent) if options.content == "scripts" else _flow(work, sent, gallery)
        request = Request("flow", "flow", "POST", "", body, flow_name(work), _JSON, place_of(work))
        losses = _losses(work, options, len(gallery.used)) + filled_losses(work, self.name, sent, options.tags)
        return Bundle((request,), losses=losses, findings=findings_of(written))


def _flow(work: Work, written: tuple[Piece, ...], gallery: Gallery) -> dict[str, Any]:
    pictures = [
        {"name": asset.name, "file": file_name(asset), "type": asset.media_type, "bytes": asset.size}
        for asset in gallery.used.values()
    ]
    return {"type": "fabel.flow", "data": {**flow_plain(work, written), "pictures": pictures}}


def _calls(written: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(one for one in written if one.rendered.channel is Channel.VOICE)


def _scripts(work: Work, calls: tuple[Piece, ...]) -> dict[str, Any]:
    if not calls:
        raise StudioError("“{name}” holds no calls, so there are no scripts to send.", name=sequence_of(work).name)
    said = {one.message.id: script_markdown(one, work.words) for one in calls}
    held = {"id": flow_mark(work, "flow"), "name": flow_name(work), "language": work.language}
    return {"type": "fabel.scripts", "data": {**held, "scripts": scripts_plain(work, calls), "markdown": said}}


def _losses(work: Work, options: Options, pictures: int) -> tuple[Loss, ...]:
    losses = [
        Loss(
            "webhook.flow",
            place_of(work),
            sentence("“{name}” runs at the receiver", name=sequence_of(work).name),
            sentence("It is told everything as JSON; what it does with it is its own affair"),
        )
    ]
    if options.content == "scripts":
        said = sentence("Only the call scripts are sent")
        losses.append(Loss("webhook.messages", place_of(work), sentence("The flow and its other messages"), said))
    elif pictures and not options.pictures:
        said = sentence("A webhook carries no picture files: their addresses in the e-mails lead nowhere")
        losses.append(
            Loss("webhook.pictures", place_of(work), sentence("Pictures in the e-mails: {count}", count=pictures), said)
        )
    return tuple(losses)


EXPORTER = Webhook()
