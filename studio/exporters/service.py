"""What delivery must know of an e-mail service's API, as data with a few small functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from immutables import Map

from studio.i18n import Sentence


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast an endpoint may be called: a burst per second, a steady rate per minute and a cap per day (0: none)."""

    per_second: float = 0
    per_minute: float = 0
    per_hour: float = 0
    per_day: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """How to page through things: dotted paths say where in the answer items, their id and name, and the next page are.

    `next` holds a dotted path to the next page's URL (Klaviyo), or is empty and `offset` names the query parameter that
    counts on by the number of items read (Brevo), until `total` (dotted path) or an empty page. `source` holds what
    tells things of the same name apart (the integration of a metric): `Placed Order (Shopify)` then names one of them.
    """

    path: str
    items: str
    id: str = "id"
    name: str = "name"
    next: str = ""
    offset: str = ""
    total: str = ""
    rate: Rate = Rate()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One request that changes an existing thing; `body` may hold the references of a bundle."""

    method: str
    path: str
    body: Any


Updater = Callable[[str, str, Any, Any, frozenset[str]], "tuple[Call, ...] | None"]
News = Callable[[Any, Any], "Sentence | None"]


@dataclass(frozen=True, slots=True)
class Resource:
    """A kind of thing at a service: how it is created, found again, and updated in place.

    `id` is the dotted path to the id in the answer to a create; `find` lists existing ones (looked up by name before
    a repeated create). `update(remote_id, answer, before, after, touched)` returns the calls that bring the thing from
    the body `before` to `after` (both with references), or None where it must be replaced by a new draft; `answer` is
    the create's kept answer as JSON text and `touched` holds the keys of the things it refers to that changed in this
    push.
    `keep` are the dotted paths of the answer that the journal keeps. `cap` is how many may exist (0: no limit).
    `before` is None where only the thing's name was found (pushed from another machine) and its content is not known:
    the calls then set everything, or None makes a new draft.
    `read` is the path, with `{id}`, that answers what a create answers (as far as `keep` goes): it is read when a thing
    is found again, so that `keep` can be kept, and before an unchanged thing is left alone, in case somebody deleted
    it; without it nobody looks. `page` is the address, with `{id}`, at which a person sees the thing. `repeatable` says
    that sending a create twice leaves one thing (the content of an existing draft, for instance). `news(before, after)`
    says in a few words what differs between two bodies, where counting sentences would not.
    """

    kind: str
    id: str
    rate: Rate = Rate()
    find: Listing | None = None
    update: Updater | None = None
    update_rate: Rate = Rate()
    keep: tuple[str, ...] = ()
    cap: int = 0
    read: str = ""
    page: str = ""
    repeatable: bool = False
    news: News | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """A service's API: `headers(key)` authenticates and pins a version, `words(status, body)` is its complaint.

    `resources` are by kind, `listings` by the word of a reference (`metric`, `list`), `check` is a path that answers
    200 to a good key; `account_name` and `account_id` are the dotted paths of the account's own name and id in that
    answer. `rate` is the limit on all requests together, where a service has one.
    """

    name: str
    label: str
    base_url: str
    headers: Callable[[str], Map[str, str]]
    words: Callable[[int, Any], str]
    resources: Map[str, Resource]
    listings: Map[str, Listing] = field(default_factory=Map)
    check: str = ""
    account_name: str = ""
    account_id: str = ""
    rate: Rate = Rate()
