"""Coverage: what is complete in which language, tone and form of address."""

from studio.presets.coverage import coverage, markdown_table
from studio.presets.library import read_library
from tests.studio.presets.conftest import COPY, STRUCTURE
from tests.studio.presets.test_tones import TONED


def held(tiny):
    return {each.language: each for each in coverage(read_library([tiny.path.parent]))}


def test_a_language_counts_with_the_tones_that_are_complete(tiny):
    tiny.structure(STRUCTURE.replace('sources = ["000"]', 'tones = ["warm", "plain"]'))
    tiny.copy("nb.plain", TONED)
    tiny.copy("sv.plain", TONED)
    assert {code: each.tones for code, each in held(tiny).items()} == {"nb": ("warm", "plain"), "sv": ("warm",)}


def test_a_file_with_a_fault_counts_nothing(tiny):
    tiny.copy("sv", COPY.format(language="sv").replace("## go", "## og"))
    assert held(tiny)["sv"].tones == ()


def test_both_forms_of_address_are_told(tiny):
    tiny.copy("nl", COPY.format(language="nl").replace("Hei nl", "Heb [[je|u]] even?"))
    assert markdown_table(read_library([tiny.path.parent])).splitlines()[-1] == "| `tiny` | 1 | 1+ | 1 |"
