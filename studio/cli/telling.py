"""What a push did or would do, as a table, as remarks, or as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from studio.cli.export import unsayable
from studio.cli.surroundings import Surroundings, table
from studio.delivery.consignment import Foreseen, Parcel, Told
from studio.delivery.drift import Drifted
from studio.delivery.report import Outcome
from studio.exporters.write import flow_folder
from studio.i18n import Sentence, Translator, sentence


def warn(parcels: Iterable[Parcel], world: Surroundings) -> None:
    """Say on stderr, before anything is sent, what the service cannot express."""
    for parcel in parcels:
        for line in unsayable(parcel.bundle, world.words):
            world.remark(f"{flow_folder(parcel.work)}: {line}")


def tell_things(told: Iterable[Told], world: Surroundings) -> None:
    """Print a line per thing: what happens to it, what it is, and why."""
    for line in table([_row(item.thing, world.words) for item in told]):
        world.say(line)


def remark_plan(foreseen: Foreseen, world: Surroundings) -> None:
    """Say on stderr how much is made today, what is in the way, and what somebody changed at the service."""
    words = world.words
    for load in foreseen.loads:
        world.remark(f"{words(load.kind)}: {words.say(load.said())}")
    for warning in foreseen.warnings:
        world.remark(words.say(warning))
    remark_drift(foreseen.drift, world)


def remark_drift(drift: Iterable[Drifted], world: Surroundings) -> None:
    """Say on stderr what somebody changed at the service, or what runs there, and how to choose whose words stand."""
    for one in drift:
        world.remark(world.words.say(_drift(one, world.words)))


def _drift(one: Drifted, words: Translator) -> Sentence:
    what = ", ".join(words(facet.name) for facet in one.facets)
    said = {"name": one.name, "what": what, "key": one.key}
    if not one.changed:
        return sentence(
            "“{name}” runs at the service: readers would get the change at once. Choose with --keep {key}=ours or"
            " --keep {key}=theirs.",
            **said,
        )
    if one.running:
        return sentence(
            "“{name}” was changed at the service ({what}) and runs there: readers get the words from here at once if"
            " you choose them. Choose with --keep {key}=ours or --keep {key}=theirs.",
            **said,
        )
    return sentence(
        "“{name}” was changed at the service ({what}). Choose with --keep {key}=ours or --keep {key}=theirs.", **said
    )


def _row(thing: Outcome, words: Translator) -> tuple[str, ...]:
    return (words(thing.action.value), words(thing.kind), thing.name, words.say(thing.reason))


def plain_things(told: Iterable[Told], words: Translator) -> list[dict[str, Any]]:
    """Return what happens to each thing, for JSON."""
    return [_thing(item, words) for item in told]


def _thing(item: Told, words: Translator) -> dict[str, Any]:
    thing = item.thing
    return {
        "sequence": item.flow.sequence,
        "language": item.flow.language,
        "key": thing.key,
        "kind": thing.kind,
        "name": thing.name,
        "action": thing.action,
        "remote_id": thing.remote_id,
        "url": thing.url,
        "reason": words.say(thing.reason),
        "news": words.say(thing.news) if thing.news else None,
    }


def plain_drift(drift: Iterable[Drifted]) -> list[dict[str, Any]]:
    """Return what somebody changed at the service, for JSON: each text as it was sent, is there, and is here."""
    return [
        {
            "sequence": one.flow.sequence,
            "language": one.flow.language,
            "key": one.key,
            "name": one.name,
            "place": asdict(one.place),
            "both": one.both,
            "running": one.running,
            "changed": one.changed,
            "facets": [asdict(facet) for facet in one.facets],
        }
        for one in drift
    ]


def plain_plan(foreseen: Foreseen, parcels: Iterable[Parcel], words: Translator) -> dict[str, Any]:
    """Return a whole plan, for JSON: things, losses, drift, how much is made today, and what is in the way."""
    return {
        "things": plain_things(foreseen.told, words),
        "losses": list(_losses(parcels, words)),
        "drift": plain_drift(foreseen.drift),
        "loads": [{**asdict(load), "said": words.say(load.said())} for load in foreseen.loads],
        "warnings": [words.say(warning) for warning in foreseen.warnings],
    }


def _losses(parcels: Iterable[Parcel], words: Translator) -> Iterator[dict[str, Any]]:
    for parcel in parcels:
        for loss in parcel.bundle.lost:
            place, said = asdict(loss.place), {"wanted": words.say(loss.wanted), "becomes": words.say(loss.becomes)}
            yield {
                "sequence": parcel.work.sequence,
                "language": parcel.work.language,
                "id": loss.id,
                "place": place,
            } | said
