"""Finding things that exist at a service: pages of a listing, read once in a run, and ids by exact name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from studio.delivery.dotted import all_at, at_path, text_of
from studio.delivery.http import Client
from studio.delivery.marks import read_mark
from studio.delivery.refusals import NotThere
from studio.errors import ServiceTrouble, StudioError
from studio.exporters.saying import listed
from studio.exporters.service import Listing, Resource
from studio.i18n import N_, Sentence, sentence

WORDS = (N_("metric"), N_("list"), N_("segment"))
"""The words of references, as a sentence about a missing one says them."""

_SOURCE = re.compile(r" \([^()]*\)$")

PAGES = 2000
"""Pages that are read of one listing at most; a service that never ends its list is out of order."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing of a listing: `content` is what the listing says of it, `source` where it comes from, if it tells."""

    id: str
    name: str
    content: Any
    source: str = ""

    @property
    def full_name(self) -> str:
        """Return the name with its source, which tells it from others of that name."""
        return f"{self.name} ({self.source})" if self.source else self.name


class Lookup:
    """What exists at one account, read when first asked for and kept for this run."""

    def __init__(self, client: Client) -> None:
        """Read through a client."""
        self._client = client
        self._read: dict[Listing, tuple[Item, ...]] = {}
        self._last: tuple[str, Any] = ("", None)
        self._together: tuple[tuple[str, str], ...] = ()

    def settle(self, names: Iterable[tuple[str, str]], among: Iterable[tuple[str, str]]) -> None:
        """Look up names (word, name); raise StudioError for one that `id` would not find.

        `among` are all names of the flow. Its events come from one integration: where the trigger exists once,
        “Placed Order” is of its source.
        """
        self._together = tuple(among)
        for word, name in sorted(set(names)):
            self.id(word, name)

    def content(self, resource: Resource, item: Item) -> Any:  # noqa: ANN401 - JSON of any shape
        """Return what a create would have answered for a thing of a listing, or None where it is gone by now."""
        return self._content(resource, item.id) if resource.read else item.content

    def reading(self, resource: Resource, remote_id: str) -> Any:  # noqa: ANN401 - JSON of any shape
        """Return what the service says of one thing, or None where it is gone or does not say.

        Kinds that cannot be read one by one are looked up in their list, which is read once in a run.
        """
        if resource.read:
            return self._content(resource, remote_id)
        items = self.items(resource.find) if resource.find else ()
        return next((item.content for item in items if item.id == remote_id), None)

    def reading_anew(self, resource: Resource, remote_id: str) -> Any:  # noqa: ANN401 - JSON of any shape
        """Return what the service says of one thing after it was changed."""
        self._last = ("", None)
        if not resource.read and resource.find:
            self.fresh(resource.find)
        return self.reading(resource, remote_id)

    def _content(self, resource: Resource, remote_id: str) -> Any:  # noqa: ANN401 - JSON of any shape
        path = resource.read.format(id=quote(remote_id, safe=""))
        if self._last[0] != path:
            # A thing that was just found by its name is looked at again at once: that costs no second request.
            self._last = (path, self._asked(path, resource))
        return self._last[1]

    def _asked(self, path: str, resource: Resource) -> Any:  # noqa: ANN401 - JSON of any shape
        try:
            return self._client.get(path, f"{resource.kind}:read", resource.update_rate)
        except NotThere:
            return None

    def items(self, listing: Listing) -> tuple[Item, ...]:
        """Return everything of a listing, in the service's order."""
        if listing not in self._read:
            # A list that grows while it is read may show a thing on two pages.
            found = {(item.id, item.name): item for item in self._all(listing) if item.id}
            self._read[listing] = tuple(found.values())
        return self._read[listing]

    def _all(self, listing: Listing) -> Iterator[Item]:
        """Yield the items of a listing, or of what holds them, where that bears a mark of ours."""
        if listing.within is None:
            yield from pages(self._client, listing)
            return
        for holder in self.items(listing.within):
            if read_mark(holder.name):
                inner = replace(listing, path=listing.path.format(id=quote(holder.id, safe="")), within=None)
                for item in pages(self._client, inner):
                    yield replace(item, content={**item.content, "within": holder.id, "holder": holder.content})

    def fresh(self, listing: Listing) -> tuple[Item, ...]:
        """Return everything of a listing, read anew; what is known of single things may be out of date as well."""
        self._read.pop(listing, None)
        self._last = ("", None)
        return self.items(listing)

    def id(self, word: str, name: str) -> str:
        """Return the id behind `@word:name`: of the one thing with this name, id, or name and source.

        Where only one thing has the name, a source that the account does not know is overlooked; where several have it,
        the one whose source an unambiguous name of `settle` has is meant. Raise StudioError that says which similar
        names exist, or which things share the name.
        """
        items = self._listed(word)
        for found in _candidates(items, name):
            sources = self._sources() if len(found) > 1 else frozenset()
            familiar = tuple(item for item in found if item.source in sources) or found
            if len(familiar) == 1:
                return familiar[0].id
            if found:
                raise _several(self._client.service.label, found)
        existing = [item.name for item in items if item.name]
        raise _unknown(self._client.service.label, word, name, similar(name, existing) or tuple(existing[:5]))

    def _sources(self) -> frozenset[str]:
        """Return the sources of those names of the flow that are unambiguous."""
        surest = (next(filter(None, _candidates(self._listed(word), name)), ()) for word, name in self._together)
        return frozenset(found[0].source for found in surest if len(found) == 1 and found[0].source)

    def _listed(self, word: str) -> tuple[Item, ...]:
        return self.items(self._client.service.listings[word])


def similar(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return at most five existing names that somebody may have meant: alike in letters or in words."""
    existing = tuple(dict.fromkeys(names))
    folded = {other.casefold(): other for other in existing}
    close = [folded[found] for found in difflib.get_close_matches(name.casefold(), folded, 5, 0.6)]
    words = set(name.casefold().split())
    sharing = [other for other in existing if words & set(other.casefold().split())]
    return tuple(dict.fromkeys(close + sharing))[:5]


def pages(client: Client, listing: Listing) -> Iterator[Item]:
    """Yield the items of every page; raise StudioError where a page leads to another host or the list has no end."""
    path, read = listing.path, 0
    for number in range(PAGES):
        answer = client.get(path, f"list:{listing.path}", listing.rate)
        found = all_at(answer, listing.items)
        yield from (_item(listing, content) for content in found)
        read += len(found)
        following = _next(listing, answer, read, listing.first_page + number + 1, empty=not found)
        if not following or following == path:
            return
        path = following
    raise ServiceTrouble("The list of {service} has no end; try again later.", service=client.service.label)


def _candidates(items: tuple[Item, ...], name: str) -> Iterator[tuple[Item, ...]]:
    """Yield what may be meant, the surest reading first: name, name with its source, id, name without any source."""
    bare = _SOURCE.sub("", name)
    yield tuple(item for item in items if item.name == name)
    yield tuple(item for item in items if item.full_name == name)
    yield tuple(item for item in items if item.id == name)
    yield tuple(item for item in items if item.name == bare)


def _item(listing: Listing, content: Any) -> Item:  # noqa: ANN401 - JSON of any shape
    source = text_of(at_path(content, listing.source)) if listing.source else ""
    names = (text_of(at_path(content, path)) for path in listing.name.split("|"))
    return Item(text_of(at_path(content, listing.id)), next(filter(None, names), ""), content, source)


def _next(listing: Listing, answer: Any, read: int, page: int, *, empty: bool) -> str:  # noqa: ANN401 - JSON
    if listing.next:
        following = text_of(at_path(answer, listing.next))
        return _with(listing.path, listing.cursor, following) if listing.cursor and following else following
    total = at_path(answer, listing.total) if listing.total else None
    if empty or (isinstance(total, int) and read >= total):
        return ""
    if listing.page:
        return _with(listing.path, listing.page, str(page))
    return _with(listing.path, listing.offset, str(read)) if listing.offset else ""


def _with(path: str, name: str, value: str) -> str:
    parts = urlsplit(path)
    query = [(key, held) for key, held in parse_qsl(parts.query, keep_blank_values=True) if key != name]
    return urlunsplit(parts._replace(query=urlencode([*query, (name, value)], safe="[]")))


def _several(service: str, found: tuple[Item, ...]) -> StudioError:
    choices = listed(tuple(sentence("“{name}” = {id}", name=item.full_name, id=item.id) for item in found))
    return StudioError(
        "{service} has several things called “{name}”; choose one by its full name or its id: {choices}.",
        service=service,
        name=found[0].name,
        choices=choices,
    )


def _unknown(service: str, word: str, name: str, alike: tuple[str, ...]) -> StudioError:
    kind = Sentence(word)
    if not alike:
        return StudioError("{service} has no {word} called “{name}”.", service=service, word=kind, name=name)
    names = listed(tuple(sentence("“{name}”", name=other) for other in alike))
    return StudioError(
        "{service} has no {word} called “{name}”; it has {names}.",
        service=service,
        word=kind,
        name=name,
        names=names,
    )
