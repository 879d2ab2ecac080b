"""The requests that create a flow at HubSpot, in the order in which they must be sent."""

from __future__ import annotations

import json

from immutables import Map

from studio.exporters import references
from studio.exporters.addresses import with_tag
from studio.exporters.base import Request, Work
from studio.exporters.hubspot.draft import Json
from studio.exporters.hubspot.options import Options
from studio.exporters.hubspot.template import ADDRESS, coded
from studio.exporters.naming import flow_mark, flow_name, part_name, slug
from studio.exporters.pictures import file_name
from studio.exporters.pieces import Piece, place_of, sequence_of
from studio.model.asset import Asset

EMAILS = "/marketing/emails/2026-09"
FLOWS = "/automation/v4/flows"
FILES = "/files/v3/files"
SOURCE = "/cms/v3/source-code/draft/content"
_JSON = Map({"content-type": "application/json"})


def picture_address(asset: Asset) -> str:
    """Return the reference that stands for a picture's address once it is uploaded."""
    return references.answer(f"image:{asset.id}", "url")


def picture(asset: Asset) -> Request:
    """Return the upload of one picture; its name is that of its content, and a second upload takes its place."""
    name = f"fabel-{file_name(asset)}"
    return Request(
        key=f"image:{asset.id}",
        kind="image",
        method="POST",
        path=FILES,
        body={
            "file": references.lookup("asset", asset.id),
            "fileName": name,
            "folderPath": "/fabel",
            "options": json.dumps({"access": "PUBLIC_NOT_INDEXABLE", "overwrite": True}),
        },
        name=name,
        multipart=True,
    )


def email_key(one: Piece) -> str:
    """Return the name of the request that makes a version's e-mail."""
    return f"email:{one.message.id}:{one.variant_id}"


def template_path(work: Work, one: Piece) -> str:
    """Return where a version's coded template lies in the design manager; the mark keeps it apart from all others."""
    folder = f"{slug(sequence_of(work).name)}-{work.language.lower()}"
    return f"fabel/{folder}/{slug(one.message.name)}-{flow_mark(work, email_key(one))}.html"


def template(work: Work, one: Piece) -> Request:
    """Return the upload of a version's HTML as a coded template; the same path is always the same template."""
    path = template_path(work, one)
    label = part_name(work, email_key(one), one.message.name, one.variant_name)
    page = coded(with_tag(one.rendered.html, work.project.brand, ADDRESS), label, one.rendered.subject)
    file = {"filename": path.rpartition("/")[2], "content": page, "media": "text/html"}
    return Request(
        key=f"template:{one.message.id}:{one.variant_id}",
        kind="template",
        method="PUT",
        path=f"{SOURCE}/{path}",
        body={"file": file},
        name=path,
        place=place_of(work, one.message, one.variant),
        multipart=True,
    )


def email(work: Work, one: Piece, options: Options) -> Request:
    """Return the creation of a marketing e-mail for workflows, as a draft."""
    name = part_name(work, email_key(one), one.message.name, one.variant_name)
    return Request(
        key=email_key(one),
        kind="email",
        method="POST",
        path=EMAILS,
        body={"name": name, **_said(work, one), **_subscription(options)},
        name=name,
        headers=_JSON,
        place=place_of(work, one.message, one.variant),
    )


def variation(work: Work, one: Piece, first: Piece) -> tuple[Request, Request]:
    """Return the creation of the second version of an e-mail as its variation, and the request that fills it."""
    name = part_name(work, email_key(one), one.message.name, one.variant_name)
    place = place_of(work, one.message, one.variant)
    key = f"variation:{one.message.id}:{one.variant_id}"
    made = Request(
        key=key,
        kind="variation",
        method="POST",
        path=f"{EMAILS}/ab-test/create-variation",
        body={"contentId": references.answer(email_key(first), "id"), "variationName": name},
        name=name,
        headers=_JSON,
        place=place,
    )
    filled = Request(
        key=f"words:{one.message.id}:{one.variant_id}",
        kind="words",
        method="PATCH",
        path=f"{EMAILS}/{references.answer(key, 'id')}/draft",
        body=_words(work, one),
        headers=_JSON,
        place=place,
    )
    return made, filled


def _words(work: Work, one: Piece) -> Json:
    content = {"templatePath": template_path(work, one), "plainTextVersion": one.rendered.text}
    return {"subject": one.rendered.subject, "content": content}


def _said(work: Work, one: Piece) -> Json:
    brand = work.project.brand
    sender = {"fromName": brand.sender.name or brand.name, "replyTo": brand.sender.email}
    if brand.sender.reply_to:
        sender["customReplyTo"] = brand.sender.reply_to
    return {
        **_words(work, one),
        "from": {name: words for name, words in sender.items() if words},
        "language": work.language.lower(),
        "state": "AUTOMATED_DRAFT",
        "subcategory": "automated",
    }


def _subscription(options: Options) -> Json:
    return {"subscriptionDetails": {"subscriptionId": options.subscription}} if options.subscription else {}


def flow(work: Work, workflow: Json) -> Request:
    """Return the creation of the workflow, switched off."""
    return Request(
        key="flow",
        kind="flow",
        method="POST",
        path=FLOWS,
        body={"name": flow_name(work), **workflow},
        name=flow_name(work),
        headers=_JSON,
        place=place_of(work),
    )
