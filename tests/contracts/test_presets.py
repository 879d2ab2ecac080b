"""Every preset in every language goes to every target: what is built is sound, and nothing is lost without a word."""

import json
from functools import cache

import pytest

from studio.delivery import guard
from studio.delivery.references import References
from studio.exporters import references
from studio.exporters.base import Resolved, Work
from studio.exporters.options import parse_options
from studio.exporters.pieces import messages_of
from studio.exporters.registry import exporter, exporter_names
from studio.exporters.write import files_of
from studio.i18n import NullTranslator
from studio.paths import shipped
from studio.presets.library import read_library
from tests.journeys.desk import planted

PRESETS = read_library([shipped("presets")]).presets
SERVICES = [name for name in exporter_names() if exporter(name).service]


@cache
def grown(preset):
    """Return a preset as a project with all its languages, and the bytes of its pictures."""
    return planted(preset, *PRESETS[preset].languages)


@cache
def bundles(target, preset):
    """Return the work and the bundle of every language of a preset."""
    project, content = grown(preset)
    chosen = exporter(target)
    works = [
        Work(project, project.sequence_order[0], language, content.__getitem__, NullTranslator())
        for language in PRESETS[preset].languages
    ]
    return [(work, chosen.build(work, parse_options(chosen, []), Resolved())) for work in works]


every_flow = pytest.mark.parametrize(
    ("target", "preset"), [(target, preset) for target in exporter_names() for preset in sorted(PRESETS)]
)
every_service_flow = pytest.mark.parametrize(
    ("target", "preset"), [(target, preset) for target in SERVICES for preset in sorted(PRESETS)]
)


@every_flow
def test_a_preset_can_be_exported_in_every_language(target, preset):
    for work, bundle in bundles(target, preset):
        files = files_of(bundle, work, exporter(target))
        assert len({file.path for file in files}) == len(files)
        assert {"manifest.json", "losses.json"} <= {file.path for file in files}


@every_flow
def test_what_is_lost_is_said_with_its_place(target, preset):
    for work, bundle in bundles(target, preset):
        for loss in bundle.losses:
            assert str(loss.wanted)
            assert str(loss.becomes)
            assert loss.place.language == work.language
            assert not loss.place.message or loss.place.message in work.project.messages


@every_service_flow
def test_no_message_is_forgotten(target, preset):
    for work, bundle in bundles(target, preset):
        steps = bundle.sheet.steps if bundle.sheet else ()
        told = {place.message for place in (*(loss.place for loss in bundle.losses), *(step.place for step in steps))}
        told |= {request.place.message for request in bundle.requests}
        sent = json.dumps([request.body for request in bundle.requests], ensure_ascii=False)
        for message in messages_of(work):
            assert message.id in told or json.dumps(message.name, ensure_ascii=False)[1:-1] in sent


@every_service_flow
def test_every_request_is_json_of_a_known_kind_and_passes_the_gate(target, preset):
    kinds = exporter(target).service.resources
    for _, bundle in bundles(target, preset):
        assert len({request.key for request in bundle.requests}) == len(bundle.requests)
        for request in bundle.requests:
            guard.check(request.method, request.path, request.body)
            assert request.kind in kinds
            assert json.loads(json.dumps(request.body)) == request.body


@every_service_flow
def test_a_request_refers_only_to_what_was_sent_before_it(target, preset):
    listings = exporter(target).service.listings
    for _, bundle in bundles(target, preset):
        before = set()
        keys = [request.key for request in bundle.requests]
        for request in bundle.requests:
            links = References(keys, listings).links([request.path, request.body])
            assert {link.key for link in links} <= before
            before.add(request.key)


@every_service_flow
def test_names_carry_a_mark_of_their_own(target, preset):
    for _, bundle in bundles(target, preset):
        made = (request for request in bundle.requests if request.name and request.method == "POST")
        # A thing is found among its own kind: a test group bears the name of its newsletter.
        named = [(request.kind, request.name) for request in made]
        assert len(set(named)) == len(named)


@every_service_flow
def test_pictures_that_are_sent_are_pictures_of_the_project(target, preset):
    for work, bundle in bundles(target, preset):
        for request in bundle.requests:
            asked = {lookup.name for lookup in references.lookups(request.body) if lookup.kind == "asset"}
            assert asked <= set(work.project.assets)


@every_service_flow
def test_the_sheet_s_steps_can_be_told_apart(target, preset):
    for _, bundle in bundles(target, preset):
        steps = bundle.sheet.steps if bundle.sheet else ()
        assert len({step.id for step in steps}) == len(steps)
        assert all(str(step.title) for step in steps)
