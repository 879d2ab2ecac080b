"""Tones lie over the copy: other subjects and openings, everything else as it was."""

import pytest

from studio.errors import WrongUse
from studio.model.style import Style
from studio.presets.copies import read_copies
from studio.presets.faults import FileFault
from studio.presets.structure import read_preset
from tests.studio.presets.conftest import STRUCTURE

TONED = """---
schema: 1
language: nb
name: Liten
---

# one: Den ene

## A
subject: Tørt A
preheader: Tørr linje

## B
subject: Tørt B
preheader: Tørr linje

## text
Goddag.
"""


@pytest.fixture
def toned(tiny):
    tiny.structure(STRUCTURE.replace('sources = ["000"]', 'tones = ["warm", "plain"]'))
    tiny.copy("nb.plain", TONED)
    return tiny


def read(folder, tone, *languages):
    return read_copies(read_preset(folder.path), languages, tone, Style())


def test_a_tone_says_subjects_and_openings_in_its_own_way(toned):
    (copy,) = read(toned, "plain", "nb")
    assert copy.section("one", "A").fields["subject"] == "Tørt A"
    assert copy.section("one", "text").text() == "Goddag."


def test_what_a_tone_leaves_alone_stays(toned):
    (copy,) = read(toned, "plain", "nb")
    assert (copy.section("one", "go").fields["label"], copy.messages["one"].name) == ("Gå", "Den ene")


def test_the_copy_itself_is_untouched_by_a_tone(toned):
    read(toned, "plain", "nb")
    (copy,) = read(toned, "warm", "nb")
    assert copy.section("one", "text").text() == "Hei nb"


def test_a_tone_is_known_with_its_languages(toned):
    preset = read_preset(toned.path)
    assert dict(preset.voices) == {"warm": ("nb", "sv"), "plain": ("nb",)}
    assert preset.languages == ("nb", "sv")


def test_a_tone_that_nobody_wrote_is_not_offered(tiny):
    tiny.structure(STRUCTURE.replace('sources = ["000"]', 'tones = ["warm", "playful"]'))
    assert read_preset(tiny.path).tones == ("warm",)


def test_a_language_without_the_tone_is_answered_with_those_that_have_it(toned):
    with pytest.raises(WrongUse, match="“plain” in nb, not in “sv”"):
        read(toned, "plain", "nb", "sv")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("## text\nGoddag.\n", "", "lacks “## text”"),
        ("## B\n", "## C\n", "no block or variant “C”"),
        ("language: nb", "language: sv", "language: nb"),
        ("# one", "# two", "no message “two”"),
    ],
)
def test_a_fault_in_a_tone_names_its_own_file(toned, old, new, said):
    toned.copy("nb.plain", TONED.replace(old, new))
    with pytest.raises(FileFault, match=said) as refusal:
        read(toned, "plain", "nb")
    assert "nb.plain.md" in str(refusal.value)


def test_a_fault_in_a_block_that_a_tone_rewrites_names_its_own_file(toned):
    toned.copy("nb.plain", TONED + "\n## go\nNot a label.\n")
    with pytest.raises(FileFault, match="lacks its label") as refusal:
        read(toned, "plain", "nb")
    assert "nb.plain.md" in str(refusal.value)


def test_a_tone_may_share_words_where_the_copy_shares_none(toned):
    toned.copy("nb.plain", TONED + "\n# shared\n\n## go\nlabel: Kom\n")
    (copy,) = read(toned, "plain", "nb")
    assert copy.section("one", "go").fields["label"] == "Gå"


@pytest.mark.parametrize("tones", ["[]", '["plain"]', '["plain", "warm", "plain"]'])
def test_every_preset_has_the_usual_tone_first_and_each_once(toned, tones):
    toned.structure(STRUCTURE.replace('sources = ["000"]', f"tones = {tones}"))
    assert read_preset(toned.path).tones in (("warm",), ("warm", "plain"))
    assert read(toned, "warm", "nb")


@pytest.mark.parametrize("tone", ["../nb", "a" * 5000, "", "A b"])
def test_a_tone_that_could_name_no_file_is_a_fault(toned, tone):
    toned.structure(STRUCTURE.replace('sources = ["000"]', f'tones = ["warm", "{tone}"]'))
    with pytest.raises(FileFault, match="cannot name a tone"):
        read_preset(toned.path)


def test_a_misspelt_field_of_a_variant_is_no_silent_loss(toned):
    toned.copy("nb.plain", TONED.replace("preheader: Tørr linje", "preheder: Tørr linje", 1))
    with pytest.raises(FileFault, match="preheder"):
        read(toned, "plain", "nb")
