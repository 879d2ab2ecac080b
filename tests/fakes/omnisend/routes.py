"""Omnisend's endpoints that the studio may call."""

from __future__ import annotations

from tests.fakes.omnisend import things
from tests.fakes.routing import Route

ROUTES = (
    Route("GET", "/api/brands/current", things.read_brand),
    Route("GET", "/api/segments", things.list_segments, things.PAGED),
    Route("GET", "/api/images", things.list_images, things.PAGED),
    Route("POST", "/api/images/upload", things.upload_image, media_type="multipart/form-data"),
    Route("GET", "/api/images/{id}", things.read_image),
    Route("GET", "/api/email-templates", things.list_templates, things.PAGED),
    Route("POST", "/api/email-templates/import", things.import_template),
    Route("GET", "/api/email-templates/{id}", things.read_template),
    Route("GET", "/api/automations", things.list_automations, things.PAGED | {"isEnabled"}),
    Route("POST", "/api/automations", things.create_automation),
    Route("GET", "/api/automations/{id}", things.read_automation),
    Route("PATCH", "/api/automations/{id}", things.change_automation),
    Route("PUT", "/api/automations/{id}/blocks", things.replace_blocks),
    Route("POST", "/api/automations/{id}/enable", things.enable_automation),
)
