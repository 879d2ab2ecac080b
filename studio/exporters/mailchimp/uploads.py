"""The requests for Mailchimp: pictures, a template for each version, and campaigns as drafts with their content."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters import references
from studio.exporters.base import Request, Work
from studio.exporters.drafts import sender, subject
from studio.exporters.mailchimp.names import campaign_title, picture_name, template_name
from studio.exporters.mailchimp.options import Options
from studio.exporters.pieces import Piece, place_of
from studio.exporters.singles import PREFIX
from studio.exporters.uploading import demand_picture, image_key
from studio.model.asset import Asset

LABEL = "Mailchimp"
MOST_SUBJECTS = 3
LARGEST_PICTURE = 10
"""Megabytes."""
_JSON = Map({"content-type": "application/json"})
_LEAST, _ALL = 10, 100
_HOUR = 60


def picture_address(asset: Asset) -> str:
    """Return the reference that stands for a picture's address; raise StudioError for one that Mailchimp refuses."""
    demand_picture(asset, LABEL, LARGEST_PICTURE)
    return references.answer(image_key(asset.id), "full_size_url")


def picture(asset: Asset) -> Request:
    """Return the upload of one picture to the content studio, its bytes as base64."""
    name = picture_name(asset)
    body = {"name": name, "file_data": references.lookup("asset", asset.id)}
    return Request(image_key(asset.id), "image", "POST", "/3.0/file-manager/files", body, name, _JSON)


def template(work: Work, one: Piece) -> Request:
    """Return the creation of a template as code; it has no subject, but the e-mail must have one."""
    subject(one, LABEL)
    key = f"template:{one.message.id}:{one.variant_id}"
    name = template_name(work, key, one)
    place = place_of(work, one.message, one.variant)
    body = {"name": name, "html": one.rendered.html}
    return Request(key, "template", "POST", "/3.0/templates", body, name, _JSON, place)


def draft(work: Work, one: Piece, options: Options) -> tuple[Request, Request]:
    """Return the draft of a campaign and its content; raise StudioError without a sender's address or a subject."""
    key = f"{PREFIX}{one.message.id}:{one.variant_id}"
    title = campaign_title(work, key, one.message, one.variant_name)
    body = {"type": "regular", "settings": _settings(work, one, title), **_recipients(options)}
    content = {"html": one.rendered.html, "plain_text": one.rendered.text}
    return _campaign(work, one, key, title, body), _content(work, one, key, title, content)


def test(work: Work, tested: tuple[Piece, ...], options: Options) -> tuple[Request, Request]:
    """Return the draft of a campaign that tests subjects on one content, and this content.

    Raise StudioError for a share or a delay that Mailchimp refuses.
    """
    first = tested[0]
    key = f"campaign:{first.message.id}"
    title = campaign_title(work, key, first.message, "A/B")
    body = {
        "type": "variate",
        "settings": _settings(work, first, title),
        "variate_settings": {**_test(options), "subject_lines": [subject(one, LABEL) for one in tested]},
        **_recipients(options),
    }
    told = {"content_label": "A", "html": first.rendered.html, "plain_text": first.rendered.text}
    content = {"variate_contents": [told]}
    return _campaign(work, first, key, title, body), _content(work, first, key, title, content)


def _campaign(work: Work, one: Piece, key: str, title: str, body: dict[str, Any]) -> Request:
    # New words are refused for a campaign that was sent: it must change with them, so that a new draft takes its place.
    depends, place = one.rendered.html, place_of(work, one.message)
    return Request(key, "campaign", "POST", "/3.0/campaigns", body, title, _JSON, place, depends=depends)


def _content(work: Work, one: Piece, key: str, title: str, body: dict[str, Any]) -> Request:
    path = f"/3.0/campaigns/{references.answer(key, 'id')}/content"
    own = f"content:{key.partition(':')[2]}"
    return Request(own, "content", "PUT", path, body, title, _JSON, place_of(work, one.message))


def _settings(work: Work, one: Piece, title: str) -> dict[str, str]:
    said = sender(work, LABEL)
    return {
        "title": title,
        "subject_line": subject(one, LABEL),
        "preview_text": one.rendered.preheader,
        "from_name": said.name or work.project.brand.name or said.email,
        "reply_to": said.email,
    }


def _recipients(options: Options) -> dict[str, Any]:
    return {"recipients": {"list_id": references.lookup("list", options.list)}} if options.list else {}


def _test(options: Options) -> dict[str, Any]:
    if not _LEAST <= options.test_share <= _ALL:
        raise StudioError("Option “test_share” is 10 to 100 per cent of the audience.")
    if options.winner_hours < 1:
        raise StudioError("Option “winner_hours” is one hour or more.")
    return {
        "winner_criteria": options.winner,
        "wait_time": options.winner_hours * _HOUR,
        "test_size": options.test_share,
    }
