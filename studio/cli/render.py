"""`render`: every message as the reader will get it, in files, with an index."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.cli.check import plain_finding
from studio.cli.selection import Source, languages, open_source, picked, sequences
from studio.cli.surroundings import Surroundings
from studio.errors import WrongUse
from studio.exporters.disk import write_files
from studio.exporters.folder import free
from studio.exporters.naming import slug
from studio.exporters.pictures import Gallery, file_name
from studio.i18n import N_
from studio.model.asset import Asset
from studio.model.persona import Persona
from studio.model.project import Project
from studio.model.sequence import Sequence, message_ids
from studio.model.trade import Channel
from studio.render.message import render
from studio.render.personas import reader_of, sample_pictures, with_pictures
from studio.render.rendered import Rendered
from studio.tags.dialect import Dialect

PICTURES = "../../pictures/"
"""Where pictures lie, seen from a rendered page."""


@dataclass(frozen=True, slots=True)
class Page:
    """One message in one variant and language, rendered, with the start of its file's name."""

    sequence: str
    stem: str
    variant: str
    rendered: Rendered


def run(wish: Namespace, world: Surroundings) -> int:
    """Render what is wished for into a folder, with `index.json`; exit code 1 where a rendering has errors."""
    source = open_source(wish)
    folder = Path(wish.output)
    flows = sequences(source.project, wish.sequence)
    _check_variant(source.project, flows, wish.variant)
    pages = [page for flow in flows for page in _pages(source.project, flow, wish)]
    files = {name: data for page in pages for name, data in _files(page, world)}
    files.update(_pictures(source))
    entries = [_entry(page, name, world) for page in pages for name in _names(page)]
    files["index.json"] = _json({"schema": 1, "files": entries})
    write_files(folder, files, "index.json")
    world.say(world.words("{count} messages rendered to {folder}", count=len(pages), folder=wish.output))
    broken = sum(any(finding.severity == "error" for finding in page.rendered.findings) for page in pages)
    if broken:
        world.remark(world.words("{count} of them have errors; `check` tells which.", count=broken))
    return 1 if broken else 0


def _pages(project: Project, flow: Sequence, wish: Namespace) -> Iterator[Page]:
    gallery = Gallery(project.assets, _address)
    for language in languages(flow, wish.language):
        dialect = _dialect(wish.dialect, _reader(project, language, wish.persona), language)
        for number, message_id in enumerate(message_ids(flow), 1):
            taken: set[str] = set()
            for variant, letter in _variants(project, message_id, wish.variant):
                rendered = render(project, flow.id, message_id, variant, language, dialect, gallery.say)
                stem = free(f"{number:02d}-{message_id}-{slug(letter)}", taken)
                yield Page(flow.id, stem, letter, rendered)


def _reader(project: Project, language: str, wished: str | None) -> Persona:
    people = project.personas
    if wished is None:
        return _with_pictures(project, reader_of(people.values(), language))
    (chosen,) = picked(wished, sorted(people), N_("There is no persona “{name}”; there are {known}."))
    return _with_pictures(project, people[chosen])


def _with_pictures(project: Project, persona: Persona) -> Persona:
    def kept(digest: str) -> str:
        return _address(project.assets[digest]) if digest in project.assets else ""

    return with_pictures(persona, _beside, kept)


def _beside(name: str) -> str:
    return f"{PICTURES}{name}"


def _dialect(name: str, persona: Persona, language: str) -> Dialect:
    from studio.tags.sample import sample
    from studio.tags.services import dialect, dialect_names

    picked(name, ("sample", *dialect_names()), N_("There is no dialect “{name}”; there are {known}."))
    return sample(persona, language) if name == "sample" else dialect(name)


def _variants(project: Project, message_id: str, wished: str | None) -> tuple[tuple[str, str], ...]:
    """Return (id, letter) of the variants wished for, by letter or id; a message without variants counts as `a`."""
    found = [(key, project.variants[key].name.lower()) for key in project.messages[message_id].variants] or [("", "a")]
    return tuple(pair for pair in found if wished is None or wished.lower() in (name.lower() for name in pair if name))


def _check_variant(project: Project, flows: tuple[Sequence, ...], wished: str | None) -> None:
    """Raise WrongUse for a variant that no message has; messages without it are left out of the rendering."""
    if wished is not None and not any(_variants(project, each, wished) for flow in flows for each in message_ids(flow)):
        raise WrongUse("There is no variant “{name}” here.", name=wished)


def _address(asset: Asset) -> str:
    return _beside(file_name(asset))


def _pictures(source: Source) -> dict[str, bytes]:
    own = {f"pictures/{file_name(asset)}": source.content(asset.id) for asset in source.project.assets.values()}
    samples = {path for persona in source.project.personas.values() for path in sample_pictures(persona)}
    return {**own, **{f"pictures/{path.name}": path.read_bytes() for path in sorted(samples) if path.is_file()}}


def _names(page: Page) -> list[str]:
    endings = ("html", "txt", "mjml", "json") if page.rendered.channel is Channel.EMAIL else ("txt", "json")
    return [f"{page.sequence}/{page.rendered.language}/{page.stem}.{ending}" for ending in endings]


def _files(page: Page, world: Surroundings) -> Iterator[tuple[str, bytes]]:
    rendered = page.rendered
    said = {"html": rendered.html.encode(), "txt": rendered.text.encode(), "mjml": rendered.mjml.encode()}
    for name in _names(page):
        ending = name.rpartition(".")[2]
        yield name, said[ending] if ending in said else _json({"schema": 1, **_facts(page, world)})


def _facts(page: Page, world: Surroundings) -> dict[str, Any]:
    rendered = page.rendered
    return {
        "sequence": page.sequence,
        "message": rendered.message,
        "variant": page.variant,
        "language": rendered.language,
        "channel": rendered.channel,
        "subject": rendered.subject,
        "preheader": rendered.preheader,
        "fields": dict(sorted(rendered.fields.items())),
        "bytes": rendered.size,
        "findings": [plain_finding(finding, world.words) for finding in rendered.findings],
    }


def _entry(page: Page, name: str, world: Surroundings) -> dict[str, Any]:
    facts = _facts(page, world)
    data = {"html": page.rendered.html, "mjml": page.rendered.mjml, "txt": page.rendered.text}
    held = data.get(name.rpartition(".")[2])
    return {"file": name, **facts, "bytes": len(held.encode()) if held is not None else page.rendered.size}


def _json(plain: object) -> bytes:
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()
