"""Shipped presets: what they break of the coach's rules they break on purpose and say why."""

import pytest

from studio.checks.coach import coach_findings
from studio.paths import shipped
from studio.presets.brandfile import read_brand
from studio.presets.copies import read_copies
from studio.presets.growth import grow
from studio.presets.library import read_library

LIBRARY = read_library([shipped("presets")])
WRITTEN = [(name, language) for name, preset in sorted(LIBRARY.presets.items()) for language in preset.languages]


def coached(name, language):
    """Return a shipped flow grown in one language, and what the coach finds in it."""
    preset = LIBRARY.preset(name)
    brand = read_brand(shipped("resources", "sample", "brand.toml"))
    project = grow(preset, read_copies(preset, (language,)), brand.brand, assets=brand.assets)
    flow = project.sequences[preset.id]
    return flow, tuple(coach_findings(project, flow, (language,)))


@pytest.mark.parametrize(("name", "language"), WRITTEN)
def test_a_shipped_flow_breaks_no_rule_without_a_reason(name, language):
    _, findings = coached(name, language)
    assert [f"{each.id}: {each.message}" for each in findings if not each.waived] == []


@pytest.mark.parametrize("name", sorted(LIBRARY.presets))
def test_a_declared_rule_is_really_broken(name):
    rounds = [coached(name, language) for language in LIBRARY.preset(name).languages]
    broken = {each.id for _, findings in rounds for each in findings if each.waived}
    declared = {waiver.rule for flow, _ in rounds for waiver in flow.waivers}
    assert {rule for rule in declared if rule.startswith("coach.")} == broken
