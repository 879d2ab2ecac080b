"""A flow that starts with the sign-up to one list says so at every service: in what is sent, or on the build sheet."""

import pytest

from studio.exporters.registry import BUILT_IN, exporter
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import at_list, send, work

SERVICES = [name for name in sorted(BUILT_IN) if exporter(name).service]


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_forgets_the_list_that_starts_a_flow(name):
    made = built(at_list(work(send("m2")), "Kretsen"), name)
    sent = [str(request.body) for request in made.requests]
    left = [str(words) for step in made.sheet.steps for words in step.words] if made.sheet else []
    assert any("Kretsen" in words for words in (*sent, *left))
