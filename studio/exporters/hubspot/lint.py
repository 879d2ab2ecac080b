"""What HubSpot's description does not say of a workflow and its e-mails, and the service refuses all the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from studio.exporters.base import Request
from studio.exporters.hubspot.draft import Json, connections
from studio.exporters.hubspot.template import COMPANY, has_way_out
from studio.exporters.hubspot.tree import SEND
from studio.exporters.hubspot.waits import DELAY
from studio.i18n import Sentence, sentence

_REFERENCE = re.compile(r"@(email:.+)#id")
LONGEST = 250


def faults(workflow: Json, requests: tuple[Request, ...]) -> tuple[Sentence, ...]:
    """Return what is wrong with a workflow, and with the templates and e-mails that are made before it."""
    made = frozenset(request.key for request in requests)
    return (
        *_graph(workflow),
        *(fault for action in workflow["actions"] for fault in _action(action, made)),
        *(fault for request in requests for fault in _request(request)),
    )


def _graph(workflow: Json) -> Iterator[Sentence]:
    actions = {action["actionId"]: action for action in workflow["actions"]}
    entered: Counter[tuple[str, str]] = Counter()
    for action in workflow["actions"]:
        for connection in connections(action):
            target = connection["nextActionId"]
            entered[(target, connection["edgeType"])] += 1
            if target not in actions:
                yield sentence(
                    "“{id}” leads to “{target}”, which does not exist.", id=action["actionId"], target=target
                )
    start = workflow.get("startActionId", "")
    for name in actions:
        trunk = entered[(name, "STANDARD")] + (name == start)
        if not trunk:
            yield sentence("“{id}” cannot be reached.", id=name)
        if trunk > 1:
            yield sentence("{count} ways lead to “{id}”; all but one must be jumps.", count=trunk, id=name)


def _action(action: Json, made: frozenset[str]) -> Iterator[Sentence]:
    if action["type"] == "AB_TEST_BRANCH":
        shares = [branch["percentage"] for branch in action["testBranches"]]
        if sum(shares) != 100 or not all(0 <= share <= 100 for share in shares):
            yield sentence("The shares of “{id}” do not add up to 100 per cent.", id=action["actionId"])
    if action.get("actionTypeId") == DELAY and int(action["fields"]["delta"]) < 1:
        yield sentence("“{id}” waits no time at all.", id=action["actionId"])
    if action.get("actionTypeId") == SEND:
        reference = _REFERENCE.fullmatch(action["fields"]["content_id"])
        if reference is None or reference.group(1) not in made:
            yield sentence("“{id}” sends an e-mail that does not exist.", id=action["actionId"])


def _request(request: Request) -> Iterator[Sentence]:
    if request.kind == "template":
        yield from _template(request)
    if request.kind in ("email", "words"):
        subject = request.body["subject"]
        if not subject.strip():
            yield sentence("An e-mail has no subject.")
        if len(subject) > LONGEST:
            yield sentence("“{words}” is longer than {most} characters.", words=subject[:40] + "…", most=LONGEST)


def _template(request: Request) -> Iterator[Sentence]:
    html = request.body["file"]["content"]
    if not has_way_out(html):
        yield sentence("“{name}” has no link to unsubscribe, which HubSpot demands.", name=request.name)
    if any(f"site_settings.{name}" not in html for name in COMPANY):
        yield sentence("“{name}” lacks the company's address, which HubSpot demands.", name=request.name)
