"""HubSpot's endpoints that the studio may call."""

from __future__ import annotations

from tests.fakes.hubspot import things
from tests.fakes.routing import Route

EMAILS = "/marketing/emails/2026-09"
FLOWS = "/automation/v4/flows"
ROUTES = (
    Route("GET", "/account-info/v3/details", things.read_account),
    Route(
        "PUT",
        "/cms/v3/source-code/draft/content/{folder}/{sub}/{file}",
        things.put_source,
        media_type="multipart/form-data",
    ),
    Route("POST", "/files/v3/files", things.upload_file, media_type="multipart/form-data"),
    Route("GET", "/files/v3/files/{id}", things.read_file),
    Route("GET", EMAILS, things.list_emails, things.PAGED),
    Route("POST", EMAILS, things.create_email),
    Route("POST", f"{EMAILS}/ab-test/create-variation", things.create_variation),
    Route("GET", f"{EMAILS}/{{id}}", things.read_email),
    Route("GET", f"{EMAILS}/{{id}}/draft", things.read_email),
    Route("PATCH", f"{EMAILS}/{{id}}/draft", things.change_email),
    Route("POST", f"{EMAILS}/{{id}}/publish", things.publish_email),
    Route("GET", FLOWS, things.list_flows, things.PAGED),
    Route("POST", FLOWS, things.create_flow),
    Route("GET", f"{FLOWS}/{{id}}", things.read_flow),
    Route("PUT", f"{FLOWS}/{{id}}", things.change_flow),
)
