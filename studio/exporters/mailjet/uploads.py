"""The requests for Mailjet: templates and drafts of campaigns, each with its content as a request of its own."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.exporters.base import Request, Work
from studio.exporters.drafts import sender, subject
from studio.exporters.event_data import needs_data
from studio.exporters.mailjet.options import Options
from studio.exporters.mailjet.service import ROOT
from studio.exporters.naming import part_name
from studio.exporters.pieces import Piece, place_of
from studio.exporters.references import answer, lookup
from studio.exporters.vacant import without_gaps

_JSON = Map({"content-type": "application/json"})
_HTML = 2
_COUNTRIES: Map[str, str] = Map(
    {"en": "US", "nb": "NO", "nn": "NO", "no": "NO", "da": "DK", "sv": "SE", "et": "EE", "cs": "CZ", "el": "GR"}
)


def locale(language: str) -> str:
    """Return a language as Mailjet writes it: `nb_NO`."""
    short, _, country = language.replace("_", "-").partition("-")
    return f"{short.lower()}_{(country or _COUNTRIES.get(short, short)).upper()}"


def template(work: Work, one: Piece, options: Options) -> tuple[Request, Request]:
    """Return a template and its content; raise StudioError without a sender's address or a subject."""
    key = f"template:{one.message.id}:{one.variant_id}"
    purpose = "transactional" if needs_data(work.project, one.message, work.language) else "marketing"
    name = part_name(work, key, one.message.name, one.variant_name)
    body = {
        "Name": name,
        "OwnerType": "apikey",
        "Purposes": [purpose],
        "EditMode": _HTML,
        "Locale": locale(work.language),
    }
    content: dict[str, Any] = {"Headers": _head(work, one), **_parts(one)}
    if options.mjml:
        content["MJMLContent"] = without_gaps(one.rendered.mjml)
    return _pair(work, one, (key, "template", f"{ROOT}/template"), ("content", body, content))


def campaign(work: Work, one: Piece, options: Options) -> tuple[Request, Request]:
    """Return a campaign's draft for a list, without a date, and its content; raise StudioError as for a template."""
    key = f"campaign:{one.message.id}:{one.variant_id}"
    said = sender(work, "Mailjet")
    body = {
        "Title": part_name(work, key, one.message.name, one.variant_name),
        "Locale": locale(work.language),
        "Sender": said.name or said.email,
        "SenderName": said.name,
        "SenderEmail": said.email,
        "ReplyEmail": said.reply_to,
        "Subject": subject(one, "Mailjet"),
        "ContactsListID": lookup("list", options.list),
        "EditMode": "html2",
    }
    return _pair(work, one, (key, "campaign", f"{ROOT}/campaigndraft"), ("campaignwords", _filled(body), _parts(one)))


def _pair(
    work: Work, one: Piece, head: tuple[str, str, str], rest: tuple[str, dict[str, Any], dict[str, Any]]
) -> tuple[Request, Request]:
    """Return a thing and its content: `head` is its key, kind and path, `rest` the content's kind and both bodies."""
    (key, kind, path), (below, body, content) = head, rest
    name, place = body.get("Name") or body["Title"], place_of(work, one.message, one.variant)
    inner = f"{path}/{answer(key, 'Data.0.ID')}/detailcontent"
    own = f"{below}:{key.partition(':')[2]}"
    return (
        Request(key, kind, "POST", path, body, name, _JSON, place),
        Request(own, below, "POST", inner, content, name, _JSON, place),
    )


def _parts(one: Piece) -> dict[str, str]:
    return {"Html-part": one.rendered.html, "Text-part": one.rendered.text}


def _head(work: Work, one: Piece) -> dict[str, str]:
    said = sender(work, "Mailjet")
    by = f"{said.name} <{said.email}>" if said.name else said.email
    return _filled({"Subject": subject(one, "Mailjet"), "From": by, "Reply-To": said.reply_to})


def _filled(body: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in body.items() if value}
