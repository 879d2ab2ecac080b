"""Every integration whose names of fields a service's dialect knows can be chosen for a push there."""

import dataclasses

import pytest

from studio.exporters.registry import BUILT_IN, exporter
from studio.tags.grammar import shipped_grammar, shipped_grammars

SPEAKING = [name for name in sorted(BUILT_IN) if name in shipped_grammars() and exporter(name).service]


@pytest.mark.parametrize("name", SPEAKING)
def test_every_integration_of_a_dialect_can_be_chosen(name):
    grammar = shipped_grammar(name)
    options = {field.name: field for field in dataclasses.fields(exporter(name).options)}
    offered = options["profile"].metadata["choices"] if "profile" in options else (grammar.profile,)
    assert set(grammar.profiles) <= set(offered)
