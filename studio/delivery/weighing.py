"""One thing that exists, weighed: what is to be sent, what the service has, and what the person chose."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from immutables import Map

from studio.delivery import drift, record
from studio.delivery.decision import Change, Decision, Keep, Replace, decide
from studio.delivery.dotted import kept
from studio.delivery.drift import Choice, Drifted, Facet
from studio.delivery.lookup import Lookup
from studio.delivery.references import Known, Link, References
from studio.exporters.base import Request
from studio.exporters.service import Resource
from studio.i18n import Sentence
from studio.model.journal import Entry, Flow


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is to be done with a thing: by its `decision`, unless it is `gone`, or is left for the reason in `stays`.

    `drifted` says what somebody changed at the service, or what would change in a thing that runs there, where nobody
    has decided that yet; `left` is what the journal remembers of a choice that was made just now.
    """

    decision: Decision
    gone: bool = False
    stays: Sentence | None = None
    drifted: Drifted | None = None
    left: record.Left | None = None

    @property
    def waits(self) -> bool:
        """Return whether the thing is left only until somebody chooses."""
        return self.stays in drift.WAITING


@dataclass(frozen=True, slots=True)
class Matter:
    """A thing as it is weighed: `stamps` are of what it refers to; `moving`: this changes before the thing is sent."""

    request: Request
    entry: Entry
    resource: Resource
    touched: frozenset[str]
    stamps: Map[str, str]
    moving: bool = False


class Scales:
    """Weighs the things of one flow; `answer` gives what is known of the parts that bodies refer to."""

    def __init__(self, flow: Flow, references: References, answer: Callable[[Link], object]) -> None:
        """Compare with what references stand for as far as that is known."""
        self._flow, self._references = flow, references
        self._known = Known(
            lambda link: answer(link) or f"@{link.key}#{link.path}", lambda word, name: f"@{word}:{name}", lambda _: b""
        )

    def says(self, resource: Resource, body: Any) -> Map[str, str]:  # noqa: ANN401 - JSON of any shape
        """Return what a body says, with its references filled in; empty for kinds that cannot be compared."""
        if body is None or not (resource.ours and resource.theirs):
            return Map()
        return drift.of_ours(resource, self._references.filled(body, self._known))

    def weigh(self, matter: Matter, lookup: Lookup | None, choice: Choice | None) -> Weighed:
        """Return what is to be done; without a `lookup` the service is not looked at."""
        request, resource = matter.request, matter.resource
        decision = decide(request, matter.entry, resource, matter.touched)
        if lookup is None or not _worth_a_look(resource, decision):
            return Weighed(decision)
        answer = lookup.reading(resource, matter.entry.remote_id)
        if answer is None:
            return Weighed(decision, gone=bool(resource.read))
        theirs = drift.of_theirs(resource, answer)
        there = _as_it_is_there(matter, answer)
        running = bool(resource.runs and isinstance(answer, dict) and resource.runs(answer))
        if choice is Choice.DRAFTS:
            choice = None if running else Choice.OURS
        facets = self._differing(matter, theirs)
        if facets:
            return self._drifted(there, decision, facets, choice, running=running)
        if running and isinstance(decision, Change):
            return self._running(there, decision, theirs, choice)
        return Weighed(self._spared(matter, decision, theirs))

    def rewritten(self, resource: Resource, entry: Entry) -> bool:
        """Return whether the service kept something else than was sent last: then it is worth reading what it keeps."""
        sent = record.unpack(entry)
        last = drift.digests(self.says(resource, sent.body))
        return any(name in last and last[name] != digest for name, digest in sent.seen.items())

    def undecided(self, resource: Resource, entry: Entry, lookup: Lookup) -> bool:
        """Return whether the service has something else than was sent last, which nobody chose to leave there."""
        sent = record.unpack(entry)
        last = self.says(resource, sent.body)
        theirs = drift.of_theirs(resource, lookup.reading(resource, entry.remote_id)) if last else Map()
        facets = drift.differing(last, sent.seen, theirs, last)
        standing = drift.digests({facet.name: facet.theirs for facet in facets})
        return bool(facets) and not (sent.left and sent.left.theirs == standing)

    def _differing(self, matter: Matter, theirs: Map[str, str]) -> tuple[Facet, ...]:
        request, resource, sent = matter.request, matter.resource, record.unpack(matter.entry)
        if not theirs:
            return ()
        ours, last = self.says(resource, request.body), self.says(resource, sent.body)
        return drift.differing(last, sent.seen, theirs, ours)

    def _spared(self, matter: Matter, decision: Decision, theirs: Map[str, str]) -> Decision:
        """Return the decision; what another machine made needs no new draft where it says all that ours would say."""
        if isinstance(decision, Replace) and self._says_as_much(matter, theirs):
            return Keep(note=True)
        return decision

    def _says_as_much(self, matter: Matter, theirs: Map[str, str]) -> bool:
        """Return whether the service tells all that ours would say, of a thing that was only found there."""
        ours = self.says(matter.resource, matter.request.body)
        return not matter.entry.digest and bool(ours) and all(name in theirs for name in ours)

    def _drifted(
        self, matter: Matter, decision: Decision, facets: tuple[Facet, ...], choice: Choice | None, *, running: bool
    ) -> Weighed:
        both = isinstance(decision, (Change, Replace))
        drifted = replace(self._told(matter, facets), both=both, running=running)
        left, remembered = _left(matter, facets)
        stays = drift.told(drifted, choice, remembered=remembered)
        if stays is None:
            afresh = decide(matter.request, matter.entry, matter.resource, matter.touched, afresh=True)
            return Weighed(_because(afresh, drift.OURS_AGAIN))
        return _staying(decision, stays, drifted, left, choice, remembered=remembered)

    def _running(self, matter: Matter, decision: Change, theirs: Map[str, str], choice: Choice | None) -> Weighed:
        """Weigh what is switched on at the service, where nobody changed it, but would be changed from here."""
        ours = self.says(matter.resource, matter.request.body)
        last = self.says(matter.resource, record.unpack(matter.entry).body)
        facets = drift.changing(last, theirs, ours)
        if not facets and self._says_as_much(matter, theirs):
            return Weighed(Keep(note=True))
        if choice is Choice.OURS:
            return Weighed(_because(decision, drift.LIVE_AT_ONCE))
        left, remembered = _left(matter, facets)
        stays = drift.RUNS_ON if choice or remembered else drift.RUNNING
        drifted = replace(self._told(matter, facets), both=True, running=True, changed=False)
        return _staying(decision, stays, drifted, left, choice, remembered=remembered)

    def _told(self, matter: Matter, facets: tuple[Facet, ...]) -> Drifted:
        request, name = matter.request, matter.entry.name or matter.request.name
        return Drifted(self._flow, request.key, name, request.place, facets)


def _left(matter: Matter, facets: tuple[Facet, ...]) -> tuple[record.Left, bool]:
    """Return what the journal remembers where a thing is left as it is, and whether it remembers that already."""
    theirs = drift.digests({facet.name: facet.theirs for facet in facets})
    now = record.Left(record.state_of(matter.request, matter.stamps), theirs)
    return now, record.unpack(matter.entry).left == now and not matter.moving


def _staying(
    decision: Decision,
    stays: Sentence,
    drifted: Drifted,
    left: record.Left,
    choice: Choice | None,
    *,
    remembered: bool,
) -> Weighed:
    """Return that a thing is left as it is: told until somebody chooses, and remembered where somebody did."""
    chosen = choice is Choice.THEIRS
    open_ = None if chosen or remembered else drifted
    return Weighed(decision, stays=stays, drifted=open_, left=left if chosen else None)


def _worth_a_look(resource: Resource, decision: Decision) -> bool:
    """Return whether a look can tell anything: of drift, whether a thing runs, or whether one left alone is there."""
    told = bool(resource.ours and resource.theirs) or (bool(resource.runs) and isinstance(decision, Change))
    return told or (bool(resource.read) and isinstance(decision, Keep))


def _as_it_is_there(matter: Matter, answer: Any) -> Matter:  # noqa: ANN401 - JSON of any shape
    """Return a thing with what the service says of it now, which changes in place need to know."""
    now = kept(answer, matter.resource.keep)
    return replace(matter, entry=replace(matter.entry, answer=json.dumps(now, ensure_ascii=False))) if now else matter


def _because(decision: Decision, reason: Sentence) -> Decision:
    return Change(decision.calls, reason) if isinstance(decision, Change) else decision
