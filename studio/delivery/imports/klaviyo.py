"""Fetching a flow from a Klaviyo account: the flow, its templates, and the names of what it refers to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from immutables import Map

from studio.delivery.dotted import at_path, text_of
from studio.delivery.http import Client
from studio.delivery.lookup import pages
from studio.delivery.refusals import NotThere, Refused
from studio.errors import StudioError
from studio.exporters.service import Listing, Rate
from studio.i18n import sentence
from studio.imports.klaviyo.project import Imported, project_of
from studio.imports.klaviyo.remote import Json, RemoteDocument, RemoteFlow, Shop
from studio.imports.klaviyo.shape import shaped
from studio.imports.klaviyo.versions import TESTS, message_of
from studio.tasks import Progress

_FLOWS = Rate(per_second=3, per_minute=60)
_LIBRARY = Rate(per_second=75, per_minute=750)
_LIST = Listing("/api/flows?fields[flow]=name,status,archived&page[size]=50", "data", name="attributes.name")
_REGIONS = ("address1", "address2", "zip", "city", "region", "country")


def read_flows(client: Client) -> tuple[RemoteFlow, ...]:
    """Return the flows of an account that are not archived, in its own order; raise StudioError where it refuses."""
    listing = Listing(_LIST.path, _LIST.items, name=_LIST.name, next="links.next", rate=_FLOWS)
    return tuple(
        RemoteFlow(item.id, item.name, text_of(at_path(item.content, "attributes.status")))
        for item in pages(client, listing)
        if not at_path(item.content, "attributes.archived")
    )


def import_flow(client: Client, flow_id: str, progress: Progress, language: str = "") -> Imported:
    """Return a flow as a project with one sequence, and what of it cannot be represented.

    `language` is that of its words, empty for what the flow itself tells. Raise StudioError where the flow is not
    there, or is tangled beyond reason.
    """
    return project_of(read_document(client, flow_id, progress), language)


def read_document(client: Client, flow_id: str, progress: Progress) -> RemoteDocument:
    """Return everything that is known of a flow; raise StudioError where it is not there."""
    progress.said(sentence("Reading the flow."), 0, 0)
    flow, definition = _flow(client, flow_id)
    readable, _ = shaped(definition)
    messages = {str(said.get("template_id")): said for said in _messages(readable) if said.get("template_id")}
    templates: dict[str, str] = {}
    for number, (template, said) in enumerate(messages.items(), start=1):
        progress.said(sentence("Reading the template of “{name}”.", name=str(said.get("name"))), number, len(messages))
        html = _template(client, template, text_of(said.get("id")))
        if html is not None:
            templates[template] = html
    return RemoteDocument(flow, definition, Map(templates), Map(_names(client, readable)), _shop(client))


def _flow(client: Client, flow_id: str) -> tuple[RemoteFlow, Json]:
    path = f"/api/flows/{quote(flow_id, safe='')}?additional-fields[flow]=definition"
    try:
        answer = client.get(path, "flow:read", _FLOWS)
    except NotThere:
        raise StudioError("There is no flow “{id}” in this account.", id=flow_id) from None
    definition = at_path(answer, "data.attributes.definition")
    if not isinstance(definition, dict):
        raise StudioError("Klaviyo tells nothing of the steps of the flow “{id}”.", id=flow_id)
    name, status = (text_of(at_path(answer, f"data.attributes.{field}")) for field in ("name", "status"))
    return RemoteFlow(flow_id, name, status), definition


def _messages(definition: Json) -> Iterator[Json]:
    for action in definition.get("actions") or []:
        data = action.get("data") or {}
        inner = (data.get("current_experiment") or {}).get("variations") or []
        for one in [data.get("main_action") or {}, *inner] if action.get("type") in TESTS else [action]:
            yield message_of(one)


def _template(client: Client, template: str, message: str) -> str | None:
    """Return a template's HTML: out of the library, else out of the message that has a copy of its own; else None."""
    doors = [f"/api/templates/{quote(template, safe='')}"]
    doors += [f"/api/flow-messages/{quote(message, safe='')}/template"] if message else []
    for door in doors:
        try:
            answer = client.get(f"{door}?fields[template]=html", door.rpartition("/")[0], _FLOWS)
        except NotThere:
            continue
        html = at_path(answer, "data.attributes.html")
        if isinstance(html, str):
            return html
    return None


def _names(client: Client, definition: Json) -> dict[str, str]:
    """Return the names of the metrics, and of the list or segment that starts the flow."""
    metrics = Listing("/api/metrics", "data", name="attributes.name", next="links.next", rate=Rate(per_second=10))
    found = {item.id: item.name for item in pages(client, metrics)}
    for trigger in definition.get("triggers") or []:
        kind = trigger.get("type")
        if kind in ("list", "segment") and trigger.get("id"):
            path = f"/api/{kind}s/{quote(str(trigger['id']), safe='')}?fields[{kind}]=name"
            found |= {str(trigger["id"]): _name(client, path) or str(trigger["id"])}
    return found


def _name(client: Client, path: str) -> str:
    try:
        return text_of(at_path(client.get(path, "group:read", _LIBRARY), "data.attributes.name"))
    except Refused:
        return ""


def _shop(client: Client) -> Shop:
    """Return what the account says of the shop; nothing where the key may not see it."""
    try:
        answer = client.get("/api/accounts", "check", Rate(per_second=1, per_minute=15))
    except Refused:
        return Shop()

    def told(path: str) -> str:
        return text_of(at_path(answer, f"data.0.attributes.{path}"))

    name, street = told("contact_information.organization_name"), "contact_information.street_address"
    lines = tuple(filter(None, (told(f"{street}.{part}") for part in _REGIONS)))
    return Shop(
        name=name,
        url=told("contact_information.website_url"),
        address=", ".join(filter(None, (name, *lines))) if lines else "",
        street=told(f"{street}.address1"),
        currency=told("preferred_currency"),
        sender_name=told("contact_information.default_sender_name"),
        sender_email=told("contact_information.default_sender_email"),
        locale=told("locale"),
    )
