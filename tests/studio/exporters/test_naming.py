"""Names at a service can be read by people and found again by their mark."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studio.exporters.naming import READABLE, flow_name, marked, part_name, slug
from tests.studio.exporters.projects import work


def test_a_part_is_named_after_sequence_message_variant_and_language():
    assert re.fullmatch(
        r"Forlatt kurv – Brev 1 a \(nb\) \[fabel [0-9a-f]{6}\]", part_name(work(), "template:m1:a", "Brev 1", "a")
    )


def test_the_mark_stays_when_the_words_change():
    before, after = part_name(work(), "k", "Brev 1"), part_name(work(), "k", "Et annet navn")
    assert before[-14:] == after[-14:]
    assert before != after


def test_the_mark_differs_by_project_language_and_key():
    base = work()
    other = replace(base, project=replace(base.project, id="p2"))
    names = {flow_name(base), flow_name(other), flow_name(replace(base, language="sv")), flow_name(base, "k")}
    assert len({name[-14:] for name in names}) == 4


@given(st.text(max_size=400))
def test_the_mark_survives_any_name(words):
    name = marked(words, "nb", "a1b2c3")
    assert name.endswith(" (nb) [fabel a1b2c3]")
    assert len(name) <= READABLE + len(" (nb) [fabel a1b2c3]")


@given(st.text())
def test_a_slug_is_safe_in_a_file_name(words):
    assert re.fullmatch(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", slug(words))


def test_a_slug_keeps_nordic_words_readable():
    assert slug("Ærlig talt, Åse: brød & smør!") == "aerlig-talt-ase-brod-smor"
