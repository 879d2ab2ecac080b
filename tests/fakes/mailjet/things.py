"""Mailjet's templates and campaign drafts: a head and a content each; a change that changes nothing says 304."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from tests.fakes.routing import whole_query
from tests.fakes.validate import Problem, Shape, list_of, map_of, one_of, problems, record, text, whole
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.mailjet.state import Mailjet

NAME = text(least=1)
ADDRESS = text(r"\S+@\S+\.\S+")
TEMPLATE: Mapping[str, Shape] = {
    "Name": NAME,
    "OwnerType": one_of("apikey", "user", "global"),
    "Purposes": list_of(one_of("transactional", "marketing", "automation")),
    "EditMode": whole(1, 4),
    "Locale": text(r"[a-z]{2}_[A-Z]{2}"),
    "Author": text(),
    "Description": text(),
    "IsTextPartGenerationEnabled": one_of(True, False),
}
CAMPAIGN: Mapping[str, Shape] = {
    "Title": NAME,
    "Locale": TEMPLATE["Locale"],
    "Sender": NAME,
    "SenderName": NAME,
    "SenderEmail": ADDRESS,
    "ReplyEmail": ADDRESS,
    "Subject": NAME,
    "ContactsListID": text(r"\d+"),
    "EditMode": one_of("tool2", "html2", "mjml"),
}
NEEDED = ("Locale", "Sender", "SenderEmail", "Subject", "ContactsListID")
SHAPES: Mapping[str, tuple[Shape, Shape]] = {
    "template": (record({**TEMPLATE, "Name*": NAME}), record(TEMPLATE)),
    "campaigndraft": (record({**CAMPAIGN, **{f"{name}*": CAMPAIGN[name] for name in NEEDED}}), record(CAMPAIGN)),
}
HEADERS = map_of(text())
CONTENT = record({"Html-part": text(least=1), "Text-part": text(), "MJMLContent": text(), "Headers": HEADERS})


def told(rows: Iterable[Mapping[str, Any]], status: int = 200) -> Answer:
    """Return rows as Mailjet answers; `Total` counts these only, not what other pages hold."""
    data = list(rows)
    return Answer(status, {"Count": len(data), "Data": data, "Total": len(data)})


def page(received: Received, rows: list[dict[str, Any]], most: int | None) -> Answer:
    """Return one page of a collection: ten things unless asked for more."""
    size = min(whole_query(received, "Limit", 10, 1, 1000), most or 1000)
    start = whole_query(received, "Offset", 0, 0, 10**9)
    return told(rows[start : start + size])


def known(fake: Mailjet, kind: str, number: str) -> dict[str, Any]:
    """Return a thing's row; raise Refusal 404."""
    if number not in fake.things[kind]:
        raise Refusal(404, Problem("", "Object not found"))
    return fake.things[kind][number]


def shown(number: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a thing's head as the service shows it."""
    return {"ID": int(number), **{name: value for name, value in row.items() if name != "content"}}


def unused(fake: Mailjet, kind: str, body: Mapping[str, Any], number: str = "") -> None:
    """Raise Refusal where a template's name is taken: of one owner each is there once."""
    others = [row["Name"] for other, row in fake.things[kind].items() if kind == "template" and other != number]
    if body.get("Name") in others:
        words = f'MJ18 A Template resource with value "{body["Name"]}" for Name already exists.'
        raise Refusal(400, Problem("", words))


def list_things(fake: Mailjet, received: Received, kind: str) -> Answer:
    """Answer GET /template and /campaigndraft."""
    owner = received.query.get("OwnerType")
    rows = [shown(number, row) for number, row in fake.things[kind].items() if owner in {None, row.get("OwnerType")}]
    return page(received, rows, fake.options.page_size)


def create(fake: Mailjet, received: Received, kind: str) -> Answer:
    """Answer POST /template and /campaigndraft."""
    refuse(problems(SHAPES[kind][0], received.body))
    unused(fake, kind, received.body)
    if kind == "campaigndraft" and int(received.body["ContactsListID"]) not in fake.lists:
        raise Refusal(400, Problem("/ContactsListID", "There is no such contacts list"))
    number = str(next(fake.numbers))
    born = {"OwnerType": "apikey"} if kind == "template" else {"Status": 0}
    fake.things[kind][number] = {**born, **received.body}
    return told([shown(number, fake.things[kind][number])], 201)


def read(fake: Mailjet, received: Received, kind: str, number: str) -> Answer:
    """Answer GET /template/{id} and /campaigndraft/{id}."""
    return told([shown(number, known(fake, kind, number))])


def change(fake: Mailjet, received: Received, kind: str, number: str) -> Answer:
    """Answer PUT /template/{id} and /campaigndraft/{id}: 304 where nothing is different."""
    row = known(fake, kind, number)
    refuse(problems(SHAPES[kind][1], received.body))
    unused(fake, kind, received.body, number)
    if row.get("Status"):
        raise Refusal(400, Problem("", "The campaign is not a draft any more"))
    if "OwnerType" in received.body:
        raise Refusal(403, Problem("", "The owner of a template cannot be changed with this key"))
    if all(row.get(name) == value for name, value in received.body.items()):
        return Answer(304)
    row.update(received.body)
    return told([shown(number, row)])


def read_content(fake: Mailjet, received: Received, kind: str, number: str) -> Answer:
    """Answer GET …/detailcontent; a thing that has none yet answers an empty one."""
    blank = {"Html-part": "", "Text-part": "", "MJMLContent": "", "Headers": {}}
    return told([{**blank, **known(fake, kind, number).get("content", {})}])


def write_content(fake: Mailjet, received: Received, kind: str, number: str) -> Answer:
    """Answer POST …/detailcontent, which may be sent again and again."""
    row = known(fake, kind, number)
    refuse(problems(CONTENT, received.body))
    if row.get("Status"):
        raise Refusal(400, Problem("", "The campaign is not a draft any more"))
    row["content"] = received.body
    return told([received.body], 201)


def go_live(fake: Mailjet, received: Received, kind: str, number: str) -> Answer:
    """Answer POST …/send and …/schedule: recorded, and refused where the account is strict."""
    row = known(fake, kind, number)
    fake.live.append((kind, row["Title"], received.path.rpartition("/")[2]))
    if fake.options.strict:
        raise Refusal(400, Problem("", "This account takes drafts only"))
    row["Status"] = 2
    return told([{"Status": "Programmed"}], 201)


def delete(fake: Mailjet, received: Received, kind: str, number: str) -> Answer:
    """Answer DELETE /template/{id} and /campaigndraft/{id}."""
    fake.deleted.append((kind, number))
    known(fake, kind, number)
    del fake.things[kind][number]
    return Answer(204)
