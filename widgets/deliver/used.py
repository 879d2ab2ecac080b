"""Where a client's work went last: the screen begins there the next time."""

from __future__ import annotations

from studio.delivery.book import Kept
from studio.model.project import Project
from widgets.deliver.work import Wish
from widgets.desk import Desk


def client_of(project: Project) -> str:
    """Return whom a project is for, as accounts name their client."""
    return project.client.name or project.name


def note_used(desk: Desk, wish: Wish) -> None:
    """Remember to which target and account a client's work went."""
    client, before = client_of(wish.project), desk.preferences.settings.delivered
    after = before.set(f"{client}/", wish.target.name)
    if wish.account is not None:
        after = after.set(f"{client}/{wish.target.name}", wish.account.id)
    desk.preferences.set(delivered=after)


def used_target(desk: Desk) -> str:
    """Return the target that the open client's work went to last, or nothing."""
    session = desk.session
    return desk.preferences.settings.delivered.get(f"{client_of(session.project)}/", "") if session.is_open else ""


def nearest_first(desk: Desk, accounts: tuple[Kept, ...], service: str) -> tuple[Kept, ...]:
    """Return the accounts at a service: the one that this client's work went to last, the client's, the others."""
    here = tuple(each for each in accounts if each.account.service == service)
    if not desk.session.is_open:
        return here
    client = client_of(desk.session.project)
    last = desk.preferences.settings.delivered.get(f"{client}/{service}", "")

    def distance(one: Kept) -> tuple[bool, bool]:
        return one.account.id != last, one.client.casefold() != client.casefold()

    return tuple(sorted(here, key=distance))
