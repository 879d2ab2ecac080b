"""`export`: bundles for services and files, one folder per sequence and language; no network, no key."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from immutables import Map

from studio.cli.reaching import sound_book
from studio.cli.selection import Source, languages, open_source, sequences
from studio.cli.surroundings import Surroundings
from studio.delivery.book import Kept, kept, named, options_for, with_defaults
from studio.exporters.base import Bundle, Exporter, Resolved
from studio.exporters.disk import refuse_another, write_bundle
from studio.exporters.registry import exporter
from studio.exporters.works import works
from studio.i18n import Translator


def run(wish: Namespace, world: Surroundings) -> int:
    """Build and write the bundles; what a service cannot express is listed on stdout and in `losses.json`."""
    target = exporter(wish.target)
    defaults = _defaults(target, wish)
    options = options_for(target, defaults, wish.options)
    source = open_source(wish)
    planned = tuple(works(source.project, wished(source, wish), source.content, world.words))
    refuse_another(planned, target, Path(wish.output))
    for plain in planned:
        work = with_defaults(plain, defaults) if defaults else plain
        bundle = target.build(work, options, Resolved())
        _tell(bundle, write_bundle(bundle, work, target, Path(wish.output)), world)
    return 0


def _defaults(target: Exporter, wish: Namespace) -> Kept | None:
    """Return the kept account whose defaults are wished for; raise WrongUse where it is not in the book.

    Files take the sender and the marks of links from an account of any service.
    """
    if not wish.account:
        return None
    book = sound_book()
    if target.service is None:
        return replace(named(book, wish.account), options=Map())
    return kept(book, f"{target.service.name}:{wish.account.removeprefix(f'{target.service.name}:')}")


def wished(source: Source, wish: Namespace) -> dict[str, tuple[str, ...]]:
    """Return the languages wished for, by the sequence's id."""
    flows = sequences(source.project, wish.sequence)
    return {flow.id: languages(flow, wish.language) for flow in flows}


def unsayable(bundle: Bundle, words: Translator) -> Iterator[str]:
    """Yield a line per loss of a bundle and per thing that was noticed while it was built, none twice."""
    lost = (f"{words.say(loss.wanted)} → {words.say(loss.becomes)}" for loss in bundle.lost)
    noticed = (words.say(finding.message) for finding in bundle.noticed)
    yield from dict.fromkeys((*lost, *noticed))


def _tell(bundle: Bundle, folder: Path, world: Surroundings) -> None:
    words = world.words
    counts = {"requests": len(bundle.requests), "files": len(bundle.files), "losses": len(bundle.lost)}
    world.say(words("{folder}: requests {requests}, files {files}, losses {losses}", folder=folder, **counts))
    for line in unsayable(bundle, words):
        world.say(f"    {line}")
    if bundle.sheet:
        world.say(
            words(
                "    build-sheet.html lists what is left to do by hand ({count} steps)", count=len(bundle.sheet.steps)
            )
        )
