"""What delivery must know of an e-mail service's API, as data with a few small functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
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

    `items` is empty where the answer is the list itself; a `*` in it goes through a list (`templates.*.versions`).
    `name` may give several paths (`name|subject`): the first that is not empty counts.
    `next` holds a dotted path to the next page's URL (Klaviyo), or, where `cursor` names a query parameter, to the
    value that this takes for the next page (HubSpot). Else `offset` names the query parameter that counts on by the
    number of items read (Brevo), or `page` the one that counts pages from `first_page`, until `total` (dotted path) or
    an empty page. `within` lists what holds these: the path then has an `{id}` and is read for each holder that bears a
    mark of ours, whose id an item's content has as `within` (the e-mails of an automation) and whose own content as
    `holder`. Items without an id are overlooked. `source` holds what tells things of the same name apart (the
    integration of a metric): `Placed Order (Shopify)` then names one of them.
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
    cursor: str = ""
    page: str = ""
    first_page: int = 1
    within: Listing | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One request that changes an existing thing; `body` may hold the references of a bundle."""

    method: str
    path: str
    body: Any


Updater = Callable[[str, str, Any, Any, frozenset[str]], "tuple[Call, ...] | None"]
News = Callable[[Any, Any], "Sentence | None"]
Facets = Callable[[Any], Map[str, str]]
Signer = Callable[[str, bytes, datetime, str], Map[str, str]]


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

    `ours` and `theirs` make drift visible: what a person may have changed at the service, by what it is called
    (“Subject”, an English sentence id), out of a request's body with its references filled in, and out of what `read`
    answers. Names that only one of them has are not compared; without both nobody can look. `by_hand` is what is said
    where a thing was not found that only a person makes at the service, and that is never made from here.
    `live(remote_id, answer)` returns the calls that switch a thing on at the service: after a confirmation of its own,
    never in a push. `runs` says of what `read` (or the listing) answers whether it is switched on there, so that a
    change in place reaches readers at once: a push does not make one unless somebody chose that. `any_answer` says that
    nothing of an answer is needed: every 2xx will do, also one with plain text or a page (a webhook's receiver).
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
    ours: Facets | None = None
    theirs: Facets | None = None
    by_hand: Sentence | None = None
    live: Callable[[str, str], tuple[Call, ...]] | None = None
    runs: Callable[[Any], bool] | None = None
    any_answer: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """A service's API: `headers(key)` authenticates and pins a version, `words(status, body)` is its complaint.

    `resources` are by kind, `listings` by the word of a reference (`metric`, `list`), `check` is a path that answers
    200 to a good key; `account_name` and `account_id` are the dotted paths of the account's own name and id in that
    answer; of several (`account_id|email`) the first that is not empty counts, and by the others a kept account is
    known as well. `rate` is the limit on all requests together, where a service has one.

    `address_of(key)` is the base URL for a key that tells it (Mailchimp's data centre); `address_hint` is an example of
    the address where every account has one of its own, which must then be given (ActiveCampaign). `key_hint` says what
    a key looks like where it has parts. `scopes` are the permissions that a key needs, each with what it is for.
    `probes` are paths that are read to see whether a key has a scope (answered with 403 where it lacks it), where
    reading can show that. `scopes_at` is the path at which a service tells all scopes of a key, `scopes_in` the dotted
    path to them in the answer (SendGrid).
    `retry_in_body` is the dotted path in the answer to a 429 where the seconds to wait are told, if not in a header;
    `retry_header` the header that tells them, where it is another than Retry-After (Brevo).
    `sign(key, body, now, delivery)` returns headers that depend on the very bytes that are sent (the signature of a
    webhook); `delivery` is a word that only a repeated delivery has again, empty where nobody knows it.
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
    address_of: Callable[[str], str] | None = None
    address_hint: str = ""
    key_hint: Sentence | None = None
    scopes: Map[str, Sentence] = field(default_factory=Map)
    sign: Signer | None = None
    retry_in_body: str = ""
    retry_header: str = ""
    probes: Map[str, str] = field(default_factory=Map)
    scopes_at: str = ""
    scopes_in: str = ""
