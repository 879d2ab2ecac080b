"""`export`: bundles for services and files, one folder per sequence and language; no network, no key."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from studio.cli.selection import Source, languages, open_source, sequences
from studio.cli.surroundings import Surroundings
from studio.exporters.base import Bundle, Resolved
from studio.exporters.disk import write_bundle
from studio.exporters.options import parse_options
from studio.exporters.registry import exporter
from studio.exporters.works import works
from studio.i18n import Translator


def run(wish: Namespace, world: Surroundings) -> int:
    """Build and write the bundles; what a service cannot express is listed on stdout and in `losses.json`."""
    target = exporter(wish.target)
    options = parse_options(target, wish.options)
    source = open_source(wish)
    for work in works(source.project, wished(source, wish), source.content, world.words):
        bundle = target.build(work, options, Resolved())
        _tell(bundle, write_bundle(bundle, work, target, Path(wish.output)), world)
    return 0


def wished(source: Source, wish: Namespace) -> dict[str, tuple[str, ...]]:
    """Return the languages wished for, by the sequence's id."""
    flows = sequences(source.project, wish.sequence)
    return {flow.id: languages(flow, wish.language) for flow in flows}


def unsayable(bundle: Bundle, words: Translator) -> Iterator[str]:
    """Yield a line per loss of a bundle and per thing that was noticed while it was built, none twice."""
    lost = (f"{words.say(loss.wanted)} → {words.say(loss.becomes)}" for loss in bundle.losses)
    noticed = (words.say(finding.message) for finding in bundle.findings)
    yield from dict.fromkeys((*lost, *noticed))


def _tell(bundle: Bundle, folder: Path, world: Surroundings) -> None:
    words = world.words
    counts = {"requests": len(bundle.requests), "files": len(bundle.files), "losses": len(bundle.losses)}
    world.say(words("{folder}: requests {requests}, files {files}, losses {losses}", folder=folder, **counts))
    for line in unsayable(bundle, words):
        world.say(f"    {line}")
    if bundle.sheet:
        world.say(
            words(
                "    build-sheet.html lists what is left to do by hand ({count} steps)", count=len(bundle.sheet.steps)
            )
        )
