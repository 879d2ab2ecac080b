"""A bundle as files: the folder that `export` leaves behind, readable, complete and without credentials."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from immutables import Map

from studio.exporters import references
from studio.exporters.base import PICTURES, Bundle, Exporter, OutFile, Request, Work
from studio.exporters.glimpses import glimpses
from studio.exporters.naming import slug
from studio.exporters.pictures import file_name
from studio.exporters.sheet import sheet_html
from studio.i18n import Translator
from studio.model.asset import Asset
from studio.model.codec import to_plain
from studio.model.findings import Finding, Loss
from studio.model.ids import derived_id

SCHEMA = 1


def flow_folder(work: Work) -> str:
    """Return the folder of one flow below the folder that was asked for: `<sequence>/<language>`."""
    return f"{work.sequence}/{work.language}"


def files_of(bundle: Bundle, work: Work, exporter: Exporter) -> tuple[OutFile, ...]:
    """Return everything that an export writes for one flow, with paths below the flow's own folder.

    `manifest.json` and `losses.json` always; `build-sheet.html` where something is left to do by hand;
    `requests/001-<what>.json` for services; in `pictures/` what they or a person upload; the bundle's own files.
    """
    paths = request_paths(bundle.requests)
    files = [
        *(OutFile(paths[request.key], _json(_request(request, paths))) for request in bundle.requests),
        *_pictures(bundle, work),
        *_sheet(bundle, work, exporter),
        *bundle.files,
    ]
    losses = _json([_loss(loss, work.words) for loss in bundle.lost])
    manifest = _json(_manifest(bundle, work, exporter, files))
    return (OutFile("manifest.json", manifest), OutFile("losses.json", losses), *files)


def request_paths(requests: tuple[Request, ...]) -> Map[str, str]:
    """Return each request's file by its key, numbered in the order of sending: `requests/001-<what>.json`."""
    return Map(
        {
            request.key: f"requests/{number:03}-{slug(request.key, 40)}.json"
            for number, request in enumerate(requests, start=1)
        }
    )


def _request(request: Request, paths: Map[str, str]) -> dict[str, Any]:
    def numbered(key: str, path: str) -> str:
        return f"@{paths[key].removeprefix('requests/')[:3]}.{path}"

    return {
        "schema": SCHEMA,
        "method": request.method,
        "path": request.path,
        "headers": dict(sorted(request.headers.items())),
        "body": references.with_answers(request.body, paths, numbered),
    }


def _pictures(bundle: Bundle, work: Work) -> list[OutFile]:
    digests = [
        asked.name for request in bundle.requests for asked in references.lookups(request.body) if asked.kind == "asset"
    ]
    digests.extend(asset.id for asset in _by_hand(bundle, work))
    assets = [work.project.assets[digest] for digest in dict.fromkeys(digests)]
    return [OutFile(f"pictures/{file_name(asset)}", work.content(asset.id)) for asset in assets]


def _by_hand(bundle: Bundle, work: Work) -> Iterator[Asset]:
    """Yield the pictures that a person uploads, as the build sheet says."""
    steps = bundle.sheet.steps if bundle.sheet else ()
    named = {name for step in steps if step.id == PICTURES for _, name in step.copies}
    return (asset for asset in work.project.assets.values() if file_name(asset) in named)


def sheet_page(bundle: Bundle, work: Work, exporter: Exporter) -> bytes:
    """Return a bundle's build sheet as a page (UTF-8), or nothing where all is done without hands."""
    if bundle.sheet is None:
        return b""
    flow = derived_id("sheet", work.project.id, work.sequence, work.language, exporter.name)
    return sheet_html(bundle.sheet, flow, work.words, glimpses(bundle.sheet, work)).encode()


def _sheet(bundle: Bundle, work: Work, exporter: Exporter) -> list[OutFile]:
    page = sheet_page(bundle, work, exporter)
    return [OutFile("build-sheet.html", page)] if page else []


def _manifest(bundle: Bundle, work: Work, exporter: Exporter, files: list[OutFile]) -> dict[str, Any]:
    sequence = work.project.sequences[work.sequence]
    paths = request_paths(bundle.requests)
    return {
        "schema": SCHEMA,
        "target": exporter.name,
        "label": exporter.label,
        "project": {"id": work.project.id, "name": work.project.name},
        "sequence": {"id": sequence.id, "name": sequence.name},
        "language": work.language,
        "capabilities": to_plain(exporter.capabilities),
        "requests": [_listed(request, paths[request.key]) for request in bundle.requests],
        "files": [file.path for file in files],
        "losses": len(bundle.lost),
        "findings": [_finding(finding, work.words) for finding in bundle.noticed],
    }


def _listed(request: Request, path: str) -> dict[str, Any]:
    return {
        "file": path,
        "key": request.key,
        "kind": request.kind,
        "name": request.name,
        "method": request.method,
        "path": request.path,
        "place": _place(request.place),
    }


def _loss(loss: Loss, words: Translator) -> dict[str, Any]:
    return {
        "id": loss.id,
        "place": _place(loss.place),
        "wanted": words.say(loss.wanted),
        "becomes": words.say(loss.becomes),
    }


def _finding(finding: Finding, words: Translator) -> dict[str, Any]:
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "place": _place(finding.place),
        "message": words.say(finding.message),
        "source": finding.source,
        "fix": words.say(finding.fix) if finding.fix else None,
        "waived": finding.waived,
    }


def _place(place: object) -> dict[str, str]:
    names = ("sequence", "message", "block", "language", "variant")
    return {name: getattr(place, name) for name in names}


def _json(value: Any) -> bytes:  # noqa: ANN401 - JSON
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
