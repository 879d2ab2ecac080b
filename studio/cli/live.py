"""`live`: switches on what was pushed as a draft, after the flow's name was typed once more; no push comes this way."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from studio.cli.export import wished
from studio.cli.keeping import alone, journal_of
from studio.cli.reaching import account_id, chosen, connected, service_target
from studio.cli.selection import open_source
from studio.cli.surroundings import Surroundings, table
from studio.delivery.book import refuse_to_write
from studio.delivery.golive import Ready, go_live, ready_to_go_live
from studio.delivery.report import Outcome
from studio.errors import StudioError
from studio.model.journal import Flow


def run(wish: Namespace, world: Surroundings) -> int:
    """Switch flows on whose name --confirm says; without it only say what could be switched on."""
    _, service = service_target(wish.target)
    account = chosen(service, wish)
    refuse_to_write(account.account)
    source = open_source(wish)
    flows = wished(source, wish)
    with (
        connected(service, account, world, wish.base_url or "") as client,
        journal_of(source.file, wish.workspace) as journal,
    ):
        id_ = account_id(service, account, client)
        every = (Flow(id_, source.project.id, sequence, code) for sequence, codes in flows.items() for code in codes)
        ready = ready_to_go_live(service, journal, every)
        if not ready:
            raise StudioError("Nothing of this was pushed to {account}, or nothing can be switched on.", account=id_)
        if not wish.confirm:
            _offer(ready, wish, world)
            return 0
        with alone(id_, source.project.id, flows):
            done = go_live(ready, client, journal, wish.confirm)
    _tell(done, wish, world)
    return 0


def _offer(ready: Iterable[Ready], wish: Namespace, world: Surroundings) -> None:
    """Say what could be switched on, and what to type for it; nothing is sent."""
    if wish.json:
        world.say_json({"ready": [_plain_ready(one) for one in ready]})
        return
    for line in table([(one.flow.language, one.name, one.url) for one in ready]):
        world.say(line)
    for name in dict.fromkeys(one.asked for one in ready):
        world.remark(world.words("Nothing was switched on. To do it: --confirm “{name}”", name=name))


def _plain_ready(one: Ready) -> dict[str, Any]:
    flow = {"sequence": one.flow.sequence, "language": one.flow.language}
    return flow | {"key": one.key, "name": one.name, "remote_id": one.remote_id, "url": one.url, "confirm": one.asked}


def _tell(done: Iterable[Outcome], wish: Namespace, world: Surroundings) -> None:
    words = world.words
    if wish.json:
        plain = [{"key": one.key, "name": one.name, "remote_id": one.remote_id, "url": one.url} for one in done]
        world.say_json({"live": plain})
        return
    for line in table([(one.name, words.say(one.reason)) for one in done]):
        world.say(line)
