"""The nouns every exporter speaks: what it is given, what it says of itself, and the bundle it builds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from immutables import Map

from studio.exporters.service import Service
from studio.exporters.tracking import Utm
from studio.i18n import Sentence, Translator
from studio.model.findings import DIALECT_CANNOT, Finding, Loss, Place
from studio.model.project import Project


class Reach(StrEnum):
    """How much of something a service takes through its API."""

    YES = "yes"
    PARTLY = "partly"
    BY_HAND = "by_hand"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a service or format can carry, with the mark of how we know (V, D, C or U; see docs).

    `drift` tells whether changes made at the service are seen, `live` whether Fabel can switch a flow on (after a
    confirmation of its own), `pictures` whether picture files are taken. `beta` is true where the service itself calls
    its API unfinished. `notes` say what only a live account can show, and what a person must know before choosing it.
    """

    flow: Reach = Reach.NO
    templates: Reach = Reach.NO
    ab_in_flow: Reach = Reach.NO
    ab_campaigns: Reach = Reach.NO
    sms: Reach = Reach.NO
    push: Reach = Reach.NO
    whatsapp: Reach = Reach.NO
    mark: str = "U"
    drift: Reach = Reach.NO
    live: Reach = Reach.NO
    pictures: Reach = Reach.NO
    beta: bool = False
    notes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """One flow to export: a sequence of a project in one language; `content` gives an asset's bytes by its digest.

    `utm` says how links to the brand's own shop are marked for web statistics; empty leaves them as they are.
    """

    project: Project
    sequence: str
    language: str
    content: Callable[[str], bytes]
    words: Translator
    utm: Utm = Utm()


@dataclass(frozen=True, slots=True)
class Resolved:
    """What was read from the account before building; empty when exporting to a folder."""

    names: Map[str, str] = field(default_factory=Map)


@dataclass(frozen=True, slots=True)
class Request:
    """One request of a bundle, without credentials.

    `key` names the thing for ever (`template:<message>:<variant>`), `kind` is a row of the service's resources,
    `name` is what the service will show (with its `[fabel a1b2c3]` mark), `body` is JSON. In a body the
    strings `@<key>#<path>` (the answer to another request of this bundle), `@metric:<name>` and `@list:<name>` stand
    for what only the service knows, and `@asset:<digest>` for a file's bytes (multipart). The first of these may lie
    inside a longer text (a picture's address in HTML); `studio.exporters.references` finds and replaces them all.
    `place` says what in the project it came from. `depends` is not sent, but counts as content: a thing whose second
    step changes (a campaign's content) is brought up to date before it, or replaced where that is refused.
    """

    key: str
    kind: str
    method: str
    path: str
    body: Any
    name: str = ""
    headers: Map[str, str] = field(default_factory=Map)
    place: Place = Place()
    multipart: bool = False
    depends: str = ""


@dataclass(frozen=True, slots=True)
class OutFile:
    """A file of a bundle: `path` is relative with forward slashes."""

    path: str
    content: bytes


PICTURES = "pictures"
"""The id of the step of a build sheet whose copies are the file names of pictures that a person uploads."""


@dataclass(frozen=True, slots=True)
class SheetStep:
    """One thing to do by hand in the service's own editor; `copies` are (label, text) pairs with a copy button.

    `where` names the branches that the step lies in, outermost first; it is empty on the main way. `place` is the
    message that the step sends, of which a picture can be shown beside it, or nowhere.
    """

    id: str
    title: Sentence
    words: tuple[Sentence, ...] = ()
    copies: tuple[tuple[Sentence, str], ...] = ()
    where: tuple[Sentence, ...] = ()
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The click-by-click steps that recreate what a service's API does not take."""

    title: Sentence
    intro: Sentence
    steps: tuple[SheetStep, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """What an exporter built: requests in the order they must be sent, or files; what was lost; what is left."""

    requests: tuple[Request, ...] = ()
    files: tuple[OutFile, ...] = ()
    losses: tuple[Loss, ...] = ()
    findings: tuple[Finding, ...] = ()
    sheet: Sheet | None = None

    @property
    def lost(self) -> tuple[Loss, ...]:
        """Return everything that is lost: what the target cannot express, then what its merge tags cannot say."""
        return (*self.losses, *(unsaid(finding) for finding in self.findings if finding.id == DIALECT_CANNOT))

    @property
    def noticed(self) -> tuple[Finding, ...]:
        """Return what rendering noticed besides what is lost."""
        return tuple(finding for finding in self.findings if finding.id != DIALECT_CANNOT)


def unsaid(finding: Finding) -> Loss:
    """Return what a dialect could not say, as rendering noted it, as a loss of the service."""
    wanted, becomes = (finding.message.values[name] for name in ("wanted", "becomes"))
    said = (words if isinstance(words, Sentence) else Sentence(str(words)) for words in (wanted, becomes))
    return Loss(f"{finding.source}.tag", finding.place, *said)


class Exporter(Protocol):
    """A target. `Options` is a frozen dataclass of strings, numbers and flags; a form is generated from it."""

    name: str
    label: str
    capabilities: Capabilities
    options: type[Any]
    service: Service | None

    def build(self, work: Work, options: Any, resolved: Resolved) -> Bundle:  # noqa: ANN401 - each target has its own
        """Return the bundle for one flow, always the same for the same values; raise StudioError if impossible."""
        ...
