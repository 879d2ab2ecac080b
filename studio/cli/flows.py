"""`import klaviyo`: a flow that exists at Klaviyo becomes a file that can be edited and pushed again."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from studio.cli.reaching import chosen, connected, service_target
from studio.cli.spoken import Spoken
from studio.cli.surroundings import Surroundings, table
from studio.delivery.http import Client
from studio.errors import StudioError, WrongUse
from studio.i18n import Translator
from studio.imports.klaviyo.project import Imported
from studio.model.findings import Loss
from studio.words.languages import written_code

KLAVIYO = "klaviyo"


def run_klaviyo(wish: Namespace, world: Surroundings) -> int:
    """List the flows of an account, or write one of them to a file and say what could not be taken over."""
    if not wish.list and not (wish.flow and wish.output):
        raise WrongUse("Name a flow and a file to write (-o FILE.fabel), or list the flows with --list.")
    wish.language = written_code(wish.language) if wish.language else ""  # refused before anybody is asked
    _, service = service_target(KLAVIYO)
    with connected(service, chosen(service, wish), world, wish.base_url or "") as client:
        return _listed(client, wish, world) if wish.list else _taken(client, wish, world)


def _listed(client: Client, wish: Namespace, world: Surroundings) -> int:
    from studio.delivery.imports.klaviyo import read_flows

    flows = read_flows(client)
    if wish.json:
        world.say_json({"flows": [{"id": flow.id, "name": flow.name, "status": flow.status} for flow in flows]})
        return 0
    for line in table([(flow.id, flow.status, flow.name) for flow in flows]):
        world.say(line)
    return 0


def _taken(client: Client, wish: Namespace, world: Surroundings) -> int:
    from studio.delivery.imports.klaviyo import import_flow
    from studio.store.archive.writing import write_fabel

    target = Path(wish.output)
    if target.suffix != ".fabel":
        raise StudioError("The file should end in “.fabel”, found “{file}”.", file=target.name)
    if target.exists() and not wish.force:
        raise StudioError("“{file}” is there already; --force replaces it.", file=target.name)
    found = import_flow(client, wish.flow, Spoken(world), wish.language)
    write_fabel(target, found.project, found.pictures.__getitem__)
    if wish.json:
        world.say_json(_plain(found, world.words))
    else:
        _tell(target, found, world)
    return 0


def _tell(target: Path, found: Imported, world: Surroundings) -> None:
    counts = {"messages": len(found.project.messages), "losses": len(found.losses)}
    world.say(world.words("{file}: messages {messages}, losses {losses}", file=target.name, **counts))
    for loss in found.losses:
        world.say(f"    {_place(loss, found)}{world.words.say(loss.wanted)} → {world.words.say(loss.becomes)}")
    said = world.words(
        "Its merge tags are those of “{profile}”: push it with --set profile={profile}.", profile=found.profile
    )
    world.remark(said)


def _place(loss: Loss, found: Imported) -> str:
    message = found.project.messages.get(loss.place.message)
    return f"{message.name}: " if message else ""


def _plain(found: Imported, words: Translator) -> dict[str, object]:
    losses = [
        {
            "id": loss.id,
            "message": loss.place.message,
            "wanted": words.say(loss.wanted),
            "becomes": words.say(loss.becomes),
        }
        for loss in found.losses
    ]
    return {"messages": len(found.project.messages), "profile": found.profile, "losses": losses}
